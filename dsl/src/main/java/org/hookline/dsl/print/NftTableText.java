package org.hookline.dsl.print;

import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.model.Host;
import org.hookline.model.iface.Interface;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.NftTable;
import org.hookline.model.rule.NftTable.Base;
import org.hookline.source.Origin;

/** The tables of nft itself of a host, rule by rule. */
final class NftTableText {
  private final Sheet sheet;
  private final Set<String> interfaces;

  NftTableText(Sheet sheet, Host host) {
    this.sheet = sheet;
    this.interfaces = host.interfaces().stream().map(Interface::name).collect(Collectors.toSet());
  }

  void write(NftTable table) {
    sheet.blank();
    sheet.open("nft table " + table.family().word() + " " + table.name(), Origin.NONE);
    for (NftTable.NftChain chain : table.contents()) {
      sheet.open("chain " + chain.chain().name(), Origin.NONE);
      chain.base().ifPresent(base -> sheet.line(words(base, chain.chain())));
      chain
          .chain()
          .rules()
          .forEach(r -> sheet.line(PacketTableText.words(r, interfaces), r.origin()));
      sheet.close();
    }
    sheet.close();
  }

  private static String words(Base base, Chain chain) {
    return "type "
        + base.type().word()
        + " hook "
        + base.hook().word()
        + " priority "
        + base.priority()
        + (chain.policyDrop() ? " policy drop" : "");
  }
}
