package org.hookline.dsl.rules;

import org.eclipse.emf.ecore.EObject;
import org.hookline.dsl.hookline.AddressSetDeclaration;
import org.hookline.dsl.hookline.CheckDeclaration;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.hookline.MarkDeclaration;
import org.hookline.dsl.hookline.SegmentDeclaration;
import org.hookline.dsl.hookline.ServiceDeclaration;
import org.hookline.dsl.hookline.SimulationDeclaration;
import org.hookline.dsl.hookline.util.HooklineSwitch;

/** What declarations are called in messages. */
final class Nouns extends HooklineSwitch<String> {
  private Nouns() {}

  static String of(EObject element) {
    return new Nouns().doSwitch(element);
  }

  @Override
  public String caseAddressSetDeclaration(AddressSetDeclaration element) {
    return "set";
  }

  @Override
  public String caseServiceDeclaration(ServiceDeclaration element) {
    return "service";
  }

  @Override
  public String caseMarkDeclaration(MarkDeclaration element) {
    return "mark";
  }

  @Override
  public String caseHostDeclaration(HostDeclaration element) {
    return "host";
  }

  @Override
  public String caseInterfaceDeclaration(InterfaceDeclaration element) {
    return "interface";
  }

  @Override
  public String caseSegmentDeclaration(SegmentDeclaration element) {
    return "segment";
  }

  @Override
  public String caseCheckDeclaration(CheckDeclaration element) {
    return "check";
  }

  @Override
  public String caseSimulationDeclaration(SimulationDeclaration element) {
    return "simulation";
  }

  @Override
  public String defaultCase(EObject element) {
    return "element";
  }
}
