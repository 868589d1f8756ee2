#!/usr/bin/env bash
# The Debian package of a build tree: made without root, and looked at without installing it.
# usage: deb.sh BUILD
set -u
build=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8
failed=0
wrong() { echo "not ok - $*"; failed=1; }

cpack --config "$build/CPackConfig.cmake" -B "$folder/out" >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
deb=$(echo "$folder"/out/*.deb)
[ -f "$deb" ] || { echo "no package: $deb"; exit 1; }
version=$(sed -nE 's/^opsctl \((.*)\).*/\1/p' "${0%/*}/../../src/dist/debian/changelog" | head -1)
[ "${deb##*/}" = "opsctl_${version}_$(dpkg --print-architecture).deb" ] || wrong "the name ${deb##*/} is not that of the changelog's version $version"

field() { dpkg-deb -f "$deb" "$1"; }
[ "$(field Package) $(field Version)" = "opsctl $version" ] || wrong "package or version"
[[ "$(field Depends)" == *adduser* && "$(field Depends)" == *libxlsxwriter4* && "$(field Depends)" == *"libc6 (>= 2.36)"* ]] || wrong "Depends: $(field Depends)"
for part in sqlite yaml sodium absl libfmt unistring; do
  [[ "$(field Depends)" != *"$part"* ]] || wrong "needs what is part of it: $(field Depends)"
done

contents=$(dpkg-deb -c "$deb")
# has MODE PATH: root's, with that mode.
has() { grep -qE "^$1 root/root .* \./$2( |\$)" <<<"$contents" || wrong "no $2 ($1, root's)"; }
has -rwxr-xr-x usr/bin/opsctl
for path in etc/opsctl/config.yaml lib/systemd/system/opsctl-check.service lib/systemd/system/opsctl-check.timer \
  usr/share/opsctl/runbooks/catalog.yaml usr/share/opsctl/runbooks/roster.yaml usr/share/opsctl/schema/runbook.schema.json \
  usr/share/bash-completion/completions/opsctl usr/share/zsh/vendor-completions/_opsctl usr/share/fish/vendor_completions.d/opsctl.fish \
  usr/share/man/man1/opsctl.1.gz usr/share/man/ja/man1/opsctl.1.gz \
  usr/share/doc/opsctl/copyright usr/share/doc/opsctl/changelog.gz usr/share/doc/opsctl/examples/opsctl.cron; do
  has -rw-r--r-- "$path"
done
[ "$(grep -cE '/runbooks/incident/[0-9]+-' <<<"$contents")" = 75 ] || wrong "not all 75 runbooks"
grep -vE '^(d|-)(rwxr-xr-x|rw-r--r--) root/root' <<<"$contents" && wrong "owners or modes"
grep -E 'usr/local|/debian/|\.cmake' <<<"$contents" && wrong "files that nobody needs"

dpkg-deb -x "$deb" "$folder/x"
! grep -rl /usr/local "$folder/x/usr/share/doc" "$folder/x/lib" || wrong "examples call another opsctl"
gzip -dc "$folder/x/usr/share/man/ja/man1/opsctl.1.gz" | grep -qx '.SH 名前' || wrong "the Japanese page is not Japanese"
"$folder/x/usr/bin/opsctl" --version >/dev/null || wrong "the program does not run"

dpkg-deb -e "$deb" "$folder/control"
for script in postinst prerm postrm; do
  [ -x "$folder/control/$script" ] || wrong "$script is not executable"
  sh -n "$folder/control/$script" || wrong "$script does not parse"
done
[ "$(cat "$folder/control/conffiles")" = /etc/opsctl/config.yaml ] || wrong "conffiles"
(cd "$folder/x" && md5sum --quiet -c "$folder/control/md5sums") || wrong "md5sums"
(cd "$folder/x" && find usr lib -type f | sort) | diff - <(awk '{print $2}' "$folder/control/md5sums" | grep -v '^etc/' | sort) >&2 || wrong "md5sums leave files out"

# The scripts as dpkg runs them, in a folder, with stand-ins for what would change this machine.
host=${folder:?}/host
mkdir -p "$host/scripts" "$host/bin"
for script in postinst prerm postrm; do
  sed "s|/var/lib/opsctl|$host/var/lib/opsctl|g; s|/etc/opsctl|$host/etc/opsctl|g; s|/run/systemd|$host/units|g" \
    "$folder/control/$script" >"$host/scripts/$script"
done
for command in getent addgroup delgroup dpkg-statoverride systemctl deb-systemd-invoke deb-systemd-helper; do
  printf '#!/bin/sh\nexit 0\n' >"$host/bin/$command"
done
cat >"$host/bin/opsctl" <<EOF
#!/bin/sh
[ "\$*" = "init --system" ] || exit 2
mkdir -p $host/etc/opsctl/runbooks $host/var/lib/opsctl
[ -e $host/etc/opsctl/runbooks/catalog.yaml ] || echo sample >$host/etc/opsctl/runbooks/catalog.yaml
[ -e $host/var/lib/opsctl/journal.db ] || echo genesis >$host/var/lib/opsctl/journal.db
EOF
chmod +x "$host"/bin/*
dpkg_runs() {
  PATH=$host/bin:$PATH sh "$host/scripts/$1" "$2" 2>"$folder/said" || wrong "$1 $2 failed: $(cat "$folder/said")"
}
# lives [BEFORE [AFTER]]: installed, BEFORE done, removed, installed and removed again, AFTER done,
# purged; the files that are left are in $left.
lives() {
  rm -rf "${host:?}/etc" "${host:?}/var"
  mkdir -p "$host/etc/opsctl"
  cp "$folder/x/etc/opsctl/config.yaml" "$host/etc/opsctl"
  dpkg_runs postinst configure
  (cd "$host" && eval "${1:-true}")
  for _ in 1 2; do
    dpkg_runs prerm remove
    dpkg_runs postrm remove
    dpkg_runs postinst configure
  done
  dpkg_runs prerm remove
  dpkg_runs postrm remove
  rm -f "$host/etc/opsctl/config.yaml"
  (cd "$host" && eval "${2:-true}")
  dpkg_runs postrm purge
  left=$(cd "$host" && find . -path './[ev]*' -type f | sort | tr '\n' ' ')
}
lives
[ -z "$left" ] || wrong "a purge leaves $left where nothing was recorded"
everything='./etc/opsctl/runbooks/catalog.yaml ./var/lib/opsctl/journal.db '
lives 'echo event >>var/lib/opsctl/journal.db'
[ "$left" = "$everything" ] || wrong "a purge after a record leaves only: $left"
grep -q 'evidence' "$folder/said" || wrong "a purge does not say what it keeps"
lives '' 'echo event >>var/lib/opsctl/journal.db'
[ "$left" = "$everything" ] || wrong "a purge after a record since the removal leaves only: $left"
lives 'echo "# ours" >>etc/opsctl/runbooks/catalog.yaml'
[ "$left" = "$everything" ] || wrong "a purge after an edit of the runbooks leaves only: $left"
lives 'touch var/lib/opsctl/journal.db-old'
[ "$left" = "${everything}./var/lib/opsctl/journal.db-old " ] || wrong "a purge removes a copy: $left"
lives 'ln -s /srv/more etc/opsctl/runbooks/more'
[ "$left" = "$everything" ] || wrong "a purge after a link was added leaves only: $left"
lives 'sed -i "s|^db:.*|db: /srv/journal.db|" etc/opsctl/config.yaml'
[ "$left" = "$everything" ] || wrong "a purge removes the runbooks of records that are elsewhere: $left"

if command -v lintian >/dev/null; then
  said=$(lintian --allow-root --fail-on error,warning "$deb" 2>&1) || wrong "lintian: $said"
fi
exit $failed
