package org.hookline.dsl.ide.symbols;

import static java.util.Map.entry;

import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.lsp4j.SymbolKind;
import org.hookline.dsl.hookline.HooklinePackage;

/** The protocol's kinds of symbols for ours: what comes nearest in an outline's icons. */
public final class SymbolKinds {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private static final Map<EClass, SymbolKind> KINDS =
      Map.ofEntries(
          entry(HKL.getHostDeclaration(), SymbolKind.Class),
          entry(HKL.getHostAmendment(), SymbolKind.Class),
          entry(HKL.getInternetDeclaration(), SymbolKind.Class),
          entry(HKL.getInterfaceDeclaration(), SymbolKind.Interface),
          entry(HKL.getInterfaceAmendment(), SymbolKind.Interface),
          entry(HKL.getTableDeclaration(), SymbolKind.Struct),
          entry(HKL.getRuleList(), SymbolKind.Array),
          entry(HKL.getPacketTableBlock(), SymbolKind.Module),
          entry(HKL.getFrameTableBlock(), SymbolKind.Module),
          entry(HKL.getNftTableBlock(), SymbolKind.Module),
          entry(HKL.getChainBlock(), SymbolKind.Function),
          entry(HKL.getFrameChain(), SymbolKind.Function),
          entry(HKL.getSegmentDeclaration(), SymbolKind.Namespace),
          entry(HKL.getLinkDeclaration(), SymbolKind.Namespace),
          entry(HKL.getAddressSetDeclaration(), SymbolKind.Constant),
          entry(HKL.getServiceDeclaration(), SymbolKind.Constant),
          entry(HKL.getMarkDeclaration(), SymbolKind.Constant),
          entry(HKL.getCheckDeclaration(), SymbolKind.Event),
          entry(HKL.getSimulationDeclaration(), SymbolKind.Method),
          entry(HKL.getSysctl(), SymbolKind.Property));

  private SymbolKinds() {}

  public static SymbolKind of(EClass kind) {
    return KINDS.getOrDefault(kind, SymbolKind.Field);
  }
}
