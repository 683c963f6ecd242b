package org.hookline.dsl.word;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.hookline.dsl.hookline.HooklinePackage;

/**
 * Which kind of word stands in which place of the grammar: the table that replaces INT and IP
 * terminals.
 */
public final class WordTypes {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private static final Map<EStructuralFeature, WordType<?>> TYPES =
      Map.ofEntries(
          entry(HKL.getAddressItem_Literal(), Words.ADDRESSES),
          entry(HKL.getPortItem_Literal(), Words.PORTS),
          entry(HKL.getMarkOperand_Literal(), Words.MARK),
          entry(HKL.getMarkDeclaration_Value(), Words.MARK),
          entry(HKL.getServicePart_Protocol(), Words.PROTOCOL),
          entry(HKL.getKernel_Version(), Words.KERNEL),
          entry(HKL.getVlanKind_Id(), Words.VLAN_ID),
          entry(HKL.getKernel_Patches(), Words.PATCH),
          entry(HKL.getInterfaceAddressEntry_Prefix(), Words.PREFIX),
          entry(HKL.getInterfaceAddressEntry_Peer(), Words.PREFIX),
          entry(HKL.getInterfaceAddressEntry_Broadcast(), Words.ADDRESS),
          entry(HKL.getInterfaceAddressEntry_Scope(), Words.SCOPE),
          entry(HKL.getGroupProperty_Group(), Words.GROUP),
          entry(HKL.getResolvesProperty_Addresses(), Words.ADDRESSES),
          entry(HKL.getPortVlan_Id(), Words.VLAN_IDS),
          entry(HKL.getUsualVlan_Id(), Words.USUAL_VLAN),
          entry(HKL.getProxyNeighbour_Address(), Words.ADDRESS),
          entry(HKL.getProxyNeighbourRemoval_Address(), Words.ADDRESS),
          entry(HKL.getRouteEntry_Scope(), Words.SCOPE),
          entry(HKL.getRouteEntry_Preference(), Words.ROUTE_PREFERENCE),
          entry(HKL.getRouteMetric_Value(), Words.ROUTE_METRIC),
          entry(HKL.getTunnelSelector_Id(), Words.TUNNEL_ID),
          entry(HKL.getLookupVerdict_Group(), Words.GROUP),
          entry(HKL.getNetmapPolicy_Outer(), Words.PREFIX),
          entry(HKL.getNetmapPolicy_Inner(), Words.PREFIX),
          entry(HKL.getEndpointAction_Time(), Words.TIME),
          entry(HKL.getEndpointAction_Times(), Words.TIMES),
          entry(HKL.getEndpointAction_Interval(), Words.TIME),
          entry(HKL.getWireExpectation_Source(), Words.SOCKET),
          entry(HKL.getWireExpectation_Destination(), Words.SOCKET),
          entry(HKL.getCounterExpectation_Value(), Words.COUNTED),
          entry(HKL.getHoldsConnections_Count(), Words.CONNECTIONS),
          entry(HKL.getAddressRemoval_Addresses(), Words.PREFIX),
          entry(HKL.getMacProperty_Mac(), Words.MAC),
          entry(HKL.getMtuProperty_Mtu(), Words.MTU),
          entry(HKL.getRpFilterProperty_Mode(), Words.RP_FILTER),
          entry(HKL.getListenerDeclaration_Addresses(), Words.ADDRESS),
          entry(HKL.getListenerRemoval_Addresses(), Words.ADDRESS),
          entry(HKL.getNeighbourEntry_Address(), Words.ADDRESS),
          entry(HKL.getNeighbourEntry_Mac(), Words.MAC),
          entry(HKL.getNeighbourRemoval_Address(), Words.ADDRESS),
          entry(HKL.getTableDeclaration_Number(), Words.TABLE_NUMBER),
          entry(HKL.getRouteEntry_Destination(), Words.DESTINATION),
          entry(HKL.getRouteEntry_Via(), Words.ADDRESS),
          entry(HKL.getRouteEntry_Source(), Words.ADDRESS),
          entry(HKL.getRouteEntry_Metric(), Words.METRIC),
          entry(HKL.getRouteEntry_Tos(), Words.RULE_TOS),
          entry(HKL.getNextHopEntry_Via(), Words.ADDRESS),
          entry(HKL.getNextHopEntry_Weight(), Words.WEIGHT),
          entry(HKL.getRuleEntry_Preference(), Words.PREFERENCE),
          entry(HKL.getFromSelector_Prefix(), Words.SELECTED_PREFIX),
          entry(HKL.getToSelector_Prefix(), Words.SELECTED_PREFIX),
          entry(HKL.getTosSelector_Tos(), Words.RULE_TOS),
          entry(HKL.getIpprotoSelector_Protocol(), Words.PROTOCOL),
          entry(HKL.getSportSelector_Ports(), Words.PORTS),
          entry(HKL.getDportSelector_Ports(), Words.PORTS),
          entry(HKL.getUidrangeSelector_Uids(), Words.UIDS),
          entry(HKL.getLookupVerdict_Suppress(), Words.PREFIX_LENGTH),
          entry(HKL.getGotoVerdict_Preference(), Words.PREFERENCE),
          entry(HKL.getPortMatch_Protocol(), Words.PROTOCOL),
          entry(HKL.getProtocolMatch_Protocol(), Words.PROTOCOL),
          entry(HKL.getMaskedAddressMatch_Mask(), Words.ADDRESS),
          entry(HKL.getMaskedAddressMatch_Network(), Words.ADDRESS),
          entry(HKL.getTcpFlagsMatch_Flags(), MatchWords.TCP_FLAG),
          entry(HKL.getTcpFlagsMatch_Mask(), MatchWords.TCP_FLAG),
          entry(HKL.getIcmpTypeMatch_Type(), MatchWords.ICMP_TYPE),
          entry(HKL.getOwnerMatch_Ids(), MatchWords.USER_IDS),
          entry(HKL.getTosMatch_Tos(), MatchWords.TOS),
          entry(HKL.getDscpMatch_Dscp(), MatchWords.DSCP),
          entry(HKL.getTtlMatch_Value(), MatchWords.TTL),
          entry(HKL.getSourceMacMatch_Mac(), Words.MAC),
          entry(HKL.getFrameTypeMatch_Type(), MatchWords.ETHER_TYPE),
          entry(HKL.getFrameMacMatch_Mac(), Words.MAC),
          entry(HKL.getFrameNat_Mac(), Words.MAC),
          entry(HKL.getFrameVlanMatch_Id(), Words.VLAN_ID),
          entry(HKL.getFramePortMatch_Protocol(), Words.PROTOCOL),
          entry(HKL.getFrameProtocolMatch_Protocol(), Words.PROTOCOL),
          entry(HKL.getLimitMatch_Rate(), MatchWords.RATE),
          entry(HKL.getLimitMatch_Burst(), MatchWords.BURST),
          entry(HKL.getAddressTypeMatch_Kinds(), MatchWords.ADDRESS_TYPE),
          entry(HKL.getCtStateMatch_States(), MatchWords.CT_STATE),
          entry(HKL.getCtStatusMatch_Statuses(), MatchWords.CT_STATUS_WORD),
          entry(HKL.getCtProtocolMatch_Protocol(), Words.PROTOCOL),
          entry(HKL.getCtAddressMatch_Prefix(), Words.PREFIX),
          entry(HKL.getCtPortMatch_Ports(), Words.PORTS),
          entry(HKL.getChainBlock_Priority(), MatchWords.PRIORITY),
          entry(HKL.getRejectTarget_Type(), Words.REJECT_WITH),
          entry(HKL.getDnatTarget_To(), MatchWords.NAT_TO),
          entry(HKL.getSnatTarget_To(), MatchWords.NAT_TO),
          entry(HKL.getNetmapTarget_To(), Words.PREFIX),
          entry(HKL.getCtZoneTarget_Zone(), MatchWords.ZONE),
          entry(HKL.getTosTarget_Tos(), MatchWords.TOS),
          entry(HKL.getTtlTarget_Value(), MatchWords.TTL),
          entry(HKL.getMasqueradeTarget_Ports(), Words.PORTS_ONLY),
          entry(HKL.getRedirectTarget_Ports(), Words.PORTS_ONLY),
          entry(HKL.getMarkRestoreTarget_Mask(), Words.MASK),
          entry(HKL.getMarkRestoreTarget_Into(), Words.MASK),
          entry(HKL.getCtMarkSaveTarget_Mask(), Words.MASK),
          entry(HKL.getCtMarkSaveTarget_Into(), Words.MASK),
          entry(HKL.getPublishPolicy_To(), Words.ENDPOINT),
          entry(HKL.getSnatPolicy_To(), Words.ENDPOINT),
          entry(HKL.getMasqueradePolicy_Ports(), Words.PORTS_ONLY),
          entry(HKL.getRedirectPolicy_Ports(), Words.PORTS_ONLY),
          entry(HKL.getAttachment_Gateway(), Words.ADDRESS),
          entry(HKL.getAnnouncement_Prefix(), Words.PREFIX),
          entry(HKL.getAnnouncement_Via(), Words.ADDRESS),
          entry(HKL.getEndpointAction_Source(), Words.SOCKET),
          entry(HKL.getEndpointAction_To(), Words.SOCKET),
          entry(HKL.getEndpointAction_Outcome(), Words.OUTCOME));

  private WordTypes() {}

  /** The kind of word in an attribute; empty for names and free text. */
  public static Optional<WordType<?>> of(EStructuralFeature attribute) {
    return Optional.ofNullable(TYPES.get(attribute));
  }
}
