#!/usr/bin/env bash
# One private desktop for the end-to-end tests: runs inside xvfb and a session bus of its own, starts a keyring and a
# notification daemon there, prints how to reach it, and ends when its standard input does.
#   xvfb-run -a dbus-run-session -- session.sh <empty folder>
set -eu
cd "$1"
mkdir -p home runtime
chmod 700 runtime
export HOME="$PWD/home" XDG_RUNTIME_DIR="$PWD/runtime" XDG_CONFIG_HOME="$PWD/home/.config" XDG_DATA_HOME="$PWD/home/.local/share"
export LC_ALL=C.UTF-8 LANGUAGE=en
printf 'pw\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
# Notifications stay until a test is done with them.
printf '[global]\nhistory_length=100\nidle_threshold=0\n[urgency_normal]\ntimeout=0\n[urgency_low]\ntimeout=0\n' >dunstrc
dunst -config dunstrc >dunst.log 2>&1 &
daemon=$!
for _ in $(seq 50); do dunstctl count >/dev/null 2>&1 && break; sleep 0.1; done
node -e 'console.log(JSON.stringify(process.env))'
cat >/dev/null
kill "$daemon" 2>/dev/null || true
