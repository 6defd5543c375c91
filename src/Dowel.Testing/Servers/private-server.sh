# A PostgreSQL that lives as long as somebody holds this script's input open.
#   $1 the folder of its programs   $2 an empty folder, which goes with it   $3 the user that it runs as; empty for this one
bin=$1 home=$2 user=$3

# Ctrl+C reaches everybody; the server is stopped by the end of the input all the same.
trap '' INT HUP
cd /

as_server() {
  if [ -z "$user" ]; then "$@"
  elif command -v runuser >/dev/null; then runuser -u "$user" -- "$@"
  else su -s /bin/sh "$user" -c '"$0" "$@"' -- "$@"; fi
}

remove() {
  as_server "$bin/pg_ctl" -D "$1/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$1"
}

fail() {
  tail -n 5 "$home/$1.log" >&2
  remove "$home"
  exit 1
}

# What a run has left whose script was killed too.
for old in "${home%/*}"/dowel-pg-*; do
  if [ -w "$old/watcher" ] && ! kill -0 "$(cat "$old/watcher")" 2>/dev/null; then remove "$old"; fi
done

echo $$ >"$home/watcher"
if [ -n "$user" ]; then chown "$user" "$home"; fi
as_server "$bin/initdb" -D "$home/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$home/initdb.log" 2>&1 </dev/null || fail initdb

# Nothing of it need last, so nothing waits for the disk.
as_server "$bin/pg_ctl" -D "$home/data" -l "$home/data/server.log" -w -t 60 -o "-c listen_addresses='' -c unix_socket_directories='$home' \
  -c max_connections=200 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 \
  -c max_wal_size=4GB -c checkpoint_timeout=1h" start >/dev/null 2>&1 </dev/null || { cp "$home/data/server.log" "$home/server.log"; fail server; }

echo ready
cat >/dev/null
remove "$home"
