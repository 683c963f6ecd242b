"""Plays one probe and collects everything that was seen of it."""

import select
import time

import counters
import frames
from senders import KINDS

SETTLE = 0.01  # the sender got what it wanted: this long without a packet is the end
AFTER_DROP = 0.15  # a packet was dropped: what might still come is a timer's
NOTHING = 0.25  # how long to wait for what may not arrive at all; resolving a neighbour fails sooner
MOMENT = 0.001
LIMIT = 5.0  # of a whole probe, however lively


class Prober:
    def __init__(self, namespaces, captures, drops, orders, listeners, poller):
        self.namespaces, self.captures, self.drops = namespaces, captures, drops
        self.orders, self.listeners, self.poller = orders, listeners, poller
        self.backlog = open("/proc/thread-self/net/softnet_stat")
        self.tabled = []
        self.hits = {}

    def watch_rules(self, names):
        """Namespaces whose rules are counted."""
        self.tabled = names
        self.hits = {}

    def play(self, probe, timeout):
        for listener in probe.get("listen", []):
            self.listeners.open(*listener)
        names = list(self.captures.sockets)
        if not probe.get("keep"):
            for name in names:
                counters.forget_connections(self.namespaces, name)
        for name in self.tabled:
            if name not in self.hits:
                self.hits[name] = counters.rules(self.namespaces, name, timeout)
        self.captures.begin()
        self.drops.drain()
        self.orders.drain()
        sender = KINDS[probe["kind"]](self.namespaces, probe)
        wire, dropped = self._watch(sender, probe)
        seen = {
            "result": sender.result or "timeout",
            "local": sender.local,
            "receipts": self.listeners.receipts,
            "wire": [packet[1:] for packet in wire],
            "drops": dropped,
            "conntrack": {n: e for n, e in ((n, counters.conntrack(self.namespaces, n)) for n in names) if e},
            "hits": self._hits(timeout),
            "order": {n: dict(o, passages=_told(o["passages"])) for n, o in self.orders.drain().items()},
        }
        sender.close()
        self.listeners.forget()
        if seen["result"] != "ok":
            self.listeners.reopen({int(p[4].split(":")[-1].split()[0]) for p in wire if p[4].startswith("tcp ")})
        return seen

    def _watch(self, sender, probe):
        """Serves all sockets until the probe is over; the packets and the drops."""
        wire, dropped = [], []
        own = getattr(sender, "socket", None)
        watched = own and not sender.done
        if watched:
            self.poller.register(own, select.EPOLLIN | select.EPOLLOUT | select.EPOLLET)
        nothing = probe.get("wait", NOTHING)
        begun = last = time.monotonic()
        while True:
            patience = SETTLE if sender.done else min(AFTER_DROP, nothing) if dropped else nothing
            left = last + patience - time.monotonic()
            ready = self.poller.poll(max(left, MOMENT))
            for file, _ in ready:
                if own and file == own.fileno():
                    sender.handle()
                else:
                    self.listeners.handle(file)
            packets, ends = self.captures.drain(), self.drops.drain()
            wire += packets
            dropped += ends
            if packets or ends or ready:
                last = time.monotonic()
            elif left <= 0 and not counters.under_way(self.backlog):
                break
            if time.monotonic() - begun > LIMIT:
                break
        if watched:
            self.poller.unregister(own)
        wire.sort(key=lambda packet: packet[0])
        return wire, dropped

    def _hits(self, timeout):
        moved = {}
        for name in self.tabled:
            now = counters.rules(self.namespaces, name, timeout)
            hits = _moved(self.hits[name], now)
            self.hits[name] = now
            if hits:
                moved[name] = hits
        return moved


def _told(passages):
    """Passages with their packets as text; IGMP, which is noise, left out."""
    told = ([group, hook, frames.packet(packet), *places] for group, hook, packet, *places in passages)
    return [passage for passage in told if passage[2]]


def _moved(before, after):
    return {key: after[key] - before.get(key, 0) for key in after if after[key] != before.get(key, 0)}
