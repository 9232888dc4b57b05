#!/usr/bin/python3
# hostile.py TOOL SAMPLE - every text of a case is something else than it should be; the papers and the plan stay whole
#
# Each text of the sample family in turn, then all of them, becomes markup and format directives, or direction marks and
# line ends, or a line of 1 MiB. What is then printed has to stand on the paper as it was written, and nothing else may
# have come into the file. PANAH_TEST_LONG lets every text become the long line; else some chosen by the printed seed.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import concurrent.futures
import copy
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

ON = "2026-11-24"
KINDS = {"markup": "A & <b>x</b> %s%n%d", "direction": "A\u202eb\u2066c\nd\te\u200f\x1b[7m"}
TWIN = "A a abaxaabaa aaaaaa"  # as long as the markup, of letters and spaces
LONG = "line " * (1024 * 1024 // 5)
N_LONG, N_TWINS = 4, 8
# Which spelling of a name the paper takes is the form's to say, and where the border was crossed no paper of this journey.
UNPRINTED = re.compile(r"\.(said|latin\.\w+|native)$|^entry\.place\.")
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|URI|OpenAction|AA|EmbeddedFiles?|Annots|SubmitForm|GoToR|RichMedia)\b")


def find_texts(node, path=()):
    """Paths of all strings, codes and dates included: whoever writes a case file is not held to what they are for."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in items:
        yield from find_texts(child, path + (key,))
    if isinstance(node, str):
        yield path


def put(case, paths, text):
    case = copy.deepcopy(case)
    for path in paths:
        node = case["facts"]
        for key in path[:-1]:
            node = node[key]
        node[path[-1]] = text
    return case


def clean(text):
    """What has to stand on paper of a text: normal form C, no controls; where lines end is the paper's to say."""
    return CONTROLS.sub("", unicodedata.normalize("NFC", text.replace("\t", " "))).split()


def run(*command, **more):
    return subprocess.run(command, capture_output=True, **more)


def stands_on(text, pdf):
    """Words in their order; between two of them a table may have those of another cell."""
    words, at = run("pdftotext", "-raw", pdf, "-").stdout.decode(), 0
    for word in clean(text):
        at = words.find(word, at) + len(word)
        if at < len(word):
            return False
    return True


def count_objects(pdf):
    return len(run("qpdf", "--show-xref", pdf).stdout.splitlines())


class Trial:
    """A case, and what the tool made of it."""

    def __init__(self, name, case, text=None):
        self.name, self.case, self.text = name, case, text
        self.manifest = self.folder = None

    def changed(self, calm):
        """Its papers that are not those of the sample family."""
        for pdf in sorted(self.folder.glob("*.pdf")) if self.folder.is_dir() else []:
            other = calm.folder / pdf.name
            if not other.exists() or other.read_bytes() != pdf.read_bytes():
                yield pdf

    def judge(self, calm, printed):
        """What is wrong."""
        if self.manifest["code"] == 2:
            # no date, no moment: told in a line, and there is no paper
            return [] if "error" in self.manifest and not self.folder.exists() else ["refused without a word, or not wholly"]
        wrong, found = [], False
        for pdf in self.changed(calm):
            checked = run("qpdf", "--check", pdf)
            if checked.returncode:
                wrong.append(f"{pdf.name}: {checked.stdout.decode()[-200:]}")
            found = found or (printed and stands_on(self.text, pdf))
        return wrong + ([f"“{self.text!r}” stands on none of its papers"] if printed and not found else [])


def batch(tool, trials, folder):
    source = folder / "cases.jsonl"
    source.write_text("".join(json.dumps(trial.case) + "\n" for trial in trials))
    done = run(tool, "batch", source, "--on", ON, "--out", folder / "papers")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    for trial, manifest in zip(trials, sorted(lines, key=lambda line: line["case"])):
        trial.manifest, trial.folder = manifest, folder / "papers" / manifest["case"]
    return len(lines) == len(trials) and done.returncode == 1, done.stderr.decode()


def told(tool, case, folder):
    """The plan, as data and in words."""
    file = folder / "case.json"
    file.write_text(json.dumps(case))
    data, words = (run(tool, "plan", file, "--on", ON, option) for option in ("--json", "--why"))
    wrong = [] if data.returncode in (0, 1) and words.returncode == data.returncode else [f"exit {data.returncode}, {words.returncode}"]
    json.loads(data.stdout)
    return wrong + [f"a control character is printed: {line!r}" for line in (words.stdout + words.stderr + data.stderr).decode().splitlines()
                    if CONTROLS.search(line)][:1]


def same_objects(markup, twin):
    """Markup makes of a file what letters make of it."""
    wrong = []
    for pdf in sorted(twin.folder.glob("*.pdf")):
        other = markup.folder / pdf.name
        if count_objects(pdf) != count_objects(other):
            wrong.append(f"{pdf.name}: {count_objects(other)} objects, not {count_objects(pdf)}")
        if ACTIVE.search(run("qpdf", "--qdf", "--object-streams=disable", "--stream-data=preserve", other, "-").stdout):
            wrong.append(f"{pdf.name}: something active")
    return wrong or ([] if sorted(p.name for p in markup.folder.iterdir()) == sorted(p.name for p in twin.folder.iterdir()) else ["other papers"])


class Report:
    def __init__(self):
        self.results = []

    def add(self, name, wrong):
        self.results.append(not wrong)
        print(f"{'not ok' if wrong else 'ok'} {len(self.results)} {name}", flush=True)
        for line in wrong:
            print(f"# {line}")


def main():
    for needed in ("qpdf", "pdftotext"):
        if shutil.which(needed) is None:
            print(f"1..0 # SKIP {needed} is not here")
            return 0
    tool, sample = sys.argv[1:]
    case = json.loads(pathlib.Path(sample).read_text())
    texts = list(find_texts(case["facts"]))
    seed = int(os.environ.get("PANAH_TEST_SEED", random.randrange(1 << 32)))
    random.seed(seed)
    print(f"# seed {seed}; {len(texts)} texts")

    calm = Trial("the sample family", case)
    free = [path for path in texts if path[-1] in ("said", "ru", "given", "native", "number", "passport")]
    long_ones = free if "PANAH_TEST_LONG" in os.environ else random.sample(free, N_LONG)
    dotted = lambda path: ".".join(str(part) for part in path)
    trials = [Trial(f"{dotted(path)}: {kind}", put(case, [path], text), text) for path in texts for kind, text in KINDS.items()]
    trials += [Trial(f"{dotted(path)}: 1 MiB", put(case, [path], LONG)) for path in long_ones]
    everything = [Trial(f"every text at once: {kind}", put(case, free, text), text) for kind, text in KINDS.items()]
    pairs = [(trial, Trial("twin", put(case, [path], TWIN))) for path in random.sample(free, N_TWINS) for trial in trials
             if trial.name == f"{dotted(path)}: markup"] + [(everything[0], Trial("twin", put(case, free, TWIN)))]
    report = Report()
    with tempfile.TemporaryDirectory() as name, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        folder = pathlib.Path(name)
        whole, said = batch(tool, [calm] + trials + everything + [twin for _, twin in pairs], folder)
        report.add("every case has its line", [] if whole else [said[-500:]])
        report.add("what is said has no control character", [line for line in said.split("\n") if CONTROLS.search(line)][:3])
        all_trials = trials + everything
        printed = [t.text is not None and (t in everything or (t.name.rsplit(":", 1)[0] in map(dotted, free) and not UNPRINTED.search(t.name.rsplit(":", 1)[0])))
                   for t in all_trials]
        for trial, wrong in zip(all_trials, pool.map(lambda pair: pair[0].judge(calm, pair[1]), zip(all_trials, printed))):
            report.add(trial.name, wrong)
        for trial, twin in pairs:
            report.add(f"{trial.name}, the objects of its files", same_objects(trial, twin))
        for trial in random.sample([t for t in trials if t.manifest["code"] != 2], 6) + everything:
            report.add(f"{trial.name}, its plan", told(tool, trial.case, folder))
    print(f"1..{len(report.results)}")
    return 0 if all(report.results) else 1


if __name__ == "__main__":
    sys.exit(main())
