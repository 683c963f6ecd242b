#!/bin/sh
# Collects what decides where packets go on this host into a directory, for 'hookline import'.
# Made by 'hookline snapshot'. It only reads, needs nothing but the tools that it asks, and is best run as root:
#
#   sh snapshot.sh [DIRECTORY]      without DIRECTORY, one named after the host
#
# What a tool that is not there would have printed is missing in the directory; the import says what it assumes then.
set -u
umask 077
LC_ALL=C
PATH=$PATH:/usr/sbin:/sbin
export LC_ALL PATH

directory=${1:-$(uname -n)}
case $directory in
  -*) directory=./$directory ;;
esac
mkdir -p "$directory" || exit 2

missing=0

# collect FILE COMMAND...: what the command prints, unless it fails
collect() {
  file=$directory/$1
  shift
  if ! command -v "$1" >/dev/null 2>&1; then
    printf 'snapshot: %s is not installed\n' "$1" >&2
    missing=$((missing + 1))
  elif ! "$@" >"$file.part" 2>"$file.err"; then
    printf 'snapshot: %s failed: %s\n' "$*" "$(head -n 1 "$file.err")" >&2
    missing=$((missing + 1))
    rm -f "$file.part"
  else
    mv -f "$file.part" "$file"
  fi
  rm -f "$file.err"
}

# beside FILE COMMAND...: as collect, for what many hosts do not have
beside() {
  if command -v "$2" >/dev/null 2>&1; then
    collect "$@"
  fi
}

routes() {
  ip -4 route show table all && ip -6 route show table all
}

table_names() {
  for names in /usr/share/iproute2/rt_tables /usr/lib/iproute2/rt_tables /etc/iproute2/rt_tables \
    /etc/iproute2/rt_tables.d/*.conf; do
    if [ -r "$names" ]; then
      cat -- "$names"
    fi
  done
}

# names that are unreadable, or gone meanwhile, are no failure
settings() {
  sysctl -a 2>/dev/null | grep '^net\.' || :
}

[ "$(id -u)" -eq 0 ] || printf 'snapshot: not run as root, so parts will be missing\n' >&2

collect uname uname -r
collect ip-link ip -d link
collect ip-addr ip addr
collect ip-rule ip rule
collect ip-6-rule ip -6 rule
collect ip-neigh ip neigh
if command -v ip >/dev/null 2>&1; then
  collect ip-route routes
fi
collect rt_tables table_names
collect bridge-link bridge link
collect bridge-vlan bridge vlan
collect bridge-fdb bridge fdb
collect iptables-save iptables-save
collect ip6tables-save ip6tables-save
beside nft-ruleset nft list ruleset
beside ebtables-save ebtables-save
beside arptables-save arptables-save
if command -v sysctl >/dev/null 2>&1; then
  collect sysctl settings
fi
collect ss ss -Hlntu

printf '%s\n' "$directory"
[ "$missing" -eq 0 ] || exit 1
