"""Why the kernel freed packets: the tracepoint skb:kfree_skb, read in a trace instance of this process."""

import os
import re
import time

import linux

MOUNT = "/run/tracefs"
EVENT = "/events/skb/kfree_skb/enable"
LINE = re.compile(
    r"^.*-(\d+) +\[\d+\] +\S+ +(\d+)\.(\d{6}): kfree_skb: skbaddr=\S+(?: rx_sk=\S+)? protocol=(\d+) "
    r"location=([^\s+]+)\S* reason: (\S+)"
)
# What ends packets that did their work, or says nothing about the way of a packet.
NOISE = {"SOCKET_CLOSE", "QUEUE_PURGE", "OTHERHOST", "DEV_READY", "UNIX_DISCONNECT", "UNIX_SKIP_OOB", "CONSUMED"}
IDLE = 0


class Drops:
    def __init__(self):
        self.instance = None
        self.unavailable = None
        try:
            self._open()
        except OSError as error:
            self.unavailable = "no drop reasons: " + str(error)

    def _open(self):
        os.mkdir(MOUNT)
        linux.mount("hookline", MOUNT, "tracefs")
        self._reap()
        instance = "%s/instances/hk-%d" % (MOUNT, os.getpid())
        os.mkdir(instance)
        self.instance = instance
        _write(instance + "/trace_clock", "mono")
        _write(instance + EVENT, "1")
        self.pipe = os.open(instance + "/trace_pipe", os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)

    def _reap(self):
        """Removes what a killed predecessor could not."""
        for name in os.listdir(MOUNT + "/instances"):
            match = re.fullmatch(r"hk-(\d+)", name)
            if match and not os.path.exists("/proc/" + match.group(1)):
                _remove(MOUNT + "/instances/" + name)

    def drain(self):
        """Since the last call: (nanoseconds since the epoch, reason, function)."""
        if not self.instance:
            return []
        data = b""
        while True:
            try:
                part = os.read(self.pipe, 65536)
            except BlockingIOError:
                break
            if not part:
                break
            data += part
        offset = time.time_ns() - time.monotonic_ns()
        events = []
        for line in data.decode(errors="replace").splitlines():
            match = LINE.match(line)
            if match and self._ours(match):
                stamp = int(match.group(2)) * 1_000_000_000 + int(match.group(3)) * 1000
                events.append((stamp + offset, match.group(6), match.group(5)))
        return events

    @staticmethod
    def _ours(match):
        """IPv4 packets that this process sent, or that a timer or a softirq thread ended; the tracepoint is machine-wide."""
        process, protocol, function, reason = int(match.group(1)), match.group(4), match.group(5), match.group(6)
        if protocol != "2048" or reason in NOISE or (reason == "NOT_SPECIFIED" and function != "ip_error"):
            return False
        if reason == "NO_SOCKET" and function.startswith("ping_rcv"):  # an echo reply that a raw socket took
            return False
        return process in (IDLE, os.getpid()) or _softirq_thread(process)

    def close(self):
        if self.instance:
            os.close(self.pipe)
            _remove(self.instance)
            self.instance = None


def _softirq_thread(process):
    try:
        with open("/proc/%d/comm" % process) as file:
            return file.read().startswith("ksoftirqd/")
    except OSError:
        return False


def _remove(instance):
    _write(instance + EVENT, "0")
    os.rmdir(instance)


def _write(path, text):
    with open(path, "w") as file:
        file.write(text)
