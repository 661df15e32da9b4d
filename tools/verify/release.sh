#!/bin/sh
# Verifies a release with POSIX shell and openssl (3.0 or later) alone, and refuses what `egov release verify` refuses.
#   release.sh FILE --trust ca.pem [--country own-ca.pem] [--time-trust tsa.pem] [--installed NAME@VERSION] [--allow-rollback]
# It reads no archive: it writes the header of each member as it must be and compares. Needs no network, writes nothing but temporary files.
set -eu
export LC_ALL=C TZ=UTC0
refuse() { echo "Refused: $*" >&2; exit 1; }
usage() { sed -n '2,3s/^# *//p' "$0" >&2; exit 2; }

file='' trust='' country='' time_trust='' installed='' rollback=
while [ $# -gt 0 ]; do
    case $1 in
        --allow-rollback) rollback=yes ;;
        --trust) trust=${2:?}; shift ;; --country) country=${2:?}; shift ;;
        --time-trust) time_trust=${2:?}; shift ;; --installed) installed=${2:?}; shift ;;
        -*) usage ;; *) [ -z "$file" ] || usage; file=$1 ;;
    esac; shift
done
[ -n "$file" ] && [ -n "$trust" ] || usage
for readable in "$file" "$trust" ${country:+"$country"} ${time_trust:+"$time_trust"}; do [ -r "$readable" ] || refuse "$readable cannot be read"; done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The file. Everything in it stands at a multiple of 512 bytes; $block is how many of them have been read.
block=0
zeros() { [ "$1" -eq 0 ] || dd if=/dev/zero bs="$1" count=1 2>/dev/null; }
bytes() { dd if="$file" bs=1 skip="$1" count="$2" 2>/dev/null; } # OFFSET COUNT, for a few
header_with() { # NAME SIZE CHECKSUM
    printf %s "$1"; zeros $((100 - ${#1}))
    printf '0000644\0000000000\0000000000\000%011o\00000000000000\000%s0' "$2" "$3"; zeros 100
    printf 'ustar\00000'; zeros 64; printf '0000000\0000000000\000'; zeros 167
}
header() { # NAME SIZE
    check=$(header_with "$1" "$2" '        ' | od -An -v -tu1 | awk '{ for (i = 1; i <= NF; i++) s += $i } END { printf "%06o", s }')
    header_with "$1" "$2" "${check}_ " | tr '_' '\000'
}
is_next() { # NAME [SIZE], else the size that stands there
    digits=$(bytes $((block * 512 + 124)) 11 | tr '\000' x)
    case $digits in *[!0-7]* | '') return 1 ;; esac
    [ ${#digits} -eq 11 ] && size=$((0$digits)) || return 1
    [ "${2:-$size}" = "$size" ] && header "$1" "$size" >"$work/header" || return 1
    dd if="$file" bs=512 skip="$block" count=1 2>/dev/null | cmp -s - "$work/header"
}
content() { # of the member whose header was compared, $size bytes
    dd if="$file" bs=512 skip=$((block + 1)) count=$((size / 512)) 2>/dev/null
    bytes $(((block + 1 + size / 512) * 512)) $((size % 512))
}
skip() { # to the next header; what fills the last block is zeros
    fill=$(((512 - size % 512) % 512)); zeros $fill >"$work/zeros"
    bytes $(((block + 1) * 512 + size)) $fill | cmp -s - "$work/zeros" || refuse "there are bytes after $1 that do not belong there"
    block=$((block + 1 + (size + 511) / 512))
}
take() { # NAME: a manifest or signature, into a file of that name
    is_next "$1" || return 1
    [ "$size" -le 1048576 ] || refuse "$1 is larger than any can be"
    content >"$work/$1" && [ "$(wc -c <"$work/$1")" -eq "$size" ] || refuse "the release is cut off"
    skip "$1"
}

# Signatures.
shape() { # of a CMS structure: everything but what is inside certificate, signer's name and signature value
    openssl asn1parse -inform DER -in "$1" 2>/dev/null | sed 's/ *[0-9]*:d=\([0-9]*\) *hl=[0-9]* *l= *[0-9]* *[a-z]*: */\1 /; s/ *$//; s/\[HEX DUMP\].*//' | awk '
        $1 == 3 { certificates = /cont/ } certificates && $1 > 4 { next }
        $1 == 4 { field = 0 } $1 == 5 { field++ } field == 2 && $1 > 5 { next }
        { gsub(/ +/, " "); printf "%s;", $0 }'
}
head='0 SEQUENCE;1 OBJECT :pkcs7-signedData;1 cont [ 0 ];2 SEQUENCE;3 INTEGER :01;3 SET;4 SEQUENCE;5 OBJECT :sha256;3 SEQUENCE;4 OBJECT :pkcs7-data;3 cont [ 0 ];4 SEQUENCE;3 SET;4 SEQUENCE;5 INTEGER :01;5 SEQUENCE;5 SEQUENCE;6 OBJECT :sha256;5 SEQUENCE;6 OBJECT :'
demand_not_revoked() { # CERTIFICATE TRUST
    n=$(awk -v to="$work/crl" '/BEGIN X509 CRL/ { n++; on = 1 } on { print > (to n) } /END X509 CRL/ { on = 0 } END { print n + 0 }' "$2")
    serial=$(openssl x509 -in "$1" -noout -serial) issuer=$(openssl x509 -in "$1" -noout -issuer)
    while [ "$n" -gt 0 ]; do
        openssl crl -in "$work/crl$n" -CAfile "$2" -no-CApath -no-CAstore -noout 2>&1 | grep -q '^verify OK' || refuse "a list of revoked keys in $2 is not signed by a root of the same file"
        openssl crl -in "$work/crl$n" -noout -text >"$work/list"
        ! grep -q ': critical' "$work/list" || refuse "a list of revoked keys in $2 has a critical extension; only whole lists can be used"
        [ "$(openssl crl -in "$work/crl$n" -noout -issuer)" != "$issuer" ] || ! grep -q "Serial Number: ${serial#serial=}\$" "$work/list" || refuse "the key of $(openssl x509 -in "$1" -noout -subject) has been revoked"
        n=$((n - 1))
    done
}
demand_signed() { # CONTENT SIGNATURE TRUST [AT]
    shape=$(shape "$2")
    case $shape in
        "${head}rsaEncryption;6 NULL;5 OCTET STRING ;" | "${head}ecdsa-with-SHA256;5 OCTET STRING ;") ;;
        *) refuse "the signature is not written in the one form that is allowed" ;;
    esac
    openssl cms -cmsout -inform DER -outform DER -in "$2" -out "$work/again" 2>/dev/null && cmp -s "$2" "$work/again" || refuse "the signature is not written in the one form that is allowed"
    openssl pkcs7 -inform DER -in "$2" -print_certs -out "$work/signer" 2>/dev/null
    [ "$(openssl x509 -in "$work/signer" -noout -ext extendedKeyUsage 2>/dev/null | sed -n '2s/^ *//p')" = 'Code Signing' ] || refuse "the signer's certificate is not one for signing code"
    ! openssl x509 -in "$work/signer" -noout -ext basicConstraints 2>/dev/null | grep -q 'CA:TRUE' || refuse "a root has signed; only keys that it issues may"
    demand_not_revoked "$work/signer" "$3"
    openssl cms -verify -binary -inform DER -in "$2" -content "$1" -CAfile "$3" -no-CApath -no-CAstore -purpose any -auth_level 3 ${4:+-attime "$4"} -out /dev/null 2>"$work/said" || refuse "the signature does not hold, or its key may not sign this now: $(tail -n 1 "$work/said")"
    openssl x509 -in "$work/signer" -noout -subject -enddate | sed 's/^subject=/  by /; s/^notAfter=/  certified until /'
}
stamped_at() { # seconds since 1970 of a time stamp
    openssl ts -reply -in "$1" -token_in -token_out -text 2>/dev/null | awk '/^Time stamp: / {
        split($5, t, ":"); m = (index("JanFebMarAprMayJunJulAugSepOctNovDec", $3) + 2) / 3; y = $6
        if (m < 3) { m += 12; y-- }
        print (365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * m - 457) / 5) + $4 - 306 - 719163) * 86400 + t[1] * 3600 + t[2] * 60 + int(t[3]) }'
}

take MANIFEST || refuse "this is no release"
take MANIFEST.p7s || refuse "where MANIFEST.p7s is due there is something else"
at=''
if take MANIFEST.tst; then
    [ -n "$time_trust" ] || refuse "the release carries a time stamp; give the root of who made it with --time-trust"
    at=$(stamped_at "$work/MANIFEST.tst")
    openssl ts -verify -data "$work/MANIFEST.p7s" -in "$work/MANIFEST.tst" -token_in -CAfile "$time_trust" -auth_level 3 -attime "${at:-0}" >/dev/null 2>&1 || refuse "the time stamp does not hold"
    openssl pkcs7 -inform DER -in "$work/MANIFEST.tst" -print_certs 2>/dev/null | awk -v to="$work/tsa" '/^-----BEGIN/ { n++ } n { print > (to n) }'
    for authority in "$work"/tsa*; do demand_not_revoked "$authority" "$time_trust"; done
fi
echo "Released"
demand_signed "$work/MANIFEST" "$work/MANIFEST.p7s" "$trust" "$at"
openssl x509 -in "$work/signer" -noout -pubkey >"$work/releaser"
number=1
while take "COUNTERSIGNATURE.$number.p7s"; do
    [ -n "$country" ] || refuse "the release carries a countersignature; give the root of who made it with --country"
    { echo 'egov countersignature 1'; cat "$work/MANIFEST"; } >"$work/countersigned"
    echo "Countersigned"
    demand_signed "$work/countersigned" "$work/COUNTERSIGNATURE.$number.p7s" "$country"
    ! openssl x509 -in "$work/signer" -noout -pubkey | cmp -s - "$work/releaser" || refuse "the key that released has countersigned: two pairs of eyes need two keys"
    number=$((number + 1))
done
[ -z "$country" ] || [ $number -gt 1 ] || refuse "nobody of this country has countersigned the release"

value='[0-9A-Za-z.:+_-]+( [0-9A-Za-z.:+_-]+)*' number='(0|[1-9][0-9]{0,8})' label='[0-9]*[A-Za-z-][0-9A-Za-z-]*' two='[0-5][0-9]' line=0
for form in 'egov release 1' "name: $value" "version: $number(\.$number){2}(-($number|$label)(\.($number|$label))*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?" \
    "platform: $value" "runtime: $value" "sdk: $value" "source-date: [0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):$two:${two}Z" "commit: $value" "languages: $value" ''; do
    line=$((line + 1)) && sed -n "${line}p" "$work/MANIFEST" | grep -Eqx -- "$form" || refuse "the manifest cannot be read"
done
sed '1,10d' "$work/MANIFEST" >"$work/members"
[ -s "$work/members" ] && [ "$(tail -c 1 "$work/members" | od -An -tx1)" = ' 0a' ] && ! grep -Eqvx '[0-9a-f]{64} (0|[1-9][0-9]{0,10}) [a-z0-9][a-z0-9.-]{0,98}' "$work/members" &&
    [ -z "$(cut -d ' ' -f 3 "$work/members" | sort | uniq -d)" ] || refuse "the manifest cannot be read"
name=$(sed -n '2s/^name: //p' "$work/MANIFEST") version=$(sed -n '3s/^version: //p' "$work/MANIFEST")
older() { # Semantic Versioning 2.0.0, section 11: is $1 older than $2
    awk -v a="${1%%+*}" -v b="${2%%+*}" 'function cut(v, p) { p = index(v, "-"); early = p ? substr(v, p + 1) : ""; return p ? substr(v, 1, p - 1) : v }
        function compare(x, y, i, n, m, p, q) { n = split(x, p, "."); m = split(y, q, ".")
            for (i = 1; i <= n && i <= m; i++) if (p[i] != q[i]) {
                if (p[i] ~ /^[0-9]+$/ && q[i] ~ /^[0-9]+$/) return p[i] + 0 < q[i] + 0 ? -1 : 1
                if (p[i] ~ /^[0-9]+$/) return -1; if (q[i] ~ /^[0-9]+$/) return 1; return p[i] "" < q[i] "" ? -1 : 1 }; return n - m }
        BEGIN { x = cut(a); ea = early; y = cut(b); eb = early; c = compare(x, y); if (c == 0) c = ea == "" || eb == "" ? (ea == "") - (eb == "") : compare(ea, eb); exit c >= 0 }'
}
[ -z "$installed" ] || [ "$name" = "${installed%@*}" ] || refuse "this is $name, and ${installed%@*} is installed: no other can come in its place"
[ -z "$installed" ] || [ -n "$rollback" ] || ! older "$version" "${installed#*@}" || refuse "$version is older than ${installed#*@}, which is installed; to go back all the same: --allow-rollback"
while read -r sum length member; do
    is_next "$member" "$length" || refuse "where $member with $length bytes is due there is something else"
    [ "$(content | openssl dgst -sha256 -r | cut -c1-64)" = "$sum" ] || refuse "$member is not what was signed"
    skip "$member"
done <"$work/members"
zeros 1024 >"$work/zeros"
dd if="$file" bs=512 skip="$block" 2>/dev/null | cmp -s - "$work/zeros" || refuse "something follows after the last member, or the release is cut off"
echo "Good: every byte of $(($(wc -l <"$work/members"))) members of $name $version is as it was signed"
