"""Packets and conntrack entries in the words of recorded cases."""

import re
import socket
import struct

import frames

FLAGS = ((2, "S"), (1, "F"), (4, "R"), (16, "A"))
ECHO_REPLY, ECHO_REQUEST = 0, 8
TUPLE = ("src", "dst", "sport", "dport", "id")


def of_frame(frame):
    """One line for an IPv4 frame, None for anything else and for IGMP."""
    if len(frame) < 34 or struct.unpack_from("!H", frame, 12)[0] != frames.ETH_IP or frame[23] == 2:
        return None
    return _packet(frame[14:], " %d" % frame[22])


def _packet(data, ttl):
    body, protocol = data[(data[0] & 15) * 4 :], data[9]
    src, dst = socket.inet_ntoa(data[12:16]), socket.inet_ntoa(data[16:20])
    name = frames.NAMES.get(protocol, "p%d" % protocol)
    if protocol in (frames.TCP, frames.UDP):
        sport, dport = struct.unpack_from("!HH", body)
        info = _flags(body[13]) if protocol == frames.TCP and len(body) > 13 else "-"
        return "%s %s:%d %s:%d" % (name, src, sport, dst, dport) + (" " + info + ttl if ttl else "")
    if protocol != frames.ICMP:
        return "%s %s %s" % (name, src, dst) + (" -" + ttl if ttl else "")
    kind = "%d/%d" % (body[0], body[1])
    if body[0] in (ECHO_REPLY, ECHO_REQUEST):
        kind += ":%d" % struct.unpack_from("!H", body, 4)[0]
    quoted = " " + _packet(body[8:], "") if body[0] in frames.QUOTING and len(body) >= 36 else ""
    return "icmp %s %s %s%s%s" % (src, dst, kind, ttl, quoted)


def _flags(bits):
    return "".join(letter for bit, letter in FLAGS if bits & bit)


def entry(line):
    """A line of /proc/net/nf_conntrack."""
    words = line.split()
    protocol = words[2]
    tuples, mark, zone = [], "", "0"
    for key, value in re.findall(r"(\w+)=(\S+)", line):
        if key == "src":
            tuples.append({})
        if key in TUPLE:
            tuples[-1][key] = value
        elif key == "mark" and value != "0":
            mark = " mark=" + value
        elif key == "zone":
            zone = value
    flags = "".join(" " + flag for flag in ("UNREPLIED", "ASSURED") if "[%s]" % flag in line)
    state = words[5] if protocol == "tcp" else "-"
    if protocol == "unknown" and "[UNREPLIED]" in line:
        state = "[UNREPLIED]"
    return "%s %s %s%s%s zone=%s" % (protocol, state, " ".join(_ends(t) for t in tuples), flags, mark, zone)


def _ends(ends):
    if "sport" in ends:
        return "%s:%s %s:%s" % (ends["src"], ends["sport"], ends["dst"], ends["dport"])
    return "%s:%s %s:-" % (ends["src"], ends.get("id", "-"), ends["dst"])
