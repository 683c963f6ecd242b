# Prints the lines for "ip -batch" that turn the policy rules that are there into the wanted ones; nothing if they are the
# same. Rules that are not wanted go, the kernel's own included.
#
#   ip -N rule show | awk -f rules.awk rules.batch listing=1 -
#
# First what is new, then what changes, last what goes.
BEGIN {
  split("blackhole unreachable prohibit", name)
  for (i in name) action_of[name[i]] = action_of[i + 5] = name[i] # "ip -N" prints numbers
  split("icmp tcp udp sctp", name)
  split("1 6 17 132", number)
  for (i in name) protocol[name[i]] = "ipproto-" number[i]
  split("from to iif oif fwmark tos uidrange ipproto sport dport tun_id lookup suppress_prefixlength suppress_ifgroup goto", name)
  for (i in name) with_value[name[i]] = 1
}

{ note = match($0, /[ \t]*#.*/) ? substr($0, RSTART) : "" }

{ sub(/[ \t]*#.*/, "") }

NF == 0 { next }

!listing {
  preference = $4
  if (!(preference in wanted)) wanted_preference[++wanted_preferences] = preference
  n = ++wanted[preference]
  wanted_rule[preference, n] = normal(5)
  wanted_line[preference, n] = $0 note
  next
}

{
  preference = $1
  sub(/:$/, "", preference)
  if (!(preference in there)) there_preference[++there_preferences] = preference
  there_rule[preference, ++there[preference]] = normal(2)
}

END {
  for (p = 1; p <= wanted_preferences; p++) if (!(wanted_preference[p] in there)) add(wanted_preference[p])
  for (p = 1; p <= wanted_preferences; p++) {
    preference = wanted_preference[p]
    if (preference in there && !same(preference)) {
      remove(preference)
      add(preference)
    }
  }
  for (p = 1; p <= there_preferences; p++) if (!(there_preference[p] in wanted)) remove(there_preference[p])
}

# The rule from word i on, its parts in one order, whatever the version of ip.
function normal(i,   part, mark, rest, word, text) {
  part["from"] = "all"
  for (; i <= NF; i++) {
    word = $i
    if (word in action_of) rest = rest " " action_of[word]
    else if (word in with_value) part[word] = $(++i)
    else if (word == "l3mdev") part["lookup"] = "[l3mdev-table]"
    else if (word == "proto") i++
    else if (word != "[detached]" && word != "[unresolved]") rest = rest " " word
  }
  if (part["from"] ~ /^(0.0.0.0|::)\/0$/) part["from"] = "all"
  if (part["to"] ~ /^(0.0.0.0\/0|::\/0|all)$/) part["to"] = ""
  part["tos"] = hex(part["tos"])
  split(part["fwmark"], mark, "/")
  part["fwmark"] = hex(mark[1]) "/" hex(mark[2])
  if (part["ipproto"] in protocol) part["ipproto"] = protocol[part["ipproto"]]
  text = part["from"] " " part["to"] " " part["iif"] " " part["oif"] " " part["fwmark"] " " part["tos"] " " part["uidrange"]
  text = text " " part["tun_id"] " " part["ipproto"] " " part["sport"] " " part["dport"]
  return text " " part["lookup"] " " part["suppress_prefixlength"] " " part["suppress_ifgroup"] " " part["goto"] rest
}

# A hexadecimal number in one form: ip prints 0 and 0x08 for 0x0 and 0x8.
function hex(text) {
  sub(/^0x0*/, "0x", text)
  return text == "0x" || text == "" ? "0" : text
}

function same(preference,   n) {
  if (wanted[preference] != there[preference]) return 0
  for (n = 1; n <= wanted[preference]; n++) if (wanted_rule[preference, n] != there_rule[preference, n]) return 0
  return 1
}

function remove(preference,   n) {
  for (n = 1; n <= there[preference]; n++) print "rule del pref " preference
}

function add(preference,   n) {
  for (n = 1; n <= wanted[preference]; n++) print wanted_line[preference, n]
}
