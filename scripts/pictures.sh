#!/usr/bin/env bash
# Takes the pictures of the README from the sample agency: the real pages in a real browser, cut to one screen, with few colours.
# Needs what the browser tests need, and ImageMagick.
set -euo pipefail
cd "$(dirname "$0")/.."

# picture of docs/pictures, screen of internal/browser/look_test.go with its look, height
pictures="
viec-cua-toi     01-viec-cua-toi-1366            860
ke-hoach         02-doi-chieu-1366               900
tong-hop         04b-tong-hop-1366               900
theo-doi         05-theo-doi-nentoi-1366         860
xep-hang         06b-xep-hang-1366               900
phien-hop        07-phien-1366                   900
ho-so            08-ho-so-17-01-1366             900
dang-ky-ca-nhan  12-dang-ky-ca-nhan-390          844
bang-vang        10-bang-vang-1366               820
"

taken=$(mktemp -d)
trap 'rm -rf "$taken"' EXIT
screens=$(awk 'NF { sub(/(-nentoi)?-(1366|390)$/, "", $2); printf "%s%s", sep, $2; sep = "," }' <<<"$pictures")
THIDUA_PICTURES=$taken THIDUA_SCREENS=$screens go test ./internal/browser -run '^TestScreens' -count=1 -timeout=20m

mkdir -p docs/pictures
while read -r name from height; do
  [ -n "$name" ] || continue
  convert "$taken/$from.png" -crop "x$height+0+0" +repage +dither -colors 48 -strip -define png:compression-level=9 "docs/pictures/$name.png"
done <<<"$pictures"
ls -l docs/pictures
