"""Sockets that answer: TCP accepts and greets with one byte, UDP echoes from the address it was asked on."""

import contextlib
import errno
import select
import socket
import struct

IP_PKTINFO = 8
TCP_REPAIR = 19
ICMP_FILTER, SOL_RAW = 1, 255
GREETING = b"."


class Listeners:
    """All listening sockets of all namespaces; `receipts` are what they were sent since the last call of `forget`."""

    def __init__(self, namespaces, poller):
        self.namespaces = namespaces
        self.poller = poller
        self.by_key = {}
        self.by_file = {}
        self.accepted = []
        self.receipts = []

    def open(self, name, protocol, address, port):
        """Opens a listener, unless it is open. An address that is not there is an error of the kernel, passed on."""
        key = (name, protocol, address, port)
        if key in self.by_key:
            return
        with self.namespaces.inside(name):
            listener = _OPEN[protocol](address, port)
        listener.setblocking(False)
        self.by_key[key] = listener
        self.by_file[listener.fileno()] = (key, listener)
        self.poller.register(listener, select.EPOLLIN)

    def serve(self, name, protocol, address, port, *how):
        """Opens a service of a recorded case: nobody is greeted, and a plain one does not pin the source of its answer."""
        self.open(name, "quiet" if protocol == "tcp" else "plain" if how else protocol, address, port)

    def clear(self):
        """Closes everything."""
        for key in list(self.by_key):
            self.close(key)
        self.forget()

    def close(self, key):
        listener = self.by_key.pop(key)
        del self.by_file[listener.fileno()]
        self.poller.unregister(listener)
        listener.close()

    def reopen(self, ports):
        """Half-open connections of TCP listeners on these ports are forgotten."""
        for key in [k for k in self.by_key if k[1] == "tcp" and k[3] in ports]:
            self.close(key)
            self.open(*key)

    def handle(self, file):
        """Serves a socket that is readable; whether it is one of ours."""
        if file not in self.by_file:
            return False
        (name, protocol, _, _), listener = self.by_file[file]
        with contextlib.suppress(BlockingIOError):
            while True:
                _SERVE[protocol](self, name, listener)
        return True

    def serve_tcp(self, name, listener):
        connection, peer = listener.accept()
        self.accepted.append(connection)
        self.receipts.append([name, "tcp", "%s:%d" % peer, "%s:%d" % connection.getsockname(), ""])
        connection.setblocking(False)
        return connection

    def greet_tcp(self, name, listener):
        self.serve_tcp(name, listener).send(GREETING)

    def serve_plainly(self, name, listener):
        self.serve_udp(name, listener, True)

    def serve_udp(self, name, listener, plain=False):
        data, ancillary, _, peer = listener.recvmsg(2048, 64)
        asked = next(d for level, kind, d in ancillary if level == socket.IPPROTO_IP and kind == IP_PKTINFO)
        to = socket.inet_ntoa(asked[8:12])
        receipt = [name, "udp", "%s:%d" % peer, "%s:%d" % (to, listener.getsockname()[1]), ""]
        self.receipts.append(receipt)
        source = struct.pack("I4s4s", 0, asked[8:12], b"\0\0\0\0")
        pinned = [] if plain else [(socket.IPPROTO_IP, IP_PKTINFO, source)]
        try:
            listener.sendmsg([data], pinned, 0, peer)
        except OSError as error:
            receipt[4] = errno.errorcode[error.errno]

    def serve_icmp(self, name, listener):
        """The kernel answers the echo request itself; this socket only sees it delivered."""
        packet = listener.recv(2048)
        header = (packet[0] & 15) * 4
        identifier = struct.unpack_from("!H", packet, header + 4)[0]
        src, dst = socket.inet_ntoa(packet[12:16]), socket.inet_ntoa(packet[16:20])
        self.receipts.append([name, "icmp", "%s:%d" % (src, identifier), dst, ""])

    def forget(self):
        """Ends accepted connections without a packet, so that probes do not disturb each other."""
        for connection in self.accepted:
            close_silently(connection)
        self.accepted, self.receipts = [], []


def close_silently(connection):
    """kernel: net/ipv4/tcp.c tcp_disconnect() sends no reset for a socket in repair mode"""
    with contextlib.suppress(OSError):
        connection.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR, 1)
    connection.close()


def _tcp(address, port):
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((address, port))
    listener.listen(64)
    return listener


def _udp(address, port):
    listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listener.setsockopt(socket.IPPROTO_IP, IP_PKTINFO, 1)
    listener.bind((address, port))
    return listener


def _icmp(_address, _port):
    listener = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
    listener.setsockopt(SOL_RAW, ICMP_FILTER, struct.pack("I", 0xFFFFFFFF & ~(1 << 8)))
    return listener


_OPEN = {"tcp": _tcp, "quiet": _tcp, "udp": _udp, "plain": _udp, "icmp": _icmp}
_SERVE = {
    "tcp": Listeners.greet_tcp,
    "quiet": Listeners.serve_tcp,
    "udp": Listeners.serve_udp,
    "plain": Listeners.serve_plainly,
    "icmp": Listeners.serve_icmp,
}
