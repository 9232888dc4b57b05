#!/usr/bin/python3
"""bench.py - the table of numbers that README.md quotes

Usage: bench.py BENCH [ROUNDS] [--long]

BENCH is the program of bench.c. ReportLab and LibreOffice print the sample family's documents from the OpenDocument texts
that Panah makes of them: the same paragraphs and tables, ReportLab without their looks. What is not installed is skipped,
with a word. --long adds 10,000 documents on end.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import io
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from html import escape
from pathlib import Path
from xml.etree import ElementTree

FONT = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"
STEPS = ("layout", "paint", "from the answers to the files")
OFFICE_FILES = 20
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def measure(bench, rounds):
    scores = {}
    for line in run(bench, "measure", rounds).splitlines():
        work, contestant, *numbers = line.split()
        scores[work, contestant] = [float(n) for n in numbers]
    return scores


def write_texts(bench, folder):
    run(bench, "write", folder)
    return sorted(Path(folder).glob("*.odt"))


def read_text(path):
    """Paragraphs, and tables as lists of rows of cells"""
    def words(element):
        return " ".join("".join(element.itertext()).split())
    def walk(element):
        for child in element:
            if child.tag in (TEXT + "p", TEXT + "h"):
                yield words(child)
            elif child.tag == TABLE + "table" and child.find(f".//{TABLE}table") is None:  # else a frame
                yield [[words(cell) for cell in row.iter(TABLE + "table-cell")] for row in child.iter(TABLE + "table-row")]
            else:
                yield from walk(child)
    with zipfile.ZipFile(path) as archive:
        return list(walk(ElementTree.fromstring(archive.read("content.xml"))))


def make_flow(parts, style, paragraph, table, width):
    for part in parts:
        if isinstance(part, str):
            yield paragraph(escape(part), style)
        elif part:
            n = max(map(len, part))
            yield table([[paragraph(escape(cell), style) for cell in row] + [""] * (n - len(row)) for row in part],
                        colWidths=[width / n] * n, repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])


def measure_reportlab(documents, rounds):
    try:
        from reportlab.lib.pagesizes import A4
        from reportlab.lib.styles import ParagraphStyle
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.platypus import Paragraph, SimpleDocTemplate, Table
    except ImportError:
        return "ReportLab is not installed", 0
    pdfmetrics.registerFont(TTFont("Noto", FONT))
    style = ParagraphStyle("Noto", fontName="Noto", fontSize=11, leading=15, alignment=4)
    texts = [read_text(path) for path in documents]
    times, size = [], 0
    for _ in range(rounds):
        start = time.process_time()
        size = 0
        for parts in texts:
            out = io.BytesIO()
            SimpleDocTemplate(out, pagesize=A4, leftMargin=57, rightMargin=43, topMargin=50, bottomMargin=50).build(
                list(make_flow(parts, style, Paragraph, Table, A4[0] - 112)))
            size += len(out.getvalue())
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times), size


def convert(paths, folder):
    """CPU of one launch of LibreOffice, in milliseconds"""
    def count():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return (usage.ru_utime + usage.ru_stime) * 1000
    start = count()
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
                    "--outdir", f"{folder}/out", *map(str, paths)], check=True, capture_output=True)
    return count() - start


def measure_office(documents, folder):
    if shutil.which("soffice") is None:
        return ("LibreOffice is not installed", 0), ("LibreOffice is not installed", 0)
    many = [shutil.copy(documents[i % len(documents)], f"{folder}/many-{i}.odt") for i in range(OFFICE_FILES)]
    convert(documents[:1], folder)  # makes the profile
    together = convert(many, folder) / OFFICE_FILES * len(documents)
    alone = sum(convert([path], folder) for path in documents)
    size = sum(Path(folder, "out", path.stem + ".pdf").stat().st_size for path in documents)
    return (together, size), (alone, size)


def count_instructions(bench, contestant, work):
    if shutil.which("valgrind") is None:
        return None
    def collect(rounds):
        done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", bench, contestant,
                               str(rounds), work], check=True, capture_output=True, text=True)
        return int(re.search(r"Collected : (\d+)", done.stderr).group(1))
    return (collect(5) - collect(1)) / 4


def print_scores(scores, bench):
    for work, title in (("form", "A form and a letter, new in every word"), ("family", "The sample family, new answers")):
        ours, theirs = scores[work, "panah"], scores[work, "cairo"]
        print(f"| {title}: {ours[0]:.0f} documents, {ours[1]:.0f} pages | Panah | Pango + cairo | |\n|---|---|---|---|")
        for i, step in enumerate(STEPS):
            print(f"| {step}, CPU | {ours[3 + i]:.1f} ms | {theirs[3 + i]:.1f} ms | {theirs[3 + i] / ours[3 + i]:.2f}× |")
        print(f"| bytes | {ours[2]:.0f} | {theirs[2]:.0f} | {theirs[2] / ours[2]:.2f}× |")
        counts = [count_instructions(bench, contestant, work) for contestant in ("panah", "cairo")]
        if None in counts:
            print("| instructions | valgrind is not installed | | |")
        else:
            print(f"| instructions, with the making of the case | {counts[0] / 1e6:.0f} million | {counts[1] / 1e6:.0f} million "
                  f"| {counts[1] / counts[0]:.2f}× |")
        print()


def print_others(scores, documents, rounds, folder):
    ours = scores["family", "panah"]
    together, alone = measure_office(documents, folder)
    print("| The sample family's documents | CPU | of Panah's | bytes |\n|---|---|---|---|")
    print(f"| Panah | {ours[5]:.1f} ms | 1× | {ours[2]:.0f} |")
    for name, (time_or_word, size) in (("ReportLab, warm", measure_reportlab(documents, rounds)),
                                       (f"LibreOffice, {OFFICE_FILES} files in one launch", together),
                                       ("LibreOffice, a launch for each file", alone)):
        if isinstance(time_or_word, str):
            print(f"| {name} | skipped: {time_or_word} | | |")
        else:
            print(f"| {name} | {time_or_word:.0f} ms | {time_or_word / ours[5]:.1f}× | {size} |")
    print()


def main():
    long = "--long" in sys.argv
    arguments = [argument for argument in sys.argv[1:] if argument != "--long"]
    bench, rounds = arguments[0], int(arguments[1]) if len(arguments) > 1 else 25
    scores = measure(bench, str(rounds))
    print_scores(scores, bench)
    with tempfile.TemporaryDirectory() as folder:
        print_others(scores, write_texts(bench, folder), max(3, rounds // 5), folder)
    first = statistics.median(float(run(bench, "first").split()[1]) for _ in range(11))
    print(f"The first document of a fresh process takes {first:.0f} ms of CPU, starting the process included.")
    memory = [line.split()[1:] for line in run(bench, "memory", "10000" if long else "1000").splitlines()]
    print("Memory after " + ", ".join(f"{int(n):,} documents: {int(kib) / 1024:.1f} MiB" for n, kib in memory) + ".")
    return 0


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C.UTF-8"
    sys.exit(main())
