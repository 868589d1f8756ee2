#!/usr/bin/env bash
# All C++ is as clang-format writes it.
# usage: format.sh PROJECT
set -eu
cd "$1"
files=$(find src tests -name '*.h' -o -name '*.cpp')
[ "$(wc -l <<<"$files")" -ge 100 ] || { echo "found only: $files"; exit 1; }
xargs clang-format --dry-run --Werror <<<"$files"
