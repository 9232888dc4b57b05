#!/bin/bash
# with-display.sh COMMAND… - runs it on a screen, home and bus of its own; 77 if there can be no screen
#
# SCREEN=1366x768 sets the size. Keeps nothing.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -u

for needed in Xvfb dbus-run-session; do
  command -v $needed >/dev/null || { echo "1..0 # SKIP $needed is not here"; exit 77; }
done

folder=$(mktemp -d "${TMPDIR:-/tmp}/panah-ui.XXXXXX")
export PANAH_TEST_FOLDER=$folder
export HOME=$folder/home XDG_RUNTIME_DIR=$folder/run XDG_CACHE_HOME=$folder/cache
export XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data TMPDIR=$folder/tmp
mkdir -p "$HOME" "$XDG_RUNTIME_DIR" "$TMPDIR"
chmod 700 "$XDG_RUNTIME_DIR"

# the server chooses a number that is free, and tells it
mkfifo "$folder/number"
Xvfb -displayfd 3 -screen 0 "${SCREEN:-1366x768}x24" -dpi 96 -nolisten tcp 3>"$folder/number" >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$folder"' EXIT
read -r -t 20 number <"$folder/number" || { echo "1..0 # SKIP there is no screen"; exit 77; }

export DISPLAY=:$number GDK_BACKEND=x11 GSK_RENDERER=cairo LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
# what the bus and what it starts have to say is not the test's
dbus-run-session -- bash -c 'exec "$@" >&4 4>&-' bash "$@" 4>&1 >/dev/null
