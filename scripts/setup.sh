#!/usr/bin/env bash
# Installs what the tests need on a Debian machine, and only what is missing. The program itself needs none of it.
set -euo pipefail

declare -A why=(
  [chromium]="browser tests: the real pages, by role"
  [postgresql]="the second database engine, started by the tests themselves without a port"
  [gcc]="race detector (the program itself is built without C)"
  [libc6-dev]="race detector"
  [libreoffice-writer]="opens every DOCX once more, to compare its lines and pages with our PDF"
  [libreoffice-calc]="opens the Excel forms and saves them again, to read them once more"
  [fonts-liberation2]="the fonts of that comparison, with all Vietnamese letters"
  [poppler-utils]="reads the PDF files back"
  [qpdf]="checks the structure of the PDF files"
  [zbar-tools]="reads the QR codes back"
  [unzip]="opens the ZIP of a dossier"
  [python3]="opens it once more, by another reader"
  [libpdfbox2-java]="PDFBox Preflight: are the PDF files PDF/A"
  [libjaxb-api-java]="PDFBox Preflight on a Java newer than 8"
  [default-jre-headless]="runs PDFBox Preflight"
  [wine]="runs the program for Windows"
  [wine64]="runs the program for Windows"
  [gcc-mingw-w64-x86-64]="a library that Windows has and this Wine lacks"
  [zip]="packs the program for Windows (make dist)"
  [curl]="asks the program for Windows for its pages"
  [openssl]="a second opinion on signatures and time stamps"
)

command -v go >/dev/null || { echo "setup: Go is missing; install Go 1.26 or newer" >&2; exit 1; }

missing=()
for package in "${!why[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "setup: nothing to install"
  exit 0
fi

echo "setup: to install:"
for package in "${missing[@]}"; do
  printf '  %-20s %s\n' "$package" "${why[$package]}"
done
install=(apt-get install -y --no-install-recommends "${missing[@]}")
as=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
    echo "setup: needs root; run: sudo apt-get update && sudo ${install[*]}" >&2
    exit 1
  fi
  as=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
"${as[@]}" apt-get update -q </dev/null
"${as[@]}" "${install[@]}" </dev/null
