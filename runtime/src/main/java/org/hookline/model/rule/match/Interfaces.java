package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.List;
import org.hookline.ir.Pred;
import org.hookline.model.iface.Interface;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Field;

/** Interface names as predicates. */
final class Interfaces {
  private Interfaces() {}

  /** kernel: include/linux/netfilter/x_tables.h ifname_compare_aligned() */
  static Pred named(Field field, String pattern, RuleContext context) {
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
