"""Why and where the kernel freed packets: a small program at the tracepoint skb:kfree_skb.

It takes note of packets in the lab's own namespaces only, whichever process the kernel worked in: under load the rest of
a packet's way is done in the name of whoever runs. The program ends with this process.

The kernel lends the functions that read its structures to programs under the GPL, so this file may be used under the
GPL, version 2, or the MIT licence as well."""

import os
import struct

import bpf
import frames
from btf import Btf

LICENCE = "Dual MIT/GPL"
TRACEPOINT = "kfree_skb"
PREFIX = "SKB_DROP_REASON_"
# What ends packets that did their work, or says nothing about the way of a packet.
NOISE = {"SOCKET_CLOSE", "QUEUE_PURGE", "OTHERHOST", "DEV_READY", "CONSUMED", "NOT_DROPPED_YET"}

# The functions that call netfilter's hooks. Of those that were under way the innermost tells the hook.
HOOKS = {
    "ip_rcv": "PREROUTING",
    "ip_list_rcv": "PREROUTING",
    "ip_sublist_rcv": "PREROUTING",
    "ip_local_deliver": "INPUT",
    "ip_forward": "FORWARD",
    "__ip_local_out": "OUTPUT",
    "ip_output": "POSTROUTING",
    "ip_mc_output": "POSTROUTING",
}

# Functions that only free: who called them is meant.
FREEING = ("sk_skb_reason_drop", "kfree_skb_list_reason", "skb_release_data", "__traceiter_kfree_skb")

# An event on the stack: namespace, reason, protocol, start of the packet, names of the functions under way.
HEADER, NAME = 40, 264
EVENT = 16 + HEADER + NAME
AT = -EVENT
SCRATCH = AT - 8
KEY = AT - 16
CALLERS, OWN = 10, 3  # functions under way, without those of the tracepoint itself
STACK = KEY - 8 * CALLERS
QUEUE_LENGTH = 4096


def layout():
    """What the program must know of the running kernel; the same as long as it runs."""
    btf = Btf()
    places = {name: btf.offset("sk_buff", name) for name in ("dev", "sk", "_skb_refdst", "head", "network_header", "protocol")}
    places["dev.net"] = btf.offset("net_device", "nd_net", "net")
    places["sk.net"] = btf.offset("sock", "__sk_common", "skc_net", "net")
    places["dst.dev"] = btf.offset("dst_entry", "dev")
    places["inum"] = btf.offset("net", "ns", "inum")
    reasons = {str(value): name for value, name in btf.enumeration("skb_drop_reason").items()}
    return {"places": places, "reasons": reasons}


class Drops:
    def __init__(self):
        self.unavailable = None
        self.names = {}
        self.queue = None

    def open(self, known=None):
        """Starts watching; `known` is a layout that an earlier agent found."""
        self.layout = known
        try:
            self.layout = known or layout()
            self.own = bpf.Map(bpf.HASH, 4, 4, 1024)
            queue = bpf.Map(bpf.QUEUE, 0, EVENT, QUEUE_LENGTH)
            self.attached = bpf.attach(TRACEPOINT, self._program(queue), LICENCE)
            self.queue = queue
        except OSError as error:
            self.unavailable = "drop reasons are not observed: " + str(error)

    def watch(self, file, name):
        """Takes note of drops in a namespace, given by a file descriptor."""
        if self.queue:
            inode = os.fstat(file).st_ino
            self.names[inode] = name
            self.own.update(struct.pack("=I", inode), struct.pack("=I", 1))

    def clear(self):
        """Forgets all namespaces."""
        for inode in self.names:
            self.own.delete(struct.pack("=I", inode))
        self.drain()
        self.names.clear()

    def _program(self, queue):
        asm, at = bpf.Assembler(), self.layout["places"]
        asm.move(6, 1)
        asm.load(8, 7, 6, 0)  # r7 = the packet
        self._follow(asm, 7, at["dev"])
        asm.load(8, 8, 10, SCRATCH)
        asm.jump_if_zero(8, "socket")
        asm.label("device")
        self._follow(asm, 8, at["dev.net"])
        asm.jump_if_zero(0, "namespace")
        asm.leave()
        asm.label("socket")  # a packet that has no device yet belongs to its socket, or leaves by its route
        self._follow(asm, 7, at["sk"])
        asm.load(8, 8, 10, SCRATCH)
        asm.jump_if_zero(8, "route")
        self._follow(asm, 8, at["sk.net"])
        asm.jump_if_zero(0, "namespace")
        asm.leave()
        asm.label("route")
        self._follow(asm, 7, at["_skb_refdst"])
        asm.load(8, 8, 10, SCRATCH)
        asm.conjoin(8, ~1)  # the lowest bit says whether the reference is counted
        asm.jump_if_zero(8, "end")
        self._follow(asm, 8, at["dst.dev"])
        asm.load(8, 8, 10, SCRATCH)
        asm.jump_if_not_zero(8, "device")
        asm.label("end")
        asm.leave()
        asm.label("namespace")
        asm.load(8, 8, 10, SCRATCH)
        self._read(asm, KEY, 4, 8, at["inum"])
        asm.map(1, self.own)
        asm.frame(2, KEY)
        asm.call(bpf.MAP_LOOKUP)
        asm.jump_if_zero(0, "end")
        self._describe(asm, at)
        asm.map(1, queue)
        asm.frame(2, AT)
        asm.set(3, bpf.REPLACE_OLDEST)
        asm.call(bpf.MAP_PUSH)
        asm.leave()
        return asm.bytes()

    def _describe(self, asm, at):
        asm.set(1, 0)
        for offset in range(AT, 0, 8):
            asm.store(8, 10, offset, 1)
        asm.load(4, 1, 10, KEY)
        asm.store(4, 10, AT, 1)
        asm.load(8, 1, 6, 16)  # the third argument of the tracepoint
        asm.store(4, 10, AT + 4, 1)
        self._read(asm, AT + 8, 2, 7, at["protocol"])
        self._follow(asm, 7, at["head"])
        asm.load(8, 8, 10, SCRATCH)
        asm.set(1, 0)
        asm.store(8, 10, SCRATCH, 1)
        self._read(asm, SCRATCH, 2, 7, at["network_header"])
        asm.load(8, 1, 10, SCRATCH)
        asm.add_register(8, 1)
        self._read(asm, AT + 16, HEADER, 8, 0)
        asm.move(1, 6)
        asm.frame(2, STACK)
        asm.set(3, 8 * CALLERS)
        asm.set(4, OWN)
        asm.call(bpf.GET_STACK)
        text = b" ".join([b"%ps"] * CALLERS) + b"\0"
        words = bpf.Map(bpf.ARRAY, 4, len(text), 1, bpf.READ_ONLY_FOR_PROGRAMS)
        words.update(struct.pack("=I", 0), text)
        words.freeze()
        asm.frame(1, AT + 16 + HEADER)
        asm.set(2, NAME)
        asm.content(3, words)
        asm.frame(4, STACK)
        asm.set(5, 8 * CALLERS)
        asm.call(bpf.SNPRINTF)

    @staticmethod
    def _read(asm, to, size, register, offset):
        """Copies kernel memory to the stack; the kernel writes zeros where there is none."""
        asm.move(3, register)
        asm.add(3, offset)
        asm.frame(1, to)
        asm.set(2, size)
        asm.call(bpf.PROBE_READ_KERNEL)

    @classmethod
    def _follow(cls, asm, register, offset):
        cls._read(asm, SCRATCH, 8, register, offset)

    def drain(self):
        """IPv4 packets freed since the last call: (namespace, reason, function, packet, the hook under way or None)."""
        events = []
        event = self.queue.pop() if self.queue else None
        while event:
            inode, reason, protocol = struct.unpack_from("=II2s", event)
            functions = [f for f in event[16 + HEADER :].split(b"\0")[0].decode().split() if f not in FREEING] or ["unknown"]
            name = self.layout["reasons"].get(str(reason), str(reason)).replace(PREFIX, "").replace("SKB_", "")
            packet = frames.packet(event[16 : 16 + HEADER])
            if protocol == b"\x08\x00" and packet and not _is_noise(name, functions[0]):
                events.append((self.names[inode], name, functions[0], packet, _hook(functions)))
            event = self.queue.pop()
        return events


def _hook(functions):
    return next((HOOKS[name] for name in functions if name in HOOKS), None)


def _is_noise(reason, function):
    if reason == "NOT_SPECIFIED":  # a route or rule that rejects, a packet that a socket claims, a group nobody joined
        return function not in ("ip_error", "ip_forward", "ip_rcv_finish_core")
    # an echo reply that a raw socket took
    return reason in NOISE or reason == "NO_SOCKET" and function.startswith("ping_rcv")
