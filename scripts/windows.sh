#!/usr/bin/env bash
# The Windows program under Wine: it starts as by double click, an agency is founded, its first page opens, the data are backed up and restored.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
export WINEPREFIX=$work/prefix WINEDEBUG=-all
trap 'wineserver -k 2>/dev/null || true; rm -rf "$work"' EXIT

[ -d /usr/lib/wine ] || command -v wine >/dev/null || { echo "Wine is not installed: run scripts/setup.sh"; exit 1; }
wineboot -i >/dev/null 2>&1 || true
# Windows has had this library since version 10; the Wine of Debian 12 is older than that.
if [ ! -f "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" ]; then
  cat >"$work/random.c" <<'C'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) { return SystemFunction036(data, (ULONG)size); }
BOOL WINAPI DllMain(HINSTANCE h, DWORD reason, LPVOID more) { return TRUE; }
C
  x86_64-w64-mingw32-gcc -shared -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" "$work/random.c" -ladvapi32
fi

GOOS=windows GOARCH=amd64 CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o "$work/office/thidua.exe" ./cmd/thidua
cd "$work/office"
wine thidua.exe start --no-browser >out.txt 2>err.txt &
for _ in $(seq 600); do
  url=$(grep -o 'http://localhost:[0-9]*' out.txt | head -1 || true)
  [ -n "$url" ] && curl -sf -o /dev/null "$url/dang-nhap" && break
  sleep 0.1
done
[ -n "$url" ] || { cat out.txt err.txt; exit 1; }

expect() {
  grep -q "$2" <<<"$1" || { printf 'expected: %s\ngot:\n%s\n' "$2" "$1"; exit 1; }
  echo "ok: $3"
}

expect "$(curl -s -L "$url/")" '<h1>Lập cơ quan' "an empty program asks for the agency"
password=mot-cau-de-nho-2025
curl -s -o /dev/null -d "name=Thanh tra tỉnh Mẫu&parent=UBND tỉnh Mẫu&place=Mẫu&symbol=TT&leader=Chánh Thanh tra&user=quantri&password=$password&again=$password" "$url/bat-dau"
curl -s -o /dev/null -c cookies -d "user=quantri&password=$password" "$url/dang-nhap"
expect "$(curl -s -L -b cookies "$url/")" '<h1>Việc của tôi' "the first page of the season"
expect "$(curl -s -b cookies "$url/ke-hoach")" 'Tải lên và đọc kế hoạch' "the page on which the season begins"
expect "$(wine thidua.exe start --no-browser)" 'đang chạy tại' "a second start finds the first"
wine thidua.exe backup sao-luu.zip --data thidua-data
expect "$(wine thidua.exe restore sao-luu.zip --data may-moi)" 'Đã khôi phục' "backup and restore"
