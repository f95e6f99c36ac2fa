#!/usr/bin/env bash
# Prepares a machine, and does nothing twice:
#   config/setup.sh run    what `make run` needs
#   config/setup.sh all    that, and what `make test` needs besides (a browser, LibreOffice, PostgreSQL)
# Works as root or with sudo, without a terminal, on Debian 12 or 13 with Python 3.11 to 3.13, git and make.
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:-all}
# Many bodies sit behind a proxy whose certificate only the machine's own store knows.
export UV_SYSTEM_CERTS=${UV_SYSTEM_CERTS:-true}

step=
say() { step=$*; printf '\n== %s\n' "$*" >&2; }
stop() { step=; printf '\n%s\n' "$*" >&2; exit 1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# The tool that failed has said why; this says where, and that nothing is lost.
where_it_stopped() {
    [ $? = 0 ] || [ -z "$step" ] || printf '\nNot finished: %s.\nWhat went wrong stands above. %s\n' "$step" \
        "Downloads need a network and room on the disk. Mend it and type the same again: it goes on from here." >&2
}
trap where_it_stopped EXIT

for place in .local .local/env .venv; do
    [ ! -e "$place" ] || [ -w "$place" ] ||
        stop "$place belongs to somebody else, as where this was set up as root. Do the same again, or: sudo chown -R $(id -un) .local .venv"
done
mkdir -p .local/static

# fresh STAMP FILE...: whether the step that leaves STAMP was last done with these very files.
fresh() { local stamp=$1; shift; [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(cat "$@" | sha256sum)" ]; }
remember() { local stamp=$1; shift; cat "$@" | sha256sum >"$stamp"; }

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

install_packages() {
    [ $# -gt 0 ] || return 0
    command -v apt-get >/dev/null || stop "This machine has no apt-get. Install what these Debian packages hold, then try again: $*"
    [ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
        stop "These Debian packages are missing, and only root may install them: $*
Type the same as root, or where sudo is installed; or have them installed, and type it again."
    say "Installing from Debian: $*"
    as_root apt-get -qq -o DPkg::Lock::Timeout=300 update
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 \
        install -y --no-install-recommends "$@" >.local/apt.log 2>&1 </dev/null ||
        { tail -20 .local/apt.log >&2; exit 1; }
}

system_packages() {
    local package wanted=()
    if command -v dpkg-query >/dev/null; then
        for package in ca-certificates libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; do
            installed "$package" || wanted+=("$package")
        done
    fi
    suitable_python >/dev/null || wanted+=(python3 python3-venv)
    if [ "$purpose" = all ]; then
        [ -x /usr/bin/chromium-headless-shell ] || wanted+=(chromium-headless-shell)
        command -v soffice >/dev/null || wanted+=(libreoffice-calc-nogui)
        # The node inside Playwright needs it, and nothing else on a bare machine brings it.
        command -v dpkg-query >/dev/null && ! installed libatomic1 && wanted+=(libatomic1)
    fi
    install_packages ${wanted[@]+"${wanted[@]}"}
}

# Prints a Python that fits and can make a virtual environment.
suitable_python() {
    local candidate
    for candidate in python3 python3.13 python3.12 python3.11 /usr/bin/python3; do
        if "$candidate" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

virtual_environment() {
    local python
    if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
        python=$(suitable_python) || stop "Weighbridge needs Python 3.11, 3.12 or 3.13 with its venv module."
        say "Making the virtual environment"
        rm -rf .venv
        "$python" -m venv .venv
    fi
    if ! fresh .venv/.installer config/requirements/installer.lock; then
        .venv/bin/python -m pip install --quiet --require-hashes -r config/requirements/installer.lock
        remember .venv/.installer config/requirements/installer.lock
    fi
    # Development packages hold the run-time ones; `make run` after `make test` leaves them where they are.
    if fresh .venv/.dev config/requirements/dev.lock; then return; fi
    if [ "$purpose" = all ]; then
        sync_packages dev base
    elif ! fresh .venv/.base config/requirements/base.lock; then
        sync_packages base dev
    fi
}

sync_packages() {
    say "Installing Python packages ($1)"
    rm -f ".venv/.$2"
    # Compiled once here: the process that reads a spreadsheet may write nothing, and would compile pandas each time.
    .venv/bin/uv pip sync --quiet --compile-bytecode --python .venv/bin/python --require-hashes \
        "config/requirements/$1.lock" config/requirements/installer.lock
    remember ".venv/.$1" "config/requirements/$1.lock"
}

front_end() {
    local sources=(config/frontend/{package.json,package-lock.json,.npmrc,build.sh,*.scss,weighbridge/*.scss})
    if ! fresh .local/frontend/.built "${sources[@]}"; then
        say "Building front-end files"
        config/frontend/build.sh
        remember .local/frontend/.built "${sources[@]}"
    fi
}

# A real site says so in its environment, and gets no file that would make it a development machine.
settings() {
    if [ "${WEIGHBRIDGE_MODE:-}" != production ] && [ ! -f .local/env ]; then
        (
            umask 077
            echo "# Settings of this development machine, written by config/setup.sh. A real site has no such file."
            echo "WEIGHBRIDGE_MODE=development"
            echo "SECRET_KEY=$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(48))')"
        ) >.local/env
    fi
}

# Says the last error without the way to it, which stays in the log.
no_database() {
    awk '/^[^ \t]/ { error = "" } { error = error $0 "\n" } END { printf "%s", error }' .local/database.log >&2
    stop "The database could not be prepared (all that was said: .local/database.log).${DATABASE_URL:+
DATABASE_URL must name a database that is there and answers, and a user who may make tables in it.}"
}

database() {
    local sources=(config/requirements/base.lock */migrations/*.py)
    if [ -z "${DATABASE_URL:-}" ] && [ -f .local/weighbridge.sqlite3 ] && fresh .local/.migrated "${sources[@]}"; then
        return
    fi
    say "Preparing the database"
    { .venv/bin/python manage.py migrate --verbosity 0 && .venv/bin/python manage.py createcachetable; } \
        2>.local/database.log || no_database
    if [ -z "${DATABASE_URL:-}" ]; then remember .local/.migrated "${sources[@]}"; fi
}

system_packages
virtual_environment
front_end
settings
database
if [ "$purpose" = all ]; then
    step="A PostgreSQL to test on"
    config/postgres.sh >/dev/null
fi
