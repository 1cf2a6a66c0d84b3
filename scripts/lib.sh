# shellcheck shell=bash
# Helpers shared by the scripts of this folder and by .ci/run. Source it; it does nothing by itself
# except choose the target folder and the compiler.

if [ -z "${BASH_VERSION:-}" ]; then
	echo "these scripts need bash" >&2
	exit 1
fi

QUANQI_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
readonly QUANQI_ROOT

# Outside the clone, so that a second clone does not compile the SDK again.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$HOME/.cache/quanqi/target}"

STAGE_NAMES=()
STAGE_SECONDS=()
STAGE_RESULTS=()
STAGES_FAILED=0

say() { printf '%s\n' "$*"; }
warn() { printf 'warning: %s\n' "$*" >&2; }
die() {
	printf 'error: %s\n' "$*" >&2
	exit 1
}

# Whole seconds as 1:02:03, 4:05 or 6 s.
readable_seconds() {
	local seconds=$1
	if [ "$seconds" -ge 3600 ]; then
		printf '%d:%02d:%02d' $((seconds / 3600)) $((seconds % 3600 / 60)) $((seconds % 60))
	elif [ "$seconds" -ge 60 ]; then
		printf '%d:%02d' $((seconds / 60)) $((seconds % 60))
	else
		printf '%d s' "$seconds"
	fi
}

# stage NAME COMMAND...: runs the command, prints how long it took, returns its status and remembers
# both for `stages_summary`. A caller that wants to stop at the first failure writes `stage … || exit`.
stage() {
	local name=$1 began=$SECONDS status=0 seconds result=ok
	shift
	printf '\n==> %s\n' "$name"
	"$@" || status=$?
	seconds=$((SECONDS - began))
	if [ "$status" -ne 0 ]; then
		result="FAILED ($status)"
		STAGES_FAILED=$((STAGES_FAILED + 1))
	fi
	STAGE_NAMES+=("$name")
	STAGE_SECONDS+=("$seconds")
	STAGE_RESULTS+=("$result")
	printf '<== %s: %s, %s\n' "$name" "$result" "$(readable_seconds "$seconds")"
	return "$status"
}

# A table of all stages so far, then the status: 0 only if none failed.
stages_summary() {
	local index total=0
	printf '\n%-34s %10s  %s\n' "stage" "time" "result"
	for index in "${!STAGE_NAMES[@]}"; do
		total=$((total + STAGE_SECONDS[index]))
		printf '%-34s %10s  %s\n' "${STAGE_NAMES[index]}" \
			"$(readable_seconds "${STAGE_SECONDS[index]}")" "${STAGE_RESULTS[index]}"
	done
	printf '%-34s %10s\n' "all" "$(readable_seconds "$total")"
	[ "$STAGES_FAILED" -eq 0 ]
}

# What scripts/setup found out about this machine, such as which toolchain builds the wasm.
load_environment() {
	local file
	file="$(dirname "$CARGO_TARGET_DIR")/env"
	if [ -r "$file" ]; then
		# shellcheck disable=SC1090
		. "$file"
	fi
}

# rust-toolchain.toml names the compiler by number. Where rustup may fetch nothing, the same compiler
# is often there under another name, such as "stable".
choose_toolchain() {
	local wanted name
	command -v rustup >/dev/null 2>&1 || return 0
	[ -z "${RUSTUP_TOOLCHAIN:-}" ] || return 0
	wanted="$(sed -n 's/^channel = "\(.*\)"$/\1/p' "$QUANQI_ROOT/rust-toolchain.toml")"
	if (cd "$QUANQI_ROOT" && rustc --version >/dev/null 2>&1); then
		return 0
	fi
	for name in $(rustup toolchain list | awk '{ print $1 }'); do
		if [ "$(RUSTUP_TOOLCHAIN=$name rustc --version 2>/dev/null | awk '{ print $2 }')" = "$wanted" ]; then
			export RUSTUP_TOOLCHAIN=$name
			return 0
		fi
	done
	die "Rust $wanted is missing and rustup could not install it; run: rustup toolchain install $wanted"
}

# Builds both programs and the load tool. Always the whole workspace, also where one program would do:
# a part of it agrees on other features of the shared dependencies and compiles those again.
build_binaries() {
	(cd "$QUANQI_ROOT" && cargo build --release --locked --workspace --bins --tests)
}

# Where `tool` puts what it installs: beside the target folder's other build products, never in PATH
# for good.
tools_root() { printf '%s/tools' "$CARGO_TARGET_DIR"; }

# tool COMMAND CRATE VERSION: makes COMMAND available, installing that version of CRATE when the
# command is not there.
tool() {
	local command=$1 crate=$2 version=$3 root
	root="$(tools_root)"
	PATH="$root/bin:$PATH"
	command -v "$command" >/dev/null 2>&1 && return 0
	say "installing $crate $version into the target folder"
	# Another directory, so that this repository's lock file and settings play no part in it.
	(cd "$HOME" && CARGO_TARGET_DIR="$root/target" \
		cargo install --locked "$crate" --version "$version" --root "$root")
}

choose_toolchain
