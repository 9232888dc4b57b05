# fake_printer.py - a printer that keeps what it gets
#
# Speaks as much of the Internet Printing Protocol as GTK asks of CUPS (RFC 8010, RFC 8011).
#
# SPDX-License-Identifier: GPL-3.0-or-later

import http.server
import struct
import threading

PRINT_JOB, GET_PRINTER_ATTRIBUTES, CUPS_GET_DEFAULT, CUPS_GET_PRINTERS = 0x0002, 0x000B, 0x4001, 0x4002
OPERATION, JOB, END, PRINTER = 1, 2, 3, 4
INTEGER, BOOLEAN, ENUM, RANGE, TEXT, NAME, KEYWORD, URI, CHARSET, LANGUAGE, MIME = (
    0x21, 0x22, 0x23, 0x33, 0x41, 0x42, 0x44, 0x45, 0x47, 0x48, 0x49)


def encode_range(first, last):
    return struct.pack(">ii", first, last)


def encode(tag, name, *values):
    out = b""
    for number, value in enumerate(values):
        if tag in (INTEGER, ENUM):
            value = struct.pack(">i", value)
        elif tag == BOOLEAN:
            value = bytes([value])
        elif tag == RANGE:
            value = encode_range(*value)
        else:
            value = value.encode()
        key = b"" if number else name.encode()
        out += struct.pack(">BH", tag, len(key)) + key + struct.pack(">H", len(value)) + value
    return out


def decode(message):
    """The attributes of a request, and the document after them."""
    attributes, at, name = {}, 8, None
    while message[at] != END:
        tag = message[at]
        at += 1
        if tag < 0x10:
            continue
        (length,) = struct.unpack_from(">H", message, at)
        name = message[at + 2:at + 2 + length].decode() if length else name
        at += 2 + length
        (length,) = struct.unpack_from(">H", message, at)
        attributes.setdefault(name, []).append(message[at + 2:at + 2 + length])
        at += 2 + length
    return attributes, message[at + 1:]


class Printer:
    """At `address`; `asked` as soon as somebody came; `jobs` are pairs of attributes and document. With `refuse`, it takes
    none."""

    def __init__(self, refuse=False):
        printer = self
        self.jobs = []
        self.asked = False
        self.refuse = refuse

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                self.send_error(404)

            def do_POST(self):
                body = printer.answer(self.read_body())
                self.send_response(200)
                self.send_header("Content-Type", "application/ipp")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def read_body(self):
                if self.headers.get("Transfer-Encoding") != "chunked":
                    return self.rfile.read(int(self.headers["Content-Length"]))
                body = b""
                while size := int(self.rfile.readline(), 16):
                    body += self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
                return body

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = "127.0.0.1:%d" % self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def describe(self):
        uri = f"ipp://{self.address}/printers/test"
        return (bytes([PRINTER]) + encode(NAME, "printer-name", "test") + encode(URI, "printer-uri-supported", uri)
                + encode(TEXT, "printer-info", "A printer of the test") + encode(TEXT, "printer-location", "")
                + encode(ENUM, "printer-state", 3) + encode(KEYWORD, "printer-state-reasons", "none")
                + encode(BOOLEAN, "printer-is-accepting-jobs", True) + encode(ENUM, "printer-type", 0x1004)
                + encode(INTEGER, "queued-job-count", 0) + encode(URI, "device-uri", "file:///dev/null")
                + encode(KEYWORD, "ipp-versions-supported", "1.1", "2.0") + encode(RANGE, "copies-supported", (1, 99))
                + encode(MIME, "document-format-supported", "application/pdf")
                + encode(KEYWORD, "media-supported", "iso_a4_210x297mm") + encode(KEYWORD, "media-default", "iso_a4_210x297mm")
                + encode(KEYWORD, "multiple-document-handling-supported", "separate-documents-collated-copies"))

    def answer(self, message):
        self.asked = True
        operation, number = struct.unpack_from(">HI", message, 2)
        status, body = 0, b""
        if operation in (CUPS_GET_DEFAULT, CUPS_GET_PRINTERS, GET_PRINTER_ATTRIBUTES):
            body = self.describe()
        elif operation == PRINT_JOB and self.refuse:
            status = 0x0506  # server-error-not-accepting-jobs
        elif operation == PRINT_JOB:
            self.jobs.append(decode(message))
            job = len(self.jobs)
            body = (bytes([JOB]) + encode(INTEGER, "job-id", job) + encode(ENUM, "job-state", 9)
                    + encode(URI, "job-uri", f"ipp://{self.address}/jobs/{job}"))
        else:
            status = 0x0501  # server-error-operation-not-supported
        return (struct.pack(">BBHI", 1, 1, status, number) + bytes([OPERATION]) + encode(CHARSET, "attributes-charset", "utf-8")
                + encode(LANGUAGE, "attributes-natural-language", "en") + body + bytes([END]))
