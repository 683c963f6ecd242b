package org.hookline.dsl.rules;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Prefix;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.NetmapPolicy;
import org.hookline.dsl.word.Words;

/** Networks of different sizes, of which some addresses would have nobody to be changed for. */
final class NetmapLengths implements TreeRule<NetmapPolicy> {
  static final String CODE = "netmap-lengths";

  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  @Override
  public Class<NetmapPolicy> type() {
    return NetmapPolicy.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(NetmapPolicy policy, Findings findings) {
    Optional<Prefix> outer = Readable.word(Words.PREFIX, policy.getOuter());
    Optional<Prefix> inner = Readable.word(Words.PREFIX, policy.getInner());
    if (outer.isPresent() && inner.isPresent() && outer.get().length() != inner.get().length()) {
      findings
          .at(policy, HKL.getNetmapPolicy_Inner())
          .error(
              CODE,
              "a /" + outer.get().length() + " and a /" + inner.get().length() + " differ in size",
              "two networks of one prefix length");
    }
  }
}
