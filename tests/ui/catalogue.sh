#!/bin/bash
# catalogue.sh PO - in each language every string of the window is translated, the engine's sentences included
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -u

po=$1
template=$(mktemp)
trap 'rm -f "$template"' EXIT
(cd "$po/.." && xgettext --from-code=UTF-8 --files-from=po/POTFILES.in --output="$template" --keyword=_ --keyword=N_ \
  --keyword=C_:1c,2 --keyword=ngettext:1,2 --keyword=g_dngettext:2,3 --keyword=panah_plan_add_problem:4) || exit 1
languages=$(sed -e 's/#.*//' "$po/LINGUAS")
set -- $languages
echo "1..$#"
number=0
for language in "$@"; do
  number=$((number + 1))
  if wrong=$(msgcmp "$po/$language.po" "$template" 2>&1); then
    echo "ok $number $language"
  else
    echo "not ok $number $language"
    printf '%s\n' "$wrong" | grep -v warning | sed 's/^/# /'
  fi
done
