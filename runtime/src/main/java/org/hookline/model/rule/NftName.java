package org.hookline.model.rule;

import java.util.Locale;
import java.util.Set;

/** Names of tables and chains as nft takes them: without quotes, so that none may be a keyword. */
public final class NftName {
  private static final String BARE = "[A-Za-z_][A-Za-z0-9_./-]*";

  /** What a name gets that cannot stand by itself. */
  private static final String PREFIX = "hkl_";

  /** nft: src/scanner.l, the words that it knows in every place. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("accept add ah all and arp auto-merge bridge cgroup chain chains comment comp constant"
                  + " continue counter counters cpu create ct day dccp define delete describe"
                  + " destroy device devices dnat drop dst dup dynamic ecn element elements eq esp"
                  + " ether exists expires export exthdr fib flags flow flowtable flowtables flush"
                  + " frag fwd gc-interval ge get goto gt handle hbh hook hour ibriport ibrname icmp"
                  + " icmpv6 igmp iif iifgroup iifname iiftype import include index inet insert"
                  + " interval ip ip6 ipsec jhash jump last le limit limits list log lshift lt map"
                  + " maps mark masquerade meta meter meters mh missing monitor ne netdev nftrace"
                  + " not notrack numgen obriport obrname offload oif oifgroup oifname oiftype or"
                  + " osf pkttype policy position priority queue quota quotas random redefine"
                  + " redirect reject rename replace reset return rshift rt rt0 rt2 rt4 rtclassid"
                  + " rule rules ruleset sctp secmark secmarks set sets size skgid skuid snat socket"
                  + " srh symhash synproxy synproxys table tables tcp th time timeout tproxy type"
                  + " typeof udp udplite undefine update vlan vmap vxlan xor xt geneve gre gretap")
              .split(" "));

  private NftName() {}

  /** The name itself where nft takes it, else one that stands for it alone. */
  public static String of(String name) {
    boolean bare = name.matches(BARE) && !KEYWORDS.contains(name) && !name.startsWith(PREFIX);
    return bare ? name : PREFIX + escaped(name);
  }

  private static String escaped(String name) {
    StringBuilder text = new StringBuilder();
    for (char c : name.toCharArray()) {
      boolean plain = String.valueOf(c).matches("[A-Za-z0-9./-]");
      text.append(plain ? c : String.format(Locale.ROOT, "_x%02x", (int) c));
    }
    return text.toString();
  }
}
