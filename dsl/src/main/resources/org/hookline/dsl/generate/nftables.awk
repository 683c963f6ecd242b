# Prints the named tables of a listing as nft printed them.
#
#   nft -s list ruleset | awk -v tables='ip raw,ip filter' -f nftables.awk
BEGIN {
  split(tables, name, ",")
  for (i in name) managed[name[i]] = 1
}

/^#/ { next }

/^table / { shown = ($2 " " $3) in managed }

shown
