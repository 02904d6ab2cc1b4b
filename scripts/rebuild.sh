#!/usr/bin/env bash
# The same commit gives the same program: cloned into two folders and built there, the two are equal to the byte. The cache of what was compiled may be
# shared: its key holds all that goes into a package, and the linker runs anew. THIDUA_REBUILD=cold builds the second from nothing (minutes).
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
commit=$(git rev-parse HEAD) # what is committed while this runs belongs to the next time
build() {
  git clone -q --shared . "$1"
  git -C "$1" checkout -q --detach "$commit"
  (cd "$1" && CGO_ENABLED=0 go build -mod=readonly -trimpath -buildvcs=true -ldflags="-s -w -X main.version=${VERSION:-rebuild}" -o "$2" ./cmd/thidua)
}
build "$work/here" "$work/first"
[ "${THIDUA_REBUILD:-}" != cold ] || export GOCACHE=$work/cache
build "$work/quite/elsewhere" "$work/second"
cmp "$work/first" "$work/second" || { echo "rebuild: the two programs differ" >&2; exit 1; }
if grep -qaF "$work" "$work/first"; then
  echo "rebuild: the folder of the build is in the program" >&2
  exit 1
fi
sha256sum "$work/first" | sed 's| .*|  thidua, built twice|'
