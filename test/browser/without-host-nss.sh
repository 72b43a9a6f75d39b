#!/usr/bin/env bash
# Runs a command on a host without NSS, to try the libraries that the Chromium from npm carries itself:
#   sudo test/browser/without-host-nss.sh npx vitest run --project browser test/browser/chromium.test.ts
# Linux only, as root: the host's libraries are hidden from this command alone, by an overlay in its own mount namespace.
set -euo pipefail
exec unshare --mount bash -euo pipefail -c '
  libraries=/usr/lib/x86_64-linux-gnu
  scratch=$(mktemp -d)
  mount -t tmpfs tmpfs "$scratch"
  mkdir "$scratch/hidden" "$scratch/work"
  for file in "$libraries"/lib{nss3,nssutil3,nspr4,plc4,plds4,softokn3,freebl3,freeblpriv3}.so* "$libraries"/libexpat.so*; do
    [ ! -e "$file" ] || mknod "$scratch/hidden/$(basename "$file")" c 0 0
  done
  mount -t overlay overlay -o "lowerdir=$libraries,upperdir=$scratch/hidden,workdir=$scratch/work" "$libraries"
  "$@"
' -- "$@"
