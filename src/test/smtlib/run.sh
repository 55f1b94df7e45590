#!/bin/sh
# Asks other solvers the questions that `flowcert prove --smtlib DIR` wrote down, and compares.
#
#   src/test/smtlib/run.sh DIR [SECONDS]
#
# Needs z3 and cvc5 on the path (Debian: apt-get install z3 cvc5). A solver has SECONDS (default 5)
# for each question, two questions are asked at a time, and one that stands in several files is asked
# once. Prints, for each solver, on how many questions it agrees, says unknown or gives up; and every
# one on which it says sat where flowcert's solver says unsat, or the other way round: then it exits
# with 1. All answers go to DIR/answers.tsv.
set -eu
dir=${1:?"folder with .smt2 files"}
seconds=${2:-5}
for solver in z3 cvc5; do
  command -v "$solver" > /dev/null || { echo "$solver is not on the path" >&2; exit 2; }
done

list=$(mktemp)
trap 'rm -f "$list"' EXIT
# The same question may be asked in several steps: only the line that says where from differs.
find "$dir" -name '*.smt2' | sort | while read -r file; do
  printf '%s %s\n' "$(grep -v '^(set-info :source' "$file" | sha256sum | cut -d' ' -f1)" "$file"
done | sort -u -k1,1 | cut -d' ' -f2- > "$list"

ask='
file=$1
seconds=$2
expected=$(sed -n "s/^(set-info :status \(.*\))$/\1/p" "$file")
for solver in z3 cvc5; do
  answer=$(timeout "$seconds" "$solver" "$file" 2> /dev/null | head -n 1) || true
  case $answer in
    sat | unsat)
      if [ "$expected" = unknown ]; then verdict=more
      elif [ "$answer" = "$expected" ]; then verdict=agrees
      else verdict=DISAGREES
      fi ;;
    unknown) verdict=unknown ;;
    "") answer=none; verdict=gave-up ;;
    *) verdict=refused ;;
  esac
  printf "%s\t%s\t%s\t%s\t%s\n" "$solver" "$verdict" "$expected" "$answer" "$file"
done
'
tr '\n' '\0' < "$list" | xargs -0 -P 2 -I {} sh -c "$ask" ask {} "$seconds" | sort > "$dir/answers.tsv"

echo "$(wc -l < "$list") different questions"
cut -f 1,2 "$dir/answers.tsv" | sort | uniq -c
if grep -P '\t(DISAGREES|refused)\t' "$dir/answers.tsv"; then
  exit 1
fi
