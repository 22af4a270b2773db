#!/usr/bin/env bash
# What the tests of other hosts need from Debian: Redis for the queue, Chromium for the browser.
set -euo pipefail
command -v redis-server chromium >/dev/null && exit 0
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
as_root apt-get update
as_root apt-get install --yes --no-install-recommends redis-server chromium
