# Shared by the scripts: a virtual environment with the locked packages. Sourced, not run.

set_up_python() { # run | test
  local lock="requirements-$1.lock" stamp
  stamp=".venv/.set-up-$1-$(cat "$lock" pyproject.toml | sha256sum | cut -c1-16)"
  [ -e "$stamp" ] && return 0
  if [ ! -x .venv/bin/python ]; then
    "${PYTHON:-$(command -v python3.11 || command -v python3)}" -m venv .venv
  fi
  echo "Setting up the Python packages of $lock…" >&2
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
  .venv/bin/python -m compileall -q src  # as pip does with the others: some machines keep Python from doing it later
  rm -f ".venv/.set-up-$1-"*
  touch "$stamp"
}

# System programs are for the tests alone. With root and apt they are installed; without, the tests that need them
# are skipped by name (and fail in CI).
set_up_programs() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  command -v soffice >/dev/null || missing+=(libreoffice-impress libreoffice-writer)
  command -v pdftoppm >/dev/null || missing+=(poppler-utils)
  command -v epubcheck >/dev/null || missing+=(epubcheck)
  command -v npm >/dev/null || missing+=(nodejs npm)
  # The fonts that tests/office.py lets LibreOffice see: without them lines break elsewhere than they were placed.
  local fonts=/usr/share/fonts/truetype
  [ -e "$fonts/liberation2" ] || [ -e "$fonts/liberation" ] || missing+=(fonts-liberation2)
  [ -e "$fonts/crosextra/Carlito-Regular.ttf" ] || missing+=(fonts-crosextra-carlito)
  [ -e "$fonts/crosextra/Caladea-Regular.ttf" ] || missing+=(fonts-crosextra-caladea)
  [ -e "$fonts/dejavu/DejaVuSerif.ttf" ] || missing+=(fonts-dejavu-core)
  [ -e "$fonts/droid" ] || missing+=(fonts-droid-fallback)
  [ -e "$fonts/ancient-scripts" ] || missing+=(fonts-symbola)
  if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
      echo "Installing for the tests: ${missing[*]}…" >&2
      apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
        echo "could not install them; the tests that need them are skipped by name" >&2
    else
      echo "Not on this machine: ${missing[*]}; the tests that need them are skipped by name" >&2
    fi
  fi
  if command -v npm >/dev/null && [ tests/node/package.json -nt tests/node/node_modules/.set-up ]; then
    (cd tests/node && npm install --silent --no-audit --no-fund && touch node_modules/.set-up) ||
      echo "could not install the npm packages of tests/node" >&2
  fi
}
