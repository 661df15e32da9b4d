#!/usr/bin/env bash
# Makes an OCI image of an unpacked release and the few Debian files that it needs: no registry, no engine, no root.
# The same release, packages and SOURCE_DATE_EPOCH give the same bytes.
set -euo pipefail

usage() {
    cat <<'TEXT'
infra/container/build.sh RELEASE -o IMAGE [option...]

  RELEASE             an unpacked release: a folder with binaries/Platform.Host and pack/NAME/pack.yaml
  -o IMAGE            the folder of the image (OCI image layout 1.0), and IMAGE.tar beside it, as podman and ctr load it; an earlier
                      image there is replaced, anything else refused
  --pack NAME         which of the release's packs is the instance's; the others are what it is built on
  --name NAME         what it is called when it is loaded; else localhost/egov:latest
  --packages DIR      the folder of Debian's *.deb files: fetched into it what is not there, so that it can go where there is no network
  --sums FILE         their SHA-256, as sha256sum writes them: demanded for each file that lay there already. A build that has fetched
                      all of them from Debian's signed archive writes DIR/SHA256SUMS; bring it on another way than the files
  --also "NAMES"      more Debian packages with all they need, as "chromium-headless-shell fonts-noto-core" for certificates as PDF
  --runtime DIR       for a release without its own .NET runtime: where one is, as /usr/share/dotnet

  SOURCE_DATE_EPOCH=1790000000 infra/container/build.sh /srv/egov/demo/releases/1.2.0 --pack e-demo -o egov-1.2.0 --name localhost/egov:1.2.0
TEXT
}
fail() { printf '%s\n' "$*" >&2; exit 2; }

release='' image='' pack='' name=localhost/egov:latest packages='' sums='' also='' runtime=''
while [ $# -gt 0 ]; do
    case $1 in
        --help) usage; exit 0 ;;
        -o | --pack | --name | --packages | --sums | --also | --runtime)
            [ $# -gt 1 ] || fail "$1 wants a value."
            case $1 in -o) image=$2 ;; *) option=${1#--} && printf -v "$option" %s "$2" ;; esac
            shift 2
            ;;
        -*) fail "Nobody knows the option $1; see $0 --help" ;;
        *) release=$1; shift ;;
    esac
done
if [ -z "$release" ] || [ -z "$image" ]; then usage >&2; exit 2; fi
[ -x "$release/binaries/Platform.Host" ] || fail "There is no binaries/Platform.Host in $release."
[ -f "$release/pack/$pack/pack.yaml" ] || fail "There is no pack/$pack/pack.yaml in $release; name the pack with --pack."
if [ -e "$image" ] && [ ! -f "$image/oci-layout" ] && ! { [ -d "$image" ] && [ -z "$(ls -A "$image")" ]; }; then fail "$image is there and no image; name a folder of its own with -o."; fi
if [ -e "$image.tar" ] && [ ! -f "$image/oci-layout" ]; then fail "$image.tar is there without its image; name another with -o."; fi
[ -z "$sums" ] || [ -r "$sums" ] || fail "There are no sums $sums."
[ -z "$runtime" ] || [ -d "$runtime/shared/Microsoft.AspNetCore.App" ] || fail "There is no ASP.NET Core runtime in $runtime."

epoch=${SOURCE_DATE_EPOCH:-0} user=10001
case $(uname -m) in x86_64) architecture=amd64 ;; aarch64) architecture=arm64 ;; *) fail "Nobody made images for $(uname -m) yet." ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sums=${sums:+$(realpath "$sums")}
packages=$(mkdir -p "${packages:-$work/packages}" && cd "${packages:-$work/packages}" && pwd)
step() { printf '== %s (%ss)\n' "$*" "$SECONDS"; }

# What .NET loads: C and C++ libraries, Unicode, TLS, zones, who may sign certificates.
needed=(libc6 libgcc-s1 libstdc++6 zlib1g libicu72 libssl3 tzdata ca-certificates)

# As a machine that has nothing would install it.
with_dependencies() {
    # shellcheck disable=SC2086 # words of a list
    [ -z "$also" ] || apt-get -qq -s -o Dir::State::status=/dev/null --no-install-recommends install $also | awk '$1 == "Inst" {print $2}'
    printf '%s\n' "${needed[@]}"
}
# What apt fetches it has compared with the archive's signed lists. What lay there already anybody may have put there.
fetch() {
    local package file missing=() there=()
    while read -r package; do
        file=$(the_file "$package")
        if [ -n "$file" ]; then there+=("${file##*/}"); else missing+=("$package"); fi
        printf '%s\n' "$package" >>"$work/names"
    done < <(with_dependencies | LC_ALL=C sort -u)
    [ ${#there[@]} -eq 0 ] || demand_sums "${there[@]}"
    [ ${#missing[@]} -eq 0 ] || (cd "$packages" && apt-get -qq -o APT::Sandbox::User=root download "${missing[@]}")
    while read -r package; do the_file "$package"; done <"$work/names" >"$work/files"
    [ ${#there[@]} -gt 0 ] || (cd "$packages" && sed 's,.*/,,' "$work/files" | xargs sha256sum >SHA256SUMS)
}
the_file() { # PACKAGE: its one file, or nothing
    local found
    shopt -s nullglob
    found=("$packages/$1"_*.deb)
    shopt -u nullglob
    [ ${#found[@]} -lt 2 ] || fail "There are several files of $1 in $packages: ${found[*]##*/}. Leave the one that the image is to have."
    printf '%s\n' "${found[@]}"
}
demand_sums() { # FILE...
    local file
    [ -n "$sums" ] || fail "$packages holds files already; give their sums with --sums FILE, or an empty folder to fetch them anew."
    for file in "$@"; do
        (cd "$packages" && grep -F "  $file" "$sums" | awk -v name="$file" '$2 == name && NF == 2 { print; n++ } END { exit n != 1 }' | sha256sum --check --strict --status) ||
            fail "$file is not the file of which $sums has the sum, or has none."
    done
}

unpack() { # ROOT: Debian's files without what only people at a terminal need; the licences stay.
    local root=$1 file folder
    mkdir -p "$root"/{usr/{bin,sbin,lib,lib64},etc/ssl/certs,tmp,proc,sys,dev,opt/egov}
    for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$root/$folder"; done
    while read -r file; do
        dpkg-deb -x "$file" "$work/deb"
        dpkg-deb -f "$file" Package Version Architecture | awk '{printf "%s ", $2} END {print ""}' >>"$work/installed"
        # Older packages still say /lib for what has moved to /usr/lib.
        for folder in bin sbin lib lib64; do
            [ ! -d "$work/deb/$folder" ] || { mkdir -p "$work/deb/usr/$folder" && cp -a "$work/deb/$folder/." "$work/deb/usr/$folder/" && rm -r "${work:?}/deb/$folder"; }
        done
        cp -a "$work/deb/." "$root/"
        rm -r "$work/deb"
    done <"$work/files"
    rm -rf "$root"/usr/share/{man,info,locale,lintian,bug,doc-base,menu} "$root"/usr/lib/*/gconv "$root"/var/cache "$root"/var/lib/apt
    find "$root/usr/share/doc" ! -type d ! -name copyright -delete
    find "$root" -perm /6000 -exec chmod a-s {} +
    find "$root/usr/share/ca-certificates" -name '*.crt' | LC_ALL=C sort | xargs cat >"$root/etc/ssl/certs/ca-certificates.crt"
    printf 'root:x:0:0::/:/nonexistent\negov:x:%s:%s::/data:/nonexistent\n' $user $user >"$root/etc/passwd"
    printf 'root:x:0:\negov:x:%s:\n' $user >"$root/etc/group"
    printf 'passwd: files\ngroup: files\nhosts: files dns\n' >"$root/etc/nsswitch.conf"
    mkdir -p "$root/usr/share/egov"
    LC_ALL=C sort "$work/installed" >"$root/usr/share/egov/debian-packages"
    chmod 1777 "$root/tmp"
}

release_files() { # ROOT
    local part
    for part in binaries pack; do mkdir -p "$1/opt/egov/$part" && cp -a "$release/$part/." "$1/opt/egov/$part/"; done
    if [ -n "$runtime" ]; then
        mkdir -p "$1/usr/share/dotnet"
        cp -a "$runtime/host" "$runtime/shared" "$1/usr/share/dotnet/"
    fi
    find "$1/opt" -type d -exec chmod 755 {} +
    find "$1/opt" -type f -exec chmod a+r,go-w {} +
}

blobs=$image/blobs/sha256
blob() { # FILE: moves it where its sum says; prints digest and size.
    local sum
    sum=$(sha256sum "$1" | cut -d' ' -f1)
    printf 'sha256:%s %s' "$sum" "$(stat -c %s "$1")"
    mv "$1" "$blobs/$sum"
}
# Plain tar: what packs it differs from version to version, and who stores or sends images packs them anyway.
archive() { # FOLDER FILE OWNER
    tar -C "$1" --sort=name --format=posix --pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime \
        --mtime="@$epoch" --owner="$3" --group="$3" --numeric-owner -cf "$2" .
}

step "Debian's packages"
fetch
step "Files"
unpack "$work/base"
release_files "$work/release"
rm -rf "$image" "$image.tar"
mkdir -p "$blobs"
printf '{"imageLayoutVersion":"1.0.0"}' >"$image/oci-layout"
image=$(cd "$image" && pwd) blobs=$image/blobs/sha256
step "Layers"
layers='' ids='' files=0
archive "$work/base" "$work/1.tar" 0
archive "$work/release" "$work/2.tar" 0
# The data folder belongs to the account; a volume put over it takes that from here.
mkdir "$work/data" && chmod 700 "$work/data"
tar -C "$work" --mtime="@$epoch" --owner=$user --group=$user --numeric-owner -cf "$work/3.tar" data
for file in "$work"/[123].tar; do
    read -r digest size < <(blob "$file"; echo)
    layers+="${layers:+,}{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar\",\"digest\":\"$digest\",\"size\":$size}"
    ids+="${ids:+,}\"$digest\""
    files=$((files + size))
done

created=$(date -u -d "@$epoch" +%Y-%m-%dT%H:%M:%SZ)
printf -v environment '"PATH=/usr/bin","SSL_CERT_DIR=/etc/ssl/certs","HOME=/tmp","DOTNET_EnableDiagnostics=0","PLATFORM_urls=http://0.0.0.0:8080","PLATFORM_data=/data","PLATFORM_pack=/opt/egov/pack/%s"' "$pack"
printf '{"created":"%s","architecture":"%s","os":"linux","config":{"User":"%s:%s","ExposedPorts":{"8080/tcp":{}},"Env":[%s],"Entrypoint":["/opt/egov/binaries/Platform.Host"],"Volumes":{"/data":{}},"WorkingDir":"/opt/egov/binaries","StopSignal":"SIGTERM","Labels":{"org.opencontainers.image.licenses":"Apache-2.0"}},"rootfs":{"type":"layers","diff_ids":[%s]}}' \
    "$created" "$architecture" $user $user "$environment" "$ids" >"$work/config"
read -r config config_size < <(blob "$work/config"; echo)
printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"%s","size":%s},"layers":[%s]}' \
    "$config" "$config_size" "$layers" >"$work/manifest"
read -r manifest manifest_size < <(blob "$work/manifest"; echo)
printf '{"schemaVersion":2,"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"%s","size":%s,"annotations":{"org.opencontainers.image.ref.name":"%s","io.containerd.image.name":"%s"}}]}' \
    "$manifest" "$manifest_size" "$name" "$name" >"$image/index.json"
archive "$image" "$image.tar" 0
step "$name $manifest"
printf '%s: %s MB in %s layers; %s packages of Debian\n' "$image.tar" $((files / 1000000)) 3 "$(wc -l <"$work/names")"
