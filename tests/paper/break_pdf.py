#!/usr/bin/python3
# break_pdf.py FILE - breaks a sound file in many ways and tells what check_pdf.py does not notice
#
# SPDX-License-Identifier: GPL-3.0-or-later

import base64
import copy
import re
import sys
import zlib

import check_pdf


def find(file, kind, key=None):
    """The first object with that type or role, and with that key."""
    for held in file.objects.values():
        value = held["stream"]["dict"] if "stream" in held else held.get("value")
        if isinstance(value, dict) and kind in (value.get("/Type"), value.get("/S"), value.get("/Subtype")):
            if key is None or key in value:
                return value
    raise KeyError(kind)


def rewrite(file, reference, change):
    stream = file.objects["obj:" + reference]["stream"]
    data = change(file.unpack(reference))
    stream["data"] = base64.b64encode(zlib.compress(data) if stream["dict"].get("/Filter") else data).decode()


def rewrite_page(file, change):
    rewrite(file, find(file, "/Page")["/Contents"], change)


def rewrite_metadata(file, old, new):
    rewrite(file, file.root["/Metadata"], lambda data: data.replace(old, new))


def rewrite_profile(file, change):
    rewrite(file, file.root["/OutputIntents"][0]["/DestOutputProfile"], change)


def rewrite_texts(file, old, new):
    rewrite(file, find(file, "/Type0")["/ToUnicode"], lambda data: re.sub(old, new, data))


def rewrite_glyphs(file, glyph):
    """The glyph of code 3"""
    rewrite(file, find(file, "/CIDFontType2")["/CIDToGIDMap"], lambda data: data[:6] + glyph + data[8:])


# What is broken, and how.
BREAKS = {
    "header": lambda f: setattr(f, "raw", f.raw.replace(b"%PDF-1.7", b"%PDF-1.8")),
    "binary comment": lambda f: setattr(f, "raw", f.raw.replace(b"\xb7\xbe\xad\xaa", b"abcd")),
    "identifier": lambda f: f.trailer.pop("/ID"),
    "identifiers differ": lambda f: f.trailer["/ID"].__setitem__(0, "b:" + 32 * "0"),
    "stream length": lambda f: setattr(f, "raw", f.raw.replace(b"\nendstream", b" endstream", 1)),
    "filter": lambda f: f.get(find(f, "/Page")["/Contents"]).update({"/Filter": ["/LZWDecode"]}),
    "script": lambda f: f.root.update({"/OpenAction": {"/S": "/JavaScript", "/JS": "u:x"}}),
    "encryption": lambda f: f.trailer.update({"/Encrypt": {}}),
    "transparency": lambda f: find(f, "/Page").update({"/Group": {"/S": "/Transparency"}}),
    "orphan": lambda f: f.objects.update({"obj:99999 0 R": {"value": {}}}),
    "language": lambda f: f.root.update({"/Lang": "u:по-русски"}),
    "language of an element": lambda f: find(f, "/P").update({"/Lang": "u:a_b"}),
    "not marked": lambda f: f.root.pop("/MarkInfo"),
    "title not displayed": lambda f: f.root.pop("/ViewerPreferences"),
    "no metadata": lambda f: f.root.pop("/Metadata"),
    "metadata is no XML": lambda f: rewrite_metadata(f, b"</rdf:RDF>", b""),
    "title differs": lambda f: f.get(f.trailer["/Info"]).update({"/Title": "u:Other"}),
    "producer differs": lambda f: f.get(f.trailer["/Info"]).update({"/Producer": "u:Other"}),
    "date in info": lambda f: f.get(f.trailer["/Info"]).update({"/CreationDate": "u:D:2026"}),
    "no claim": lambda f: rewrite_metadata(f, b"<pdfaid:part>2", b"<pdfaid:part>1"),
    "no output intent": lambda f: f.root.pop("/OutputIntents"),
    "profile cut short": lambda f: rewrite_profile(f, lambda data: data[:-4]),
    "profile of three channels": lambda f: rewrite_profile(f, lambda data: data.replace(b"GRAY", b"RGB ")),
    "profile without a curve": lambda f: rewrite_profile(f, lambda data: data.replace(b"kTRC", b"xTRC")),
    "font not embedded": lambda f: find(f, "/FontDescriptor").pop("/FontFile2"),
    "no ToUnicode": lambda f: find(f, "/Type0").pop("/ToUnicode"),
    "ToUnicode has a gap": lambda f: rewrite_texts(f, rb"<0003> ", b"<7FFF> "),
    "ToUnicode says nothing": lambda f: rewrite_texts(f, rb"<0003> <.*>", b"<0003> <0000>"),
    "wrong width": lambda f: find(f, "/CIDFontType2")["/W"][1].__setitem__(3, 7),
    "glyph not there": lambda f: rewrite_glyphs(f, b"\0\0"),
    "glyph beyond": lambda f: rewrite_glyphs(f, b"\xff\xff"),
    "no subset": lambda f: find(f, "/Type0").update({"/BaseFont": "/NotoSans"}),
    "colour": lambda f: rewrite_page(f, lambda data: data + b"1 0 0 rg\n"),
    "painted outside": lambda f: rewrite_page(f, lambda data: data + b"0 0 m\n1 1 l S\n"),
    "mark twice": lambda f: rewrite_page(f, lambda data: data.replace(b"/MCID 1>>", b"/MCID 0>>")),
    "mark without end": lambda f: rewrite_page(f, lambda data: data[:-4]),
    "mark of nobody": lambda f: rewrite_page(f, lambda data: data + b"/P<</MCID %d>>BDC\nEMC\n" % data.count(b"/MCID")),
    "mark of another kind": lambda f: find(f, "/P", "/K").update({"/S": "/H1"}),
    "mark of two": lambda f: [find(f, kind).update({"/K": 0}) for kind in ("/H1", "/TH")],
    "parent": lambda f: find(f, "/TD").update({"/P": f.root["/StructTreeRoot"]}),
    "parent tree": lambda f: find(f, "/Page").update({"/StructParents": 7}),
    "cell in a paragraph": lambda f: find(f, "/TR").update({"/S": "/P"}),
    "head without scope": lambda f: find(f, "/TH").pop("/A"),
    "field without role": lambda f: find(f, "/Form").pop("/A"),
    "sign without words": lambda f: find(f, "/Lbl").pop("/ActualText"),
    "heading left out": lambda f: find(f, "/H2").update({"/S": "/H3"}),
    "no outline": lambda f: f.root.pop("/Outlines"),
    "other title": lambda f: f.get(find(f, "/Outlines")["/First"]).update({"/Title": "u:Other"}),
    "other page": lambda f: f.get(find(f, "/Outlines")["/First"])["/Dest"].__setitem__(0, "1 0 R"),
    "items counted wrongly": lambda f: find(f, "/Outlines").update({"/Count": 7}),
}


def main():
    sound = check_pdf.File.read(sys.argv[1])
    for name, damage in BREAKS.items():
        file = copy.deepcopy(sound)
        damage(file)
        if not check_pdf.check(file):
            print(f"unnoticed: {name}")


main()
