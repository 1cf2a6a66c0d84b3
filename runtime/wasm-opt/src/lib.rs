#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

use std::{
	fs, io,
	path::{Path, PathBuf},
};
use wasmparser::{BinaryReaderError, Parser, Payload, Validator, WasmFeatures};

/// What the names of custom sections with debug information begin with.
const DEBUG_SECTIONS: &str = ".debug_";

/// The bytes before the first section: magic number and version.
const PREAMBLE_BYTES: usize = 8;

/// A pass over a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
	/// Leave out debug sections.
	StripDwarf,
	/// Nothing to do: a module with sign extension is refused.
	SignextLowering,
}

/// Why a module is not written.
#[derive(Debug, thiserror::Error)]
pub enum OptimizationError {
	/// The file cannot be read or written.
	#[error("{path}: {source}")]
	File {
		/// Which file.
		path: PathBuf,
		/// Why.
		source: io::Error,
	},
	/// The module is none, or not of the first WebAssembly.
	#[error("{path} is no module of the first WebAssembly; build it for wasm32v1-none: {source}")]
	NotFirstWebAssembly {
		/// Which file.
		path: PathBuf,
		/// What of it.
		source: BinaryReaderError,
	},
}

/// What is done to a module. Whatever is asked for, it is checked first.
#[derive(Clone, Debug, Default)]
pub struct OptimizationOptions {
	passes: Vec<Pass>,
}

impl OptimizationOptions {
	/// No pass yet.
	pub fn new_opt_level_0() -> Self {
		Self::default()
	}

	/// Only the first WebAssembly is accepted, here always.
	pub fn mvp_features_only(&mut self) -> &mut Self {
		self
	}

	/// Names are kept, here always.
	pub fn debug_info(&mut self, _: bool) -> &mut Self {
		self
	}

	/// Adds a pass.
	pub fn add_pass(&mut self, pass: Pass) -> &mut Self {
		self.passes.push(pass);
		self
	}

	/// Reads a module, checks it, and writes what is left of it. Both files may be the same.
	pub fn run(
		&self,
		read: impl AsRef<Path>,
		write: impl AsRef<Path>,
	) -> Result<(), OptimizationError> {
		let (read, write) = (read.as_ref(), write.as_ref());
		let file = |path: &Path| {
			let path = path.to_owned();
			move |source| OptimizationError::File { path, source }
		};
		let module = fs::read(read).map_err(file(read))?;
		let module = self.reduced(&module).map_err(|source| {
			OptimizationError::NotFirstWebAssembly { path: read.to_owned(), source }
		})?;
		fs::write(write, module).map_err(file(write))
	}

	fn reduced(&self, module: &[u8]) -> Result<Vec<u8>, BinaryReaderError> {
		Validator::new_with_features(WasmFeatures::WASM1).validate_all(module)?;
		match self.passes.contains(&Pass::StripDwarf) {
			true => without_debug_sections(module),
			false => Ok(module.to_vec()),
		}
	}
}

/// The module's bytes without those of its debug sections, everything else as it was.
fn without_debug_sections(module: &[u8]) -> Result<Vec<u8>, BinaryReaderError> {
	let mut kept = Vec::with_capacity(module.len());
	// Where the sections that are handled end. A payload's range leaves out its section's header.
	let mut end = PREAMBLE_BYTES;
	kept.extend_from_slice(module.get(..end).unwrap_or_default());
	for payload in Parser::new(0).parse_all(module) {
		let payload = payload?;
		let is_debug = match &payload {
			Payload::CustomSection(section) => section.name().starts_with(DEBUG_SECTIONS),
			_ => false,
		};
		let Some((_, range)) = payload.as_section() else { continue };
		if !is_debug {
			kept.extend_from_slice(module.get(end..range.end).unwrap_or_default());
		}
		end = range.end;
	}
	Ok(kept)
}

#[cfg(test)]
mod tests {
	use super::*;

	/// Magic number and version.
	const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

	fn section(id: u8, content: &[u8]) -> Vec<u8> {
		let length = u8::try_from(content.len()).unwrap();
		[&[id, length], content].concat()
	}

	fn custom(name: &str, content: &[u8]) -> Vec<u8> {
		let length = u8::try_from(name.len()).unwrap();
		section(0, &[&[length], name.as_bytes(), content].concat())
	}

	/// A module with one function `(i32) -> i32` of these instructions.
	fn function(instructions: &[u8]) -> Vec<u8> {
		let body = [&[0], instructions, &[0x0b]].concat();
		let length = u8::try_from(body.len()).unwrap();
		[
			EMPTY.to_vec(),
			section(1, &[1, 0x60, 1, 0x7f, 1, 0x7f]),
			section(3, &[1, 0]),
			section(10, &[&[1, length][..], &body].concat()),
		]
		.concat()
	}

	fn strip(module: &[u8]) -> Result<Vec<u8>, BinaryReaderError> {
		OptimizationOptions::new_opt_level_0().add_pass(Pass::StripDwarf).reduced(module)
	}

	#[test]
	fn module_should_keep_all_but_its_debug_sections() {
		let code = function(&[0x20, 0]);
		let version = custom("runtime_version", &[1, 2, 3]);
		let names = custom("name", &[]);
		let debug = custom(".debug_info", &[9; 40]);
		let line = custom(".debug_line", &[]);
		let module = [&code[..], &debug, &version, &line, &names].concat();
		let kept = [&code[..], &version, &names].concat();
		assert_eq!(strip(&module).unwrap(), kept);
		assert_eq!(strip(&kept).unwrap(), kept);
		let untouched = OptimizationOptions::new_opt_level_0().reduced(&module).unwrap();
		assert_eq!(untouched, module);
	}

	#[test]
	fn module_should_be_refused_when_an_instruction_is_not_of_the_first_webassembly() {
		// local.get 0, then nothing, or i32.extend8_s.
		assert!(strip(&function(&[0x20, 0])).is_ok());
		assert!(strip(&function(&[0x20, 0, 0xc0])).is_err());
		assert!(strip(b"no module at all").is_err());
		assert!(strip(b"").is_err());
	}

	#[test]
	fn file_should_be_written_only_when_it_could_be_read_and_checked() {
		let folder = tempfile::tempdir().unwrap();
		let (read, write) = (folder.path().join("a.wasm"), folder.path().join("b.wasm"));
		let mut options = OptimizationOptions::new_opt_level_0();
		let options = options.mvp_features_only().debug_info(true).add_pass(Pass::SignextLowering);
		let error = options.run(&read, &write).unwrap_err().to_string();
		assert!(error.contains("a.wasm"), "{error}");
		fs::write(&read, function(&[0x20, 0, 0xc0])).unwrap();
		let error = options.run(&read, &write).unwrap_err().to_string();
		assert!(error.contains("wasm32v1-none"), "{error}");
		assert!(!write.exists());
		fs::write(&read, function(&[0x20, 0])).unwrap();
		options.run(&read, &write).unwrap();
		assert_eq!(fs::read(&write).unwrap(), function(&[0x20, 0]));
	}
}
