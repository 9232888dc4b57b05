#!/bin/bash
# twice.sh SOURCE - built in two folders, of copies in two folders, the programs are the same to the byte
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -u

[ -n "${PANAH_TEST_LONG-}" ] || { echo "1..0 # SKIP building twice takes minutes: ./check --long"; exit 0; }

source=$1
folder=$(mktemp -d "${TMPDIR:-/tmp}/panah-twice.XXXXXX")
trap 'rm -rf "$folder"' EXIT
number=0
status=0

report() {
  number=$((number + 1))
  if [ "$1" = 0 ]; then echo "ok $number $2"; else echo "not ok $number $2"; status=1; fi
}

# a copy with nothing that was built, its files older or newer than ours
copy() {
  mkdir -p "$1" && tar -C "$source" --exclude='./build*' --exclude=./.git --exclude=./out -c . | tar -C "$1" -xm
}

build() {
  copy "$1" && meson setup "$1/$2" "$1" >"$folder/log" 2>&1 && ninja -C "$1/$2" src/panah src/tool/panah-tool >>"$folder/log" 2>&1
}

echo "1..6"
build "$folder/one" build || { tail -20 "$folder/log"; report 1 "the first is built"; exit 1; }
sleep 1 # other times in other files
build "$folder/another/place" other-name || { tail -20 "$folder/log"; report 1 "the second is built"; exit 1; }
for program in src/panah src/tool/panah-tool; do
  first=$folder/one/build/$program second=$folder/another/place/other-name/$program
  name=$(basename $program)
  cmp "$first" "$second" >&2
  report $? "$name is the same, with all that a debugger needs"
  ! grep -q -a -F "$folder" "$first"
  report $? "$name does not say where it was built"
  strip "$first" "$second"
  cmp "$first" "$second" >&2
  report $? "$name is the same without it"
done
exit $status
