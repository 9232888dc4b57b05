#!/usr/bin/python3
# pseudo.py TEMPLATE|PACK... OUT - catalogues of languages that nobody speaks, in which what is wrong can be seen
#
# en_XA is English with accents and half as long again: a word without an accent was never marked for translation, and a
# cut one has no room. ar_XB is the same from right to left, each word between marks that turn it around.
#
# pseudo.py program ROOT OUT   OUT/<language>/LC_MESSAGES/panah.mo
# pseudo.py packs ROOT OUT     OUT/<pack>: a copy of the pack with po/en_XA.po and po/ar_XB.po
# … STAMP DEPFILE              for ninja: what it was made from, so that it is made again when that changes
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import pathlib
import re
import shutil
import subprocess
import sys

ACCENTS = str.maketrans("AEIOUCNSYZaeioucnsyz", "ÂÊÎÔÛÇÑŠÝŽâêîôûçñšýž")
KEPT = re.compile(r"%(?:\d\$)?[a-z%]|%\d|\{[^}]*\}|https?://\S+|\\[a-z]")
RLO, PDF = "\u202e", "\u202c"


def accented(english):
    out, at = "", 0
    for kept in KEPT.finditer(english):
        out += english[at:kept.start()].translate(ACCENTS) + kept.group()
        at = kept.end()
    out += english[at:].translate(ACCENTS)
    filler = " ~" * max(1, len(english) // 4)
    return out + filler


def mirrored(english):
    pieces, at = [], 0
    for kept in KEPT.finditer(english):
        pieces += [RLO + english[at:kept.start()] + PDF if kept.start() > at else "", kept.group()]
        at = kept.end()
    return "".join(pieces) + (RLO + english[at:] + PDF if at < len(english) else "")


LANGUAGES = {"en_XA": accented, "ar_XB": mirrored}


def header(language):
    return ('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
            f'"Language: {language}\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n')


def entries(template):
    """msgid and msgid_plural of a template, unquoted"""
    for block in re.split(r"\n\s*\n", template):
        found, current = {}, None
        for line in block.splitlines():
            match = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) "(.*)"$', line)
            if match:
                current = match.group(1)
                found[current] = json.loads(f'"{match.group(2)}"')
            elif line.startswith('"') and current:
                found[current] += json.loads(line)
        if found.get("msgid"):
            yield found


def quote(text):
    return json.dumps(text, ensure_ascii=False)


def catalogue(template, language):
    say = LANGUAGES[language]
    parts = [header(language)]
    for entry in entries(template):
        lines = [f"msgctxt {quote(entry['msgctxt'])}"] if "msgctxt" in entry else []
        lines.append(f"msgid {quote(entry['msgid'])}")
        if "msgid_plural" in entry:
            lines += [f"msgid_plural {quote(entry['msgid_plural'])}", f"msgstr[0] {quote(say(entry['msgid']))}",
                      f"msgstr[1] {quote(say(entry['msgid_plural']))}"]
        else:
            lines.append(f"msgstr {quote(say(entry['msgid']))}")
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def program(root, out):
    template = subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES.in", "--output=-", "--keyword=_", "--keyword=N_",
         "--keyword=C_:1c,2", "--keyword=ngettext:1,2", "--keyword=g_dngettext:2,3",
         "--keyword=panah_plan_add_problem:4"], cwd=root, check=True, capture_output=True, text=True).stdout
    for language in LANGUAGES:
        folder = out / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["msgfmt", "-o", str(folder / "panah.mo"), "-"], input=catalogue(template, language), check=True,
                       text=True)


def packs(root, out):
    for pack in sorted(path for path in (root / "data" / "packs").iterdir() if path.is_dir()):
        copy = out / pack.name
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(pack, copy)
        template = subprocess.run([str(root / "tests" / "packs" / "catalogue.py"), "--missing", "xx", str(pack)], check=True,
                                  capture_output=True, text=True).stdout
        for language in LANGUAGES:
            (copy / "po" / f"{language}.po").write_text(catalogue(template, language), encoding="utf-8")


def sources(kind, root):
    if kind == "packs":
        return [path for path in sorted((root / "data" / "packs").rglob("*")) if path.is_file()]
    return [root / line for line in (root / "po" / "POTFILES.in").read_text().split() if (root / line).is_file()]


def main():
    kind, root, out = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    {"program": program, "packs": packs}[kind](root, out)
    if len(sys.argv) > 4:
        stamp, depfile = sys.argv[4:]
        made_from = " ".join(str(path).replace(" ", "\\ ") for path in [pathlib.Path(__file__).resolve(), *sources(kind, root)])
        pathlib.Path(depfile).write_text(f"{stamp}: {made_from}\n", encoding="utf-8")
        pathlib.Path(stamp).touch()


if __name__ == "__main__":
    main()
