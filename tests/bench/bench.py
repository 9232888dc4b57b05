#!/usr/bin/python3
"""bench.py - the table of numbers that README.md quotes

Usage: bench.py BENCH [ROUNDS] [--long]

BENCH is the program of bench.c. ReportLab and LibreOffice print the words of the sample family's documents, and nothing
else: no boxes, no tags, no tables. What is not installed is skipped, with a word. --long adds 10,000 documents on end.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from html import escape
from pathlib import Path

FONT = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"
STEPS = ("layout", "paint", "from the answers to the files")
OFFICE_FILES = 20
OFFICE = """<?xml version="1.0" encoding="UTF-8"?><office:document
xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>%s
</office:text></office:body></office:document>"""


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def measure(bench, rounds):
    scores = {}
    for line in run(bench, "measure", rounds).splitlines():
        work, contestant, *numbers = line.split()
        scores[work, contestant] = [float(n) for n in numbers]
    return scores


def read_words(bench, folder):
    run(bench, "write", folder)
    return [[line.strip() for line in run("pdftotext", "-layout", path, "-").splitlines() if line.strip()]
            for path in sorted(Path(folder).glob("*.pdf"))]


def measure_reportlab(documents, rounds):
    try:
        from reportlab.lib.styles import ParagraphStyle
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.platypus import Paragraph, SimpleDocTemplate
    except ImportError:
        return "ReportLab is not installed", 0
    import io
    pdfmetrics.registerFont(TTFont("Noto", FONT))
    style = ParagraphStyle("Noto", fontName="Noto", fontSize=10, leading=13)
    times, size = [], 0
    for _ in range(rounds):
        start = time.process_time()
        size = 0
        for lines in documents:
            out = io.BytesIO()
            SimpleDocTemplate(out).build([Paragraph(escape(line), style) for line in lines])
            size += len(out.getvalue())
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times), size


def measure_office(documents, folder):
    if shutil.which("soffice") is None:
        return "LibreOffice is not installed", 0
    for i in range(OFFICE_FILES):
        lines = documents[i % len(documents)]
        Path(folder, f"{i}.fodt").write_text(OFFICE % "".join(f"<text:p>{escape(l)}</text:p>" for l in lines), "utf-8")
    def count():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return (usage.ru_utime + usage.ru_stime) * 1000
    start = count()
    out = Path(folder, "out")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
                    "--outdir", str(out), *map(str, sorted(Path(folder).glob("*.fodt")))],
                   check=True, capture_output=True)
    files = [Path(out, f"{i}.pdf").stat().st_size for i in range(len(documents))]
    return (count() - start) / OFFICE_FILES * len(documents), sum(files)


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
    print("| The sample family's documents; the others print their words alone | CPU | of Panah's | bytes |\n|---|---|---|---|")
    print(f"| Panah | {ours[5]:.1f} ms | 1× | {ours[2]:.0f} |")
    for name, (time_or_word, size) in (("ReportLab, warm", measure_reportlab(documents, rounds)),
                                       (f"LibreOffice, {OFFICE_FILES} files in one launch", measure_office(documents, folder))):
        if isinstance(time_or_word, str):
            print(f"| {name} | skipped: {time_or_word} | | |")
        else:
            print(f"| {name} | {time_or_word:.0f} ms | {time_or_word / ours[5]:.0f}× | {size} |")
    print()


def main():
    long = "--long" in sys.argv
    arguments = [argument for argument in sys.argv[1:] if argument != "--long"]
    bench, rounds = arguments[0], int(arguments[1]) if len(arguments) > 1 else 25
    scores = measure(bench, str(rounds))
    print_scores(scores, bench)
    with tempfile.TemporaryDirectory() as folder:
        print_others(scores, read_words(bench, folder), max(3, rounds // 5), folder)
    first = statistics.median(float(run(bench, "first").split()[1]) for _ in range(11))
    print(f"The first document of a fresh process takes {first:.0f} ms of CPU, starting the process included.")
    memory = [line.split()[1:] for line in run(bench, "memory", "10000" if long else "1000").splitlines()]
    print("Memory after " + ", ".join(f"{int(n):,} documents: {int(kib) / 1024:.1f} MiB" for n, kib in memory) + ".")
    return 0


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C.UTF-8"
    sys.exit(main())
