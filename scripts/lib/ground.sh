# What every script stands on: where we are, which Java, what is built. Sourced, not run.
# shellcheck shell=bash

ROOT=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
BUILT="$ROOT/appliance/target/built"
CLASS_PATH_FILE="$ROOT/appliance/target/classpath"
JVM_OPTIONS="$ROOT/appliance/src/main/jvm/node.options"
AOT_CACHE="$ROOT/appliance/target/node.aot"
JDK_WANTED=25

# File names and terminals speak UTF-8, whatever a bare machine is set to.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    *UTF-8 | *utf8 | *utf-8) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

say() { printf '%s\n' "$*" >&2; }

give_up() {
    say "$*"
    exit 1
}

java_version() { # of a JDK's home: its feature version, or 0
    local version=0
    if [[ -x "$1/bin/javac" && -r "$1/release" ]]; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    fi
    printf '%s' "${version:-0}"
}

find_jdk() {
    local home on_path
    on_path=$(readlink -f "$(command -v javac || true)" 2>/dev/null || true)
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "${on_path%/bin/javac}" "$HOME"/.sdkman/candidates/java/* /opt/*jdk*; do
        if [[ -n "$home" ]] && (($(java_version "$home") >= JDK_WANTED)); then
            JAVA="$home/bin/java"
            # Maven may run under an older Java, and finds this one by its toolchain.
            export JAVA25_HOME="$home"
            command -v java >/dev/null || export JAVA_HOME="$home"
            return
        fi
    done
    give_up "JDK $JDK_WANTED is needed: install a Temurin $JDK_WANTED (or any JDK ≥ $JDK_WANTED) under /usr/lib/jvm or set JAVA_HOME."
}

need_build_tools() {
    local tool
    for tool in mvn node npm; do
        command -v "$tool" >/dev/null || give_up "$tool is needed: install Maven, and Node.js 20.19 or newer with npm."
    done
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || a == 20 && b >= 19 ? 0 : 1)' ||
        give_up "Node.js 20.19 or newer is needed; this one is $(node --version)."
}

# Debian packages, each known by a file or a command of its.
declare -A SIGN_OF=(
    [chromium]=/usr/bin/chromium
    [chromium-driver]=/usr/bin/chromedriver
    [fonts-wqy-zenhei]=/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc
    [fonts-lxgw-wenkai]=/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf
    [fonts-hosny-amiri]=/usr/share/fonts/opentype/fonts-hosny-amiri/Amiri-Regular.ttf
    [etcd-server]=/usr/bin/etcd
    [nginx-light]=/usr/sbin/nginx
    [webp]=/usr/bin/cwebp
    [poppler-utils]=/usr/bin/pdftoppm
    [libopenjp2-tools]=/usr/bin/opj_compress
    [libopenjp2-7]=/usr/lib/x86_64-linux-gnu/libopenjp2.so.7
    [libturbojpeg0]=/usr/lib/x86_64-linux-gnu/libturbojpeg.so.0
    [tesseract-ocr]=/usr/bin/tesseract
    [libreoffice-writer-nogui]=/usr/lib/libreoffice/program/libswlo.so
    [libreoffice-calc-nogui]=/usr/lib/libreoffice/program/libsclo.so
    [tesseract-ocr-chi-sim]=/usr/share/tesseract-ocr/5/tessdata/chi_sim.traineddata
)

need_fonts() { need_packages fonts-wqy-zenhei fonts-lxgw-wenkai fonts-hosny-amiri; }

need_browser() { need_packages chromium chromium-driver; }

need_rival() { need_packages etcd-server; }

# Scans are decoded by these where they are there.
need_decoders() { need_packages libopenjp2-7 libturbojpeg0; }

# What pages are measured beside, and what makes the scans that no Java writes.
need_painters() { need_packages webp poppler-utils libopenjp2-tools fonts-lxgw-wenkai; }

# What reads scans.
need_ocr() { need_packages tesseract-ocr tesseract-ocr-chi-sim; }

# Word and Excel files as pages; the programs without windows.
need_office() { need_packages libreoffice-writer-nogui libreoffice-calc-nogui; }

need_packages() { # installs what is missing where we may, else says how, in one line
    local package missing=()
    for package; do [[ -e ${SIGN_OF[$package]} ]] || missing+=("$package"); done
    ((${#missing[@]})) || return 0
    if ((EUID == 0)) && command -v apt-get >/dev/null; then
        say "Installing ${missing[*]}…"
        { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } </dev/null >&2 ||
            give_up "They could not be installed: apt-get install ${missing[*]}"
    else
        give_up "More is needed on this machine: sudo apt-get install ${missing[*]}"
    fi
}

maven() { (cd -- "$ROOT" && mvn -B -ntp "$@" </dev/null); }

test_pages() { # the pages' own tests; their packages are there once Maven has built the pages
    (cd -- "$ROOT/meeting-node/src/main/web" && { [[ -d node_modules ]] || npm ci --no-audit --no-fund; } &&
        npm exec --no -- vitest run "$@") </dev/null
}

is_stale() { # anything that goes into the program, newer than the last build
    [[ -e "$BUILT" && -s "$CLASS_PATH_FILE" ]] || return 0
    [[ -n $(find "$ROOT"/pom.xml "$ROOT"/*/pom.xml "$ROOT"/*/src/main -name node_modules -prune -o \
        \( -type f -o -type d -path '*/java/*' \) -newer "$BUILT" -print -quit) ]]
}

build() {
    find_jdk
    is_stale || return 0
    need_build_tools
    say "正在构建… Building what is missing (the first time takes a few minutes)…"
    local began
    began=$(mktemp)
    maven -q -DskipTests package >&2 || give_up "构建失败。The build failed; its messages stand above."
    mv -f -- "$began" "$BUILT"
}

# A cache of loaded classes halves the time to ready. Made by a short life of a node; without it all works, slower.
train() {
    [[ ! -e "$AOT_CACHE" || "$BUILT" -nt "$AOT_CACHE" ]] || return 0
    local folder
    folder=$(mktemp -d)
    rm -f -- "$AOT_CACHE"
    "$JAVA" "@$JVM_OPTIONS" -XX:AOTCacheOutput="$AOT_CACHE" -cp "$(class_path)" conclave.appliance.Conclave \
        run --data "$folder/data" --port 0 --rooms 1 --experts 2 --applicants 2 --until-ready </dev/null &>/dev/null ||
        rm -f -- "$AOT_CACHE"
    rm -rf -- "$folder"
}

# What a kit of three has learned at full work: a node that starts with it is spared two minutes of compiling.
train_at_work() {
    train
    [[ ! -e "$AOT_CACHE.at-work" || "$BUILT" -nt "$AOT_CACHE.at-work" ]] || return 0
    say "正在满负荷试运行，供节点启动时借用… Rehearsing at full load, once a build (some two minutes)…"
    local folder
    folder=$(mktemp -d)
    if (conclave bench train --out "$folder/record" --disk "$folder") </dev/null &>/dev/null &&
        "$JAVA" "@$JVM_OPTIONS" -XX:AOTMode=create -XX:AOTConfiguration="$folder/record" -XX:AOTCache="$folder/cache" \
            -cp "$(class_path)" </dev/null &>/dev/null; then
        mv -- "$folder/cache" "$AOT_CACHE"
        touch -- "$AOT_CACHE.at-work"
    else
        say "试运行未完成，照常测量。The rehearsal did not end well; measuring without it."
    fi
    rm -rf -- "$folder"
}

class_path() { printf '%s:%s' "$(echo "$ROOT"/appliance/target/appliance-*.jar)" "$(<"$CLASS_PATH_FILE")"; }

conclave() { # becomes the command, so that Ctrl-C and kill reach it and nothing stands between
    local cache=()
    [[ ! -e "$AOT_CACHE" ]] || cache=(-XX:AOTCache="$AOT_CACHE" -Xlog:aot=off -Xlog:cds=off)
    exec "$JAVA" "@$JVM_OPTIONS" "${cache[@]}" -cp "$(class_path)" conclave.appliance.Conclave "$@"
}

# Cases of a suite are programs of their own: scripts/bench submit runs conclave.appliance.bench.Submit.
run_case() {
    local suite=$1 name=${2:-} folder cases part class=''
    folder="$ROOT/appliance/src/main/java/conclave/appliance/$suite"
    cases=$(grep -ls 'static void main' "$folder"/*.java 2>/dev/null | sed 's|.*/||; s|\.java$||; s|\([a-z0-9]\)\([A-Z]\)|\1-\2|g' | tr 'A-Z\n' 'a-z ' || true)
    if [[ " $cases" != *" $name "* || -z "$name" ]]; then
        give_up "usage: scripts/$suite CASE [options]; cases: ${cases:-none yet}"
    fi
    for part in ${name//-/ }; do class+=${part^}; done
    shift 2
    build
    exec "$JAVA" "@$JVM_OPTIONS" -cp "$(class_path)" "conclave.appliance.$suite.$class" "$@"
}
