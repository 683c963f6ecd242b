# Prints the wanted settings that are not in force, as lines for "sysctl -p"; nothing if all are.
#
#   sysctl KEY... | awk -f settings.awk sysctl.conf listing=1 -
# a comment says where the next setting was written
/^#/ { note = " " $0 }

NF == 0 { note = "" }

{ sub(/^[ \t]*#.*/, "") }

!/=/ { next }

{
  key = $1
  value = $0
  sub(/^[^=]*=[ \t]*/, "", value)
  gsub(/[ \t]+/, " ", value)
}

!listing {
  wanted[key] = value
  order[++keys] = key
  note_of[key] = note
  note = ""
  next
}

{ there[key] = value }

END {
  for (k = 1; k <= keys; k++) {
    key = order[k]
    if (!(key in there) || there[key] != wanted[key]) print key " = " wanted[key] note_of[key]
  }
}
