#!/usr/bin/env bash
# The README's benchmark of whole runs, this program's rows and SciPy's in one go. Needs Debian's python3-scipy for
# the latter. Usage: src/jmh/whole-runs.sh [seconds after which a SciPy run is given up, default 5]
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -q -B -Pbenchmark test-compile
mvn -q -B -Pbenchmark dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath
classpath=$(cat target/benchmark.classpath)
echo "| depth | alpha | to loss | formulation | integrator | right-hand sides | steps | seconds | w11 | sign of det |"
echo "|---|---|---|---|---|---|---|---|---|---|"
java -cp "target/test-classes:target/classes:$classpath" io.github.flowcert.benchmark.WholeRuns
if /usr/bin/python3 -c 'import scipy' 2>/dev/null; then
  /usr/bin/python3 src/jmh/scipy/whole_runs.py "${1:-5}"
else
  echo "no python3-scipy here: its rows are left out" >&2
fi
