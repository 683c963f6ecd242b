package org.hookline.lab.recorded;

import java.util.Optional;
import org.hookline.lab.Drop;
import org.hookline.lab.recorded.HostWatch.Ended;

/** Drops in the words of recordings: a reason, with the hook for a drop by netfilter. */
final class DropText {
  private DropText() {}

  /** Nothing for ends that the kernel does not count as drops. */
  static Optional<String> of(Ended ended) {
    String reason = ended.fate().reason();
    return switch (ended.fate().outcome()) {
      case DROPPED ->
          reason.startsWith("NETFILTER_DROP")
              ? Optional.of("NETFILTER_DROP " + ended.hook())
              : ended.fate().drop().filter(Drop::isHeard);
      case REFUSED -> Optional.of(reason.isEmpty() ? "NO_SOCKET" : reason);
      case STRAY -> reason.isEmpty() ? Optional.empty() : Optional.of(reason);
      default -> Optional.empty();
    };
  }

  /** A recorded drop without the function it happened in. */
  static Optional<String> ofRecorded(String drop) {
    String[] words = drop.split(" ");
    if (!words[0].equals(RecordedCase.HOST)) {
      return Optional.empty();
    }
    boolean filtered = words[1].equals("NETFILTER_DROP") && words.length > 2;
    return Optional.of(filtered ? words[1] + " " + words[2] : words[1]);
  }
}
