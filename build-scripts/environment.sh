# What every script here starts with: the repository's root as the working folder, and the compilers' surroundings.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# emcc's optimizer imports acorn; Debian keeps it in a folder where Node does not look by itself.
if [ -d /usr/share/nodejs/acorn ]; then export NODE_PATH="${NODE_PATH:-/usr/share/nodejs}"; fi
# Compile again only what changed, where ccache is there.
if command -v ccache >/dev/null; then export CMAKE_CXX_COMPILER_LAUNCHER="${CMAKE_CXX_COMPILER_LAUNCHER-ccache}"; fi

say() { printf '\n== %s\n' "$*"; }
refuse() { printf '%s\n' "$*" >&2; exit 1; }
