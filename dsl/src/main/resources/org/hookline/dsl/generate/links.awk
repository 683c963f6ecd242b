# Prints the lines for "ip -batch" that make the wanted links and set them up; nothing if they are there and as wanted.
#
#   ip -N -o -d link show | awk -v part=missing -v needed='eth0' -f links.awk links.batch listing=1 -    names of links that lack
#   ip -N -o -d link show | awk -v part=add -f links.awk links.batch listing=1 -                         "link add ..."
#   ip -N -o -d link show | awk -v part=set -f links.awk links.batch listing=1 -                         "link set dev ..."
#   ip -N -o -d link show | awk -v part=set -v still=1 -f links.awk links.batch listing=1 -              all but "... up"
#
# A link of the right name is the right one, whatever it is.
{ note = match($0, /[ \t]*#.*/) ? substr($0, RSTART) : "" }

{ sub(/[ \t]*#.*/, "") }

NF == 0 { next }

!listing && $2 == part && !(still && $NF == "up") {
  line[++lines] = $0
  note_of[lines] = note
}

!listing { next }

{
  device = $2
  sub(/(@.*)?:$/, "", device)
  there[device] = 1
  flags = "," substr($3, 2, length($3) - 2) ","
  is[device, flags ~ /,UP,/ ? "up" : "down"] = 1
  is[device, "arp " (flags ~ /,NOARP,/ ? "off" : "on")] = 1
  is[device, "multicast " (flags ~ /,MULTICAST,/ ? "on" : "off")] = 1
  is[device, "allmulticast " (flags ~ /,ALLMULTI,/ ? "on" : "off")] = 1
  is[device, "promisc " (flags ~ /,PROMISC,/ ? "on" : "off")] = 1
  for (i = 4; i < NF; i++) {
    is[device, $i " " $(i + 1)] = 1
    if ($i ~ /^link\//) is[device, "address " $(i + 1)] = 1
  }
  if (match($0, /\\ *alias .*/)) is[device, substr($0, RSTART + 1)] = 1
}

END {
  names = split(needed, name)
  for (i = 1; i <= names; i++) if (!(name[i] in there)) print name[i]
  for (n = 1; n <= lines; n++) {
    split(line[n], word)
    if (part == "add" && !(word[4] in there)) print line[n] note_of[n]
    if (part == "set" && (!((word[4], wanted(line[n])) in is) || word[7] == "vlan_filtering" && word[4] in stopped)) print line[n] note_of[n]
    if (part == "set" && word[9] == "vlan_default_pvid" && !((word[4], wanted(line[n])) in is)) stopped[word[4]] = 1
  }
}

# What "ip link show" says where the line is done: of "type bridge stp_state 1" the last two words.
function wanted(line,   words, word) {
  sub(/^link set dev [^ ]+ /, "", line)
  words = split(line, word)
  if (word[1] == "alias") gsub(/"/, "", line)
  else if (word[1] == "type") line = word[words - 1] " " word[words]
  return word[1] == "alias" ? "    " line : line
}
