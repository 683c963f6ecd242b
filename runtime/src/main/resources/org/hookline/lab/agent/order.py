"""The order in which packets met hooks, chains and rules, as the kernel traces it.

A table of the lab's own marks every packet first thing at every hook (`meta nftrace set 1`) and does nothing else: it
neither judges nor changes packets, and needs no conntrack. What `nft monitor trace` shows is read as it comes from the
kernel; rules of iptables-nft are in it, as rules of nft that they are. Marked packets make iptables-legacy log each rule
as its target TRACE does, and that goes into the same socket, as NFLOG, so that both are in one order.

kernel: net/netfilter/nf_tables_trace.c nft_trace_notify(), net/ipv4/netfilter/ip_tables.c trace_packet(),
net/netfilter/nfnetlink_log.c nfulnl_log_packet()"""

import contextlib
import errno
import re
import socket
import struct

import netlink
from namespaces import CommandFailed

TABLE = "hookline_order"
HOOKS = ("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING")  # in the order of their numbers
FIRST = -(1 << 31)  # kernel: enum nf_ip_hook_priorities NF_IP_PRI_FIRST
OPENING = ("PREROUTING", "OUTPUT")  # where packets come into a host
FAMILIES = {1: "inet", 2: "ip", 3: "arp", 5: "netdev", 7: "bridge", 10: "ip6"}
IPV4 = 2

GET_RULE, TRACE = 10 << 8 | 7, 10 << 8 | 17
RULE_TABLE, RULE_CHAIN, RULE_HANDLE = 1, 2, 3
TRACE_TABLE, TRACE_CHAIN, TRACE_HANDLE, TRACE_TYPE, TRACE_ID, TRACE_NETWORK, TRACE_TRANSPORT = 1, 2, 3, 4, 6, 8, 9
POLICY = 1
TRACE_GROUP = 9
LOGGED, CONFIGURE = 4 << 8, 4 << 8 | 1
LOG_COMMAND, LOG_MODE, LOG_HEADER, LOG_PREFIX = 1, 2, 1, 10
BIND, BIND_FAMILY, COPY_PACKET, ENOUGH = 1, 3, 2, 128
SOL_NETLINK, ADD_MEMBERSHIP, SO_RCVBUFFORCE = 270, 1, 33
BUFFER = 4 << 20
LEGACY = re.compile(r"TRACE: ([^:]+):(.+):(rule|return|policy):(\d+) ")

HASHED = "net.ipv4.fib_multipath_hash_policy"
# nft_trace_init() has the packet's hash computed, and fib_multipath_hash() would take that one
WOULD_MATTER = "traced packets would be hashed to other next hops, as " + HASHED + " is not 0"


def table():
    """What makes the kernel trace a host's packets."""
    chains = [
        "chain %s { type filter hook %s priority %d; meta nftrace set 1; }" % (hook.lower(), hook.lower(), FIRST)
        for hook in HOOKS
    ]
    return "create table ip %s\ntable ip %s {\n%s\n}\n" % (TABLE, TABLE, "\n".join(chains))


class Orders:
    """`legacy` is why chains of iptables-legacy are not traced here, empty when they are, None while nobody knows."""

    def __init__(self, namespaces):
        self.namespaces = namespaces
        self.watched = {}
        self.legacy = None

    def open(self, name, timeout):
        """Starts watching a namespace whose rules are loaded."""
        self.watched[name] = Watched(self.namespaces, name, timeout)
        if self.watched[name].has_legacy:
            self.watched[name].hidden = self._legacy(timeout)

    def _legacy(self, timeout):
        """Whether this kernel traces chains of iptables-legacy: one packet in a namespace of its own tells."""
        if self.legacy is None:
            self.namespaces.create("order")
            try:
                self.namespaces.command("order", ["iptables-legacy", "-w", "-A", "OUTPUT"], timeout)
                trial = Watched(self.namespaces, "order", timeout)
                with self.namespaces.inside("order"), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
                    sender.sendto(b"", ("127.0.0.1", 9))
                told = any("filter/OUTPUT/1" in p[2:] for p in trial.drain())
                self.legacy = "" if told else "this kernel does not trace chains of iptables-legacy"
                trial.close()
            except (OSError, CommandFailed) as failure:
                self.legacy = "chains of iptables-legacy are not traced: " + str(failure)
            finally:
                self.namespaces.remove("order")
        return self.legacy

    def drain(self):
        """By namespace what was seen since the last call."""
        return {name: watched.seen() for name, watched in self.watched.items()}

    def close(self):
        for watched in self.watched.values():
            watched.close()
        self.watched.clear()


class Watched:
    """One namespace. `blind` is why nothing is seen there, `hidden` why chains of iptables-legacy are not."""

    def __init__(self, namespaces, name, timeout):
        self.namespaces, self.name = namespaces, name
        self.blind = self.hidden = ""
        self.has_legacy = bool(_legacy_tables(namespaces, name))
        self.socket = None
        self.lengths = {}
        if namespaces.read_sysctls(name, [HASHED]).get(HASHED, "0") != "0":
            self.blind = WOULD_MATTER
            return
        try:
            self._listen()
            self.positions = self._positions()
            self.lengths = self._lengths(timeout)
            namespaces.command(name, ["nft", "-f", "-"], timeout, table())
        except (OSError, CommandFailed) as failure:
            self.blind = "packets are not traced: " + str(failure)

    def _listen(self):
        """Both groups are joined by one socket: what it reads is in the order in which it happened."""
        with self.namespaces.inside(self.name):
            self.socket = netlink.open_socket()
        try:
            self.socket.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, BUFFER)
        except PermissionError:  # in a user namespace
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
        if self.has_legacy:
            for family, kind, data in (
                (socket.AF_INET, LOG_COMMAND, bytes([BIND_FAMILY])),
                (0, LOG_COMMAND, bytes([BIND])),
                (0, LOG_MODE, struct.pack("!IBB", ENOUGH, COPY_PACKET, 0)),
            ):
                netlink.ask(self.socket, netlink.message(CONFIGURE, family, 0, netlink.attribute(kind, data)))
        self.socket.setsockopt(SOL_NETLINK, ADD_MEMBERSHIP, TRACE_GROUP)
        self.socket.setblocking(False)

    def _positions(self):
        """Rules by handle: where in its chain each stands, from 1."""
        positions, counted = {}, {}
        with self.namespaces.inside(self.name):
            asking = netlink.open_socket()
        with asking:
            for family, found in netlink.dump(asking, GET_RULE, 0):
                chain = (family, netlink.text(found[RULE_TABLE]), netlink.text(found[RULE_CHAIN]))
                counted[chain] = counted.get(chain, 0) + 1
                positions[chain + (found[RULE_HANDLE],)] = counted[chain]
        return positions

    def _lengths(self, timeout):
        """How many rules each chain of iptables-legacy has."""
        saved, table, lengths = [], "", {}
        if self.has_legacy:
            saved = self.namespaces.command(self.name, ["iptables-legacy-save"], timeout).splitlines()
        for line in saved:
            if line.startswith("*"):
                table = line[1:].strip()
            elif line.startswith("-A "):
                chain = (table, line.split(" ", 2)[1])
                lengths[chain] = lengths.get(chain, 0) + 1
        return lengths

    def seen(self):
        """What was seen, and why nothing or not everything was."""
        try:
            passages = [] if self.blind else self.drain()
        except OSError as failure:
            if failure.errno != errno.ENOBUFS:
                raise
            return {"passages": [], "blind": "the kernel traced more than could be read"}
        return {"passages": passages, "blind": self.blind, "hidden": self.hidden}

    def drain(self):
        """Passages through hooks since the last call: [which packet, hook, packet, place, place, ...]."""
        way = Way()
        with contextlib.suppress(BlockingIOError):
            while True:
                for kind, family, found in netlink.messages(self.socket.recv(65536)):
                    if kind == TRACE:
                        self._traced(way, family, found)
                    elif kind == LOGGED:
                        self._logged(way, found)
        return way.passages

    def _traced(self, way, family, found):
        name, chain = netlink.text(found[TRACE_TABLE]), netlink.text(found[TRACE_CHAIN])
        number, handle = found[TRACE_ID], found.get(TRACE_HANDLE)
        if name == TABLE and family == IPV4:
            if handle:
                network = found[TRACE_NETWORK]
                way.enters(chain.upper(), number, network[: (network[0] & 15) * 4] + found.get(TRACE_TRANSPORT, b""))
            return
        place = "nft/%s/%s/%s/" % (FAMILIES.get(family, str(family)), name, chain)
        if handle:
            way.meets(place + str(self.positions.get((family, name, chain, handle), "?")), number)
        elif struct.unpack("!I", found[TRACE_TYPE])[0] == POLICY:
            way.meets(place + "policy", number)

    def _logged(self, way, found):
        """
        A rule without matches that ends a chain is called its policy too, or a return; its number says that it is one.
        The end of a chain of the user is no rule, as in the trace of nft.

        kernel: net/ipv4/netfilter/ip_tables.c get_chainname_rulenum()
        """
        line = LEGACY.match(netlink.text(found.get(LOG_PREFIX, b"")))
        if not line:
            return
        table, chain, kind, number = line.groups()
        if int(number) <= self.lengths.get((table, chain), 0):
            kind = "rule"
        if kind != "return":
            what = number if kind == "rule" else kind
            way.meets_at(HOOKS[found[LOG_HEADER][2]], "%s/%s/%s" % (table, chain, what))

    def close(self):
        if self.socket:
            self.socket.close()


def _legacy_tables(namespaces, name):
    with namespaces.inside(name):
        try:
            with open("/proc/thread-self/net/ip_tables_names") as file:
                return file.read().split()
        except FileNotFoundError:
            return []


class Way:
    """Passages in the order in which hooks were entered. The kernel's number of a packet holds while it is in a host."""

    def __init__(self):
        self.passages, self.numbers = [], []
        self.packets = 0

    def enters(self, hook, number, packet):
        same = [p[0] for p, n in zip(self.passages, self.numbers) if n == number]
        self.packets += hook in OPENING or not self.passages
        group = self.packets if hook in OPENING else same[-1] if same else self.packets
        self.passages.append([group, hook, packet])
        self.numbers.append(number)

    def meets(self, place, number):
        for passage, own in zip(reversed(self.passages), reversed(self.numbers)):
            if own == number:
                passage.append(place)
                return

    def meets_at(self, hook, place):
        for passage in reversed(self.passages):
            if passage[1] == hook:
                passage.append(place)
                return
