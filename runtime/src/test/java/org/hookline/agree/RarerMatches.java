package org.hookline.agree;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.Protocol;
import org.hookline.model.rule.DscpValue;
import org.hookline.model.rule.match.AddressType;
import org.hookline.model.rule.match.CtAddress;
import org.hookline.model.rule.match.CtDirection;
import org.hookline.model.rule.match.CtPort;
import org.hookline.model.rule.match.CtProtocol;
import org.hookline.model.rule.match.CtStates;
import org.hookline.model.rule.match.CtStatus;
import org.hookline.model.rule.match.CtTogether;
import org.hookline.model.rule.match.DeviceGroup;
import org.hookline.model.rule.match.Dscp;
import org.hookline.model.rule.match.Ecn;
import org.hookline.model.rule.match.EitherPort;
import org.hookline.model.rule.match.Fragment;
import org.hookline.model.rule.match.IcmpType;
import org.hookline.model.rule.match.Length;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Owner;
import org.hookline.model.rule.match.PacketType;
import org.hookline.model.rule.match.Physdev;
import org.hookline.model.rule.match.ReversePath;
import org.hookline.model.rule.match.ReversePath.Flag;
import org.hookline.model.rule.match.TcpEcn;
import org.hookline.model.rule.match.TcpFlagsAre;
import org.hookline.model.rule.match.TimeToLive;
import org.hookline.model.rule.match.TypeOfService;
import org.hookline.packet.CtState;

/** Matches at random, of the kinds that few rule sets use. */
final class RarerMatches {
  private final Pool pool;

  RarerMatches(Pool pool) {
    this.pool = pool;
  }

  Match one(String hook) {
    boolean not = pool.onceIn(6);
    return switch (pool.below(19)) {
      case 0 -> new EitherPort(Protocol.TCP, not, List.of(pool.ports(), pool.ports()));
      case 1 -> TcpFlagsAre.syn(not);
      case 2 -> new IcmpType(not, pool.any(0, 3, 8, 11), OptionalInt.empty());
      case 3 -> new PacketType(not, pool.any(PacketType.Kind.values()));
      case 4 -> addressType(not);
      case 5 -> new Owner(Owner.Who.USER, not, new Owner.Ids(0, 0));
      case 6 -> new TimeToLive(pool.any(TimeToLive.Comparison.values()), pool.any(61, 62, 63, 64));
      case 7 -> new TypeOfService(not, new MaskedMark(pool.any(0, 16), 0x3f));
      case 8 -> new Dscp(not, new DscpValue(pool.any(0, 46)));
      case 9 -> new CtPort(pool.any(CtPort.Which.values()), not, pool.ports());
      case 10 -> new CtProtocol(not, Protocol.TCP);
      case 11 -> new CtStatus(not, Set.of(pool.any(CtStatus.Status.values())));
      case 12 -> new CtDirection(not, pool.onceIn(2));
      case 13 -> together(not);
      case 14 -> hook.equals("PREROUTING") ? reversePath() : new Fragment(not);
      case 15 -> congestion(not);
      case 16 -> group(not);
      case 17 -> new Length(not, pool.any(new Length.Bytes(40, 60), new Length.Bytes(61, 600)));
      default ->
          pool.onceIn(2)
              ? ctAddress(not)
              : new Physdev(Physdev.Question.IS_BRIDGED, not, Optional.empty());
    };
  }

  private Match addressType(boolean not) {
    Set<AddressType.Kind> kinds =
        Set.of(
            pool.any(
                AddressType.Kind.LOCAL,
                AddressType.Kind.UNICAST,
                AddressType.Kind.BROADCAST,
                AddressType.Kind.MULTICAST));
    return new AddressType(
        pool.any(AddressType.End.values()), not, kinds, pool.any(AddressType.Limit.values()));
  }

  private Match congestion(boolean not) {
    return pool.onceIn(2)
        ? new Ecn(not, pool.below(4))
        : new TcpEcn(not, pool.any(TcpEcn.Flag.values()));
  }

  private Match group(boolean not) {
    return new DeviceGroup(
        pool.any(DeviceGroup.Side.values()), not, new MaskedMark(pool.any(0, 1), pool.any(1, 3)));
  }

  private Match ctAddress(boolean not) {
    return new CtAddress(pool.any(CtAddress.Which.values()), not, pool.prefix());
  }

  private Match together(boolean not) {
    CtStates states = new CtStates(not, Set.of(pool.any(CtState.NEW, CtState.INVALID)));
    return new CtTogether(states, List.of(ctAddress(pool.onceIn(4))));
  }

  private Match reversePath() {
    return new ReversePath(
        pool.any(Flag.values()), pool.any(Flag.values()), pool.any(Flag.values()), Flag.OFF);
  }
}
