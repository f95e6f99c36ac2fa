#!/usr/bin/env bash
# Builds what pages and the PDF are dressed with into .local/frontend:
#   static/frontend/   govuk.css, weighbridge.css, govuk-frontend.js and woff2 fonts, served as static files
#   fonts/             whole TTF files for the PDF, where woff2 costs over a second a document
# Needs node 20 or newer; where the machine has none, the one packed for Python is put beside it.
set -euo pipefail
cd "$(dirname "$0")/../.."

source_dir=config/frontend
work=.local/frontend/npm
static=.local/frontend/static/frontend
fonts=.local/frontend/fonts
# npm trusts only what node brings; behind a proxy the certificate that counts is in the machine's own store.
store=/etc/ssl/certs/ca-certificates.crt
if [ -f "$store" ]; then export NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS:-$store}; fi

node_is_new_enough() {
    command -v npm >/dev/null && node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' 2>/dev/null
}

if ! node_is_new_enough; then
    if [ ! -x .local/node/bin/npm ]; then
        echo "No node 20 or newer here: installing the one packed for Python into .local/node"
        .venv/bin/python -m venv --without-pip .local/node
        .venv/bin/uv pip install -q --python .local/node/bin/python --require-hashes -r config/requirements/node.lock
    fi
    PATH="$PWD/.local/node/bin:$PATH"
fi

mkdir -p "$work"
cp "$source_dir/package.json" "$source_dir/package-lock.json" "$source_dir/.npmrc" "$work/"
(cd "$work" && npm ci --no-progress --loglevel=error)

rm -rf "$static" "$fonts"
mkdir -p "$static/fonts" "$fonts"
node "$work/node_modules/sass/sass.js" --quiet-deps --style=compressed --no-source-map --no-charset \
    --load-path="$work/node_modules" "$source_dir/govuk.scss:$static/govuk.css" "$source_dir/weighbridge.scss:$static/weighbridge.css"

# A hashed static build fails on the name of a source map that is not there.
sed '/^\/\/# sourceMappingURL=/d' "$work/node_modules/govuk-frontend/dist/govuk/all.bundle.js" >"$static/govuk-frontend.js"

for face in Regular It Bold; do
    cp "$work/node_modules/source-sans/WOFF2/TTF/SourceSans3-$face.ttf.woff2" "$static/fonts/SourceSans3-$face.woff2"
done
for face in Regular It Semibold Bold; do
    cp "$work/node_modules/source-sans/TTF/SourceSans3-$face.ttf" "$fonts/"
done
cp "$work/node_modules/source-sans/LICENSE.md" "$fonts/LICENSE.md"
