# Prints what "iptables-restore" has to load so that the packet rules are the wanted ones; nothing if they are.
#
#   iptables-save | awk -f iptables.awk iptables.rules listing=1 -
#
# Tables that exist and are not in iptables.rules are emptied. Counters and comments do not count.
/^#/ && listing { next }

!listing { text = text $0 "\n" }

/^#/ || NF == 0 { next }

/^\*/ {
  table = substr($1, 2)
  if (!listing) wanted_table[table] = 1
  else there_table[++tables] = table
  next
}

/^:/ {
  # user chains have no policy, only "-"
  chain = substr($1, 2)
  if (listing && $2 != "-") built_in[table] = built_in[table] ":" chain " ACCEPT [0:0]\n"
  if (listing && $2 != "ACCEPT") busy[table] = 1
  entry(table, $1, $2)
  next
}

/^-A / {
  if (listing) busy[table] = 1
  entry(table, $2, $0)
}

END {
  for (t = 1; t <= tables; t++) {
    table = there_table[t]
    if (!(table in wanted_table) && (table in busy)) flush = flush "*" table "\n" built_in[table] "COMMIT\n"
  }
  for (place in there) if (table_of[place] in wanted_table && there[place] != wanted[place]) differs = 1
  for (place in wanted) if (!(place in there)) differs = 1
  if (differs || flush != "") printf "%s%s", text, flush
}

# The lines of each chain in their order; the order of chains and tables does not count.
function entry(table, chain, line,   place) {
  place = table " " chain
  table_of[place] = table
  if (listing) there[place] = there[place] line "\n"
  else wanted[place] = wanted[place] line "\n"
}
