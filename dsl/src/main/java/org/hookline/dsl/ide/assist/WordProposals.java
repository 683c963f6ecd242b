package org.hookline.dsl.ide.assist;

import static java.util.Map.entry;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.PacketTableBlock;
import org.hookline.dsl.hookline.Sysctl;
import org.hookline.dsl.reference.Meanings;
import org.hookline.dsl.rules.SysctlKeys;
import org.hookline.kernel.KernelPatches;
import org.hookline.model.flow.Action;
import org.hookline.model.rule.RejectWith;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.IcmpType;
import org.hookline.packet.CtState;

/** Words that are no names and no keywords: which ones a place takes. */
@Singleton
public class WordProposals {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  /** Versions that distributions ship or shipped for long. */
  private static final String KERNELS = "6.18 6.12 6.6 6.1 5.15 5.10 5.4 4.19 4.9 3.10 2.6.32";

  private static final String CT_STATUS = "expected seen-reply assured confirmed";
  private static final String TCP_FLAGS = "fin syn rst psh ack urg";

  private final Meanings meanings;
  private final AddressProposals addresses;
  private final Map<EStructuralFeature, Source> sources;

  @Inject
  WordProposals(Meanings meanings, AddressProposals addresses) {
    this.meanings = meanings;
    this.addresses = addresses;
    this.sources =
        Map.ofEntries(
            entry(HKL.getKernel_Version(), place -> plain(KERNELS.split(" "))),
            entry(HKL.getKernel_Patches(), WordProposals::patches),
            entry(HKL.getSysctl_Key(), this::sysctls),
            entry(HKL.getSysctlRemoval_Key(), this::sysctls),
            entry(HKL.getSysctl_Value(), WordProposals::sysctlValues),
            entry(HKL.getCtStateMatch_States(), place -> spelled(CtState.values())),
            entry(HKL.getCtStatusMatch_Statuses(), place -> plain(CT_STATUS.split(" "))),
            entry(HKL.getTcpFlagsMatch_Flags(), place -> plain(TCP_FLAGS.split(" "))),
            entry(HKL.getTcpFlagsMatch_Mask(), place -> plain(TCP_FLAGS.split(" "))),
            entry(HKL.getIcmpTypeMatch_Type(), place -> IcmpType.names().stream().map(Word::of)),
            entry(HKL.getRpFilterProperty_Mode(), place -> plain("off", "strict", "loose")),
            entry(HKL.getRouteEntry_Preference(), place -> plain("low", "medium", "high")),
            entry(HKL.getRejectTarget_Type(), place -> spelled(RejectWith.values())),
            entry(HKL.getEndpointAction_Outcome(), place -> spelled(Action.Expectation.values())),
            entry(HKL.getChainBlock_Name(), WordProposals::chains),
            entry(HKL.getRouteEntry_Via(), addresses::reached),
            entry(HKL.getNextHopEntry_Via(), addresses::reached),
            entry(HKL.getRouteEntry_Source(), addresses::own),
            entry(HKL.getFromSelector_Prefix(), addresses::own),
            entry(HKL.getAddressItem_Set(), addresses::own),
            entry(HKL.getPublishPolicy_To(), addresses::reached),
            entry(HKL.getDnatTarget_To(), addresses::reached),
            entry(HKL.getSnatPolicy_To(), addresses::own),
            entry(HKL.getSnatTarget_To(), addresses::own),
            entry(HKL.getListenerDeclaration_Addresses(), addresses::own),
            entry(HKL.getWireExpectation_Source(), addresses::all),
            entry(HKL.getWireExpectation_Destination(), addresses::all),
            entry(HKL.getEndpointAction_To(), addresses::all));
  }

  /** A word with what it is. */
  record Word(String text, String detail) {
    static Word of(String text) {
      return new Word(text, "");
    }
  }

  private interface Source {
    Stream<Word> of(EObject place);
  }

  /** The words for an attribute of the element that is being written. */
  Stream<Word> of(EStructuralFeature attribute, ContentAssistContext context) {
    Source source = attribute == null ? null : sources.get(attribute);
    return source == null || context.getCurrentModel() == null
        ? Stream.empty()
        : source.of(context.getCurrentModel());
  }

  private static Stream<Word> plain(String... words) {
    return Stream.of(words).map(Word::of);
  }

  private static Stream<Word> patches(EObject place) {
    return KernelPatches.all().stream().map(patch -> new Word(patch.code(), patch.what()));
  }

  private static Stream<Word> spelled(Enum<?>... values) {
    return Stream.of(values)
        .filter(value -> !(value instanceof CtState state) || state.hasWord())
        .map(value -> new Word(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), ""));
  }

  private Stream<Word> sysctls(EObject place) {
    return Stream.concat(SysctlKeys.names(), addresses.perInterface(place))
        .distinct()
        .map(key -> new Word(key, meanings.sysctl(key).orElse("")));
  }

  private static Stream<Word> sysctlValues(EObject place) {
    Sysctl sysctl = EcoreUtil2.getContainerOfType(place, Sysctl.class);
    return sysctl == null || sysctl.getKey() == null
        ? Stream.empty()
        : SysctlKeys.of(sysctl.getKey()).stream()
            .flatMap(kind -> IntStream.range(0, 10).mapToObj(String::valueOf).filter(kind::takes))
            .limit(4)
            .map(value -> new Word(value, ""));
  }

  /** The built-in chains of the table. */
  private static Stream<Word> chains(EObject place) {
    PacketTableBlock block = EcoreUtil2.getContainerOfType(place, PacketTableBlock.class);
    String table = block == null || block.getName() == null ? "" : block.getName();
    Set<TableName> tables = Set.of(TableName.values());
    return tables.stream()
        .filter(name -> name.word().equals(table))
        .flatMap(name -> name.builtIn().stream())
        .map(chain -> new Word(chain, "built-in chain of " + table));
  }
}
