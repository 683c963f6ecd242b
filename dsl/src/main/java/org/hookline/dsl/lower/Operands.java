package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hookline.addr.AddressSet;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.dsl.hookline.AddressItem;
import org.hookline.dsl.hookline.AddressList;
import org.hookline.dsl.hookline.AddressOperand;
import org.hookline.dsl.hookline.AddressSetDeclaration;
import org.hookline.dsl.hookline.InterfaceOperand;
import org.hookline.dsl.hookline.MarkOperand;
import org.hookline.dsl.hookline.PortItem;
import org.hookline.dsl.hookline.PortList;
import org.hookline.dsl.hookline.PortOperand;
import org.hookline.dsl.hookline.ServicePart;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;

/** What operands stand for, names replaced by what they were declared as. */
public final class Operands {
  private Operands() {}

  /** The addresses of a set, a literal or a list in braces. */
  public static AddressSet addresses(AddressOperand operand) {
    return items(operand).stream().map(Operands::one).reduce(AddressSet.EMPTY, AddressSet::union);
  }

  /** The addresses of several operands together. */
  public static AddressSet addresses(List<? extends AddressOperand> operands) {
    return operands.stream().map(Operands::addresses).reduce(AddressSet.EMPTY, AddressSet::union);
  }

  private static List<AddressItem> items(AddressOperand operand) {
    return new HooklineSwitch<List<AddressItem>>() {
      @Override
      public List<AddressItem> caseAddressItem(AddressItem item) {
        return List.of(item);
      }

      @Override
      public List<AddressItem> caseAddressList(AddressList list) {
        return list.getItems();
      }
    }.doSwitch(operand);
  }

  private static AddressSet one(AddressItem item) {
    return item.getLiteral() == null
        ? addresses(item.getSet().getItems())
        : AddressSet.of(Words.ADDRESSES.read(item.getLiteral()));
  }

  /** The addresses of several operands where some sets stand for something else. */
  static AddressSet addresses(
      List<? extends AddressOperand> operands, Map<AddressSetDeclaration, AddressSet> bound) {
    return operands.stream()
        .flatMap(operand -> items(operand).stream())
        .map(
            item ->
                item.getLiteral() == null && bound.containsKey(item.getSet())
                    ? bound.get(item.getSet())
                    : one(item))
        .reduce(AddressSet.EMPTY, AddressSet::union);
  }

  /** The single items that a set is written with, those of named sets in their place. */
  static List<AddressSet> members(AddressSetDeclaration set) {
    return set.getItems().stream()
        .flatMap(
            item ->
                item.getLiteral() == null ? members(item.getSet()).stream() : Stream.of(one(item)))
        .distinct()
        .toList();
  }

  /** The ports of an operand; a named service stands for its ports of this protocol. */
  public static List<PortRange> ports(PortOperand operand, Protocol protocol) {
    return new HooklineSwitch<List<PortRange>>() {
      @Override
      public List<PortRange> casePortItem(PortItem item) {
        return port(item, protocol);
      }

      @Override
      public List<PortRange> casePortList(PortList list) {
        return ports(list.getItems(), protocol);
      }
    }.doSwitch(operand);
  }

  /** The ports of several items, in order. */
  public static List<PortRange> ports(List<PortItem> items, Protocol protocol) {
    return items.stream().flatMap(item -> port(item, protocol).stream()).toList();
  }

  private static List<PortRange> port(PortItem item, Protocol protocol) {
    if (item.getLiteral() != null) {
      return List.of(Words.PORTS.read(item.getLiteral()));
    }
    List<PortRange> ports = new ArrayList<>();
    for (ServicePart part : item.getService().getParts()) {
      if (Words.PROTOCOL.read(part.getProtocol()).equals(protocol)) {
        ports.addAll(
            part.getPorts().isEmpty() ? List.of(PortRange.ANY) : ports(part.getPorts(), protocol));
      }
    }
    return ports;
  }

  /** A declared mark, or a literal one. */
  public static MaskedMark mark(MarkOperand operand) {
    String literal = operand.getLiteral();
    return Words.MARK.read(literal == null ? operand.getMark().getValue() : literal);
  }

  /** The name of an interface, or a pattern such as {@code eth+}. */
  public static String iface(InterfaceOperand operand) {
    return operand.getLiteral() == null ? operand.getIface().getName() : operand.getLiteral();
  }
}
