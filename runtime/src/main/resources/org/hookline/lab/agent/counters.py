"""What the kernel counts and remembers, per namespace: conntrack entries, hits of rules."""

import re
import socket
import struct

NETLINK_NETFILTER = 12
IPCTNL_MSG_CT_DELETE = 1 << 8 | 2
NLM_F_REQUEST_ACK = 1 | 4
RULE = re.compile(r"\[(\d+):\d+\] -A (\S+)")
BACKLOG = 11  # column of /proc/net/softnet_stat (kernel: net/core/net-procfs.c softnet_seq_show()), since 5.10
POLICY = re.compile(r":(\S+) (\S+) \[(\d+):\d+\]")


def _proc(namespaces, name, file):
    with namespaces.inside(name):
        with open("/proc/thread-self/net/" + file) as proc:
            return proc.read()


def entries(namespaces, name):
    """The connections of a namespace, as the kernel lists them."""
    try:
        return _proc(namespaces, name, "nf_conntrack").splitlines()
    except FileNotFoundError:
        return []


def conntrack(namespaces, name):
    """One line an entry: protocol, state, original and reply tuple, flags, mark and zone where they are not 0."""
    return sorted(_entry(line) for line in entries(namespaces, name))


def _entry(line):
    words = line.split()
    protocol = words[2]
    state = words[5] if words[5].isupper() else "-"
    tuples, extra = [], []
    for key, value in re.findall(r"(\w+)=(\S+)", line):
        if key == "src":
            tuples.append({})
        if key in ("src", "dst", "sport", "dport", "type", "id"):
            tuples[-1][key] = value
        if key in ("mark", "zone") and value != "0":
            extra.append("%s %s" % (key, value))
    flags = re.findall(r"\[(\w+)\]", line)
    return " ".join([protocol, state] + [_tuple(t) for t in tuples] + flags + extra)


def _tuple(ends):
    if "sport" in ends:
        return "%s:%s>%s:%s" % (ends["src"], ends["sport"], ends["dst"], ends["dport"])
    return "%s>%s%s" % (ends["src"], ends["dst"], ":" + ends["id"] if "id" in ends else "")


def forget_connections(namespaces, name):
    """Empties the conntrack table of a namespace, if there is anything in it."""
    with namespaces.inside(name):
        try:
            with open("/proc/sys/net/netfilter/nf_conntrack_count") as file:
                if file.read().strip() == "0":
                    return
        except FileNotFoundError:
            return
        netlink = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_NETFILTER)
    with netlink:
        netlink.settimeout(2)
        netlink.send(struct.pack("=IHHIIBBH", 20, IPCTNL_MSG_CT_DELETE, NLM_F_REQUEST_ACK, 1, 0, socket.AF_INET, 0, 0))
        error = struct.unpack_from("=i", netlink.recv(4096), 16)[0]
        if error:
            raise OSError(-error, "emptying the conntrack table of " + name)


def under_way(backlog):
    """Whether packets wait for a softirq, as they do when the machine is busy; in whatever namespace."""
    backlog.seek(0)
    return any(int(waiting, 16) for line in backlog for waiting in line.split()[BACKLOG : BACKLOG + 1])


def rules(namespaces, name, timeout, tool=("iptables-save", "-c")):
    """Packets counted so far, by table/chain/index (1-based, as in iptables-save) and table/chain/policy."""
    hits, table, index = {}, "", {}
    for line in namespaces.command(name, list(tool), timeout).splitlines():
        policy, rule = POLICY.match(line), RULE.match(line)
        if line.startswith("*"):
            table, index = line[1:].strip(), {}
        elif policy and policy.group(2) != "-":
            hits["%s/%s/policy" % (table, policy.group(1))] = int(policy.group(3))
        elif rule:
            chain = rule.group(2)
            index[chain] = index.get(chain, 0) + 1
            hits["%s/%s/%d" % (table, chain, index[chain])] = int(rule.group(1))
    return hits
