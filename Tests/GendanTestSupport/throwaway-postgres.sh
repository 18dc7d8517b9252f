#!/bin/sh
# A PostgreSQL server for one run of the tests: everything in one folder, reachable by a unix
# socket in it only, without safety for its data.
#
#   throwaway-postgres.sh start DIR    makes and starts a server in DIR; prints the URL of one of its
#                                      databases, the value that GENDAN_TEST_POSTGRES wants
#   throwaway-postgres.sh stop DIR     stops it and deletes what it made in DIR
#
#   export GENDAN_TEST_POSTGRES="$(Tests/GendanTestSupport/throwaway-postgres.sh start /tmp/pg)"
#
# DIR is an absolute path of at most 80 characters (a socket's path has room for 107). Run by root,
# the server runs as the user postgres, or nobody, for PostgreSQL refuses to be root.
set -eu

fail() {
  echo "throwaway-postgres.sh: $1" >&2
  exit 1
}

[ $# -eq 2 ] || fail "usage: start DIR | stop DIR"
act=$1
dir=$2
case $dir in /*) ;; *) fail "DIR must be an absolute path" ;; esac
[ ${#dir} -le 80 ] || fail "DIR is too long for a socket"
case $dir in *[!A-Za-z0-9/._-]*) fail "DIR may hold letters, digits, / . _ - only" ;; esac

# Debian keeps the server's programs out of PATH: the newest version there, else PATH's own.
bin=
for found in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V); do
  if [ -x "$found/initdb" ]; then bin=$found/; fi
done
[ -n "$bin" ] || command -v initdb >/dev/null || fail "no initdb: install the package postgresql"

user=$(id -un)
if [ "$(id -u)" -eq 0 ]; then
  if id postgres >/dev/null 2>&1; then user=postgres; else user=nobody; fi
fi

# Runs a program as the server's user, from a folder it can enter, holding none of our descriptors:
# whoever waits for our output would else wait for the server.
as_server() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && exec setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups "$@") \
      </dev/null >>"$dir/output" 2>&1
  else
    (cd / && exec "$@") </dev/null >>"$dir/output" 2>&1
  fi
}

case $act in
start)
  mkdir -p "$dir"
  [ ! -e "$dir/data" ] || fail "there is a server in $dir already"
  mkdir "$dir/data"
  : >>"$dir/output"
  if [ "$(id -u)" -eq 0 ]; then chown "$user" "$dir" "$dir/data" "$dir/output"; fi
  as_server "${bin}initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C --no-sync ||
    fail "initdb failed: see $dir/output"
  cat >>"$dir/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$dir'
fsync = off
full_page_writes = off
max_connections = 200
CONF
  as_server "${bin}pg_ctl" -D "$dir/data" -l "$dir/log" -w -t 60 start ||
    fail "the server did not start: see $dir/log"
  echo "postgres://postgres@/postgres?host=$dir"
  ;;
stop)
  [ -d "$dir/data" ] || fail "there is no server in $dir"
  if [ -e "$dir/data/postmaster.pid" ]; then
    as_server "${bin}pg_ctl" -D "$dir/data" -m immediate -w -t 60 stop ||
      fail "the server did not stop: see $dir/output"
  fi
  rm -rf "$dir/data" "$dir/log" "$dir/output"
  rmdir "$dir" 2>/dev/null || true
  ;;
*) fail "usage: start DIR | stop DIR" ;;
esac
