#!/usr/bin/env bash
# The README's benchmark of gradient descent: flowcert, a plain C loop (gcc) and, with Debian's python3-torch, PyTorch, one
# after the other on one core. Prints the table.
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -q -B -Pbenchmark test-compile
mvn -q -B -Pbenchmark dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath
gcc -O3 -march=native -o target/descent src/jmh/c/descent.c -lm
{
  taskset -c 0 target/descent
  taskset -c 0 java -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    io.github.flowcert.benchmark.DescentSpeed
  if /usr/bin/python3 -c 'import torch' 2>/dev/null; then
    taskset -c 0 /usr/bin/python3 src/jmh/torch/descent.py
  else
    echo "no python3-torch here: its column is left out" >&2
  fi
} | awk '
  { speed[$1, $2] = $3 }
  function share(a, b) { return b > 0 ? sprintf("%.3g", a / b) : "-" }
  END {
    print "| depth | flowcert, iterations/s | C | PyTorch | flowcert / C | flowcert / PyTorch |"
    print "|---|---|---|---|---|---|"
    for (d = 2; d <= 4; d++)
      printf "| %d | %.2e | %.2e | %s | %s | %s |\n", d, speed["flowcert", d], speed["c", d], \
        speed["torch", d] ? sprintf("%.2e", speed["torch", d]) : "-", share(speed["flowcert", d], speed["c", d]), \
        share(speed["flowcert", d], speed["torch", d])
  }'
