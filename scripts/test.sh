#!/usr/bin/env bash
# The whole suite: vet, every test on SQLite (browser included), the tests that touch the store again on PostgreSQL, then the race detector.
# The result lines of all runs stand together at the end.
set -uo pipefail
cd "$(dirname "$0")/.."

results=$(mktemp)
trap 'rm -rf "$results" ${memory:+"$memory"}' EXIT

# The databases of the tests live in memory where there is enough: every commit waits for the disk, and what a test keeps need not outlast it.
if [ "$(df -k --output=avail /dev/shm 2>/dev/null | tail -1)" -gt 4000000 ] 2>/dev/null && [ "$(awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo)" -gt 8000000 ]; then
  memory=$(mktemp -d /dev/shm/thidua-test-XXXXXX)
  chmod 711 "$memory"
  export TMPDIR=$memory
fi
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

# The longest begin first, so that none of them runs alone at the end beside an idle processor.
longest=(thidua/internal/web thidua/internal/browser)

run "go vet" go vet ./...
run "unit and browser, SQLite" env THIDUA_TEST_ENGINE=sqlite go test -count=1 -timeout=20m "${longest[@]}" ./...
mapfile -t store < <(touching)
if [ ${#store[@]} -gt 0 ]; then
  run "PostgreSQL" env THIDUA_TEST_ENGINE=postgres go test -count=1 -timeout=20m "${longest[@]}" "${store[@]}"
fi
mapfile -t raced < <(go list ./... | grep -v '/internal/browser$')
# The detector watches all but the database engine and the interpreter that reads PDF files: what they run is C, in memory of its own that the
# detector knows nothing about, and many times slower under its eyes. Tests named …AreClean look at pages through a browser, those named
# TestHostile… count the seconds of one goroutine, and the walks (TestCase01 to 08, those over all acts, pages and fields, and over all links) ask one request after another: the runs
# above have done all of them.
run "race detector, SQLite" env CGO_ENABLED=1 THIDUA_TEST_ENGINE=sqlite go test -race -gcflags='modernc.org/...=-race=false' -gcflags='github.com/tetratelabs/wazero/...=-race=false' -skip='AreClean$|^TestHostile|^TestCase0|^TestCase7[145]Every|^TestCase71Nothing|^TestNoLinkLeadsNowhere$|^TestAnInspectorWritesNothing$' -count=1 -timeout=20m "${longest[0]}" "${raced[@]}"

printf '\n== results\n'
grep -E '^(== |ok|FAIL|---|panic)' "$results"
[ "$failed" -eq 0 ] && echo "all passed"
exit "$failed"
