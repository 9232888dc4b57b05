#!/usr/bin/python3
# check_pdf.py FILE… - what PDF/A-2 level A and a screen reader ask of a file, as far as a program can see it
# check_pdf.py --same FILE OTHER - also compares how many objects of each type there are
#
# It shares nothing with the program: qpdf takes the file apart, zlib unpacks it, the rest is read off the standards.
# One line for each fault, none for a sound file. Not checked: what only eyes can judge, and the inner soundness of the
# outlines of letters.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import base64
import json
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree as xml
import zlib

LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
LITERAL = re.compile(rb"\((?:[^()\\]|\\.)*\)", re.DOTALL)
ESCAPE = re.compile(rb"\\(.)", re.DOTALL)
ESCAPED = {b"r": b"\r", b"n": b"\n"}
TOKEN = re.compile(rb"<<|>>|<[0-9A-F]*>|\[|\]|/[^\s<>\[\]()/%]*|[-.0-9]+|[A-Za-z]+")
OPERATORS = {"BT", "ET", "Tf", "Tm", "TJ", "BDC", "BMC", "EMC", "w", "J", "m", "l", "S", "re"}
PAINTING = {"TJ", "S"}
FORBIDDEN = {"/AA", "/OpenAction", "/JS", "/JavaScript", "/Launch", "/URI", "/EmbeddedFiles", "/Encrypt", "/Crypt", "/AcroForm",
             "/Annots", "/OCProperties", "/SMask", "/ExtGState", "/XObject", "/Group", "/FFilter", "/LZWDecode"}
INSIDE = {"Document": {"H1", "H2", "H3", "P", "L", "Table"}, "H1": set(), "H2": set(), "H3": set(), "P": {"Span", "Form"},
          "Span": set(), "Form": set(), "L": {"LI"}, "LI": {"Lbl", "LBody"}, "Lbl": set(), "LBody": set(),
          "Table": {"TR"}, "TR": {"TH", "TD"}, "TH": set(), "TD": set()}
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"
PAGES_TO_A_LEAF = 500


class File:
    """The objects of a file, and what was found wrong with it."""

    def __init__(self, raw, objects):
        self.raw, self.objects, self.faults = raw, objects, []
        self.trailer = objects["trailer"]["value"]
        self.root = self.get(self.trailer["/Root"])

    @staticmethod
    def read(path):
        command = ["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=none", path]
        taken_apart = subprocess.run(command, check=True, capture_output=True).stdout
        objects = json.loads(taken_apart)["qpdf"][1]
        with open(path, "rb") as file:
            raw = file.read()
        # qpdf keeps these to itself
        for number, length in re.findall(r"\n(\d+) 0 obj\n<<\n/Length (\d+ 0 R)", raw.decode("latin-1")):
            objects[f"obj:{number} 0 R"]["stream"]["dict"]["/Length"] = length
        file = File(raw, objects)
        file.take_containers()
        return file

    def take_containers(self):
        """Sets apart what holds other objects, and the table of where they are."""
        self.table, self.containers = None, {}
        for name, held in list(self.objects.items()):
            kind = held["stream"]["dict"].get("/Type") if "stream" in held else None
            number = int(name.split(":")[1].split()[0]) if name.startswith("obj:") else 0
            if kind == "/XRef":
                self.table = (number, self.unpack(name[4:]), held["stream"]["dict"]["/W"])
            elif kind == "/ObjStm":
                dictionary = held["stream"]["dict"]
                heads = self.unpack(name[4:])[:dictionary["/First"]].split()
                self.containers[number] = [int(head) for head in heads[::2]]
                self.expect(len(heads) == 2 * dictionary["/N"], f"heads of {number}")
            else:
                continue
            del self.objects[name]

    def say(self, fault):
        self.faults.append(fault)

    def expect(self, condition, fault):
        if not condition:
            self.say(fault)

    def get(self, value):
        """What a reference refers to; of a stream, its dictionary."""
        if isinstance(value, str) and re.fullmatch(r"\d+ 0 R", value):
            held = self.objects.get("obj:" + value, {})
            return held["stream"]["dict"] if "stream" in held else held.get("value")
        return value

    def unpack(self, reference):
        stream = self.objects["obj:" + reference]["stream"]
        data = base64.b64decode(stream["data"])
        return zlib.decompress(data) if stream["dict"].get("/Filter") else data


def text(value):
    return value[2:] if isinstance(value, str) and value.startswith("u:") else None


def to_digits(match):
    """A binary string as a hexadecimal one"""
    said = ESCAPE.sub(lambda escape: ESCAPED.get(escape.group(1), escape.group(1)), match.group()[1:-1])
    return b"<" + said.hex().upper().encode() + b">"


def walk(value):
    """Every value inside a value, and every key."""
    yield value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def check_bytes(file):
    """Header, identifier, end, and each stream as long as it says, between its two words."""
    raw = file.raw
    file.expect(re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4,}\n", raw), "header")
    file.expect(raw.endswith(b"%%EOF\n"), "end of file")
    identifier = file.trailer.get("/ID", ["", ""])
    file.expect(re.fullmatch(r"b:[0-9a-f]{32}", identifier[0]) and identifier[0] == identifier[1], "identifier")
    start = int(re.search(rb"startxref\n(\d+)\n", raw).group(1))
    own, table, widths = file.table
    file.expect(raw[start:].startswith(b"%d 0 obj\n" % own) and widths == [1, 4, 2], "table of objects")
    for number, (kind, place, index) in enumerate(struct.iter_unpack(">BIH", table)):
        if kind == 2:
            file.expect(file.containers[place][index] == number, f"object {number} is not where it should be")
        elif kind == 1:
            check_place(file, number, raw[place:])


def check_place(file, number, body):
    file.expect(body.startswith(b"%d 0 obj\n" % number), f"object {number} is not where it should be")
    stream = file.objects.get(f"obj:{number} 0 R", {}).get("stream")
    if stream is not None:
        data = re.match(rb".*?>>\nstream\r\n", body, re.DOTALL).end()
        length = file.get(stream["dict"]["/Length"])
        file.expect(body[data + length:].startswith(b"\nendstream\nendobj\n"), f"length of stream {number}")
        file.expect(stream["dict"].get("/Filter") in (None, "/FlateDecode"), f"filter of stream {number}")


def check_objects(file):
    """Nothing that acts, nothing that shines through, nothing that nobody refers to, nothing too long."""
    seen, waiting = set(), [file.trailer]
    while waiting:
        for value in walk(waiting.pop()):
            if not isinstance(value, str):
                continue
            file.expect(value not in FORBIDDEN, f"forbidden {value}")
            file.expect(len(value.encode()) <= (128 if value.startswith("/") else 32769), "too long")
            if "obj:" + value in file.objects and value not in seen:
                seen.add(value)
                waiting.append(file.get(value))
    orphans = len(file.objects) - 1 - len(seen)
    file.expect(orphans == 0, f"{orphans} objects that nobody refers to")


def check_catalog(file):
    file.expect(LANGUAGE.fullmatch(text(file.root.get("/Lang")) or ""), "language of the document")
    file.expect(file.root.get("/MarkInfo") == {"/Marked": True}, "not marked")
    file.expect(file.root.get("/ViewerPreferences") == {"/DisplayDocTitle": True}, "title is not displayed")
    known = {"/Type", "/Pages", "/MarkInfo", "/StructTreeRoot", "/Metadata", "/ViewerPreferences", "/Lang", "/OutputIntents",
             "/Outlines"}
    file.expect(set(file.root) <= known, "catalog")


def check_metadata(file):
    info = file.get(file.trailer["/Info"])
    file.expect(set(info) == {"/Title", "/Producer"}, "info")
    reference = file.root.get("/Metadata", "")
    if "stream" not in file.objects.get("obj:" + reference, {}):
        file.say("no metadata")
        return
    data = file.unpack(reference)
    file.expect(data.startswith(b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>'), "packet header")
    try:
        packet = xml.fromstring(data)
    except xml.ParseError:
        file.say("metadata is no XML")
        return
    for what, path, value in (("title", f"{DC}title/{RDF}Alt/{RDF}li", text(info.get("/Title"))),
                              ("producer", f"{PDF}Producer", text(info.get("/Producer"))),
                              ("language", f"{DC}language/{RDF}Bag/{RDF}li", text(file.root.get("/Lang"))),
                              ("part", f"{PDFAID}part", "2"), ("conformance", f"{PDFAID}conformance", "A")):
        said = packet.find(f".//{path}")
        file.expect(said is not None and (said.text or "") == value, f"metadata: {what}")
    file.expect(packet.find(".//{*}pdfuaid") is None, "metadata: PDF/UA")


def check_output_intent(file):
    """A profile of one channel, whose tags lie inside it."""
    intents = file.root.get("/OutputIntents", [])
    if len(intents) != 1 or file.get(intents[0]).get("/S") != "/GTS_PDFA1":
        file.say("output intent")
        return
    reference = file.get(intents[0])["/DestOutputProfile"]
    data = file.unpack(reference)
    fields = struct.unpack(">I4sI4s4s4s", data[:24])
    file.expect(file.get(reference).get("/N") == 1, "profile: channels")
    file.expect(fields[0] == len(data) and len(data) % 4 == 0, "profile: length")
    file.expect(fields[2] >> 24 in (2, 4) and fields[3:] == (b"mntr", b"GRAY", b"XYZ "), "profile: header")
    file.expect(data[36:40] == b"acsp" and data[68:80] == struct.pack(">3I", 0xF6D6, 0x10000, 0xD32D), "profile: light")
    tags = {}
    for i in range(struct.unpack(">I", data[128:132])[0]):
        name, start, length = struct.unpack(">4sII", data[132 + 12 * i:144 + 12 * i])
        tags[name] = data[start:start + length]
        file.expect(start % 4 == 0 and start >= 132 and start + length <= len(data), f"profile: place of {name}")
    wanted = {b"desc": b"desc", b"cprt": b"text", b"wtpt": b"XYZ ", b"kTRC": b"curv"}
    file.expect({name: tag[:4] for name, tag in tags.items()} == wanted, "profile: tags")


def read_program(data):
    """Advances in thousandths, and whether a glyph has an outline, from a TrueType file."""
    tables = {}
    for i in range(struct.unpack(">H", data[4:6])[0]):
        name, _, start, length = struct.unpack(">4s3I", data[12 + 16 * i:28 + 16 * i])
        tables[name] = data[start:start + length]
    upem, = struct.unpack(">H", tables[b"head"][18:20])
    n_glyphs, = struct.unpack(">H", tables[b"maxp"][4:6])
    n_metrics, = struct.unpack(">H", tables[b"hhea"][34:36])
    advances = [struct.unpack(">H", tables[b"hmtx"][4 * i:4 * i + 2])[0] for i in range(n_metrics)]
    wide, = struct.unpack(">h", tables[b"head"][50:52])
    offsets = struct.unpack(f">{n_glyphs + 1}{'I' if wide else 'H'}", tables[b"loca"][:(n_glyphs + 1) * (4 if wide else 2)])
    drawn = [offsets[i] < offsets[i + 1] for i in range(n_glyphs)]
    return [1000 * advances[min(i, n_metrics - 1)] / upem for i in range(n_glyphs)], drawn


class Font:
    """An embedded font: what each code looks like and says."""

    def __init__(self, file, reference):
        font = file.get(reference)
        inner = file.get(font["/DescendantFonts"][0])
        descriptor = file.get(inner["/FontDescriptor"])
        name = font["/BaseFont"]
        file.expect(font["/Subtype"] == "/Type0" and font["/Encoding"] == "/Identity-H", f"{name}: encoding")
        file.expect(inner["/Subtype"] == "/CIDFontType2", f"{name}: kind")
        file.expect(inner["/CIDSystemInfo"]["/Ordering"] == "u:Identity", f"{name}: ordering")
        file.expect(re.fullmatch(r"/[A-Z]{6}\+[A-Za-z0-9-]+", name), f"{name}: no subset")
        file.expect(name == inner["/BaseFont"] == descriptor["/FontName"], f"{name}: names differ")
        self.name, self.widths, self.glyphs, self.texts = name, [], [], {}
        if "/FontFile2" not in descriptor or "/ToUnicode" not in font:
            file.say(f"{name}: not embedded, or cannot be read back")
            return
        program = file.unpack(descriptor["/FontFile2"])
        file.expect(file.get(descriptor["/FontFile2"])["/Length1"] == len(program), f"{name}: length")
        self.advances, self.drawn = read_program(program)
        self.widths = inner["/W"][1]
        file.expect(inner["/W"][0] == 0 and len(inner["/W"]) == 2, f"{name}: widths")
        glyph_map = file.unpack(inner["/CIDToGIDMap"])
        self.glyphs = struct.unpack(f">{len(glyph_map) // 2}H", glyph_map)
        for code, units in re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", file.unpack(font["/ToUnicode"])):
            self.texts[int(code, 16)] = bytes.fromhex(units.decode()).decode("utf-16-be")
        for code, width in enumerate(self.widths):
            self.check_code(file, code, width)

    def check_code(self, file, code, width):
        glyph = self.glyphs[code] if code < len(self.glyphs) else len(self.advances)
        if glyph >= len(self.advances):
            file.say(f"{self.name}: glyph of code {code}")
            return
        file.expect(abs(width - self.advances[glyph]) <= 1, f"{self.name}: width of code {code}")
        if code == 0:
            return
        said = self.texts.get(code, "")
        file.expect(said and not set(said) & set("\0\ufeff\ufffe"), f"{self.name}: text of code {code}")
        file.expect(glyph != 0, f"{self.name}: code {code} is a glyph that is not there")
        invisible = said.isspace() or set(said) <= set("\u200b\u200c\u200d\u00ad")
        file.expect(self.drawn[glyph] or invisible, f"{self.name}: “{said}” is blank")


class Page:
    """A page's marks: of each, its tag and what is said in it."""

    def __init__(self, file, reference, fonts):
        self.dict, self.marks, self.file, self.fonts = file.get(reference), [], file, fonts
        self.names = self.dict["/Resources"].get("/Font", {})
        self.font, self.stack, self.inside = None, [], False
        operands = []
        for token in TOKEN.findall(LITERAL.sub(to_digits, file.unpack(self.dict["/Contents"]))):
            word = token.decode()
            if word[0].isalpha():
                self.run(word, operands)
                operands = []
            else:
                operands.append(word)
        file.expect(not self.stack and not self.inside, "something on a page does not end")
        file.expect([0, 0, 595.28, 841.89] == [round(float(side), 2) for side in self.dict["/MediaBox"]], "paper is not A4")

    def run(self, word, operands):
        self.file.expect(word in OPERATORS, f"operator {word}")
        self.file.expect(word not in PAINTING or self.stack, "painted outside every mark")
        if word in ("BT", "ET"):
            self.file.expect(self.inside == (word == "ET"), "text in text")
            self.inside = word == "BT"
        elif word in ("BDC", "BMC"):
            self.begin(operands)
        elif word == "EMC":
            self.file.expect(self.stack, "an end without a beginning")
            self.stack = self.stack[:-1]
        elif word == "Tf":
            self.file.expect(operands[0] in self.names, "a font that the page has not")
            self.font = self.fonts.get(self.names.get(operands[0]))
        elif word == "TJ":
            self.show(operands)

    def begin(self, operands):
        if operands[0] == "/Span" and "/ActualText" in operands:
            self.file.expect(self.stack and bytes.fromhex(operands[3][1:-1]).decode("utf-16"), "actual text")
            self.stack.append(self.stack[-1] if self.stack else None)
            return
        self.file.expect(not self.stack, "a mark in a mark")
        artifact = operands[0] == "/Artifact"
        self.file.expect(artifact or operands[1:] == ["<<", "/MCID", str(len(self.marks)), ">>"], "number of a mark")
        self.stack.append(None if artifact else len(self.marks))
        if not artifact:
            self.marks.append([operands[0][1:], ""])

    def show(self, operands):
        self.file.expect(self.font is not None and self.inside, "letters without a font")
        codes = "".join(word[1:-1] for word in operands if word[0] == "<")
        for i in range(0, len(codes), 4):
            code = int(codes[i:i + 4], 16)
            self.file.expect(self.font and 0 < code < len(self.font.widths), "a code that the font has not")
            if self.stack and self.stack[-1] is not None and self.font:
                self.marks[self.stack[-1]][1] += self.font.texts.get(code, "")


def collect_elements(file):
    """All elements in reading order: reference, dictionary, and the marks as pairs of page and number."""
    elements = []

    def collect(reference, parent):
        element = file.get(reference)
        file.expect(element.get("/P") == parent, "an element does not know its parent")
        marks, kids = [], element.get("/K", [])
        elements.append((reference, element, marks))
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, int):
                marks.append((element.get("/Pg"), kid))
            elif isinstance(kid, dict):
                marks.append((kid.get("/Pg"), kid.get("/MCID")))
            else:
                collect(kid, reference)

    root = file.root["/StructTreeRoot"]
    collect(file.get(root)["/K"], root)
    return elements


def check_structure(file, pages, elements):
    depth, used = 0, {}
    for reference, element, marks in elements:
        role, parent = element["/S"][1:], file.get(element["/P"])
        file.expect(role in INSIDE, f"role {role}")
        file.expect("/S" not in parent or role in INSIDE.get(parent["/S"][1:], ()), f"{role} in {parent.get('/S')}")
        file.expect("/Lang" not in element or LANGUAGE.fullmatch(text(element["/Lang"]) or ""), "language of an element")
        file.expect(role != "TH" or element.get("/A") == {"/O": "/Table", "/Scope": "/Column"}, "head without a scope")
        file.expect(role != "Form" or element.get("/A") == {"/O": "/PrintField", "/Role": "/tv"}, "field without a role")
        file.expect(role != "Lbl" or text(element.get("/ActualText")), "a drawn sign says nothing")
        if role in ("H1", "H2", "H3"):
            file.expect(int(role[1]) <= depth + 1, f"{role} after a heading of level {depth}")
            depth = int(role[1])
        for page, number in marks:
            file.expect((page, number) not in used, f"mark {number} of {page} belongs to two elements")
            used[page, number] = reference
            shown = pages[page].marks[number][0] if page in pages and number < len(pages[page].marks) else None
            file.expect(shown == role, f"mark {number} of {page} is no {role}")
    for reference, page in pages.items():
        for number in range(len(page.marks)):
            file.expect((reference, number) in used, f"mark {number} of {reference} belongs to no element")
    return used


def check_parent_tree(file, pages, used):
    root = file.get(file.root["/StructTreeRoot"])
    numbers = {}
    for leaf in file.get(root["/ParentTree"])["/Kids"]:
        pairs, limits = file.get(leaf)["/Nums"], file.get(leaf)["/Limits"]
        file.expect([pairs[0], pairs[-2]] == limits, "limits of the parent tree")
        numbers.update(zip(pairs[::2], pairs[1::2]))
    file.expect(root.get("/ParentTreeNextKey") == len(pages), "next key of the parent tree")
    for reference, page in pages.items():
        parents = file.get(numbers.get(page.dict.get("/StructParents"), []))
        file.expect(parents == [used.get((reference, i)) for i in range(len(page.marks))], f"parent tree of {reference}")


def collect_items(file, parent, references):
    """The items of an outline in the order in which they are seen; returns how many lie in @parent."""
    holder, count, before = file.get(parent), 0, None
    reference = holder.get("/First")
    while reference is not None and reference not in references:
        references.append(reference)
        item = file.get(reference)
        file.expect(item.get("/Parent") == parent and item.get("/Prev") == before, "an item is in the wrong place")
        count += 1 + collect_items(file, reference, references)
        before, reference = reference, item.get("/Next")
    file.expect(holder.get("/Last") == before, "the last item is another")
    file.expect(holder.get("/Count", 0) == count, "items are counted wrongly")
    return count


def check_outline(file, pages, elements):
    """Each heading once, in order, one inside the other, and leading to its page."""
    headings, items = [], []
    for _, element, marks in elements:
        if element["/S"] in ("/H1", "/H2", "/H3") and marks:
            headings.append((marks[0][0], "".join(pages[page].marks[number][1] for page, number in marks)))
    if "/Outlines" in file.root:
        collect_items(file, file.root["/Outlines"], items)
    file.expect(bool(headings) == ("/Outlines" in file.root), "outline without headings, or the other way round")
    file.expect(len(headings) == len(items), "headings and items")
    for (page, words), item in zip(headings, map(file.get, items)):
        title = text(item.get("/Title")) or ""
        # A line that runs from right to left is drawn in another order than it is read.
        seen, told = (sorted(re.sub(r"[\s\u200b-\u200d\u2066-\u2069]", "", some)) for some in (words, title))
        file.expect(title.endswith("…") or seen == told, f"title of an item: {title}")
        file.expect(item.get("/Dest", [None])[0] == page and item["/Dest"][1] == "/XYZ", "an item leads elsewhere")
    return len(items)


def check_all(file):
    check_bytes(file)
    check_objects(file)
    check_catalog(file)
    check_metadata(file)
    check_output_intent(file)
    references = file.get(file.root["/Pages"])["/Kids"]
    names = {font for page in references for font in file.get(page)["/Resources"].get("/Font", {}).values()}
    fonts = {reference: Font(file, reference) for reference in names}
    pages = {reference: Page(file, reference, fonts) for reference in references}
    elements = collect_elements(file)
    check_parent_tree(file, pages, check_structure(file, pages, elements))
    n_items = check_outline(file, pages, elements)
    # catalog, pages, info, tree, parent tree; metadata and profile with their lengths; of each page itself, its content
    # and that one's length; of each font three dictionaries, and three streams with their lengths
    leaves = (len(pages) + PAGES_TO_A_LEAF - 1) // PAGES_TO_A_LEAF
    expected = 5 + 4 + 3 * len(pages) + 9 * len(fonts) + len(elements) + leaves + (n_items + 1 if n_items else 0)
    file.expect(len(file.objects) - 1 == expected, f"{len(file.objects) - 1} objects instead of {expected}")


def check(file):
    """A file too broken to be walked through is broken."""
    try:
        check_all(file)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, struct.error, zlib.error) as error:
        file.say(f"cannot be followed: {error!r}")
    return file.faults


def count(file):
    """Types, of elements also their roles; what has none by its keys."""
    types = {}
    for held in file.objects.values():
        value = held["stream"]["dict"] if "stream" in held else held["value"]
        kind = type(value).__name__
        if isinstance(value, dict):
            kind = " ".join(str(value[key]) for key in ("/Type", "/S", "/Subtype") if key in value) or " ".join(sorted(value))
        types[kind] = types.get(kind, 0) + 1
    return types


def main():
    if sys.argv[1] == "--same":
        sys.argv.pop(1)
        file, other = (count(File.read(path)) for path in sys.argv[1:])
        for kind in sorted(set(file) | set(other)):
            if file.get(kind) != other.get(kind):
                print(f"{kind}: {file.get(kind, 0)} and {other.get(kind, 0)}")
    for path in sys.argv[1:]:
        for fault in check(File.read(path)):
            print(f"{path}: {fault}")


if __name__ == "__main__":
    main()
