"""Senders of recorded cases: they open a flow, and send nothing more once it was answered."""

import errno
import socket
import struct

import frames
from listeners import ICMP_FILTER, SOL_RAW

IP_RECVERR, SO_MARK, SO_BINDTODEVICE = 11, 36, 25
ECHO, DEFAULT_TTL = 8, 64


class Once:
    """`result` is None until the kernel said ok or named an error; `local` only if something was sent."""

    def __init__(self, namespaces, probe):
        self.result = self.origin = self.local = None
        self.target = (probe["dst"], probe.get("dport", 0))
        self.connected = "connected" in probe
        with namespaces.inside(probe["ns"]):
            self.socket = self.make(probe)
        self.socket.setblocking(False)
        try:
            self.prepare(probe)
            self.begin(probe)
        except BlockingIOError:  # a connection that is under way
            pass
        except OSError as error:
            self.result = errno.errorcode[error.errno]
            if not self.told_by_peer():
                return
        self.local = self.name()

    def told_by_peer(self):
        """Whether an error at once is one that came back, not one of the sender's own kernel."""
        return False

    def name(self):
        return "%s:%d" % self.socket.getsockname()

    def prepare(self, probe):
        if probe.get("mark"):
            self.socket.setsockopt(socket.SOL_SOCKET, SO_MARK, probe["mark"])
        if probe.get("dev"):
            self.socket.setsockopt(socket.SOL_SOCKET, SO_BINDTODEVICE, probe["dev"].encode())
        if probe.get("ttl"):
            self.socket.setsockopt(socket.IPPROTO_IP, socket.IP_TTL, probe["ttl"])
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind((probe.get("src") or "0.0.0.0", probe.get("sport", 0)))

    def handle(self):
        """The socket is readable, writable or has an error."""
        try:
            self.proceed()
        except BlockingIOError:
            pass
        except OSError as error:
            self.result = errno.errorcode[error.errno]

    def out(self):
        if self.local or not self.result:  # it has been sent
            self.handle()
        out = {"res": self.result or "timeout"}
        if self.origin and self.result == "ok":
            out["from"] = self.origin
        if self.local:
            out["local"] = self.local
        return out

    def close(self):
        self.socket.close()


class Tcp(Once):
    def make(self, _probe):
        return socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    def begin(self, _probe):
        self.socket.connect(self.target)

    def told_by_peer(self):
        return self.result == "ECONNREFUSED"

    def proceed(self):
        number = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if number:
            self.result = errno.errorcode[number]
            return
        if self.result:
            return
        self.socket.getpeername()  # fails until the handshake is done
        self.result = "ok"
        self.local = self.name()

    def handle(self):
        try:
            self.proceed()
        except OSError as error:
            if error.errno != errno.ENOTCONN:
                self.result = errno.errorcode[error.errno]

    def close(self):
        """With a reset, if there is a connection."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


class Udp(Once):
    def make(self, _probe):
        return socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

    def begin(self, probe):
        data = frames.data(probe.get("len", 0), 28)
        if self.connected:
            self.socket.connect(self.target)
            self.socket.send(data)
        else:
            self.socket.sendto(data, self.target)

    def proceed(self):
        _, peer = self.socket.recvfrom(64)
        self.result, self.origin = "ok", "%s:%d" % peer


class Ping(Once):
    def make(self, _probe):
        sender = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
        sender.setsockopt(SOL_RAW, ICMP_FILTER, struct.pack("I", 0xFFFFFFFE))
        return sender

    def begin(self, probe):
        self.identifier = probe["id"]
        self.socket.sendto(frames.echo(self.identifier, 1, length=probe.get("len", 0)), (probe["dst"], 0))

    def name(self):
        return None

    def proceed(self):
        while True:
            packet, peer = self.socket.recvfrom(2048)
            header = (packet[0] & 15) * 4
            if struct.unpack_from("!H", packet, header + 4)[0] == self.identifier:
                self.result, self.origin = "ok", peer[0]
                return


class Frame:
    """A frame put on a wire by nobody's socket."""

    result, local, socket = "sent", None, None

    def __init__(self, namespaces, probe):
        with namespaces.inside(probe["ns"]):
            wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
        macs = bytes.fromhex((probe["mac"][0] + probe["mac"][1]).replace(":", ""))
        with wire:
            wire.bind((probe["dev"], 0))
            wire.send(macs + struct.pack("!H", frames.ETH_IP) + frames.build(headers(probe)))

    def out(self):
        return {"res": "sent"}

    def close(self):
        pass


NUMBERS = {"icmp": frames.ICMP, "tcp": frames.TCP, "udp": frames.UDP}
BITS = {"S": 2, "F": 1, "R": 4, "A": 16, "P": 8, "E": 64, "W": 128}


def headers(probe):
    """What the frame builder reads of the words of a probe; of an ICMP error with what it quotes."""
    protocol = NUMBERS.get(probe["proto"]) or int(probe["proto"][1:])
    kind, identifier = probe.get("itype", ECHO), probe.get("id", 0)
    packet = {
        "src": probe["src"],
        "dst": probe["dst"],
        "protocol": protocol,
        "ttl": probe.get("ttl", DEFAULT_TTL),
        "sport": probe.get("sport", identifier),
        "dport": probe.get("dport", identifier),
        "flags": sum(BITS[letter] for letter in probe.get("flags", "S")),
        "type": kind,
        "code": probe.get("icode", 0),
        "len": probe.get("len", 0),
    }
    if "inner" in probe:
        packet["inner"] = headers(probe["inner"])
    return packet


KINDS = {"tcp": Tcp, "udp": Udp, "ping": Ping, "raw": Frame}
