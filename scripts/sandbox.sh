#!/usr/bin/env bash
# The service of packaging/ is as confined as it says: systemd's own judgement of it is 2.0 or better.
set -euo pipefail
cd "$(dirname "$0")/.."

most=2.0
command -v systemd-analyze >/dev/null || { echo "sandbox: systemd-analyze is missing (Debian: systemd)" >&2; exit 1; }
said=$(systemd-analyze security --offline=yes packaging/thidua.service | grep -o 'exposure level for thidua.service: [0-9.]*')
level=${said##* }
awk -v level="$level" -v most="$most" 'BEGIN { exit !(level != "" && level <= most) }' || { echo "sandbox: exposure $level, at most $most" >&2; exit 1; }
echo "sandbox: exposure $level, at most $most"
