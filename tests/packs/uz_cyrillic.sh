#!/bin/bash
# uz_cyrillic.sh ROOT - Uzbek in Cyrillic letters says what Uzbek in Latin letters says
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -u

cd "$1" || exit 1
catalogues=(po po/gtk40 data/packs/*/po)
echo "1..${#catalogues[@]}"
number=0
for folder in "${catalogues[@]}"; do
  number=$((number + 1))
  if wrong=$(python3 po/uz_cyrillic.py "$folder/uz.po" | diff - "$folder/uz@cyrillic.po"); then
    echo "ok $number $folder"
  else
    echo "not ok $number $folder: run po/uz_cyrillic.py"
    printf '%s\n' "$wrong" | sed 's/^/# /' | head -20
  fi
done
