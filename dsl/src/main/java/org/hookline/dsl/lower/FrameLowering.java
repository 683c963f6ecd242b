package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.ChainEntry;
import org.hookline.dsl.hookline.FrameChain;
import org.hookline.dsl.hookline.FrameRule;
import org.hookline.dsl.hookline.FrameTableBlock;
import org.hookline.dsl.hookline.NftTableBlock;
import org.hookline.model.Unmodelled;
import org.hookline.source.Origin;

/**
 * Rules that the engine cannot carry: those of ebtables, arptables and of nft where it looks at
 * frames, IPv6 or devices. Each is listed with its line, and what is proved of the host is proved
 * assuming that it changes nothing.
 */
final class FrameLowering {
  private final Origins origins;

  FrameLowering(Origins origins) {
    this.origins = origins;
  }

  /** The rules of a table of ebtables or arptables, and policies that take packets away. */
  List<Unmodelled> lower(FrameTableBlock table) {
    List<Unmodelled> rules = new ArrayList<>();
    String tool = table.getTool();
    for (FrameChain chain : table.getChains()) {
      String place = tool + " " + table.getName() + " " + chain.getName();
      if (chain.getPolicy() != null && !chain.getPolicy().equals("accept")) {
        rules.add(of(place + " policy " + chain.getPolicy(), tool, origins.of(chain)));
      }
      for (FrameRule rule : chain.getRules()) {
        rules.add(of(place + ": " + Origins.text(rule), tool, origins.whole(rule)));
      }
    }
    return rules;
  }

  /** The rules of a table of nft whose family is not played, and policies that drop. */
  List<Unmodelled> lower(NftTableBlock table) {
    return table.getChains().stream().flatMap(chain -> lower(table, chain).stream()).toList();
  }

  /** The same of one chain. */
  List<Unmodelled> lower(NftTableBlock table, ChainBlock chain) {
    List<Unmodelled> rules = new ArrayList<>();
    String place = "nft " + table.getFamily() + " " + table.getName() + " " + chain.getName();
    boolean device = chain.getHook() != null && chain.getHook().endsWith("gress");
    String tool = "nft " + (device ? "at a device" : "of family " + table.getFamily());
    if ("drop".equals(chain.getPolicy())) {
      rules.add(of(place + " policy drop", tool, origins.of(chain)));
    }
    for (ChainEntry rule : chain.getEntries()) {
      rules.add(of(place + ": " + Origins.text(rule), tool, origins.whole(rule)));
    }
    return rules;
  }

  private static Unmodelled of(String what, String tool, Origin origin) {
    return new Unmodelled(what, "rules of " + tool + " are not in the model", origin);
  }
}
