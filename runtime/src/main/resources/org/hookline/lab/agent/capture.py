"""Every IPv4 packet on every watched device, in the order in which it happened."""

import contextlib
import select
import socket
import struct
import time

import frames
import words

ETH_P_ALL = 3
PACKET_OTHERHOST, PACKET_OUTGOING = 3, 4
SO_RCVBUFFORCE, SO_TIMESTAMPNS = 33, 35
BUFFER = 4 << 20
ENDLESS = 20_000  # frames of one probe; a packet that goes round until its TTL is used up makes a thousand
EXPERIMENTAL = 0x88B5  # IEEE 802, for local experiments


class Captures:
    """One AF_PACKET socket a namespace: it sees all devices there, outgoing packets too."""

    def __init__(self, namespaces):
        self.namespaces = namespaces
        self.sockets = {}
        self.devices = {}
        self.count = 0

    def open(self, name, devices):
        """Starts watching; loopback packets are seen once, when they go out."""
        with self.namespaces.inside(name):
            sniffer = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
        try:
            sniffer.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, BUFFER)
        except PermissionError:  # in a user namespace
            sniffer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
        sniffer.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        sniffer.setblocking(False)
        self.sockets[name] = sniffer
        self.devices[name] = set(devices)

    def begin(self):
        """What comes from now on belongs to the next probe."""
        self.drain()
        self.count = 0

    def _counted(self, received):
        """Rules that raise the TTL can keep a packet going round for ever."""
        self.count += 1
        if self.count > ENDLESS:
            raise TimeoutError("packets go round without end: %d were seen of one probe" % ENDLESS)
        return received

    def frames(self):
        """Packets of all devices of all watched namespaces, in the words of recorded cases."""
        seen = []
        for sniffer in self.sockets.values():
            with contextlib.suppress(BlockingIOError):
                while True:
                    frame, address = self._counted(sniffer.recvfrom(2048))
                    outgoing = address[2] == PACKET_OUTGOING
                    text = None if address[2] == PACKET_OTHERHOST or address[0] == "lo" and not outgoing else words.of_frame(frame)
                    if text:
                        seen.append("%s %s %s" % ("out" if outgoing else "in", address[0], text))
        return seen

    def close(self):
        for sniffer in self.sockets.values():
            sniffer.close()
        self.sockets.clear()
        self.devices.clear()

    def drain(self):
        """All packets since the last call: (nanoseconds since the epoch, namespace, device, in or out, text)."""
        seen = []
        for name, sniffer in self.sockets.items():
            last = 0
            while True:
                try:
                    frame, ancillary, _, address = self._counted(sniffer.recvmsg(2048, 128))
                except BlockingIOError:
                    break
                last = max(last, _stamp(ancillary))
                device, kind = address[0], address[2]
                outgoing = kind == PACKET_OUTGOING
                if kind == PACKET_OTHERHOST or device not in self.devices[name] or (device == "lo" and not outgoing):
                    continue
                text = frames.text(frame)
                if text:
                    seen.append((last, name, device, "out" if outgoing else "in", text))
        seen.sort(key=lambda packet: packet[0])
        return seen

    def await_clock(self, name, limit=5.0):
        """
        The kernel starts stamping packets a moment after the first socket asked for it; waits until it does. The
        frames are no IP packets, so that no rule of the host gets hold of them.
        """
        sniffer = self.sockets[name]
        with self.namespaces.inside(name):
            sender = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
            sender.bind(("lo", 0))
        end = time.monotonic() + limit
        with sender:
            while time.monotonic() < end:
                self.drain()
                sender.send(bytes(12) + struct.pack("!H", EXPERIMENTAL))
                select.select([sniffer], [], [], 0.1)
                before = time.time_ns()
                # a packet without a stamp is given the time of reading
                if _stamp(sniffer.recvmsg(2048, 128)[1]) < before:
                    self.drain()
                    return
        raise TimeoutError("the kernel does not stamp packets")


def _stamp(ancillary):
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == SO_TIMESTAMPNS:
            seconds, nanoseconds = struct.unpack("qq", data)
            return seconds * 1_000_000_000 + nanoseconds
    return 0
