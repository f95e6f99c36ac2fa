#!/usr/bin/env bash
# Prints the address of a PostgreSQL in which tests may make their databases. Takes TEST_DATABASE_URL where that is
# set; else one that runs on this machine; else installs and starts Debian's. Makes a role of its own if it must.
set -euo pipefail
cd "$(dirname "$0")/.."

stop() { printf '\n%s\n' "$*" >&2; exit 1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
as_postgres() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else sudo -u postgres "$@"; fi; }

# Whether we may sign in at this address and make databases there.
may_use() {
    .venv/bin/python - "$1" 2>/dev/null <<'PYTHON'
import sys
import psycopg
with psycopg.connect(sys.argv[1], connect_timeout=3) as connection:
    row = connection.execute("select rolsuper or rolcreatedb from pg_roles where rolname = current_user").fetchone()
sys.exit(not row[0])
PYTHON
}

# offer PORT: says the address and ends, where a PostgreSQL answers there to us.
offer() {
    local who server
    for who in weighbridge:weighbridge postgres; do
        server=postgres://$who@127.0.0.1:$1
        if may_use "$server/postgres"; then
            echo "$server/weighbridge"
            exit 0
        fi
    done
}

make_role() {
    as_postgres psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 postgres >/dev/null <<'SQL'
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'weighbridge') THEN CREATE ROLE weighbridge; END IF;
END $$;
ALTER ROLE weighbridge LOGIN CREATEDB PASSWORD 'weighbridge';
SQL
}

start_clusters() {
    local version name status
    pg_lsclusters --no-header | while read -r version name _ status _; do
        [ "$status" = online ] || as_root pg_ctlcluster --skip-systemctl-redirect "$version" "$name" start </dev/null >&2 || true
    done
}

if [ -n "${TEST_DATABASE_URL:-}" ]; then
    echo "$TEST_DATABASE_URL"
    exit 0
fi
offer 5432
if ! command -v pg_lsclusters >/dev/null; then
    command -v apt-get >/dev/null || stop "No PostgreSQL answers on 127.0.0.1:5432 and none can be installed here. Set TEST_DATABASE_URL."
    printf '\n== Installing PostgreSQL\n' >&2
    as_root apt-get -qq -o DPkg::Lock::Timeout=300 update >&2
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 \
        install -y --no-install-recommends postgresql >.local/apt.log 2>&1 </dev/null ||
        { tail -20 .local/apt.log >&2; stop "apt-get could not install postgresql."; }
fi
start_clusters
for _ in 1 2 3 4 5 6 7 8 9 10; do
    if as_postgres true 2>/dev/null && make_role 2>/dev/null; then break; fi
    sleep 1
done
# Debian gives a cluster another port where something else has 5432.
offer "$(as_postgres psql --quiet --no-psqlrc --tuples-only --no-align --command 'SHOW port' postgres 2>/dev/null || echo 5432)"
stop "A PostgreSQL is here, but nobody may sign in to it from this account. Set TEST_DATABASE_URL to one in which tests may make databases."
