# setup.sh - sourced by ./run and ./check: installs what is missing, builds
#
# SPDX-License-Identifier: GPL-3.0-or-later

say() { printf '» %s\n' "$*" >&2; }

# install_missing FILE…: the packages named in FILEs, each only if it is not there
install_missing() {
  local wanted missing=()
  wanted=$(sed -e 's/#.*//' "$@")
  if ! command -v dpkg-query >/dev/null; then
    say "This is not a Debian system. Please install the counterparts of:" $wanted
    return 0
  fi
  for package in $wanted; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0

  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "Missing, and I am not root: ${missing[*]}"
      return 1
    fi
    root=(sudo)
  fi
  say "Installing ${missing[*]}"
  local log
  log=$("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq update </dev/null 2>&1 &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
      -o DPkg::Lock::Timeout=600 "${missing[@]}" </dev/null 2>&1) || { printf '%s\n' "$log" >&2; return 1; }
}

# configure FOLDER [MESON OPTIONS…]
configure() {
  local folder=$1
  shift
  if [ ! -f "$folder/build.ninja" ]; then
    say "Configuring $folder"
    meson setup "$folder" "$@" >"$folder.log" 2>&1 || { cat "$folder.log" >&2; return 1; }
    rm -f "$folder.log"
  fi
}

# build FOLDER [MESON OPTIONS…]
build() {
  local folder=$1
  configure "$@" || return 1
  say "Building $folder"
  local log
  log=$(ninja -C "$folder" 2>&1) || { printf '%s\n' "$log" >&2; return 1; }
  if printf '%s\n' "$log" | grep 'warning:' >&2; then
    say "The compiler warns; that is a fault here."
    return 1
  fi
}
