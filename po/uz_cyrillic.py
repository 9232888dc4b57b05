#!/usr/bin/python3
# uz_cyrillic.py LATIN.po > CYRILLIC.po - Uzbek in Cyrillic letters, made from Uzbek in Latin letters
#
# One text in two scripts is kept once. What the alphabet of 1995 cannot know (soft signs, c for ts) stands in the tables.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import re
import sys

LETTERS = dict(zip("abdefghijklmnopqrstuvxyzʼ", "абдефгҳижклмнопқрстувхйзъ"))
GROUPS = {"yoʻ": "йў", "oʻ": "ў", "gʻ": "ғ", "sh": "ш", "ch": "ч", "ya": "я", "yo": "ё", "yu": "ю", "ye": "е"}
VOWELS = set("аеиоуўэёюя")
# written as in Russian, before any suffix
STEMS = {
    "apellyatsiya": "апелляция", "beybitshilik": "бейбитшилик", "deportatsiya": "депортация",
    "identifikatsiya": "идентификация", "immigratsiya": "иммиграция", "instansiya": "инстанция",
    "kassatsiya": "кассация", "kompyuter": "компьютер", "konstitutsiya": "конституция", "konvensiya": "конвенция",
    "kvitansiya": "квитанция", "migratsiya": "миграция", "mikrorayon": "микрорайон", "operatsiya": "операция",
    "politsiya": "полиция", "pozitsiya": "позиция", "protsess": "процесс", "registratsiya": "регистрация",
    "sudya": "судья",
}
# a soft sign at the end, which a suffix takes away
SOFT = ("yanvar", "fevral", "aprel", "iyun", "iyul", "sentabr", "oktabr", "noyabr", "dekabr", "kalendar")
# as they are in every script; those of the first line take a suffix
LATIN_STEMS = ("UNHCR", "IOM", "UTC", "PDF", "USB", "Panah", "Wayland")
LATIN = set("GMT RIMAP Esc Fn IBelong Victory Alt Ctrl Tab Enter X11".split()) | set(LATIN_STEMS)
ROMAN = re.compile(r"[IVX]{2,}|[VX]")
# %s, {name|code=, an address on the web or by mail, #tag, a file's ending, a code of letters and digits
KEPT = re.compile(
    r"%(?:\d\$)?[a-z%]|%\d|\{[^|}]*(?:\|[^=|}]*=)?|\|[a-z0-9-]+=|\}|https?://\S+|\S+@\S+|(?:[\w-]+\.)+(?:org|kz|kg|net|com)\S*"
    r"|#\w+|\.[a-z]{3}\b|\b[A-Z]+\d\w*|\bA[+−]")
WORD = re.compile(r"[A-Za-zʻʼ]+")


def letters(latin, after=""):
    out = after
    i = 0
    while i < len(latin):
        group = next((g for g in GROUPS if latin.startswith(g, i)), None)
        if group:
            out += GROUPS[group]
            i += len(group)
            continue
        if latin[i] == "e" and (not out or out[-1] in VOWELS):
            out += "э"
        else:
            out += LETTERS.get(latin[i], latin[i])
        i += 1
    return out[len(after):]


def lower_word(latin):
    for soft in SOFT:
        if latin == soft:
            return letters(latin) + "ь"
    for stem, cyrillic in STEMS.items():
        if latin.startswith(stem):
            return cyrillic + letters(latin[len(stem):], cyrillic)
    return letters(latin)


def word(match):
    latin = match.group()
    if latin in LATIN or ROMAN.fullmatch(latin):
        return latin
    for stem in LATIN_STEMS:
        if latin.startswith(stem):
            return stem + letters(latin[len(stem):], "б")
    cyrillic = lower_word(latin.lower())
    if len(latin) > 1 and latin.isupper():
        return cyrillic.upper()
    return cyrillic[:1].upper() + cyrillic[1:] if latin[0].isupper() else cyrillic


def text(latin):
    out, at = "", 0
    for kept in KEPT.finditer(latin):
        out += WORD.sub(word, latin[at:kept.start()]) + kept.group()
        at = kept.end()
    return out + WORD.sub(word, latin[at:])


def line(latin, state):
    found = re.match(r'(msgid|msgid_plural|msgctxt|msgstr(?:\[\d\])?)? ?"(.*)"$', latin)
    if not found:
        return latin.replace("Uzbek words", "Uzbek words in Cyrillic letters")
    keyword, words = found.groups()
    if keyword == "msgid" and words == "":
        state["header"] = True
    elif keyword == "msgid":
        state["header"] = False
    state["keyword"] = keyword or state["keyword"]
    if state["header"]:
        return latin.replace("Language: uz\\n", "Language: uz@cyrillic\\n")
    if not state["keyword"].startswith("msgstr"):
        return latin
    quoted = json.dumps(text(json.loads(f'"{words}"')), ensure_ascii=False)
    return f"{keyword} {quoted}" if keyword else quoted


def main():
    state = {"header": False, "keyword": ""}
    for latin in open(sys.argv[1], encoding="utf-8").read().splitlines():
        print(line(latin, state))


if __name__ == "__main__":
    main()
