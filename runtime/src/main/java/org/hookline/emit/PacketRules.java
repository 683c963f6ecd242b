package org.hookline.emit;

import java.util.List;
import java.util.Optional;
import org.hookline.emit.iptables.RestoreTable;
import org.hookline.emit.nft.NftTableText;

/**
 * The packet rules of a host, by the tool that loads them. What is empty is left alone.
 *
 * @param iptables the tables of iptables; those that the host has and that are not here are emptied
 * @param ip6tables as {@code iptables}, for IPv6
 * @param nft tables that are replaced as a whole, those without chains removed
 * @param devices links that tables of nft are bound to, which have to be there before them
 * @param ebtables tables that are replaced as a whole; others of the host are left alone
 * @param arptables as {@code ebtables}
 */
public record PacketRules(
    Optional<List<RestoreTable>> iptables,
    Optional<List<RestoreTable>> ip6tables,
    List<NftTableText> nft,
    List<String> devices,
    List<RestoreTable> ebtables,
    List<RestoreTable> arptables) {}
