# words.py - what the window says, in any of its languages: from the catalogues, not from the program
#
# SPDX-License-Identifier: GPL-3.0-or-later

import ctypes
import ctypes.util
import gettext
import io
import json
import os
import pathlib
import re
import subprocess

CATALOGUES = {"fa-AF": "fa_AF", "ar": "ar"}
OWN_NAMES = {"en": "English", "fa-AF": "دری", "ar": "العربية"}
SCRIPTS = {"en": "LATIN", "fa-AF": "ARABIC", "ar": "ARABIC"}
# no country of ICU's
STATELESS = {"en": "stateless", "fa-AF": "بی‌تابعیت", "ar": "عديم الجنسية"}

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fa-AF": "جنوری فبروری مارچ اپریل می جون جولای اگست سپتمبر اکتوبر نومبر دسمبر",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}


def read_po(path):
    done = subprocess.run(["msgfmt", "-o", "-", path], check=True, stdout=subprocess.PIPE)
    return gettext.GNUTranslations(io.BytesIO(done.stdout))


class Names:
    """Of countries and languages, from the same library as the program: nobody types by heart what CLDR calls them."""

    def __init__(self, language):
        name = ctypes.util.find_library("icuuc")
        self.library, self.version = ctypes.CDLL(name), re.search(r"\.so\.(\d+)", name).group(1)
        self.language = language.encode()

    def call(self, function, *arguments):
        """Returns what it put into a buffer of UTF-16."""
        text = ctypes.create_string_buffer(512)
        length = getattr(self.library, f"{function}_{self.version}")(*arguments, text, 256, ctypes.byref(ctypes.c_int(0)))
        return text.raw[:2 * length].decode("utf-16-le")

    def country(self, code):
        if code == "stateless":
            return STATELESS[self.language.decode()]
        return self.call("uloc_getDisplayCountry", f"und_{code}".encode(), self.language)

    def language_name(self, code):
        opened = getattr(self.library, f"uldn_open_{self.version}")
        opened.restype = ctypes.c_void_p
        names = ctypes.c_void_p(opened(self.language, 1, ctypes.byref(ctypes.c_int(0))))
        return self.call("uldn_localeDisplayName", names, code.replace("-", "_").encode())


class Words:
    """English in, the language of the window out; what nobody has translated yet stays English, as it does there."""

    def __init__(self, language, pack):
        pack = pathlib.Path(pack)
        self.language, self.names = language, Names(language)
        self.country_names = json.loads((pack / "pack.json").read_text())["names"]
        self.catalogues = []
        if language in CATALOGUES:
            self.catalogues.append(read_po(pack / "po" / f"{CATALOGUES[language]}.po"))
            program = pathlib.Path(os.environ["PANAH_LOCALE_DIR"]) / CATALOGUES[language] / "LC_MESSAGES" / "panah.mo"
            with open(program, "rb") as compiled:
                self.catalogues.append(gettext.GNUTranslations(compiled))

    def __call__(self, english):
        for catalogue in self.catalogues:
            if (said := catalogue.gettext(english)) != english:
                return said
        return english

    def name_pack(self):
        return self.country_names.get(self.language, self.country_names["en"])

    def name(self, kind, code):
        return self.names.country(code) if kind.startswith("countr") else self.names.language_name(code)

    def day(self, iso):
        """Day, month and year as they stand in a sentence."""
        year, month, day = (int(part) for part in iso[:10].split("-"))
        return f"{day} {MONTHS[self.language].split()[month - 1]} {year}"


def choose_language(screen, words):
    """By the name that its readers know; a draft has a word behind it."""
    own = OWN_NAMES[words.language]
    names = [node.get_name() for node in screen.all() if node.get_role_name() == "push button"]
    screen.click(next(name for name in names if name == own or name.startswith(f"{own} (")))
