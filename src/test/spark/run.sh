#!/bin/bash
# A sweep on a local Spark cluster of two workers, one of which is killed during the run: every case
# must end exactly once, and table and summary must be those of a local run. From the root of the
# repository, after the build:  src/test/spark/run.sh
set -eu
work=$(mktemp -d)
started=()
stop() {
  for process in "${started[@]}"; do kill "$process" 2> "$work/kill.log" || true; done
}
trap stop EXIT

root=$(pwd)
jar=${JAR:-$root/target/flowcert.jar}
mvn -q -f src/test/spark/pom.xml dependency:build-classpath -Dmdep.outputFile="$work/classpath"
spark=$(cat "$work/classpath")
# Of Jackson 2 both Spark and the jar have some: Spark insists on its own.
jackson=$(tr ':' '\n' < "$work/classpath" | grep -E 'jackson-(core|databind)-2' | paste -sd: -)
open=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util \
  java.util.concurrent java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action; do
  open+=("--add-opens=java.base/$package=ALL-UNNAMED")
done

cat > "$work/sweep.yaml" << EOF
sweep: cluster
base: $root/cases/theorem-1/depth-3.yaml
axes:
  initial.kind: [balanced-gaussian]
  initial.determinant: [positive]
  factorization.depth: [2, 3]
  initial.scale: {logarithmic: {from: 1e-1, to: 1e-3, count: 3}}
  initial.seed: {seeds: ${SEEDS:-10}}
EOF

export SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_HOSTNAME=localhost
port=${PORT:-17077}
# The workers start executors with their own class path.
export SPARK_DIST_CLASSPATH=$spark SPARK_HOME=$work SPARK_SCALA_VERSION=2.13
mkdir "$work/jars"
tr ':' '\n' < "$work/classpath" | xargs -I{} ln -s {} "$work/jars/"
java "${open[@]}" -cp "$spark" org.apache.spark.deploy.master.Master \
  --host localhost --port "$port" --webui-port 0 > "$work/master.log" 2>&1 &
started+=($!)
sleep 5
for k in 1 2; do
  java "${open[@]}" -cp "$spark" org.apache.spark.deploy.worker.Worker --cores 1 --memory 1g \
    --webui-port 0 --work-dir "$work/worker-$k" "spark://localhost:$port" > "$work/worker-$k.log" 2>&1 &
  started+=($!)
done
sleep 5

java -jar "$jar" sweep "$work/sweep.yaml" --out "$work/local" --quiet
java "${open[@]}" -cp "$jackson:$jar:$spark" io.github.flowcert.cli.Main sweep "$work/sweep.yaml" \
  --out "$work/cluster" --spark "spark://localhost:$port" --quiet > "$work/driver.log" 2>&1 &
driver=$!
journal=$work/cluster/cluster/cases.journal
until [ -f "$journal" ] && [ "$(wc -l < "$journal")" -gt 5 ]; do
  kill -0 "$driver" 2> "$work/kill.log" || { cat "$work/driver.log"; exit 1; }
  sleep 0.2
done
echo "killing a worker after $(($(wc -l < "$journal") - 1)) cases"
kill -9 "${started[2]}"
wait "$driver" || { cat "$work/driver.log"; exit 1; }

cases=$(($(wc -l < "$journal") - 1))
distinct=$(tail -n +2 "$journal" | grep -o '"index":[0-9]*' | sort -u | wc -l)
echo "$cases results of $distinct cases, workers: $(ls -d "$work"/worker-*/app-*/* | wc -l) executors started"
[ "$cases" -eq "$distinct" ]
cmp "$work/local/cluster/table.csv" "$work/cluster/cluster/table.csv"
cmp "$work/local/cluster/summary.json" "$work/cluster/cluster/summary.json"
echo "the same table and summary as the local run"
