"""The originator's socket of a probe: opens a flow, and sends one more packet once it was answered."""

import errno
import socket
import struct

import frames
from listeners import ICMP_FILTER, SOL_RAW, close_silently

IP_RECVERR, SO_MARK, SO_BINDTODEVICE = 11, 36, 25


class Sender:
    """`result` is None until the kernel said ok or named an error; `done` when nothing more is expected."""

    def __init__(self, namespaces, probe):
        self.result = None
        self.done = False
        self.local = ""
        self.target = (probe["dst"], probe["dport"])
        with namespaces.inside(probe["ns"]):
            self.socket = self.make()
        self.socket.setblocking(False)
        try:
            self.prepare(probe)
            self.begin()
        except BlockingIOError:  # a connection that is under way
            pass
        except OSError as error:
            self.failed(error.errno)
        self.local = self.name()

    def prepare(self, probe):
        if probe.get("mark"):
            self.socket.setsockopt(socket.SOL_SOCKET, SO_MARK, probe["mark"])
        if probe.get("device"):
            self.socket.setsockopt(socket.SOL_SOCKET, SO_BINDTODEVICE, probe["device"].encode())
        if probe.get("ttl"):
            self.socket.setsockopt(socket.IPPROTO_IP, socket.IP_TTL, probe["ttl"])
        if probe.get("src") or probe["sport"]:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self.socket.bind((probe.get("src") or "0.0.0.0", probe["sport"]))

    def name(self):
        try:
            return "%s:%d" % self.socket.getsockname()
        except OSError:
            return ""

    def failed(self, number):
        self.result = errno.errorcode[number]
        self.done = True

    def handle(self):
        """The socket is readable, writable or has an error."""
        try:
            self.proceed()
        except BlockingIOError:
            pass
        except OSError as error:
            self.failed(error.errno)

    def close(self):
        close_silently(self.socket)


class Tcp(Sender):
    def make(self):
        return socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    def begin(self):
        self.socket.connect(self.target)

    def proceed(self):
        number = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if number:
            self.failed(number)
            return
        self.result = self.result or "ok"
        self.local = self.name()
        self.done = self.done or bool(self.socket.recv(16))


class Udp(Sender):
    def make(self):
        return socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

    def begin(self):
        self.socket.setsockopt(socket.IPPROTO_IP, IP_RECVERR, 1)
        self.socket.connect(self.target)
        self.socket.send(b"1")

    def proceed(self):
        while True:
            data = self.socket.recv(64)
            self.result = "ok"
            if data == b"1":
                self.socket.send(b"2")
            else:
                self.done = True


class Echo(Sender):
    """`sport` of the probe is the identifier."""

    def __init__(self, namespaces, probe):
        self.identifier = probe["sport"]
        super().__init__(namespaces, dict(probe, sport=0, dport=0))

    def make(self):
        sender = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
        sender.setsockopt(SOL_RAW, ICMP_FILTER, struct.pack("I", 0xFFFFFFFE))
        return sender

    def begin(self):
        self.socket.setsockopt(socket.IPPROTO_IP, IP_RECVERR, 1)
        self.socket.connect(self.target)
        self.socket.send(frames.echo(self.identifier, 1))

    def proceed(self):
        while True:
            packet = self.socket.recv(2048)
            header = (packet[0] & 15) * 4
            identifier, sequence = struct.unpack_from("!HH", packet, header + 4)
            if identifier != self.identifier:
                continue
            self.result = "ok"
            if sequence == 1:
                self.socket.send(frames.echo(self.identifier, 2))
            else:
                self.done = True


class Injected:
    """A frame put on the wire before a device; there is nobody to take an answer."""

    result, done, local = "sent", True, ""

    def __init__(self, namespaces, probe):
        with namespaces.inside(probe["ns"]):
            wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
        with wire:
            wire.bind((probe["device"], 0))
            wire.send(bytes.fromhex(probe["macs"]) + struct.pack("!H", frames.ETH_IP) + frames.build(probe["packet"]))

    def close(self):
        pass


KINDS = {"tcp": Tcp, "udp": Udp, "icmp": Echo, "frame": Injected}
