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

# The headers and libraries of GNU readline, zlib, libpng and libjpeg. On macOS `build_flags` gets the way to Homebrew's, for Apple's own is libedit.
need_libraries() {
    build_flags=""
    case "$(uname -s)" in
    Darwin)
        command -v brew >/dev/null 2>&1 || fail \
            "convsh needs libraries that come with Homebrew: get it from https://brew.sh," \
            "then run 'brew install readline libpng jpeg-turbo' and this again."
        for library in readline/readline libpng/png jpeg-turbo/jpeglib; do
            folder=$(brew --prefix "${library%/*}" 2>/dev/null || true)
            [ -f "$folder/include/${library#*/}.h" ] || [ -f "$folder/include/$library.h" ] || fail \
                "convsh needs ${library%/*}: run 'brew install readline libpng jpeg-turbo'."
            build_flags="$build_flags -Xcc -I$folder/include -Xlinker -L$folder/lib"
        done
        ;;
    *)
        has_header readline/readline.h && has_header zlib.h && has_header png.h && has_header jpeglib.h || install_libraries
        ;;
    esac
}

has_header() {
    [ -f "/usr/include/$1" ] || [ -f "/usr/local/include/$1" ]
}

packages="libreadline-dev zlib1g-dev libpng-dev libjpeg-dev"

install_libraries() {
    if ! command -v apt-get >/dev/null 2>&1; then
        fail "convsh needs the headers of GNU readline, zlib, libpng and libjpeg: install readline-devel, zlib-devel, libpng-devel" \
            "and libjpeg-turbo-devel (Fedora), readline, zlib, libpng and libjpeg-turbo (Arch) or your system's like."
    fi
    if [ "$(id -u)" -eq 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        fail "convsh needs the headers of some libraries, and installing them takes an administrator:" \
            "run 'sudo apt-get install $packages' and this again."
    fi
    say "Installing $packages"
    apt_install || { $as_root apt-get update >&2 </dev/null && apt_install; } || fail \
        "Installing failed. Run 'sudo apt-get install $packages' and this again."
}

apt_install() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages \
        >&2 </dev/null
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
    case "$root" in *[[:space:]]*) return 0 ;; esac
    mkdir -p "$root/.build/archives"
    for name in libstdc++.a libpng16.a libjpeg.a; do
        archive=$(cc -print-file-name=$name 2>/dev/null || true)
        if [ -f "$archive" ]; then ln -sf "$archive" "$root/.build/archives/$name"; fi
    done
    printf ' %s' "-Xswiftc -L$root/.build/archives"
}
