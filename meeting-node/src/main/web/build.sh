#!/bin/sh
# Builds the pages into TARGET/classes/web, with the Node.js that is there, and only when something changed.
# Called by Maven with the module's target folder.
set -eu
target=$1
cd "$(dirname "$0")"
stamp=$target/web.stamp
made=$target/classes/web

now=$(find . -type f ! -path './node_modules/*' ! -path './dist/*' ! -path './dev/*' ! -name '*.test.ts' ! -name '*.md' -print | LC_ALL=C sort | xargs sha256sum | sha256sum)
if [ -f "$made/index.html" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then exit 0; fi

if ! command -v npm >/dev/null; then
  echo "The pages are built with Node.js 20.19 or newer and npm, which are not here: install the packages nodejs and npm." >&2
  exit 1
fi

rm -f "$stamp"
lock=$(sha256sum package-lock.json)
if [ "$(cat node_modules/.from-lock 2>/dev/null)" != "$lock" ]; then
  npm ci --no-audit --no-fund --loglevel=error
  echo "$lock" > node_modules/.from-lock
fi
mkdir -p "$target/classes"
CONCLAVE_WEB_OUT=$made npm run --silent build -- --logLevel warn
echo "$now" > "$stamp"
