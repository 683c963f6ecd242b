# Prints the lines for "ip -batch" that make the wanted links and set them up; nothing if they are there and as wanted.
#
#   ip -o link show | awk -v part=missing -v needed='eth0' -f links.awk links.batch listing=1 -    names of links that lack
#   ip -o link show | awk -v part=add -f links.awk links.batch listing=1 -                         "link add ..."
#   ip -o link show | awk -v part=set -f links.awk links.batch listing=1 -                         "link set dev ..."
#
# A link of the right name is the right one, whatever it is.
{ note = match($0, /[ \t]*#.*/) ? substr($0, RSTART) : "" }

{ sub(/[ \t]*#.*/, "") }

NF == 0 { next }

!listing && $2 == part {
  line[++lines] = $0
  note_of[lines] = note
}

!listing { next }

{
  device = $2
  sub(/(@.*)?:$/, "", device)
  there[device] = 1
  is[device, $3 ~ /[<,]UP[,>]/ ? "up" : "down"] = 1
  for (i = 4; i < NF; i++) {
    if ($i == "mtu" || $i == "master") is[device, $i " " $(i + 1)] = 1
    if ($i ~ /^link\//) is[device, "address " $(i + 1)] = 1
  }
}

END {
  names = split(needed, name)
  for (i = 1; i <= names; i++) if (!(name[i] in there)) print name[i]
  for (n = 1; n <= lines; n++) {
    split(line[n], word)
    wanted = word[5] (word[6] == "" ? "" : " " word[6])
    if (part == "add" && !(word[3] in there)) print line[n] note_of[n]
    if (part == "set" && !((word[4], wanted) in is)) print line[n] note_of[n]
  }
}
