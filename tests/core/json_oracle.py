#!/usr/bin/python3
# json_oracle.py JSON-ACCEPT FILE… - the scanner beside Python's json, on texts at random
#
# What Python refuses must be refused; what the scanner takes must mean the same to both. What the scanner refuses and
# Python takes must break one of the rules that are stricter here: those are written again below.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import pathlib
import random
import re
import struct
import subprocess
import sys

TEXTS = int(os.environ.get("PANAH_TEST_TEXTS", 60_000))
PIECES = [b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b"\\u", b"\\ud83d", b"\\ude00", b"\\u0000", b"0", b"-", b"1e9", b".5", b"null",
          b"true", b"NaN", b"Infinity", b"9007199254740993", b"-9007199254740992", b" ", b"\n", b"\x0b", b"\xc2\xa0", b"/*", b"//",
          b"\xef\xbb\xbf", b"\xff", b"\x01", b'"a":1,', "ж".encode(), b"\xe2\x82", b"\xed\xa0\x80", b"\xc0\x80", b"[" * 31, b"]" * 31]


class Refused(Exception):
    pass


def pairs(members):
    names = [name for name, _ in members]
    if len(set(names)) != len(names) or any(len(name.encode("utf-8", "surrogatepass")) > 64 for name in names):
        raise Refused
    return dict(members)


def whole(digits):
    if abs(int(digits)) > 2 ** 53:
        raise Refused
    return int(digits)


def refuse(_):
    raise Refused


def walk(node, depth=1):
    if isinstance(node, str):
        # half a surrogate pair, or a NUL
        if "\0" in node or re.search("[\ud800-\udfff]", node) or len(node.encode()) > 1 << 20:
            raise Refused
        return 1
    if not isinstance(node, (list, dict)):
        return 1
    if depth > 32:
        raise Refused
    children = node
    if isinstance(node, dict):
        children = node.values()
        for name in node:
            walk(name)
    return 1 + sum(walk(child, depth + 1) for child in children)


def read(text):
    """What a strict reader makes of it; Refused if nothing"""
    try:
        node = json.loads(text.decode("utf-8"), object_pairs_hook=pairs, parse_int=whole, parse_float=refuse, parse_constant=refuse)
        if text.startswith(b"\xef\xbb\xbf") or walk(node) > 100_000:
            raise Refused
        return node
    except (ValueError, RecursionError):
        raise Refused from None


def mutate(rand, text):
    for _ in range(rand.randint(1, 4)):
        at = rand.randint(0, len(text))
        how = rand.randrange(5)
        if how == 0 and at < len(text):
            text = text[:at] + bytes([text[at] ^ 1 << rand.randrange(8)]) + text[at + 1:]
        elif how == 1:
            text = text[:at] + text[rand.randint(at, len(text)):]
        elif how == 2:
            text = text[:at] + rand.choice(PIECES) + text[at:]
        elif how == 3:
            start = rand.randint(0, len(text))
            text = text[:at] + text[start:start + rand.randint(0, 40)] + text[at:]
        else:
            text = text[:at] + bytes([rand.randrange(256)]) + text[at:]
    return text[:4000]


def make(rand, depth=0):
    """A text that is right, or nearly"""
    kind = rand.randrange(8 if depth < 5 else 5)
    if kind < 2:
        return str(rand.choice([0, 1, -1, 7, rand.randint(-2 ** 54, 2 ** 54)]))
    if kind == 2:
        return rand.choice(["true", "false", "null"])
    if kind < 5:
        return json.dumps("".join(chr(rand.choice([65, 0x436, 0x6A9, 0x4E2D, 0x1F600, 34, 92, 10, 8, 0x7F, 0x2028])) for _ in range(rand.randrange(5))),
                          ensure_ascii=rand.random() < 0.5)
    space = rand.choice(["", " ", "\n\t"])
    if kind == 5:
        return "[" + space + ("," + space).join(make(rand, depth + 1) for _ in range(rand.randrange(4))) + space + "]"
    return "{" + ",".join(f'{space}"{rand.choice("abcdefж")}{i}"{space}:{make(rand, depth + 1)}' for i in range(rand.randrange(4))) + "}"


def main():
    program, files = sys.argv[1], sys.argv[2:]
    seed = int(os.environ.get("PANAH_TEST_SEED", random.randrange(1 << 32)))
    rand = random.Random(seed)
    print(f"1..2\n# seed {seed}, {TEXTS} texts")
    wholes = [pathlib.Path(file).read_bytes() for file in files]
    texts = wholes + [make(rand).encode() for _ in range(TEXTS // 4)]
    texts += [mutate(rand, rand.choice(texts)[:4000]) for _ in range(TEXTS - len(texts))]

    done = subprocess.run([program], input=b"".join(struct.pack("<I", len(text)) + text for text in texts), capture_output=True, check=True)
    answers = done.stdout.decode("ascii").splitlines()
    taken, wrong = 0, []
    for text, answer in zip(texts, answers, strict=True):
        try:
            expected = read(text)
            agree = answer != "-" and json.loads(answer) == expected and repr(json.loads(answer)) == repr(expected)
        except Refused:
            agree = answer == "-"
        taken += answer != "-"
        if not agree:
            wrong.append((text, answer))
    for text, answer in wrong[:10]:
        print(f"# {text!r} -> {answer}")
    print(f"{'not ' if wrong else ''}ok 1 the scanner and the oracle agree on {len(texts)} texts")
    print(f"{'' if len(texts) // 10 < taken < len(texts) * 9 // 10 else 'not '}ok 2 {taken} of them were taken")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
