# Prints the lines for "ip -batch" that give the named devices the wanted permanent neighbours and proxies and no others; nothing if
# they have them.
#
#   { ip -o neighbour show nud permanent; ip -o neighbour show proxy; } | awk -v devices='eth0' -f neighbours.awk neighbours.batch listing=1 -
BEGIN {
  split(devices, name)
  for (i in name) managed[name[i]] = 1
}

{ note = match($0, /[ \t]*#.*/) ? substr($0, RSTART) : "" }

{ sub(/[ \t]*#.*/, "") }

NF == 0 { next }

!listing {
  proxy = $3 == "proxy"
  device = proxy ? $6 : $7
  place = device SUBSEP (proxy ? "proxy " $4 : $3)
  wanted[place] = proxy ? "" : $5
  line[++lines] = $0 note
  place_of[lines] = place
  next
}

$3 in managed {
  proxy = $4 == "proxy"
  place = $3 SUBSEP (proxy ? "proxy " $1 : $1)
  if (!(place in wanted)) doomed[++dooms] = "neighbour del " (proxy ? "proxy " : "") $1 " dev " $3
  else if (proxy || $5 == wanted[place]) met[place] = 1
}

END {
  for (n = 1; n <= lines; n++) if (!(place_of[n] in met)) print line[n]
  for (n = 1; n <= dooms; n++) print doomed[n]
}
