package org.hookline.dsl.rules;

import java.util.List;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.hookline.addr.Malformed;
import org.hookline.dsl.word.WordType;
import org.hookline.dsl.word.WordTypes;

/** A word that is not what its place asks for: an address, a port, a mark … */
final class MalformedWord implements TreeRule<EObject> {

  @Override
  public Class<EObject> type() {
    return EObject.class;
  }

  @Override
  public List<String> codes() {
    return List.of(
        "bad-address",
        "bad-address-type",
        "bad-ct-state",
        "bad-ct-status",
        "bad-dscp",
        "bad-ether-type",
        "bad-icmp-type",
        "bad-kernel-version",
        "bad-mac",
        "bad-mark",
        "bad-number",
        "bad-outcome",
        "bad-port",
        "bad-prefix-length",
        "bad-priority",
        "bad-protocol",
        "bad-range",
        "bad-rate",
        "bad-reject-type",
        "bad-route-preference",
        "bad-rp-filter",
        "bad-scope",
        "bad-socket",
        "bad-tcp-flags",
        "bad-time",
        "bad-tos",
        "bad-ttl",
        "bad-uidrange",
        "bad-user-id",
        "bad-zone",
        "unknown-patch");
  }

  @Override
  public void check(EObject element, Findings findings) {
    for (EAttribute attribute : element.eClass().getEAllAttributes()) {
      WordTypes.of(attribute).ifPresent(type -> check(element, attribute, type, findings));
    }
  }

  private static void check(
      EObject element, EAttribute attribute, WordType<?> type, Findings findings) {
    Object value = element.eGet(attribute);
    List<?> words =
        value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
    for (int i = 0; i < words.size(); i++) {
      String word = (String) words.get(i);
      if (word == null) {
        continue; // a syntax error stands in its place
      }
      try {
        type.read(word);
      } catch (Malformed malformed) {
        findings.at(element, Written.as(element, attribute), i).malformed(malformed);
      }
    }
  }
}
