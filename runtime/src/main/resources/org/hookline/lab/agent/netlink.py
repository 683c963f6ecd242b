"""Messages of nfnetlink: requests, dumps and attributes (kernel: include/uapi/linux/netfilter/nfnetlink.h)."""

import socket
import struct

NETLINK_NETFILTER = 12
REQUEST, ACK, DUMP = 1, 4, 0x300
ERROR, DONE = 2, 3
HEADER = 20  # of netlink and of nfnetlink


def message(kind, family, resource, attributes, flags=REQUEST | ACK):
    """`kind` is the subsystem's number in the upper byte, the message's in the lower one."""
    body = struct.pack("=BBH", family, 0, socket.htons(resource)) + attributes
    return struct.pack("=IHHII", 16 + len(body), kind, flags, 1, 0) + body


def attribute(kind, data):
    return struct.pack("=HH", 4 + len(data), kind) + data + bytes(-len(data) % 4)


def attributes(data):
    """By number; an attribute inside another is left as it is."""
    found, at = {}, 0
    while at + 4 <= len(data):
        length, kind = struct.unpack_from("=HH", data, at)
        found[kind & 0x3FFF] = data[at + 4 : at + length]
        at += max(4, length + 3 & ~3)
    return found


def messages(data):
    """What one datagram holds: (kind, family, attributes); of an acknowledgement the number of the error."""
    at = 0
    while at + 16 <= len(data):
        length, kind = struct.unpack_from("=IH", data, at)
        body = data[at + 16 : at + length]
        if kind in (ERROR, DONE):
            yield kind, 0, struct.unpack_from("=i", body.ljust(4, b"\0"))[0]
        else:
            yield kind, body[0], attributes(body[4:])
        at += max(16, length + 3 & ~3)


def text(data):
    return data.rstrip(b"\0").decode()


def open_socket():
    """In the calling thread's network namespace."""
    opened = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_NETFILTER)
    opened.bind((0, 0))
    opened.settimeout(2)
    return opened


def ask(opened, request):
    """Sends a request and waits for its acknowledgement."""
    opened.send(request)
    while True:
        for kind, _, number in messages(opened.recv(65536)):
            if kind == ERROR:
                if number:
                    raise OSError(-number, "nfnetlink refused")
                return


def dump(opened, kind, family):
    """Everything of a kind: (family, attributes)."""
    opened.send(message(kind, family, 0, b"", REQUEST | DUMP))
    while True:
        for answer, of, found in messages(opened.recv(65536)):
            if answer in (ERROR, DONE):
                if found:
                    raise OSError(-found, "nfnetlink refused")
                return
            yield of, found
