//! Files that the program writes: never over an existing one, and secret ones for their owner alone.

use crate::error::{Error, Place, Result};
use serde::Serialize;
use std::{fs, io::Write, path::Path};

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
	/// Its owner alone.
	Owner,
	/// Whom the system lets.
	Anyone,
}

/// Writes a new file.
pub fn write_new(path: &Path, text: &str, reader: Reader) -> Result<()> {
	let failed = |error: std::io::Error| {
		let reason = match (error.kind(), reader) {
			(std::io::ErrorKind::AlreadyExists, Reader::Owner) => {
				"is there already; a secret is never overwritten, choose another name".to_owned()
			}
			(std::io::ErrorKind::AlreadyExists, Reader::Anyone) => {
				"is there already; choose another name".to_owned()
			}
			_ => format!("cannot be written: {error}"),
		};
		Error::file(Place::file(path), reason)
	};
	if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
		fs::create_dir_all(folder).map_err(failed)?;
	}
	let mut options = fs::OpenOptions::new();
	options.write(true).create_new(true);
	#[cfg(unix)]
	if reader == Reader::Owner {
		std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
	}
	options.open(path).and_then(|mut file| file.write_all(text.as_bytes())).map_err(failed)
}

/// Writes a new file of JSON.
pub fn write_json(path: &Path, value: &impl Serialize, reader: Reader) -> Result<()> {
	let text = serde_json::to_string_pretty(value)
		.map_err(|error| Error::file(Place::file(path), format!("cannot be written: {error}")))?;
	write_new(path, &format!("{text}\n"), reader)
}

#[cfg(all(test, unix))]
mod tests {
	use super::*;
	use std::os::unix::fs::PermissionsExt;

	#[test]
	fn secret_file_should_be_its_owners_alone_and_never_overwritten() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("deep/opening.json");
		write_json(&path, &["a"], Reader::Owner).unwrap();
		assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
		let error = write_json(&path, &["b"], Reader::Owner).unwrap_err();
		assert!(error.to_string().contains("never overwritten"), "{error}");
		assert!(fs::read_to_string(&path).unwrap().contains('a'));
	}
}
