package org.hookline.dsl.ide.rename;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.TableDeclaration;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.scoping.KernelLibrary;
import org.hookline.model.rule.TableName;

/** Names that the kernel gave: built-in chains, its routing tables, the loopback interface. */
final class FixedNames {

  boolean contains(EObject element) {
    boolean pseudoHost = element.eClass() == HooklinePackage.eINSTANCE.getInternetDeclaration();
    return pseudoHost
        || KernelLibrary.contains(element)
        || Boolean.TRUE.equals(new Fixed().doSwitch(element));
  }

  private static final class Fixed extends HooklineSwitch<Boolean> {
    @Override
    public Boolean caseChainBlock(ChainBlock chain) {
      return Stream.of(TableName.values())
          .anyMatch(table -> table.builtIn().contains(chain.getName()));
    }

    @Override
    public Boolean caseTableDeclaration(TableDeclaration table) {
      return List.of("main", "local", "default").contains(table.getName());
    }
  }
}
