"""Ethernet frames as text and back; the text is what the Java side reads (class PacketText)."""

import socket
import struct

ETH_IP = 0x0800
ICMP, TCP, UDP = 1, 6, 17
NAMES = {ICMP: "icmp", TCP: "tcp", UDP: "udp"}
QUOTING = (3, 4, 5, 11, 12)  # ICMP types that carry the start of a packet


def text(frame):
    """One line for an IPv4 frame, None for anything else."""
    if len(frame) < 34 or struct.unpack_from("!H", frame, 12)[0] != ETH_IP:
        return None
    return packet(frame[14:])


def packet(data):
    """One line for an IPv4 packet, None for IGMP, which is noise of bridges."""
    return None if data[9] == 2 else _packet(data, " ttl %d" % data[8])


def _packet(packet, ttl):
    header = (packet[0] & 15) * 4
    protocol = packet[9]
    src, dst = socket.inet_ntoa(packet[12:16]), socket.inet_ntoa(packet[16:20])
    body = packet[header:]
    name = NAMES.get(protocol, str(protocol))
    if protocol in (TCP, UDP) and len(body) >= 4:
        sport, dport = struct.unpack_from("!HH", body)
        flags = " " + _flags(body[13]) if protocol == TCP and len(body) > 13 else ""
        return "%s %s:%d > %s:%d%s%s" % (name, src, sport, dst, dport, flags, ttl)
    if protocol == ICMP and len(body) >= 8:
        kind, code = body[0], body[1]
        identifier = " id %d" % struct.unpack_from("!H", body, 4)[0] if kind in (0, 8) else ""
        quoted = " quoting " + _packet(body[8:], "") if kind in QUOTING and ttl and len(body) >= 36 else ""
        return "%s %s > %s %d/%d%s%s%s" % (name, src, dst, kind, code, identifier, ttl, quoted)
    return "%s %s > %s%s" % (name, src, dst, ttl)


def _flags(bits):
    """Letters in tcpdump's order."""
    return "".join(letter for bit, letter in ((1, "F"), (2, "S"), (4, "R"), (8, "P"), (32, "U"), (16, "."), (64, "E"), (128, "W")) if bits & bit) or "none"


def checksum(data):
    """RFC 1071"""
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def data(length, headers):
    """What fills a packet up to its length; without one, a word."""
    return b"hookline" if not length else b"hookline"[: length - headers].ljust(length - headers, b".")


def echo(identifier, sequence, kind=8, code=0, length=0):
    body = struct.pack("!BBHHH", kind, code, 0, identifier, sequence) + data(length, 28)
    return body[:2] + struct.pack("!H", checksum(body)) + body[4:]


def error(kind, code, quoted):
    """An ICMP error with the start of a packet."""
    body = struct.pack("!BBHI", kind, code, 0, 0) + quoted
    return body[:2] + struct.pack("!H", checksum(body)) + body[4:]


def build(packet):
    """An IPv4 packet of the fields src, dst, protocol, ttl, tos, sport, dport, flags, type, code, len, inner."""
    src, dst = socket.inet_aton(packet["src"]), socket.inet_aton(packet["dst"])
    protocol, sport, dport = packet["protocol"], packet.get("sport", 0), packet.get("dport", 0)
    length = packet.get("len", 0)
    if protocol == TCP:
        body = struct.pack("!HHIIBBHHH", sport, dport, packet.get("seq", 1000), 0, 0x50, packet["flags"], 65000, 0, 0)
        body += data(length, 40) if length else b""
        body = _with_checksum(body, 16, src, dst, protocol)
    elif protocol == UDP:
        body = _with_checksum(struct.pack("!HHHH", sport, dport, 8 + len(data(length, 28)), 0) + data(length, 28), 6, src, dst, protocol)
    elif protocol == ICMP and "inner" in packet:
        body = error(packet["type"], packet["code"], build(packet["inner"]))
    elif protocol == ICMP:
        body = echo(dport if packet["type"] == 0 else sport, 1, packet["type"], packet["code"], length)
    else:
        body = data(length, 20)
    head = struct.pack("!BBHHHBBH", 0x45, packet.get("tos", 0), 20 + len(body), 1, 0, packet["ttl"], protocol, 0) + src + dst
    return head[:10] + struct.pack("!H", checksum(head)) + head[12:] + body


def _with_checksum(body, at, src, dst, protocol):
    value = checksum(src + dst + struct.pack("!BBH", 0, protocol, len(body)) + body) or 0xFFFF
    return body[:at] + struct.pack("!H", value) + body[at + 2 :]
