# Prints the lines for "bridge -batch" that put ports into the wanted VLANs and out of all others; nothing if they are as wanted.
#
#   bridge vlan show | awk -v ports='eth0 eth1' -v bridges='br0' -f vlans.awk vlans.batch listing=1 -
#
# Ports that are not named are left alone.
BEGIN {
  names = split(ports " " bridges, name)
  bridge = split(bridges, own)
  for (i = 1; i <= bridge; i++) self[own[i]] = " self"
}

{ note = match($0, /[ 	]*#.*/) ? substr($0, RSTART) : "" }

{ sub(/[ 	]*#.*/, "") }

NF == 0 { next }

# vlan add dev eth0 vid 10-20 pvid untagged
!listing {
  line[++lines] = $0
  note_of[lines] = note
  split($6, end, "-")
  first[lines] = end[1] + 0
  last[lines] = (end[2] == "" ? end[1] : end[2]) + 0
  for (id = first[lines]; id <= last[lines]; id++) wanted[$4, id] = flags($0)
  next
}

/^port/ { next }

# "eth0  10 PVID Egress Untagged", and further ones without the name
{
  if ($0 ~ /^[^ 	]/) {
    device = $1
    sub(/^[^ 	]+/, "")
  }
  if ($1 !~ /^[0-9]+(-[0-9]+)?$/) next # an older iproute2 says None
  split($1, end, "-")
  last_one = end[2] == "" ? end[1] : end[2]
  for (id = end[1] + 0; id <= last_one + 0; id++) there[device, id] = flags($0)
}

END {
  for (n = 1; n <= lines; n++) {
    split(line[n], word)
    missing = 0
    for (id = first[n]; id <= last[n]; id++) {
      if (!((word[4], id) in there) || there[word[4], id] != wanted[word[4], id]) missing = 1
    }
    if (missing) print line[n] note_of[n]
  }
  for (i = 1; i <= names; i++) surplus(name[i])
}

function surplus(device,   id, from) {
  for (id = 1; id <= 4095; id++) {
    if ((device, id) in there && !((device, id) in wanted)) {
      if (!from) from = id
    } else if (from) {
      print "vlan del dev " device " vid " (from == id - 1 ? from : from "-" (id - 1)) self[device]
      from = 0
    }
  }
}

function flags(text) {
  return (tolower(text) ~ /pvid/ ? "pvid" : "") (tolower(text) ~ /untagged/ ? "untagged" : "")
}
