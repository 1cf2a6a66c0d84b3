//! The runtime of the next release: the same source with its feature `next-release`, whose
//! `spec_version` is one higher. An upgrade is only proven by code that says so itself: in what the
//! node reads beside the code, in what the runtime writes to the state, and in what it demands of
//! signatures.

use crate::{error::Attempt, network::binary, Error, Result};
use std::{
	fs,
	path::{Path, PathBuf},
	process::Command,
};

/// The variable that names the wasm of a release to go over to, in place of the one built here.
pub const NEXT_VARIABLE: &str = "QUANQI_NEXT_RUNTIME";

/// The feature of the runtime.
const FEATURE: &str = "next-release";

/// The crate's name in the next release's project: the build's own wasm keeps its file.
const LIBRARY: &str = "quanqi_next_release";

/// The target that the node's build compiles the runtime for.
const TARGET: &str = "wasm32v1-none";

/// The flags with which the node's build compiles the runtime. Others would compile the whole SDK
/// once more.
const FLAGS: &str = "-C link-arg=--export-table -C link-arg=--export=__heap_base \
                     -C link-arg=--import-memory --cfg substrate_runtime ";

/// More than any runtime takes when unpacked.
const LARGEST_BYTES: usize = 50 * 1024 * 1024;

/// The next release's runtime, compressed as a release ships it: the file that
/// `QUANQI_NEXT_RUNTIME` names, else a build of this source.
pub fn get() -> Result<Vec<u8>> {
	let wasm = match std::env::var_os(NEXT_VARIABLE) {
		Some(named) => PathBuf::from(named),
		None => build()?,
	};
	let wasm = fs::read(&wasm).attempt(|| format!("reading {}", wasm.display()))?;
	if !wasm.starts_with(b"\0asm") {
		return Ok(wasm);
	}
	sp_maybe_compressed_blob::compress_weakly(&wasm, LARGEST_BYTES)
		.ok_or_else(|| Error::chain("compressing the next release's runtime", "it is too large"))
}

/// Builds it with the crates that the node's build has compiled for its own runtime, so that only the
/// runtime itself is compiled. Returns the wasm's file.
fn build() -> Result<PathBuf> {
	let node = binary::node()?;
	let release = node.parent().ok_or_else(|| Error::Input("the node has no folder".into()))?;
	let stock = release.join("wbuild/quanqi-runtime");
	let next = release.join("wbuild/quanqi-next-release");
	prepare(&stock, &next)?;
	let target = stock.join("target");
	let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
	let output = Command::new(cargo)
		.args(["rustc", "--locked", "--offline", "--profile", "release", "--target", TARGET])
		.arg("--manifest-path")
		.arg(next.join("Cargo.toml"))
		// There the toolchain that this repository pins is chosen.
		.current_dir(env!("CARGO_MANIFEST_DIR"))
		.env("CARGO_TARGET_DIR", &target)
		.env("RUSTFLAGS", FLAGS)
		.env("SKIP_WASM_BUILD", "")
		.env_remove("CARGO_ENCODED_RUSTFLAGS")
		.output()
		.attempt(|| "running cargo".into())?;
	if !output.status.success() {
		let reason = String::from_utf8_lossy(&output.stderr).into_owned();
		return Err(Error::chain("building the next release's runtime", reason));
	}
	Ok(target.join(TARGET).join("release").join(format!("{LIBRARY}.wasm")))
}

/// Writes the project: the one that the node's build wrote for its own runtime, with the feature.
fn prepare(stock: &Path, next: &Path) -> Result<()> {
	let source = next.join("src");
	fs::create_dir_all(&source).attempt(|| format!("creating {}", source.display()))?;
	copy(stock, next, "Cargo.lock")?;
	copy(stock, next, "src/lib.rs")?;
	let manifest = read(&stock.join("Cargo.toml"))?;
	let manifest = with_feature(&manifest).ok_or_else(|| {
		Error::Input(format!("{} is not as the SDK writes it", stock.join("Cargo.toml").display()))
	})?;
	let file = next.join("Cargo.toml");
	fs::write(&file, manifest).attempt(|| format!("writing {}", file.display()))
}

/// The manifest with the feature and a library name of its own.
fn with_feature(manifest: &str) -> Option<String> {
	const NO_FEATURES: &str = "features = []";
	const NAME: &str = "name = \"quanqi_runtime\"";
	let whole = manifest.matches(NO_FEATURES).count() == 1 && manifest.matches(NAME).count() == 1;
	whole.then(|| {
		manifest
			.replace(NO_FEATURES, &format!("features = [\"{FEATURE}\"]"))
			.replace(NAME, &format!("name = \"{LIBRARY}\""))
	})
}

fn copy(from: &Path, to: &Path, name: &str) -> Result<()> {
	let text = read(&from.join(name))?;
	let file: PathBuf = to.join(name);
	// A file that is written anew would be compiled anew.
	if fs::read_to_string(&file).is_ok_and(|before| before == text) {
		return Ok(());
	}
	fs::write(&file, text).attempt(|| format!("writing {}", file.display()))
}

fn read(file: &Path) -> Result<String> {
	fs::read_to_string(file).attempt(|| {
		format!("reading {} (the node's build writes it, unless it skips the wasm)", file.display())
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn manifest_should_have_the_feature_when_it_is_as_the_sdk_writes_it() {
		let manifest = "[dependencies.wasm-project]\ndefault-features = false\nfeatures = []\n\
			[lib]\ncrate-type = [\"cdylib\"]\nname = \"quanqi_runtime\"\n";
		let changed = with_feature(manifest).unwrap();
		assert!(changed.contains("features = [\"next-release\"]"));
		assert!(changed.contains("name = \"quanqi_next_release\""));
		assert_eq!(with_feature("[lib]\n"), None);
	}
}
