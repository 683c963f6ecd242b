package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hookline.ir.Pred;
import org.hookline.model.iface.Interface;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Field;

/** Interface names as predicates. */
final class Interfaces {
  /** What the language takes for a wildcard without quotes. */
  private static final String WILDCARD = "[A-Za-z0-9_][A-Za-z0-9_.@-]*\\+";

  private Interfaces() {}

  /** A name that the host has, or a wildcard; any other stands in quotes. */
  static String hkl(String name, Set<String> interfaces) {
    boolean bare = interfaces.contains(name) || name.matches(WILDCARD);
    return bare ? name : XtText.of(name, "");
  }

  /**
   * The interface by its name, which it need not have when the rules are loaded.
   *
   * @param key {@code iifname} or {@code oifname}
   */
  static void nft(String key, boolean negated, String pattern, NftLine line) {
    if (!pattern.equals("+")) {
      String name = pattern.endsWith("+") ? pattern.replaceFirst("\\+$", "*") : pattern;
      line.match(key + (negated ? " != " : " ") + '"' + name + '"');
    } else if (negated) {
      line.never();
    }
  }

  /**
   * Packets by whose interface a name is meant; {@code +} alone means all packets, also where they
   * have none.
   *
   * <p>kernel: include/linux/netfilter/x_tables.h ifname_compare_aligned()
   */
  static Pred named(Field field, String pattern, RuleContext context) {
    if (pattern.equals("+")) {
      return Pred.TRUE;
    }
    List<Pred> any = new ArrayList<>();
    for (Interface iface : context.interfaces()) {
      boolean matches =
          pattern.endsWith("+")
              ? iface.name().startsWith(pattern.substring(0, pattern.length() - 1))
              : iface.name().equals(pattern);
      if (matches) {
        any.add(Pred.is(field, context.numberOf(iface.name())));
      }
    }
    return Pred.or(any);
  }
}
