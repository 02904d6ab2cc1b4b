#!/usr/bin/env bash
# One archive for each system in dist/, with the guide, the launchers and the bill of materials (SBOM) beside the program, and their checksums. The same
# commit gives the same programs: no path of the machine, no time of the build (scripts/rebuild.sh tries it).
set -euo pipefail
cd "$(dirname "$0")/.."

version=${VERSION:-$(git describe --tags --always --dirty 2>/dev/null || echo 0.1.0)}
rm -rf dist
for target in ${TARGETS:-windows/amd64 linux/amd64 linux/arm64 darwin/amd64 darwin/arm64}; do
  os=${target%/*} arch=${target#*/}
  name=thidua-$version-$os-$arch
  mkdir -p "dist/$name"
  ending=
  [ "$os" = windows ] && ending=.exe
  GOOS=$os GOARCH=$arch CGO_ENABLED=0 go build -mod=readonly -trimpath -buildvcs=auto -ldflags="-s -w -X main.version=$version" -o "dist/$name/thidua$ending" ./cmd/thidua
  go run ./internal/release/bill "$version" "dist/$name/thidua$ending" >"dist/$name.cdx.json"
  cp "dist/$name.cdx.json" "dist/$name/sbom.cdx.json"
  cp LICENSE THIRD_PARTY.md "dist/$name/"
  if [ "$os" = windows ]; then
    sed 's/$/\r/' scripts/office/HUONG-DAN.txt >"dist/$name/HUONG-DAN.txt"
    cp scripts/office/*.cmd "dist/$name/"
    find "dist/$name" -exec touch -d "@${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}" {} +
    (cd dist && zip -qrX "$name.zip" "$name")
  else
    cp scripts/office/HUONG-DAN.txt "dist/$name/"
    [ "$os" = darwin ] && cp scripts/office/mo-thi-dua.command "dist/$name/"
    [ "$os" = linux ] && cp -r packaging "dist/$name/"
    find "dist/$name" -exec touch -d "@${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}" {} +
    tar -C dist --owner=0 --group=0 --sort=name -cf - "$name" | gzip -n >"dist/$name.tar.gz"
  fi
  rm -rf "dist/$name"
  echo "dist/$name"
done
(cd dist && find . -maxdepth 1 -type f \( -name '*.zip' -o -name '*.tar.gz' -o -name '*.cdx.json' \) -print0 | sort -z | xargs -0 sha256sum >SHA256SUMS)
