#!/usr/bin/env bash
# Makes this machine, or its part of three, ready for an instance. Run again with the same words: no change.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

usage() {
    cat <<'TEXT'
infra/systemd/install.sh INSTANCE --public-url URL [option...]

  --public-url URL          what the world calls the portal, as https://portal.example
  --pack NAME               the pack, as its folder in the release is called; else INSTANCE
  --roles LIST              what this machine does, of app,web,database; else all three
  --database WHAT           local (PostgreSQL here, the default), sqlite, or a connection string without a password
  --keys-database WHAT      where a connection string is given above: that of the keys
  --listen ADDRESS          where the portal listens for nginx; else 127.0.0.1
  --port PORT               its first port; the next one is used during a switch of releases; else 5100
  --apps LIST               for nginx: where the portals listen, as 10.0.0.11:5100,10.0.0.12:5100; else the one here
  --proxies LIST            for the portal: whose word about callers it takes; else 127.0.0.1
  --peers LIST              other machines that the portal talks to: databases, gateways, scanners; else none
  --clients LIST            for PostgreSQL: machines whose portals may connect, as 10.0.0.11/32; else none
  --certificate FILE        else /etc/egov/INSTANCE.crt
  --certificate-key FILE    else /etc/egov/INSTANCE.key
  --options "WORDS"         further options of the host, as --clamd 127.0.0.1:3310
  --dir DIR                 where instances lie, the same for all of this machine; else /srv/egov
  --root DIR                prepare a folder that will be a machine's root instead of this machine
  --dry-run                 print everything that would be written and run; change nothing

Examples:
  infra/systemd/install.sh demo --public-url https://portal.example
  infra/systemd/install.sh demo --public-url https://portal.example --database sqlite --dry-run
  infra/systemd/install.sh demo --public-url https://portal.example --roles web --apps 10.0.0.11:5100,10.0.0.12:5100
TEXT
}
fail() { printf '%s\n' "$*" >&2; exit 2; }

[ $# -gt 0 ] || { usage; exit 2; }
[ "$1" != --help ] || { usage; exit 0; }
instance=$1 public_url='' pack='' roles=app,web,database database=local keys_database='' listen=127.0.0.1 port=5100 apps='' proxies=127.0.0.1
words=("$1") peers='' clients='' certificate='' certificate_key='' options='' dir=/srv/egov root='' dry=no
shift
while [ $# -gt 0 ]; do
    case $1 in
        --dry-run) dry=yes; shift; continue ;;
        --help) usage; exit 0 ;;
        --public-url | --pack | --roles | --database | --keys-database | --listen | --port | --apps | --proxies | --peers | --clients | --certificate | --certificate-key | --options | --dir | --root) ;;
        *) fail "Nobody knows the option $1; see $0 --help" ;;
    esac
    [ $# -gt 1 ] || fail "$1 wants a value."
    name=${1#--}
    printf -v "${name//-/_}" %s "$2"
    [ "$name" = root ] || words+=("$1" "$2")
    shift 2
done
pack=${pack:-$instance} certificate=${certificate:-/etc/egov/$instance.crt} certificate_key=${certificate_key:-/etc/egov/$instance.key} apps=${apps:-$listen:$port}

# All mistakes at once.
mistakes=()
mistake() { mistakes+=("$*"); }
[[ $instance =~ ^[a-z][a-z0-9-]{0,20}$ ]] || mistake "INSTANCE: '$instance' is no name of an instance; use small letters, digits and hyphens, 21 at most, a letter first."
[[ $instance != *-keys ]] || mistake "INSTANCE: '$instance' would have the name of the key store of '${instance%-keys}'; take one that does not end in -keys."
[[ $public_url =~ ^https://[a-zA-Z0-9.-]+$ ]] || mistake "--public-url: '$public_url' is not an address such as https://portal.example."
[[ $pack = "$instance" || $pack =~ ^[a-z][a-z0-9-]*$ ]] || mistake "--pack: '$pack' is no name of a pack."
[[ $roles =~ ^(app|web|database)(,(app|web|database))*$ ]] || mistake "--roles: '$roles' is not a list of app, web and database."
[[ $port =~ ^[0-9]{4,5}$ && $port -ge 1024 && $port -le 65534 ]] || mistake "--port: '$port' is not between 1024 and 65534."
for list in listen proxies peers; do
    [[ ${!list} =~ ^[0-9a-fA-F.:,/]*$ ]] || mistake "--$list: '${!list}' is not a list of addresses with commas between them."
done
[[ $apps =~ ^[0-9a-fA-F.:]+:[0-9]+(,[0-9a-fA-F.:]+:[0-9]+)*$ ]] || mistake "--apps: '$apps' is not a list such as 10.0.0.11:5100,10.0.0.12:5100."
[[ $clients =~ ^([0-9a-fA-F.:]+/[0-9]+(,|$))*$ ]] || mistake "--clients: '$clients' is not a list such as 10.0.0.11/32."
case $database in
    local | sqlite) [ -z "$keys_database" ] || mistake "--keys-database goes with a connection string in --database." ;;
    *=*) [ -n "$keys_database" ] || mistake "--database names a server, so --keys-database must name that of the keys." ;;
    *) mistake "--database: '$database' is neither local nor sqlite nor a connection string such as Host=10.0.0.21;Username=egov-$instance;Database=egov-$instance." ;;
esac
[[ ! ${database,,}${keys_database,,} =~ (password|pwd|psw)\ *= ]] || mistake "A password in --database would be read by everybody who lists processes; use Passfile=/etc/egov/$instance.pgpass."
[[ ! $database$keys_database$options =~ [$'\n'\'] ]] || mistake "A quote ' or a new line cannot be written into the settings."
[[ $dir =~ ^(/[a-zA-Z0-9._-]+)+$ ]] || mistake "--dir: '$dir' is not a folder such as /srv/egov."
[ ${#mistakes[@]} -eq 0 ] || { printf '%s\n' "${mistakes[@]}" >&2; exit 2; }
[ "$dry" = yes ] || [ -n "$root" ] || [ "$(id -u)" = 0 ] || fail "Only root can install; look first with --dry-run."

has() { [[ ,$roles, == *,$1,* ]]; }
changes=0
# put FILE MODE: what comes in becomes the file, if it is not so already; then the caller's $changed is yes.
put() {
    local file=$root$1 text
    text=$(cat; printf .)
    if [ -f "$file" ] && [ "$(cat "$file"; printf .)" = "$text" ] && [ "$(stat -c %a "$file")" = "$2" ]; then return; fi
    changes=$((changes + 1)) changed=yes
    if [ "$dry" = yes ]; then
        printf '+ %s (mode %s)\n' "$1" "$2"
        printf %s "${text%.}" | sed 's/^/    /'
        return
    fi
    printf '+ %s\n' "$1"
    mkdir -p "$(dirname "$file")"
    (umask 077; printf %s "${text%.}" >"$file.new")
    chmod "$2" "$file.new"
    [ ! -f "$file" ] || chown --reference="$file" "$file.new"
    mv "$file.new" "$file"
}
link() { # FILE TARGET
    [ "$(readlink "$root$1" 2>/dev/null)" != "$2" ] || return 0
    changes=$((changes + 1)) changed=yes
    printf '+ %s -> %s\n' "$1" "$2"
    if [ "$dry" = no ]; then mkdir -p "$(dirname "$root$1")" && ln -sfn "$2" "$root$1"; fi
}
gone() { # FILE: of words that were taken back.
    [ -e "$root$1" ] || return 0
    changes=$((changes + 1)) changed=yes
    printf -- '- %s\n' "$1"
    [ "$dry" = yes ] || rm "$root$1"
}
# run COMMAND...: counts as a change.
run() {
    changes=$((changes + 1))
    printf '$ %s\n' "$*"
    [ "$dry" = yes ] || "$@"
}
# What only a machine that runs can do.
on_machine() { if [ -n "$root" ]; then printf '  on the machine: %s\n' "$*"; else run "$@"; fi; }
in_dir() { sed "s|/srv/egov|$dir|g" "$1"; }
fill() { # TEMPLATE: its @WORDS@ are values.
    sed -e "s|@INSTANCE@|$instance|g" -e "s|@NAME@|${instance//-/_}|g" -e "s|@HOST@|${public_url#https://}|g" \
        -e "s|@CERTIFICATE@|$certificate|g" -e "s|@CERTIFICATE_KEY@|$certificate_key|g" "$1"
}

stores() {
    case $database in
        sqlite) ;;
        # By the socket: PostgreSQL knows by the account who asks, and there is no password to lose.
        local) printf -- '--database "Host=/run/postgresql;Username=egov-%s;Database=egov-%s" --keys-database "Host=/run/postgresql;Username=egov-%s;Database=egov-%s-keys"' "$instance" "$instance" "$instance" "$instance" ;;
        *) printf -- '--database "%s" --keys-database "%s"' "$database" "$keys_database" ;;
    esac
}

accounts() {
    local changed=no
    put "/etc/sysusers.d/egov-$instance.conf" 644 <<<"u egov-$instance - \"Portal $instance\" $dir/$instance/data /usr/sbin/nologin"
    [ "$changed" = no ] || run systemd-sysusers ${root:+"--root=$root"} "egov-$instance.conf"
}
folders() {
    local changed=no
    put "/etc/tmpfiles.d/egov-$instance.conf" 644 <<TEXT
d $dir 0755 root root
d $dir/$instance 0755 root root
d $dir/$instance/releases 0755 root root
d $dir/$instance/data 0700 egov-$instance egov-$instance
L $dir/$instance/pack - - - - current/pack
d /var/backups/egov 0755 root root
d /var/backups/egov/$instance 0700 egov-$instance egov-$instance
TEXT
    [ "$changed" = no ] || run systemd-tmpfiles ${root:+"--root=$root"} --create "egov-$instance.conf"
}
settings() {
    put "/etc/egov/$instance.env" 600 <<TEXT
# Written by install.sh. Settings of your own: /etc/egov/$instance.local.env, which is read after this one.
EGOV_PACK=$pack
EGOV_PUBLIC_URL=$public_url
EGOV_LISTEN=$listen
EGOV_PORT=$port
EGOV_NEXT_PORT=$((port + 1))
EGOV_PROXIES=$proxies
EGOV_STORES=$(stores)
EGOV_OPTIONS=$options
EGOV_CERTIFICATE=$(! has web || printf %s "$certificate")
TEXT
    # With these it is run again when a release brings another installer: egov upgrade.
    put "/etc/egov/$instance.words" 600 < <(printf '%s\n' "${words[@]}")
}
unit() { # FILE
    in_dir "$1"
    case ${1##*/} in *.timer) return ;; esac
    printf '\n'
    in_dir "$here/units/sandbox.conf"
    # A drill reaches nobody.
    case ${1##*/} in egov-drill@*) return ;; esac
    [ -z "$peers" ] || printf 'IPAddressAllow=%s\n' "${peers//,/ }"
}
# Files of this instance alone, not templates that all share: each has the units of its own release. Their scripts lie in that release.
units() {
    local file name
    for file in "$here"/units/*@.*; do
        name=${file##*/}
        put "/etc/systemd/system/${name/@/@$instance}" 644 < <(unit "$file")
    done
}
app() {
    local changed=no unit timers=("egov-backup@$instance.timer" "egov-drill@$instance.timer" "egov-head@$instance.timer")
    accounts
    folders
    settings
    units
    # The portal itself is started by the first switch; there is no release yet.
    for unit in "egov@$instance.service" "${timers[@]}"; do
        systemctl ${root:+"--root=$root"} -q is-enabled "$unit" 2>/dev/null || run systemctl ${root:+"--root=$root"} -q enable "$unit"
    done
    [ "$changed" = no ] || on_machine systemctl daemon-reload
    for unit in "${timers[@]}"; do
        if [ -n "$root" ] || ! systemctl -q is-active "$unit"; then on_machine systemctl start "$unit"; fi
    done
}

servers() {
    local app
    for app in ${apps//,/ }; do
        case $app in
            # A refused connection on the same machine costs nothing: neither port is ever given up.
            127.0.0.1:*) printf '    server %s max_fails=0;\\n    server 127.0.0.1:%s backup max_fails=0;\\n' "$app" $((${app##*:} + 1)) ;;
            *) printf '    server %s fail_timeout=2s;\\n    server %s:%s backup fail_timeout=2s;\\n' "$app" "${app%:*}" $((${app##*:} + 1)) ;;
        esac
    done
}
web() {
    local changed=no
    put "/etc/nginx/sites-available/egov-$instance" 644 < <(fill "$here/nginx/site.conf" | sed "s|@SERVERS@|$(servers)|")
    link "/etc/nginx/sites-enabled/egov-$instance" "../sites-available/egov-$instance"
    # In the country's own words, so written once only.
    [ -f "$root/etc/egov/$instance.busy.html" ] || put "/etc/egov/$instance.busy.html" 644 <"$here/nginx/busy.html"
    if [ ! -f "$root$certificate" ] && [ "$dry" = no ]; then
        printf '! nginx does not start before there is a certificate in %s and its key in %s; then run this again.\n' "$certificate" "$certificate_key"
    elif [ "$changed" = yes ] || ! loaded; then
        on_machine nginx -t
        on_machine systemctl reload-or-restart nginx
        [ "$dry" = yes ] || [ -n "$root" ] || touch "/run/egov-$instance.loaded"
    fi
}
# Whether nginx has read the site and its certificate since they became what they are.
loaded() {
    [ -z "$root" ] || return 0
    [ -f "/run/egov-$instance.loaded" ] || return
    [ -z "$(find -L "$certificate" "$certificate_key" "/etc/nginx/sites-enabled/egov-$instance" -newercm "/run/egov-$instance.loaded")" ]
}

postgres_settings() {
    local memory
    memory=$(awk '/^MemTotal/ {print int($2 / 1024)}' /proc/meminfo)
    sed -e "s/@MEMORY@/$memory/" -e "s/@SHARED@/$((memory / 4))/" -e "s/@CACHE@/$((memory / 2))/" -e "s/@MAINTENANCE@/$((memory / 16))/" "$here/postgresql/egov.conf"
}
postgres_clients() { # FILE: what stands there, with this instance's lines renewed.
    local client
    sed "/^# egov-$instance begins/,/^# egov-$instance ends/d" "$1"
    [ -n "$clients" ] || return 0
    printf '# egov-%s begins\n' "$instance"
    for client in ${clients//,/ }; do printf 'hostssl egov-%s,egov-%s-keys egov-%s %s scram-sha-256\n' "$instance" "$instance" "$instance" "$client"; done
    printf '# egov-%s ends\n' "$instance"
}
as_postgres() { runuser -u postgres -- psql -Atqc "$1"; }
databases() { as_postgres "select count(*) from pg_database where datname in ('egov-$instance', 'egov-$instance-keys')"; }
# What it has read and takes up only when it starts. It is started again for the first instance of a machine, never under people: all would be cut off.
postgres_restart() {
    local waiting
    waiting=$(as_postgres "select string_agg(distinct name, ', ') from pg_file_settings where error is not null and name in (select name from pg_settings where context = 'postmaster')")
    if [ -z "$waiting" ]; then return; fi
    if [ "$(as_postgres "select count(*) from pg_database where datname like 'egov-%'")" = 0 ]; then
        run systemctl restart postgresql
    else
        printf '! PostgreSQL takes these up when you restart it, which cuts off every portal of this machine for a moment: %s\n' "$waiting"
    fi
}
database() {
    local changed=no version configuration
    version=$(find "$root/usr/lib/postgresql" -mindepth 1 -maxdepth 1 -printf '%f\n' 2>/dev/null | sort -V | tail -n 1)
    [ -n "$version" ] || fail "PostgreSQL is not installed here: apt-get install postgresql, or name another with --database."
    configuration=/etc/postgresql/$version/main
    # All instances of the machine share the server, so written once only.
    [ -f "$root$configuration/conf.d/egov.conf" ] || put "$configuration/conf.d/egov.conf" 644 < <(postgres_settings)
    if [ -n "$clients" ]; then
        put "$configuration/conf.d/egov-$instance.conf" 644 <<<"listen_addresses = '*'"$'\n'"ssl = on"
    else
        gone "$configuration/conf.d/egov-$instance.conf"
    fi
    if [ -n "$clients" ] || grep -qs "^# egov-$instance begins" "$root$configuration/pg_hba.conf"; then
        put "$configuration/pg_hba.conf" 640 < <(postgres_clients "$root$configuration/pg_hba.conf")
    fi
    [ "$changed" = no ] || on_machine systemctl reload-or-restart postgresql
    [ -n "$root" ] || [ "$dry" = yes ] || postgres_restart
    if [ -n "$root" ] || [ "$(databases)" != 2 ]; then
        on_machine runuser -u postgres -- psql -q -v "instance=$instance" -f "$here/postgresql/instance.sql"
    fi
}

if has database && [ "$database" = local ]; then database; fi
if has app; then app; fi
if has web; then web; fi
if [ "$dry" = yes ]; then echo "$changes changes would be made"; else echo "$changes changes"; fi
