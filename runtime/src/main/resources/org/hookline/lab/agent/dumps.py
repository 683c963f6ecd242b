"""What the tools of a host say of it, in the form of recorded cases."""

import json

FOR_ALL = (
    "rp_filter",
    "src_valid_mark",
    "accept_local",
    "route_localnet",
    "send_redirects",
    "forwarding",
    "bc_forwarding",
    "ignore_routes_with_linkdown",
    "arp_ignore",
    "arp_announce",
    "arp_filter",
    "proxy_arp",
)
OF_NEIGHBOURS = ("arp_ignore", "arp_announce")
PLAIN = (
    "ip_forward",
    "ip_nonlocal_bind",
    "icmp_echo_ignore_all",
    "icmp_errors_use_inbound_ifaddr",
    "ip_default_ttl",
    "tcp_l3mdev_accept",
    "fwmark_reflect",
    "tcp_fwmark_accept",
    "fib_multipath_hash_policy",
)
CONNTRACK = ("nf_conntrack_tcp_loose", "nf_conntrack_tcp_be_liberal")


def host(namespaces, name, case, timeout):
    def tool(*arguments):
        return namespaces.command(name, list(arguments), timeout)

    devices = [dev for ns, dev, _, far, peer, _ in case["build"]["links"] for ns, dev in ((ns, dev), (far, peer)) if ns == name]
    keys = ["net.ipv4." + key for key in PLAIN]
    keys += ["net.ipv4.conf.%s.%s" % (dev, key) for dev in ["all", "lo"] + devices for key in FOR_ALL]
    keys += ["net.netfilter." + key for key in CONNTRACK]
    return {
        "iptables": [line for line in tool("iptables-%s-save" % case["ipt"]).splitlines() if not line.startswith("#")],
        "addr": json.loads(tool("ip", "-j", "addr")),
        "route": json.loads(tool("ip", "-j", "-4", "route", "show", "table", "all")),
        "rule": json.loads(tool("ip", "-j", "-4", "rule")),
        "sysctl": {key.removeprefix("net.").removeprefix("ipv4."): value for key, value in namespaces.read_sysctls(name, keys).items()},
        "listen": _listen(case["build"]["ns"][name]),
    }


def neighbour(namespaces, name, case, timeout):
    space = case["build"]["ns"][name]
    macs = {dev: mac for ns, dev, mac, far, peer, other in case["build"]["links"] for ns, dev, mac in ((ns, dev, mac), (far, peer, other)) if ns == name}
    keys = ["net.ipv4.conf.%s.%s" % (dev, key) for dev in ["all", *macs] for key in OF_NEIGHBOURS]
    values = namespaces.read_sysctls(name, ["net.ipv4.ip_forward", "net.ipv4.conf.all.rp_filter"] + keys)
    return {
        "addr": [" ".join(line.split()[2:]) for line in space["link"] if line.startswith("addr add ")],
        "mac": macs,
        "route": namespaces.command(name, ["ip", "route"], timeout).splitlines(),
        "sysctl": {key.removeprefix("net.ipv4."): value for key, value in values.items() if key not in keys or value != "0"},
        "listen": _listen(space),
    }


def _listen(space):
    return [" ".join(["%s %s:%d" % tuple(service[:3])] + service[3:]) for service in space["services"]]
