"""The lab's hand in the kernel: one process that owns the namespaces, speaking JSON lines on standard input and output.

Everything it makes is tied to its life: namespaces are named in a mount namespace of its own, so they end with it,
however it ends. It ends when its input does."""

import json
import os
import re
import resource
import select
import signal
import sys
import time

import linux
from cases import Cases
from capture import Captures
from drops import Drops
from listeners import Listeners
from namespaces import CommandFailed, Namespaces
from order import Orders
from prober import Prober


class Agent:
    def __init__(self):
        self.namespaces = Namespaces("hk-%d-" % os.getpid())
        self.drops = Drops()
        self.orders = Orders(self.namespaces)
        self.poller = select.epoll()
        self.captures = Captures(self.namespaces)
        self.listeners = Listeners(self.namespaces, self.poller)
        self.prober = Prober(self.namespaces, self.captures, self.drops, self.orders, self.listeners, self.poller)

    def hello(self, request):
        """What is known of the running kernel may be handed on to the next agent."""
        self.drops.open(request.get("layout"))
        limits = [self.drops.unavailable] if self.drops.unavailable else []
        return {"kernel": re.match(r"[0-9.]*[0-9]", os.uname().release).group(), "prefix": self.namespaces.prefix, "limits": limits, "layout": self.drops.layout}

    def create(self, request):
        """Namespaces with sysctls, before there is any link in them; keys the kernel does not have are returned."""
        for name in request["names"]:
            self.namespaces.create(name)
            self.drops.watch(self.namespaces.files[name], name)
        return {"missing": {n: self.namespaces.sysctl(n, request["sysctls"]) for n in request["names"]}}

    def sysctl(self, request):
        return {"missing": {n: self.namespaces.sysctl(n, values) for n, values in request["values"].items()}}

    def batch(self, request):
        """Lines for iproute2: lists of [namespace, tool, lines], in order."""
        for name, tool, lines in request["batches"]:
            self.namespaces.batch(name, tool, lines, request["timeout"])

    def scripts(self, request):
        """Runs one shell script a namespace, all at once; what each printed."""
        running = [(n, path, self.namespaces.start_script(n, path)) for n, path in request["scripts"].items()]
        said, failures = {}, []
        end = time.monotonic() + request["timeout"]
        for name, path, process in running:
            try:
                said[name] = self.namespaces.finish(name, ["sh", path], process, max(end - time.monotonic(), 0.1))
            except CommandFailed as failure:
                failures.append(str(failure))
        if failures:
            raise CommandFailed("\n".join(failures))
        return {"said": said}

    def command(self, request):
        return {"said": self.namespaces.command(request["ns"], request["arguments"], request["timeout"])}

    def watch(self, request):
        """Opens captures, listeners, and says whose rules are counted, and whose packets are traced."""
        for name, devices in request["devices"].items():
            self.captures.open(name, devices)
            self.listeners.open(name, "icmp", "0.0.0.0", 0)
        for name in list(self.captures.sockets)[:1]:
            self.captures.await_clock(name)
        for listener in request["listeners"]:
            self.listeners.open(*listener)
        self.prober.watch_rules(request["tabled"])
        for name in request["traced"]:
            self.orders.open(name, request["timeout"])
        for sniffer in self.captures.sockets.values():
            self.poller.register(sniffer, select.EPOLLIN)

    def probe(self, request):
        return self.prober.play(request["probe"], request["timeout"])

    def case(self, request):
        """Builds, plays and removes a recorded case."""
        return Cases(self).play(request)

    def clear(self):
        """Gives up everything but this process: sockets, namespaces and what is in them."""
        self.listeners.clear()
        self.captures.close()
        self.drops.clear()
        self.orders.close()
        self.namespaces.clear()


OPERATIONS = ("hello", "create", "sysctl", "batch", "scripts", "command", "watch", "probe", "case")


def _answer(agent, request):
    try:
        if request["op"] not in OPERATIONS:
            raise ValueError("no operation " + request["op"])
        return {"ok": True, **(getattr(agent, request["op"])(request) or {})}
    except CommandFailed as failure:
        return {"ok": False, "failure": str(failure)}
    except (OSError, TimeoutError) as failure:
        return {"ok": False, "failure": "%s: %s" % (request["op"], failure)}


def _stop(_signal, _frame):
    sys.exit(0)


def main():
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    agent = Agent()
    for line in sys.stdin:
        print(json.dumps(_answer(agent, json.loads(line))), flush=True)
