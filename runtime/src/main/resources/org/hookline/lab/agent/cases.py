"""Recorded cases: builds a host under test and its neighbours by the commands of a case, plays the probes one by one, and
writes down what the host's tools and the kernel said."""

import select
import time

import counters
import dumps
import words
from namespaces import CommandFailed
from once import KINDS

HOST = "r"
LIMIT = 0.9  # of a probe: a second later the first SYN is sent again
CARRIER = 3  # until the kernel has noticed which links have lost it: linkwatch takes up to a second
RESOLVING = 0.16  # until a host that nobody answers gives up: three times thirty milliseconds
SETTLED = 0.05  # after a reset that closes a connection
MOMENT = 0.0005


class Cases:
    def __init__(self, agent):
        self.agent = agent
        self.namespaces, self.captures, self.drops = agent.namespaces, agent.captures, agent.drops
        self.listeners, self.poller = agent.listeners, agent.poller
        self.backlog = open("/proc/thread-self/net/softnet_stat")

    def play(self, request):
        """A case with the dumps of the host, and `out` in each probe; nothing of it is left behind."""
        case, patience = request["case"], request["patience"]
        try:
            refused = self._build(case, request["sysctls"], request["devices"], request["timeout"])
            self._serve(case)
            said = dumps.host(self.namespaces, HOST, case, request["timeout"])
            around = {n: dumps.neighbour(self.namespaces, n, case, request["timeout"]) for n in case["build"]["ns"] if n != HOST}
            self._watch(case)
            probes = [dict(probe, out=self._probe(case, probe, patience, request["timeout"])) for probe in case["probes"]]
            return {"case": dict(case, r=said, nb=around, probes=probes), "refused": refused}
        finally:
            self.agent.clear()

    def _build(self, case, sysctls, devices, timeout):
        """Lines of iproute2 that the kernel refused are left out, and returned."""
        spaces = case["build"]["ns"]
        for name in spaces:
            self.namespaces.create(name)
            self.drops.watch(self.namespaces.files[name], name)
            self.namespaces.sysctl(name, sysctls)
        full = self.namespaces.full
        self.namespaces.batch(next(iter(spaces)), "ip", [
            "link add name %s address %s netns %s type veth peer name %s address %s netns %s" % (dev, mac, full(ns), peer, other, full(far))
            for ns, dev, mac, far, peer, other in case["build"]["links"]
        ], timeout)
        running = []
        for name, space in spaces.items():
            self.namespaces.sysctl(name, devices.get(name, {}))
            values = {"net." + key: str(value) for key, value in space.get("sysctl", {}).items()}
            late = {key: value for key, value in values.items() if key.endswith(".forwarding")}
            self.namespaces.sysctl(name, {key: value for key, value in values.items() if key not in late})
            self.namespaces.sysctl(name, late)
            lines = space["link"] + space["route"] + _neighbours(space)
            running.append(self.namespaces.start_batch(name, "ip", lines))
        refused = [line for process, lines in running for line in self.namespaces.finish_batch(process, lines, timeout)]
        if any(line.endswith(" down") for space in spaces.values() for line in space["link"]):
            self._carriers(spaces, timeout)
        if "iptables" in spaces[HOST]:
            self.namespaces.command(HOST, [_tool(case, "restore")], timeout, spaces[HOST]["iptables"])
        return refused

    def _carriers(self, spaces, timeout):
        """Routes learn of a lost carrier only when linkwatch has run (kernel: net/core/link_watch.c linkwatch_do_dev())."""
        end = time.monotonic() + CARRIER
        while any(_unnoticed(self.namespaces.command(name, ["ip", "-o", "link"], timeout)) for name in spaces):
            if time.monotonic() > end:
                raise CommandFailed("a lost carrier was not noticed within %d seconds" % CARRIER)
            time.sleep(0.02)

    def _serve(self, case):
        """Opens the services; one whose address is not there cannot listen, and is left out."""
        for name, space in case["build"]["ns"].items():
            for service in list(space["services"]):
                try:
                    self.listeners.serve(name, *service)
                except OSError:
                    space["services"].remove(service)

    def _watch(self, case):
        self.captures.open(HOST, [])
        self.poller.register(self.captures.sockets[HOST], select.EPOLLIN)
        self.hits = self._counted(case, 10)
        self.agent.orders.open(HOST, 10)

    def _counted(self, case, timeout):
        return counters.rules(self.namespaces, HOST, timeout, [_tool(case, "save"), "-c"])

    def _probe(self, case, probe, patience, timeout):
        if case.get("cold"):
            patience = max(patience, RESOLVING)
            for name in case["build"]["ns"]:
                self.namespaces.command(name, ["ip", "neigh", "flush", "all"], timeout)
        if not probe.get("keep"):
            counters.forget_connections(self.namespaces, HOST)
        self.captures.begin()
        self.drops.drain()
        self.agent.orders.drain()
        self.listeners.receipts = []
        sender = KINDS[probe["kind"]](self.namespaces, _with_macs(case, probe))
        wire, dropped = self._settle(sender, patience)
        out = sender.out()
        out["to"] = [
            {"ns": name, "sock": "%s %s" % (protocol, local), "peer": peer, "local": local, **({"reply_err": failed} if failed else {})}
            for name, protocol, peer, local, failed in self.listeners.receipts
        ]
        out["wire"] = wire
        if self.drops.queue:
            out["drops"] = [_drop(*event) for event in dropped]
        out["ct"] = sorted(words.entry(line) for line in counters.entries(self.namespaces, HOST))
        out.update(_order(self.agent.orders.drain()[HOST]))
        now = self._counted(case, timeout)
        out["hits"] = {rule: now[rule] - self.hits.get(rule, 0) for rule in now if now[rule] != self.hits.get(rule, 0)}
        sender.close()
        if out["res"] == "ok" and probe["kind"] == "tcp":
            self._settle(None, min(patience, SETTLED))
            self.hits = self._counted(case, timeout)
        else:
            self.hits = now
        return out

    def _settle(self, sender, patience):
        """Serves all sockets until nothing has happened for a while; the packets and the drops."""
        wire, dropped = [], []
        own = sender.socket if sender and not sender.result else None
        if own:
            self.poller.register(own, select.EPOLLIN | select.EPOLLOUT | select.EPOLLET)
        begun = last = time.monotonic()
        while time.monotonic() - begun < LIMIT:
            left = last + patience - time.monotonic()
            ready = self.poller.poll(max(left, MOMENT))
            for file, _ in ready:
                if own and file == own.fileno():
                    sender.handle()
                else:
                    self.listeners.handle(file)
            packets, ends = self.captures.frames(), self.drops.drain()
            wire += packets
            dropped += ends
            if packets or ends or ready:
                last = time.monotonic()
            elif left <= 0 and not counters.under_way(self.backlog):
                break
        if own:
            self.poller.unregister(own)
        return wire, dropped


def _drop(name, reason, function, _packet, hook):
    return "%s %s %s" % (name, reason, hook if reason == "NETFILTER_DROP" and hook else function)


def _order(seen):
    """Hooks with what was met there, one passage a line; why there is none, or not all, where that is so."""
    if seen["blind"]:
        return {"untraced": seen["blind"]}
    lines = [" ".join([hook] + [place.removeprefix("nft/ip/") for place in places]) for _, hook, _, *places in _by_packet(seen["passages"])]
    return {"order": lines, **({"untraced": seen["hidden"]} if seen["hidden"] else {})}


def _by_packet(passages):
    return sorted(passages, key=lambda passage: passage[0])


def _with_macs(case, probe):
    """A frame carries the address of the wire's other end, and of its own."""
    for ns, dev, mac, far, peer, other in case["build"]["links"]:
        for end, to, own in (((ns, dev), other, mac), ((far, peer), mac, other)):
            if end == (probe["ns"], probe.get("dev")):
                return dict(probe, mac=[to, own])
    return probe


def _tool(case, what):
    return "iptables-%s-%s" % (case["ipt"], what)


def _unnoticed(listing):
    """Whether a link without carrier counts as running still."""
    flags = [line.split("<")[1].split(">")[0].split(",") for line in listing.splitlines()]
    return any("UP" in known and "LOWER_UP" not in known and "NO-CARRIER" not in known for known in flags)


def _neighbours(space):
    return ["neigh replace %s lladdr %s dev %s nud permanent" % (a, mac, dev) for dev, mac, addresses in space["neigh"] for a in addresses]
