# Prints the lines for "ip -batch" that give the named devices the wanted permanent neighbours and no others; nothing if
# they have them.
#
#   ip -o neighbour show nud permanent | awk -v devices='eth0' -f neighbours.awk neighbours.batch listing=1 -
BEGIN {
  split(devices, name)
  for (i in name) managed[name[i]] = 1
}

{ note = match($0, /[ \t]*#.*/) ? substr($0, RSTART) : "" }

{ sub(/[ \t]*#.*/, "") }

NF == 0 { next }

!listing {
  wanted[$7, $3] = $5
  line[++lines] = $0 note
  place[lines] = $7 SUBSEP $3
  next
}

$3 in managed {
  if (!(($3, $1) in wanted)) doomed[++dooms] = "neighbour del " $1 " dev " $3
  else if ($5 == wanted[$3, $1]) met[$3, $1] = 1
}

END {
  for (n = 1; n <= lines; n++) if (!(place[n] in met)) print line[n]
  for (n = 1; n <= dooms; n++) print doomed[n]
}
