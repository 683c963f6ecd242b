# Prints the lines for "ip -batch" that give the named devices the wanted addresses, in the wanted order and no others;
# nothing if they have them.
#
#   ip -o -4 address show | awk -v devices='lo eth0' -f addresses.awk addresses.batch listing=1 -
#
# Of several addresses in one subnet, the first is primary and the others secondary; a secondary one goes with its primary.
# IPv6 addresses have no order, and those of scope link that nobody wants stay.
BEGIN {
  split(devices, name)
  for (i in name) managed[name[i]] = 1
}

{ note = match($0, /[ \t]*#.*/) ? substr($0, RSTART) : "" }

{ sub(/[ \t]*#.*/, "") }

NF == 0 { next }

!listing {
  device = $NF
  address = $3 ($4 == "peer" ? " peer " whole($5) : "")
  more = $0
  sub(/^address add [^ ]+( peer [^ ]+)? ?/, "", more)
  sub(/ ?dev [^ ]+$/, "", more)
  if (!(device in wanted)) order[++ordered] = device
  wanted_address[device, ++wanted[device]] = address
  is_wanted[device, address] = 1
  more_of[device, address] = more
  note_of[device, address] = note
  next
}

{
  device = $2
  address = $4 ($5 == "peer" ? " peer " $6 : "")
}

device in managed && !($3 == "inet6" && / scope link / && !((device, address) in is_wanted)) {
  if (!(device in there)) seen[++seen_devices] = device
  n = ++there[device]
  there_address[device, n] = says(more_of[device, address]) ? address : address " "
  is_there[device, there_address[device, n]] = 1
  secondary[device, n] = / secondary /
}

# Whether the listed address has all that is written beside the wanted one.
function says(more,   n, i, word, text) {
  text = $0
  sub(/\\.*/, "", text)
  sub(/ brd /, " broadcast ", text)
  n = split(more, word)
  for (i = 1; i <= n; i++) {
    if (word[i] == "noprefixroute") {
      if (text !~ / noprefixroute /) return 0
    } else if (word[i] == "label") {
      if (text !~ (" " word[++i] "$")) return 0
    } else if (index(text " ", " " word[i] " " word[++i] " ") == 0) return 0
  }
  return 1
}

END {
  for (d = 1; d <= ordered; d++) if (!(order[d] in there)) seen[++seen_devices] = order[d]
  for (d = 1; d <= seen_devices; d++) {
    device = seen[d]
    if (orderly(device)) {
      for (n = there[device]; n >= 1; n--) if (!((device, there_address[device, n]) in is_wanted)) remove(device, n)
      for (n = 1; n <= wanted[device]; n++) if (!((device, wanted_address[device, n]) in is_there)) add(device, n)
    } else {
      for (n = there[device]; n >= 1; n--) remove(device, n)
      for (n = 1; n <= wanted[device]; n++) add(device, n)
    }
  }
}

# Whether removing and adding single addresses leads to the wanted order: the kernel puts a new primary address behind the
# other primary ones, and a new secondary one behind everything.
function orderly(device,   n, k, kept, address, primary, added) {
  for (n = 1; n <= there[device]; n++) {
    address = there_address[device, n]
    if ((device, address) in is_wanted) {
      if (address !~ /:/) kept[++k] = (secondary[device, n] ? "secondary " : "primary ") address
    } else if (!secondary[device, n] && carries(device, address)) return 0
  }
  k = added["primary"] = added["secondary"] = 0
  for (n = 1; n <= wanted[device]; n++) {
    address = wanted_address[device, n]
    if (address ~ /:/) continue
    primary = is_primary(device, n) ? "primary" : "secondary"
    if (!((device, address) in is_there)) added[primary] = 1
    else if (added[primary] || kept[++k] != primary " " address) return 0
  }
  return 1
}

# Whether a wanted address is there as secondary to this one, and would go with it.
function carries(device, address,   n) {
  for (n = 1; n <= there[device]; n++)
    if (secondary[device, n] && (device, there_address[device, n]) in is_wanted && subnet(there_address[device, n]) == subnet(address))
      return 1
  return 0
}

function is_primary(device, n,   i) {
  for (i = 1; i < n; i++) if (subnet(wanted_address[device, i]) == subnet(wanted_address[device, n])) return 0
  return 1
}

# Some versions of awk have no powers.
function subnet(address,   part, octet, size, n) {
  sub(/^.* peer /, "", address)
  split(address, part, "/")
  split(part[1], octet, ".")
  size = 1
  for (n = part[2]; n < 32; n++) size *= 2
  return int((((octet[1] * 256 + octet[2]) * 256 + octet[3]) * 256 + octet[4]) / size) "/" part[2]
}

# A peer without a length is a single one.
function whole(peer) { return peer ~ /\// ? peer : peer (peer ~ /:/ ? "/128" : "/32") }

function remove(device, n) { print "address del " there_address[device, n] " dev " device }

function add(device, n,   address, more) {
  address = wanted_address[device, n]
  more = more_of[device, address]
  print "address add " address (more == "" ? "" : " " more) " dev " device note_of[device, address]
}
