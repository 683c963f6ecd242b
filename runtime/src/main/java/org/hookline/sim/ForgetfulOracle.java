package org.hookline.sim;

import org.hookline.ir.Visit;
import org.hookline.path.ArpRequest;

/** Of hosts that know no Ethernet address from anything earlier. */
public record ForgetfulOracle(Oracle otherwise) implements Oracle {
  private static final long NO_ENTRY = -1;

  @Override
  public long draw(Visit visit, long preferred, int attempt) {
    return ArpRequest.remembers(visit.choice())
        ? NO_ENTRY
        : otherwise.draw(visit, preferred, attempt);
  }
}
