# Prints the lines for "ip -batch" that turn the routes that are there into the wanted ones; nothing if they are the same.
#
#   ip -o -N route show table all | awk -v tables='254 100' -f routes.awk routes.batch listing=1 -
#
# In routes.batch, "route append ..." are wanted in this order, "route replace ... proto kernel ..." the kernel makes by
# itself, and "route del ..." it makes although nobody wants them. What the kernel made and nobody mentions stays, and so
# do all routes of other tables.
BEGIN {
  split("unicast local broadcast anycast multicast blackhole unreachable prohibit throw", name)
  for (i in name) type_of[name[i]] = type_of[i] = name[i] # "ip -N" prints numbers
  split("blackhole unreachable prohibit throw", name)
  for (i in name) nowhere[name[i]] = 1
  split("proto expires error", name)
  for (i in name) ignored[name[i]] = 1
  options = split("realm pref mtu advmss hoplimit initcwnd initrwnd cwnd ssthresh window reordering rtt rttvar rto_min quickack", option)
  for (i in option) is_option[option[i]] = 1
  split("global site link host nowhere", name)
  split("0 200 253 254 255", number)
  for (i in name) scope_of[name[i]] = number[i] # "ip -N" prints numbers
  split("dead linkdown offload trap offload_failed rt_offload rt_trap rt_offload_failed", name)
  for (i in name) state[name[i]] = 1
  split(tables, name)
  for (i in name) managed[name[i]] = 1
}

{ note = match($0, /[ \t]*#.*/) ? substr($0, RSTART) : "" }

{ sub(/[ \t]*#.*/, "") }

NF == 0 { next }

!listing && $2 == "del" {
  parse(3)
  unwanted[key, value] = 1
  next
}

!listing {
  parse(3)
  if (!(key in wanted)) wanted_key[++wanted_keys] = key
  n = ++wanted[key]
  wanted_value[key, n] = value
  wanted_scope[key, n] = by_kernel ? "" : scope
  wanted_line[key, n] = $0 note
  next
}

{
  parse(1)
  if (!(table in managed)) next
  if ((key, value) in unwanted) doomed[++dooms] = remove
  else if (key in wanted || !by_kernel) {
    if (!(key in there)) there_key[++there_keys] = key
    n = ++there[key]
    there_value[key, n] = value
    there_scope[key, n] = scope == "" ? 0 : scope
    there_remove[key, n] = remove
  }
}

END {
  for (k = 1; k <= wanted_keys; k++) {
    key = wanted_key[k]
    if (wanted[key] == 1 && there[key] <= 1) {
      line = wanted_line[key, 1]
      sub(/^route append/, "route replace", line)
      if (!same(key)) print line
    } else if (!same(key)) {
      for (n = 1; n <= there[key]; n++) print there_remove[key, n]
      for (n = 1; n <= wanted[key]; n++) {
        line = wanted_line[key, n]
        sub(/^route replace/, "route append", line)
        print line
      }
    }
  }
  for (k = 1; k <= there_keys; k++) {
    key = there_key[k]
    if (!(key in wanted)) for (n = 1; n <= there[key]; n++) print there_remove[key, n]
  }
  for (k = 1; k <= dooms; k++) print doomed[k]
}

# Reads one route from word i on. Sets key, which names one place in a table, and value, what stands there.
function parse(i,   type, prefix, tos, metric, source, hops, rest, proto, word, i_o) {
  type = $i in type_of ? type_of[$(i++)] : "unicast"
  prefix = $(i++)
  table = 254
  tos = metric = 0
  source = hops = rest = scope = ""
  for (i_o in said) delete said[i_o]
  proto = "boot"
  gateway = dev = onlink = weight = ""
  for (; i <= NF; i++) {
    word = $i
    if (word == "\\" || word in state) continue
    if (word == "onlink") onlink = " onlink"
    else if (word == "nexthop") hops = hops hop()
    else if (word == "via") gateway = " via " $(++i) ($i ~ /^inet6?$/ ? " " $(++i) : "")
    else if (word == "dev") dev = " dev " $(++i)
    else if (word == "weight") weight = " weight " $(++i)
    else if (word == "table") table = $(++i)
    else if (word == "tos") tos = $(++i)
    else if (word == "metric") metric = $(++i)
    else if (word == "src") source = " src " $(++i)
    else if (word == "proto") proto = $(++i)
    else if (word == "scope") scope = $(++i)
    else if (word in is_option) said[word] = $(++i) ($i == "lock" ? " " $(++i) : "")
    else if (word in ignored) i++
    else rest = rest " " word
  }
  hops = hops hop()
  if (type in nowhere) hops = ""
  for (i_o = 1; i_o <= options; i_o++) if (option[i_o] in said && said[option[i_o]] != "medium") rest = rest " " option[i_o] " " said[option[i_o]]
  if (scope in scope_of) scope = scope_of[scope]
  key = table " " prefix " " tos " " metric
  value = type hops source rest
  by_kernel = proto == "kernel" || proto == 2
  remove = "route del " type " " prefix (tos ? " tos " tos : "") (metric ? " metric " metric : "") " table " table " proto " proto
}

# The next hop that was read last, as text.
function hop(   text) {
  text = gateway dev onlink weight
  gateway = dev = onlink = weight = ""
  return text == "" ? "" : " {" text " }"
}

function same(key,   n) {
  if (wanted[key] != there[key]) return 0
  for (n = 1; n <= wanted[key]; n++) {
    if (wanted_value[key, n] != there_value[key, n]) return 0
    if (wanted_scope[key, n] != "" && wanted_scope[key, n] != there_scope[key, n]) return 0
  }
  return 1
}
