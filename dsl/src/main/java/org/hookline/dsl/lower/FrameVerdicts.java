package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hookline.addr.MaskedMark;
import org.hookline.dsl.hookline.FrameExtensionTarget;
import org.hookline.dsl.hookline.FrameJump;
import org.hookline.dsl.hookline.FrameMarkSet;
import org.hookline.dsl.hookline.FrameNat;
import org.hookline.dsl.hookline.FrameVerdict;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;
import org.hookline.model.rule.FreeText;
import org.hookline.model.rule.UnplayedTable.Tool;

/** What a rule of ebtables or arptables does, in the words of the tool: {@code -j DROP}. */
final class FrameVerdicts extends HooklineSwitch<String> {
  private static final String HARMLESS = "[A-Za-z0-9_.:/,!=@+%-]+( [A-Za-z0-9_.:/,!=@+%-]+)*";

  private final Tool tool;
  private final List<FreeText> texts = new ArrayList<>();
  private Optional<String> conflict = Optional.empty();

  FrameVerdicts(Tool tool) {
    this.tool = tool;
  }

  /** Texts in it that no type guards. */
  List<FreeText> texts() {
    return List.copyOf(texts);
  }

  /** Why the tool has no words for it, if it has none. */
  Optional<String> conflict() {
    return conflict;
  }

  private String onlyBridge(String words, String what) {
    if (tool != Tool.EBTABLES) {
      conflict = Optional.of(tool.word() + " has no words for " + what);
    }
    return words;
  }

  @Override
  public String caseFrameVerdict(FrameVerdict target) {
    String verdict = target.getVerdict();
    return switch (verdict) {
      case "redirect" -> onlyBridge("-j redirect", verdict);
      // arptables has no target of this name, and goes on without one
      case "continue" -> tool == Tool.EBTABLES ? "-j CONTINUE" : "";
      default -> "-j " + verdict.toUpperCase(Locale.ROOT);
    };
  }

  @Override
  public String caseFrameJump(FrameJump target) {
    texts.add(new FreeText(FreeText.Kind.CHAIN, target.getChain().getName()));
    return "-j " + target.getChain().getName();
  }

  @Override
  public String caseFrameNat(FrameNat target) {
    String end = target.getKind().equals("dnat") ? "--to-destination " : "--to-source ";
    String mac = Words.MAC.read(target.getMac()).toString();
    return onlyBridge("-j " + target.getKind() + " " + end + mac, target.getKind());
  }

  /** The rules go on, as those of other tables do; ebtables by itself would accept. */
  @Override
  public String caseFrameMarkSet(FrameMarkSet target) {
    MaskedMark mark = Operands.mark(target.getMark());
    if (mark.mask() != MaskedMark.ALL) {
      conflict = Optional.of(tool.word() + " has no words for some bits of a mark");
    }
    return onlyBridge("-j mark --mark-set " + mark + " --mark-target CONTINUE", "marks");
  }

  @Override
  public String caseFrameExtensionTarget(FrameExtensionTarget target) {
    String text = target.getText();
    if (!text.matches(HARMLESS)) {
      String shown = text.replaceAll("\\p{Cc}", "?");
      conflict = Optional.of(tool.word() + " has no words for the target '" + shown + "'");
    }
    return "-j " + text;
  }
}
