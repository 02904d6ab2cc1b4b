#!/usr/bin/env bash
# One archive for each system in dist/, with the guide and the launchers beside the program, and their checksums. The same commit gives the same
# programs: no path of the machine, no time of the build.
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
  GOOS=$os GOARCH=$arch CGO_ENABLED=0 go build -trimpath -ldflags="-s -w -X main.version=$version" -o "dist/$name/thidua$ending" ./cmd/thidua
  cp LICENSE THIRD_PARTY.md "dist/$name/"
  if [ "$os" = windows ]; then
    sed 's/$/\r/' scripts/office/HUONG-DAN.txt >"dist/$name/HUONG-DAN.txt"
    cp scripts/office/*.cmd "dist/$name/"
    (cd dist && zip -qrX "$name.zip" "$name")
  else
    cp scripts/office/HUONG-DAN.txt "dist/$name/"
    [ "$os" = darwin ] && cp scripts/office/mo-thi-dua.command "dist/$name/"
    tar -C dist --owner=0 --group=0 --sort=name -czf "dist/$name.tar.gz" "$name"
  fi
  rm -rf "dist/$name"
  echo "dist/$name"
done
(cd dist && sha256sum ./*.zip ./*.tar.gz 2>/dev/null >SHA256SUMS || true)
