#!/usr/bin/env python3
# read-case-file.py - opens a sealed case file by data/schema/case-file.md alone
# SPDX-License-Identifier: GPL-3.0-or-later
"""read-case-file.py FILE [--casebook]: the passphrase, or 64 hexadecimal digits, on standard input; JSON on standard output"""
import base64, ctypes, json, struct, sys, unicodedata

sodium, u64 = ctypes.CDLL("libsodium.so.23"), ctypes.c_ulonglong
assert sodium.sodium_init() >= 0

def blake2b(size, data, key=b""):
    out = ctypes.create_string_buffer(size)
    assert sodium.crypto_generichash(out, ctypes.c_size_t(size), data, u64(len(data)), key or None, ctypes.c_size_t(len(key))) == 0
    return out.raw

def unseal(sealed, ad, nonce, key):
    out = ctypes.create_string_buffer(len(sealed))
    bad = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(out, None, None, sealed, u64(len(sealed)), ad, u64(len(ad)), nonce, key)
    return None if bad else out.raw[:-16]

def slot_key(slot, secret):
    kind, kdf, ops, kib, salt = struct.unpack("<BBxxII16s", slot[:28])
    if kind == 2:
        return blake2b(32, salt, secret)
    out = ctypes.create_string_buffer(32)
    assert kdf == 1 and sodium.crypto_pwhash(out, u64(32), secret, u64(len(secret)), salt, u64(ops), ctypes.c_size_t(kib * 1024), 2) == 0
    return out.raw

def subkey(number, file_key):
    out = ctypes.create_string_buffer(32)
    assert sodium.crypto_kdf_derive_from_key(out, ctypes.c_size_t(32), ctypes.c_uint64(number), b"pnh-file", file_key) == 0
    return out.raw

def open_body(sealed, head, n_opening, key):
    state, at, plain = ctypes.create_string_buffer(sodium.crypto_secretstream_xchacha20poly1305_statebytes()), 0, []
    assert sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, head[812:836], key) == 0
    while at < len(sealed):
        piece, ad, tag = sealed[at:at + (65536 if at else n_opening) + 17], b"" if at else head, ctypes.c_ubyte()
        out, at = ctypes.create_string_buffer(len(piece)), at + len(piece)
        bad = sodium.crypto_secretstream_xchacha20poly1305_pull(state, out, None, ctypes.byref(tag), piece, u64(len(piece)), ad, u64(len(ad)))
        assert bad == 0 and tag.value == (3 if at == len(sealed) else 0), "damaged or cut off"
        plain.append(out.raw[:-17])
    return plain[0], b"".join(plain[1:])

data, is_casebook = open(sys.argv[1], "rb").read(), "--casebook" in sys.argv
secret = bytes.fromhex(sys.stdin.read()) if is_casebook else unicodedata.normalize("NFC", sys.stdin.read()).encode()
head, n = data[:4096], data[10]
assert data[:10] == b"\x89PNH\r\n\x1a\n\x01\0" and data[11] == 0 and blake2b(16, head[:860]) == head[860:876], "not ours, newer, or damaged"
slots = [s for s in (head[12 + 100 * i:112 + 100 * i] for i in range(n)) if (s[0] == 2) == is_casebook]
file_key = next(filter(None, (unseal(s[52:], head[:12] + s[:28], s[28:52], slot_key(s, secret)) for s in slots)), None)
assert file_key, "passphrase"
summary = unseal(head[876:], head[:876], head[836:860], subkey(2, file_key))
opening, plain = open_body(data[4096:-32], head, 8 + 32 * n, subkey(1, file_key))
end, (n_case, n_files), at, files = struct.unpack("<Q", opening[:8])[0], struct.unpack("<IHxx", plain[:8]), 8, []
case, at = json.loads(plain[at:at + n_case]), at + n_case
for _ in range(n_files):
    kind, n_name, n_data = struct.unpack("<BBxxI", plain[at:at + 8])
    files.append({"kind": kind, "name": plain[at + 8:at + 8 + n_name].decode(), "data": base64.b64encode(plain[at + 8 + n_name:at + 8 + n_name + n_data]).decode()})
    at += 8 + n_name + n_data
assert at == end and not plain[end:].strip(b"\0")
print(json.dumps({"case": case, "files": files, "summary": json.loads(summary[2:2 + int.from_bytes(summary[:2], "little")] or b"{}"), "worn": blake2b(32, data[:-32]) != data[-32:]}))
