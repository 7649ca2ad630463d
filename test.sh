#!/bin/sh
# Sets up what the tests need, runs all of them and sums up:
#
#	sh ./test.sh
#
# A machine with Go and a shell can start it. Where it may (as root, or with a
# sudo that asks for no password) it installs what is missing from Debian's
# packages; where it may not it says what is missing, and the tests that need it
# skip. With CI=true a missing tool is a failure and so is a test that skips.
#
# DATELINE_DATA names a folder of data to measure on; without it nothing is
# measured. DATELINE_SHOTS names a folder for pictures of all pages. FUZZTIME
# sets how long each fuzz target runs.
set -eu
cd "$(dirname "$0")"

export LC_ALL=C # one order of sorting everywhere
CI=${CI:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
began=$(date +%s)
summary=$work/summary
failed=0

say() { printf '%s\n' "$*"; }

# tool runs a Go tool. They have a module file of their own, since they are no
# part of the program.
tool() { go tool -modfile=test/tools.mod "$@"; }

# ---- what must be there ----

# PostgreSQL's servers stand outside the path on Debian.
has_postgres() {
	for bin in /usr/lib/postgresql/*/bin/postgres; do
		version=${bin#/usr/lib/postgresql/}
		if [ -x "$bin" ] && [ "${version%%/*}" -ge 15 ]; then
			return 0
		fi
	done
	command -v initdb >/dev/null && command -v postgres >/dev/null
}

has_axe() { test -f test/node_modules/axe-core/axe.min.js; }

has() {
	case $1 in
	postgres) has_postgres ;;
	chromium) command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ;;
	npm) has_axe || command -v npm >/dev/null ;;
	*) command -v "$1" >/dev/null ;;
	esac
}

# needs lists each tool with its Debian packages and what it is for.
needs() {
	cat <<-'END'
		gcc gcc,libc6-dev the race detector
		chromium chromium the browser tests
		postgres postgresql the PostgreSQL store (15 or newer)
		xmllint libxml2-utils the feeds that go out, read by another reader
		newsboat newsboat the feeds that go out, read by another reader
		npm nodejs,npm axe-core, which checks pages for accessibility
	END
}

# missing lists what is not there.
missing() {
	needs | while read -r name packages purpose; do
		has "$name" || say "$name $packages $purpose"
	done
}

# as_root runs a command as root, or says with its exit code that it may not.
as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
		sudo -n "$@"
	else
		return 1
	fi
}

install_missing() {
	packages=$(missing | cut -d ' ' -f 2 | tr ',' '\n' | sort -u)
	if [ -z "$packages" ]; then
		return 0
	fi
	say "installing:" $packages
	if ! command -v apt-get >/dev/null || ! as_root true; then
		say "not allowed to install here"
		return 0
	fi
	# What could not be installed is found missing below, by name.
	as_root apt-get update -qq </dev/null >"$work/apt" 2>&1 || tail -n 5 "$work/apt"
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages \
		</dev/null >"$work/apt" 2>&1 || tail -n 5 "$work/apt"
}

setup() {
	if ! command -v go >/dev/null; then
		say "Go is missing: install Go $(sed -n 's/^go //p' go.mod) or newer, then run this again"
		exit 1
	fi
	install_missing
	if command -v npm >/dev/null && ! cmp -s test/package-lock.json test/node_modules/installed; then
		npm ci --prefix test --silent </dev/null && cp test/package-lock.json test/node_modules/installed ||
			say "npm could not fetch axe-core"
	fi
	lacking=$(missing)
	has_axe || lacking="$lacking
axe-core test/package.json checking pages for accessibility"
	if [ -n "$lacking" ]; then
		say "$lacking" | while read -r name packages purpose; do
			[ -z "$name" ] || say "missing: $name (from: $packages), needed for $purpose"
		done
		[ "$CI" != true ] || exit 1
	fi
	if [ -n "${DATELINE_DATA:-}" ]; then
		if [ ! -d "$DATELINE_DATA" ]; then
			say "DATELINE_DATA: there is no folder $DATELINE_DATA"
			exit 1
		fi
		say "measuring on the data of DATELINE_DATA"
	fi
}

# ---- the steps ----

# step runs a command, notes how it went, and goes on.
step() {
	name=$1
	shift
	printf '\n== %s\n' "$name"
	start=$(date +%s)
	if "$@" </dev/null; then
		verdict=ok
	else
		verdict=FAILED
		failed=$((failed + 1))
	fi
	printf '%-12s %-7s %4d s\n' "$name" "$verdict" $(($(date +%s) - start)) >>"$summary"
}

formatted() {
	unformatted=$(find . -name '*.go' ! -path '*/node_modules/*' -exec gofmt -l {} +)
	[ -z "$unformatted" ] || {
		say "run gofmt -w on:" $unformatted
		return 1
	}
}

# tests runs packages, vetted before, and keeps the record, which is counted at the end.
tests() {
	record=$work/$1.json
	shift
	tool gotestsum --format pkgname --hide-summary skipped --jsonfile "$record" -- -vet=off -timeout 30m "$@"
}

# named lists the tests that have a line in the record which matches.
named() {
	cat "$work"/*.json 2>/dev/null | sed -n "/$1/s/.*\"Package\":\"\([^\"]*\)\",\"Test\":\"\([^\"]*\)\".*/\1 \2/p" | sort -u
}

# none_skipped lists the tests that skipped and never ran. Those that measure
# say that they do without the data when there is none: that is no gap.
none_skipped() {
	named '"Action":"skip"' >"$work/skips"
	named '"Action":"pass"' >"$work/passes"
	comm -23 "$work/skips" "$work/passes" >"$work/skipped"
	if [ -z "${DATELINE_DATA:-}" ]; then
		named '"Action":"output".*DATELINE_DATA' >"$work/unmeasured"
		say "not measured without DATELINE_DATA: $(comm -12 "$work/skipped" "$work/unmeasured" | grep -c . || true) tests"
		comm -23 "$work/skipped" "$work/unmeasured" >"$work/unexplained"
		mv "$work/unexplained" "$work/skipped"
	fi
	[ -s "$work/skipped" ] || return 0
	say "skipped:"
	cat "$work/skipped"
	[ "$CI" != true ]
}

# vet compiles all that the program is made of, and so does race, for itself. Much of
# that is one package, SQLite, which takes one core a minute: the two share them.
vet() (
	if has gcc; then
		# shellcheck disable=SC2046 # one word for each package
		go build -race $(concurrent) >/dev/null 2>&1 </dev/null & # race says what is wrong
	fi
	go vet -tags learn ./... && verdict=0 || verdict=$?
	wait
	exit "$verdict"
)

# concurrent lists the packages that start goroutines or share state. The
# browser tests start the program as a process of its own, which the race
# detector does not see into.
concurrent() {
	grep -rlE --include='*.go' '^[[:space:]]*go func|\.Go\(|"sync"|"sync/atomic"|errgroup' ./*.go cmd internal |
		grep -v '^internal/browsertest/' | xargs -n 1 dirname | sort -u | sed 's|^|./|'
}

# race leaves out what measures and what is long: the detector makes it ten times
# slower and finds in it what it finds in the smaller tests.
race() (
	if ! has gcc; then
		say "left out: gcc is missing"
		return 0
	fi
	DATELINE_DATA=
	# shellcheck disable=SC2046 # one word for each package
	tests race -race -short $(concurrent)
)

# fuzz builds each package's targets once and runs them one after the other, while
# the next package's are built.
fuzz() (
	targets=$(grep -rHoE --include='*_test.go' '^func Fuzz[A-Za-z0-9_]+' ./*.go cmd internal | sed 's|func ||')
	count=$(say "$targets" | grep -c .)
	say "$count targets, ${FUZZTIME:=$(fuzztime "$count")} each"
	[ "$count" -gt 0 ] || return 1
	corpora=$(go env GOCACHE)/fuzz/$(go list -m)
	# shellcheck disable=SC2046 # one word for each package
	set -- $(say "$targets" | sed 's|/*[^/]*$||' | sort -u)
	build_targets "$1" &
	while [ $# -gt 0 ]; do
		folder=$1
		shift
		wait $! || return 1
		mv "$work/next.test" "$work/fuzz.test"
		[ $# = 0 ] || build_targets "$1" &
		for name in $(say "$targets" | sed -n "s|^$folder/*[^/]*:||p"); do
			if ! attack "$folder" "$name"; then
				cat "$work/fuzz"
				return 1
			fi
			printf '%s %s: %s\n' "$folder" "$name" "$(sed -n 's/^fuzz: elapsed: //p' "$work/fuzz" | tail -n 1)"
		done
	done
)

# The tag leaves out tests that need SQLite: to build it once more, instrumented, takes
# a minute and a half, and no target gets there.
build_targets() { go test -c -tags fuzz -fuzz=. -o "$work/next.test" "./$1"; }

# attack fuzzes one target. At its time limit Go's coordinator may call its own
# deadline a failure, one run of fifty here (golang.org/issue/75804, mended in Go
# 1.27): no input is named then, and the target runs again.
attack() {
	for _ in 1 2 3; do
		(cd "$1" && "$work/fuzz.test" -test.run '^$' -test.fuzz "^$2\$" -test.fuzztime "$FUZZTIME" \
			-test.fuzzcachedir "$corpora/$1") >"$work/fuzz" 2>&1 && return 0
		grep -q '^ *context deadline exceeded$' "$work/fuzz" || return 1
		! grep -q 'Failing input' "$work/fuzz" || return 1
	done
	return 1
}

# fuzztime shares 100 seconds among the targets.
fuzztime() {
	each=$((100 / ($1 + 1)))
	[ "$each" -le 5 ] || each=5
	[ "$each" -ge 1 ] || each=1
	say "${each}s"
}

count() { cat "$work"/*.json 2>/dev/null | grep "\"Action\":\"$1\"" | grep -c '"Test":' || true; }

setup
step gofmt formatted
step vet vet
step staticcheck tool staticcheck -tags learn ./...
step test tests test ./...
step race race
step fuzz fuzz
step skips none_skipped

printf '\n'
cat "$summary"
say "in all $(($(date +%s) - began)) s"
failures=$(count fail)
[ "$failures" -ge "$failed" ] || failures=$failed
say "$(count pass) passed, $failures failed"
[ "$failed" = 0 ]
