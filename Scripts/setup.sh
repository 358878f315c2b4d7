# What Scripts/run and Scripts/test need before they build. To be sourced, with `root` set to the repository's folder.
# Everything it says goes to standard error.

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "$@"
    exit 1
}

need_swift() {
    if ! command -v swift >/dev/null 2>&1 && [ -x "${SWIFTLY_BIN_DIR:-$HOME/.local/share/swiftly/bin}/swift" ]; then
        PATH="${SWIFTLY_BIN_DIR:-$HOME/.local/share/swiftly/bin}:$PATH"
        export PATH
    fi
    command -v swift >/dev/null 2>&1 || fail \
        "convsh is built with Swift 6.1 or newer, and there is no 'swift' here." \
        "Get it from https://www.swift.org/install/ and run this again."
}

# The headers and libraries of GNU readline and zlib. On macOS `build_flags` gets the way to Homebrew's, for Apple's own is libedit.
need_libraries() {
    build_flags=""
    case "$(uname -s)" in
    Darwin)
        command -v brew >/dev/null 2>&1 || fail \
            "convsh needs GNU readline, which comes with Homebrew: get it from https://brew.sh," \
            "then run 'brew install readline' and this again."
        readline=$(brew --prefix readline 2>/dev/null || true)
        [ -f "$readline/include/readline/readline.h" ] || fail "convsh needs GNU readline: run 'brew install readline'."
        build_flags="-Xcc -I$readline/include -Xlinker -L$readline/lib"
        ;;
    *)
        has_header readline/readline.h && has_header zlib.h || install_libraries
        ;;
    esac
}

has_header() {
    [ -f "/usr/include/$1" ] || [ -f "/usr/local/include/$1" ]
}

install_libraries() {
    if ! command -v apt-get >/dev/null 2>&1; then
        fail "convsh needs the headers of GNU readline and zlib: install readline-devel and zlib-devel (Fedora)," \
            "readline and zlib (Arch) or your system's like."
    fi
    if [ "$(id -u)" -eq 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        fail "convsh needs the headers of GNU readline and zlib, and installing them takes an administrator:" \
            "run 'sudo apt-get install libreadline-dev zlib1g-dev' and this again."
    fi
    say "Installing libreadline-dev and zlib1g-dev"
    apt_install || { $as_root apt-get update >&2 </dev/null && apt_install; } || fail \
        "Installing failed. Run 'sudo apt-get install libreadline-dev zlib1g-dev' and this again."
}

apt_install() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends libreadline-dev \
        zlib1g-dev >&2 </dev/null
}

# Flags for release builds on Linux. A program that carries Swift's and C++'s libraries inside starts faster and needs neither
# where it runs. Without -pie, 46,000 addresses need not be written at every start.
release_flags() {
    [ "$(uname -s)" = Linux ] || return 0
    printf '%s' "-Xlinker -no-pie"
    resources=$(swift -print-target-info 2>/dev/null | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
    [ -f "$(dirname "$resources")/swift_static/linux/libswiftCore.a" ] || return 0
    printf ' %s' --static-swift-stdlib
    # The linker takes the archive where it finds no shared library before it: in a folder of its own. The flags are words.
    archive=$(cc -print-file-name=libstdc++.a 2>/dev/null || true)
    case "$root" in *[[:space:]]*) return 0 ;; esac
    [ -f "$archive" ] || return 0
    mkdir -p "$root/.build/archives"
    ln -sf "$archive" "$root/.build/archives/libstdc++.a"
    printf ' %s' "-Xswiftc -L$root/.build/archives"
}
