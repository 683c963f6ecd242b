"""The few system calls that Python does not offer by itself, and the private view of the file system."""

import ctypes
import fcntl
import os
import signal
import socket
import struct

_LIBC = ctypes.CDLL(None, use_errno=True)

CLONE_NEWNS = 0x00020000
CLONE_NEWNET = 0x40000000
MNT_DETACH = 2
MS_BIND = 0x1000
MS_REC = 0x4000
MS_PRIVATE = 1 << 18
PR_SET_PDEATHSIG = 1
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1


def _checked(result, what):
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, "%s: %s" % (what, os.strerror(number)))


def unshare(flags):
    _checked(_LIBC.unshare(flags), "unshare")


def setns(fd):
    _checked(_LIBC.setns(fd, CLONE_NEWNET), "setns")


def mount(source, target, kind, flags=0, data=None):
    encoded = [s.encode() if s is not None else None for s in (source, target, kind)]
    _checked(_LIBC.mount(*encoded, flags, data.encode() if data else None), "mount " + target)


def unmount(target):
    _checked(_LIBC.umount2(target.encode(), MNT_DETACH), "umount " + target)


def die_with_parent():
    """The kernel kills this process when the one that started it ends, however it ends."""
    _LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def private_run():
    """Mounts of this process and its children become invisible to others, and /run is an empty one of their own: named
    namespaces and lock files of iproute2 and iptables vanish with the process."""
    unshare(CLONE_NEWNS)
    mount("none", "/", None, MS_REC | MS_PRIVATE)
    mount("hookline", "/run", "tmpfs", 0, "mode=755")
    os.mkdir("/run/netns")


def link_up(device):
    """Takes a device of the current network namespace up."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = bytearray(struct.pack("16sH14x", device.encode(), 0))
        fcntl.ioctl(control, SIOCGIFFLAGS, request)
        flags = struct.unpack_from("H", request, 16)[0]
        struct.pack_into("H", request, 16, flags | IFF_UP)
        fcntl.ioctl(control, SIOCSIFFLAGS, request)
