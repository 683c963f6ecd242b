package org.hookline.model;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Prefix;
import org.hookline.source.Origin;

/**
 * The rest of the world: owns every global unicast address that no modelled segment has, answers
 * every connection, and sends to a modelled destination through the attachment that announces its
 * longest prefix.
 */
public record Internet(List<Attachment> attachments, Origin origin) {

  /** How sources of arriving packets are checked (RFC 3704). */
  public enum Urpf {
    OFF,
    /** The source must be announced on the attachment that it arrives by. */
    STRICT,
    /** The source must be announced somewhere, or be the internet's own. */
    LOOSE
  }

  /**
   * A place where the internet touches a segment.
   *
   * @param gateway the address that it owns there; empty when nobody routes through it
   */
  public record Attachment(
      String segment,
      Optional<Address> gateway,
      List<Announcement> announces,
      Urpf urpf,
      Origin origin) {}

  /**
   * A prefix that is reached through an attachment.
   *
   * @param via next hop on the segment; empty when the destination itself is on it
   */
  public record Announcement(Prefix prefix, Optional<Address> via) {}
}
