#!/usr/bin/env bash
# One private desktop for the end-to-end tests: runs in a session bus of its own, starts an X server, a keyring and a
# notification daemon there, prints how to reach it, and ends when its standard input does.
#   dbus-run-session -- session.sh <empty folder>
set -eu
cd "$1"
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
mkdir -p home runtime
chmod 700 runtime
export HOME="$PWD/home" XDG_RUNTIME_DIR="$PWD/runtime" XDG_CONFIG_HOME="$PWD/home/.config" XDG_DATA_HOME="$PWD/home/.local/share"
export LC_ALL=C.UTF-8 LANGUAGE=en
# The server itself takes a number that is free and tells it once it can be reached; `xvfb-run` guesses, and may miss that.
mkfifo display
Xvfb -displayfd 7 -screen 0 1400x1000x24 -nolisten tcp 7>display >xvfb.log 2>&1 &
read -r number <display
rm display
export DISPLAY=":$number"
printf 'pw\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
# Notifications stay until a test is done with them.
printf '[global]\nhistory_length=100\nidle_threshold=0\n[urgency_normal]\ntimeout=0\n[urgency_low]\ntimeout=0\n' >dunstrc
dunst -config dunstrc >dunst.log 2>&1 &
# until the keyring is there, the bus would start another one, which nobody unlocked
is_served() { dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets | grep -q true; }
for _ in $(seq 400); do is_served && break; sleep 0.1; done
for _ in $(seq 400); do dunstctl count >/dev/null 2>&1 && break; sleep 0.1; done
node -e 'console.log(JSON.stringify(process.env))'
cat >/dev/null
