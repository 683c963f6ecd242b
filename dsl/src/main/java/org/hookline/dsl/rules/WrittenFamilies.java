package org.hookline.dsl.rules;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.AddressRange;
import org.hookline.addr.Endpoint;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.dsl.hookline.AddressItem;
import org.hookline.dsl.hookline.AddressList;
import org.hookline.dsl.hookline.AddressOperand;
import org.hookline.dsl.hookline.AddressSetDeclaration;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.WordType;
import org.hookline.dsl.word.Words;

/** The address families of what is written; none where it cannot be read or is no address. */
final class WrittenFamilies {
  private WrittenFamilies() {}

  /** {@code ip} or {@code ip6} of nft. */
  static Set<Family> ofWord(String word) {
    return word == null ? Set.of() : Set.of(word.equals("ip6") ? Family.IPV6 : Family.IPV4);
  }

  static Set<Family> ofAddress(String word) {
    return Readable.word(Words.ADDRESS, word).map(a -> Set.of(a.family())).orElse(Set.of());
  }

  static Set<Family> ofPrefix(String word) {
    return Readable.word(Words.PREFIX, word).map(p -> Set.of(p.family())).orElse(Set.of());
  }

  /** {@code all} of a policy rule is of either family. */
  static Set<Family> ofSelected(String word) {
    Optional<Optional<Prefix>> prefix = Readable.word(Words.SELECTED_PREFIX, word);
    return prefix.flatMap(p -> p).map(p -> Set.of(p.family())).orElse(Set.of());
  }

  static Set<Family> ofEndpoint(WordType<Endpoint> type, String word) {
    return Readable.word(type, word)
        .flatMap(Endpoint::addresses)
        .map(range -> Set.of(range.first().family()))
        .orElse(Set.of());
  }

  static Set<Family> of(AddressOperand operand) {
    if (operand == null) {
      return Set.of();
    }
    Set<Family> families = EnumSet.noneOf(Family.class);
    new Sets(families).doSwitch(operand);
    return families;
  }

  /** Follows the names of sets, each once. */
  private static final class Sets extends HooklineSwitch<Boolean> {
    private final Set<Family> families;
    private final Set<AddressSetDeclaration> seen = new HashSet<>();

    Sets(Set<Family> families) {
      this.families = families;
    }

    @Override
    public Boolean caseAddressList(AddressList list) {
      list.getItems().forEach(this::doSwitch);
      return true;
    }

    @Override
    public Boolean caseAddressItem(AddressItem item) {
      Readable.word(Words.ADDRESSES, item.getLiteral())
          .map(AddressRange::first)
          .ifPresent(address -> families.add(address.family()));
      AddressSetDeclaration set = item.getSet();
      if (set != null && !set.eIsProxy() && seen.add(set)) {
        set.getItems().forEach(this::doSwitch);
      }
      return true;
    }
  }
}
