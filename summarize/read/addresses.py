"""Which machines may be connected to: those of the public internet, unless the user allows more.

A page or a redirect may name the router, a cloud's metadata service or a database on this machine; what
it answers must not end up in a digest. The check is on the number really connected to, so that no
spelling and no name server gets round it. Networks are those of IANA's special-purpose registries, written
out because what `ipaddress` calls global differs between Pythons and includes NAT64, 6to4 and multicast.
"""

from __future__ import annotations

import ipaddress
import socket

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

REFUSED: dict[str, tuple[str, ...]] = {
    "a loopback address": ("127.0.0.0/8", "::1/128"),
    "a private address": (
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7", "fec0::/10",
    ),
    "a link-local address": ("169.254.0.0/16", "fe80::/10"),
    "an address of this network": ("0.0.0.0/8", "::/128"),
    "a multicast address": ("224.0.0.0/4", "ff00::/8"),
    "an IPv4 address in disguise": (
        "::/96", "::ffff:0:0/96", "::ffff:0:0:0/96",  # compatible, mapped, translated (RFC 2765)
        "64:ff9b::/96", "64:ff9b:1::/48",  # NAT64
        "2002::/16", "192.88.99.0/24",  # 6to4 and its relays
        "2001::/32",  # Teredo
    ),
    "a reserved address": (
        "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
        "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16",
    ),
}  # fmt: skip
NETWORKS = [
    (ipaddress.ip_network(network), kind) for kind, networks in REFUSED.items() for network in networks
]
UNICAST = ipaddress.IPv6Network("2000::/3")  # all that is given out of IPv6
ISATAP = (0x00005EFE, 0x02005EFE)  # RFC 5214: the interface of an address that carries an IPv4 one


def refusal(address: str) -> str | None:
    """What is wrong with connecting to a number, or None. Anything that is no number is refused.

    >>> refusal("169.254.169.254"), refusal("::ffff:10.0.0.1"), refusal("1.1.1.1")
    ('a link-local address', 'an IPv4 address in disguise', None)
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "no address"
    for network, kind in NETWORKS:
        if found in network:
            return kind
    if isinstance(found, ipaddress.IPv6Address):
        if (int(found) >> 32) & 0xFFFFFFFF in ISATAP:
            return "an IPv4 address in disguise"
        if found not in UNICAST:
            return "a reserved address"
    return None


def literal(host: str) -> str | None:
    """The number a host is spelled as (`127.1`, `0x7f.1` and `2130706433` too), None if it is a name."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host.removesuffix(".")))
    except (OSError, UnicodeError):
        return None
