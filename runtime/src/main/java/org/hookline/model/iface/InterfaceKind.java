package org.hookline.model.iface;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an interface is made of. */
public sealed interface InterfaceKind {

  /**
   * The words behind {@code ip link add NAME}; empty for a link that no command makes, so that it
   * must be there.
   */
  default List<String> linkAdd() {
    return List.of();
  }

  /**
   * The command that makes a link of this name, without the words of {@link #linkAdd}. A bare name
   * could be the beginning of a keyword, as br is of broadcast.
   */
  default String adding(String name) {
    return "link add name " + name;
  }

  /** The link that this one lies on, and that must exist before it. */
  default Optional<String> lower() {
    return Optional.empty();
  }

  /** The link that comes into being together with this one. */
  default Optional<String> otherEnd() {
    return Optional.empty();
  }

  /** The links that are ports of this one; others may be added by whoever makes them. */
  default List<String> ports() {
    return List.of();
  }

  /** What the language writes behind the name of such a kind, with leading blanks. */
  default String behind() {
    return "";
  }

  /** Its name, if the kind is routed over but not modelled inside. */
  default Optional<String> unmodelled() {
    return Optional.empty();
  }

  /** A network card: a link that exists before any script runs. */
  record Physical() implements InterfaceKind {}

  /** {@code ip link add … link PARENT type vlan id ID}. */
  record Vlan(String parent, int id) implements InterfaceKind {
    @Override
    public List<String> linkAdd() {
      return List.of("link", parent, "type", "vlan", "id", String.valueOf(id));
    }

    @Override
    public Optional<String> lower() {
      return Optional.of(parent);
    }
  }

  /** {@code ip link add … type bridge}; ports may be empty. */
  record Bridge(List<String> ports) implements InterfaceKind {
    @Override
    public List<String> linkAdd() {
      return List.of("type", "bridge");
    }
  }

  /** One end of a pair inside this host. */
  record Veth(String peer) implements InterfaceKind {
    @Override
    public List<String> linkAdd() {
      return List.of("type", "veth", "peer", "name", peer);
    }

    @Override
    public Optional<String> otherEnd() {
      return Optional.of(peer);
    }
  }

  record Dummy() implements InterfaceKind {
    @Override
    public List<String> linkAdd() {
      return List.of("type", "dummy");
    }
  }

  record Loopback() implements InterfaceKind {}

  /**
   * A kind that is routed over but not modelled inside (bond, macvlan, tun, wireguard, vrf …).
   *
   * @param on the link that it lies on
   * @param options what iproute2 is told beside, as it stands
   */
  record Opaque(String type, Optional<String> on, Optional<String> options)
      implements InterfaceKind {

    /** What comes into being without a word more. */
    private static final Set<String> SIMPLE = Set.of("bond", "ifb", "team", "wireguard");

    /** What one needs to be told nothing of but the link below. */
    private static final Set<String> UPPER = Set.of("macvlan", "macvtap", "ipvlan", "ipvtap");

    public Opaque(String type) {
      this(type, Optional.empty(), Optional.empty());
    }

    /** A program makes it, or more has to be said than the text says: then it must be there. */
    @Override
    public List<String> linkAdd() {
      boolean enough =
          options.isPresent()
              || SIMPLE.contains(type)
              || on.isPresent() && UPPER.contains(type)
              || isTun();
      if (type.equals("ppp") || !enough) {
        return List.of();
      }
      List<String> words = new ArrayList<>();
      on.ifPresent(link -> words.addAll(List.of("link", link)));
      words.addAll(List.of(isTun() ? "mode" : "type", type));
      options.ifPresent(words::add);
      return words;
    }

    private boolean isTun() {
      return type.equals("tun") || type.equals("tap");
    }

    /** Tunnels to programs are made by {@code ip tuntap}. */
    @Override
    public String adding(String name) {
      return (isTun() ? "tuntap add dev " : "link add name ") + name;
    }

    @Override
    public Optional<String> lower() {
      return on;
    }

    @Override
    public String behind() {
      return on.map(link -> " on " + link).orElse("")
          + options.map(words -> " \"" + words + "\"").orElse("");
    }

    @Override
    public Optional<String> unmodelled() {
      return Optional.of(type);
    }
  }
}
