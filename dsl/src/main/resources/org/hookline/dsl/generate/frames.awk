# Prints the named tables of what ebtables-save or arptables-save printed.
#
#   ebtables-save | awk -v tables='filter nat' -f frames.awk
BEGIN {
  split(tables, name)
  for (i in name) managed[name[i]] = 1
}

/^#/ { next }

/^\*/ { shown = substr($1, 2) in managed }

shown
