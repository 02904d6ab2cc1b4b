#!/usr/bin/env bash
# The whole suite: vet, every test on SQLite (browser included), the tests that touch the store again on PostgreSQL, then the race detector.
# The result lines of all runs stand together at the end.
set -uo pipefail
cd "$(dirname "$0")/.."

results=$(mktemp)
trap 'rm -f "$results"' EXIT
failed=0

run() {
  local title=$1
  shift
  printf '\n== %s\n' "$title" | tee -a "$results"
  "$@" 2>&1 | grep -v 'no test files' | tee -a "$results"
  [ "${PIPESTATUS[0]}" -eq 0 ] || { failed=1; echo "FAILED: $title" | tee -a "$results"; }
}

# touching lists the packages whose tests reach the store, near or far.
touching() {
  go list -test -f '{{.ImportPath}} {{join .Deps " "}}' ./... | awk '$1 ~ /\.test$/ && / thidua\/internal\/store( |$)/ { sub(/\.test$/, "", $1); print $1 }'
}

run "go vet" go vet ./...
run "unit and browser, SQLite" env THIDUA_TEST_ENGINE=sqlite go test -count=1 -timeout=20m ./...
mapfile -t store < <(touching)
if [ ${#store[@]} -gt 0 ]; then
  run "PostgreSQL" env THIDUA_TEST_ENGINE=postgres go test -count=1 -timeout=20m "${store[@]}"
fi
mapfile -t raced < <(go list ./... | grep -v '/internal/browser$')
# The detector watches all but the database engine: that is C told in Go, in memory of its own that the detector knows nothing about, and five
# times slower under its eyes.
run "race detector, SQLite" env CGO_ENABLED=1 THIDUA_TEST_ENGINE=sqlite go test -race -gcflags='modernc.org/...=-race=false' -count=1 -timeout=20m "${raced[@]}"

printf '\n== results\n'
grep -E '^(== |ok|FAIL|---|panic)' "$results"
[ "$failed" -eq 0 ] && echo "all passed"
exit "$failed"
