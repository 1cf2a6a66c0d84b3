//! Files that the program writes: never over an existing one, and secret ones for their owner alone.

use crate::error::{Error, Place, Result};
use serde::Serialize;
use std::{
	fs,
	io::{ErrorKind, Write},
	path::Path,
};

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
			(ErrorKind::AlreadyExists, Reader::Owner) => {
				"is there already; a secret is never overwritten, choose another name".to_owned()
			}
			(ErrorKind::AlreadyExists, Reader::Anyone) => {
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
	write_new(path, &format!("{}\n", json(path, value)?), reader)
}

/// Refuses a file that is there already, unless it may be replaced.
pub fn check_free(path: &Path, replaces: bool) -> Result<()> {
	match !replaces && path.exists() {
		true => Err(taken(path)),
		false => Ok(()),
	}
}

fn taken(path: &Path) -> Error {
	let reason = "is there already; choose another name, or replace it with --force";
	Error::file(Place::file(path), reason)
}

/// Writes a file whole or not at all: first beside it, then in its place. An existing one is replaced only
/// where that was asked for.
pub fn write_whole(path: &Path, bytes: &[u8], replaces: bool) -> Result<()> {
	let failed = |error: std::io::Error| {
		Error::file(Place::file(path), format!("cannot be written: {error}"))
	};
	check_free(path, replaces)?;
	let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
	if let Some(folder) = folder {
		fs::create_dir_all(folder).map_err(failed)?;
	}
	let name = path.file_name().ok_or_else(|| Error::file(Place::file(path), "is no file name"))?;
	let mut beside = std::ffi::OsString::from(".");
	beside.push(name);
	beside.push(format!(".{}.new", std::process::id()));
	let beside = path.with_file_name(beside);
	let write = || {
		let mut file = fs::File::create(&beside)?;
		file.write_all(bytes)?;
		file.sync_all()?;
		put(&beside, path, replaces)
	};
	write().map_err(|error| {
		// What could not be put in its place is of no use.
		let _ = fs::remove_file(&beside);
		match error.kind() {
			ErrorKind::AlreadyExists => taken(path),
			_ => failed(error),
		}
	})
}

/// Gives a file its name. A second name is refused where another program has taken it meanwhile, a
/// renaming is not; so that is for what may be replaced, and for disks that know one name a file.
fn put(beside: &Path, path: &Path, replaces: bool) -> std::io::Result<()> {
	if replaces {
		return fs::rename(beside, path);
	}
	match fs::hard_link(beside, path) {
		Ok(()) => fs::remove_file(beside),
		Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
		Err(_) => fs::rename(beside, path),
	}
}

/// The same of JSON.
pub fn write_json_whole(path: &Path, value: &impl Serialize, replaces: bool) -> Result<()> {
	write_whole(path, format!("{}\n", json(path, value)?).as_bytes(), replaces)
}

fn json(path: &Path, value: &impl Serialize) -> Result<String> {
	serde_json::to_string_pretty(value)
		.map_err(|error| Error::file(Place::file(path), format!("cannot be written: {error}")))
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

	#[test]
	fn whole_file_should_be_replaced_only_when_that_is_asked_for() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("deep/title.qcert");
		write_whole(&path, b"one", false).unwrap();
		let error = write_whole(&path, b"two", false).unwrap_err();
		assert!(error.to_string().contains("--force"), "{error}");
		assert_eq!(fs::read(&path).unwrap(), b"one");
		write_whole(&path, b"two", true).unwrap();
		assert_eq!(fs::read(&path).unwrap(), b"two");
		let left: Vec<_> = fs::read_dir(path.parent().unwrap()).unwrap().collect();
		assert_eq!(left.len(), 1, "nothing is left beside it");
	}

	#[test]
	fn name_should_stay_with_whom_it_is_when_it_was_taken_after_the_look() {
		let folder = tempfile::tempdir().unwrap();
		let (beside, path) = (folder.path().join(".new"), folder.path().join("title.qcert"));
		fs::write(&beside, "two").unwrap();
		fs::write(&path, "one").unwrap();
		let error = put(&beside, &path, false).unwrap_err();
		assert_eq!(error.kind(), ErrorKind::AlreadyExists);
		assert_eq!(fs::read(&path).unwrap(), b"one");
		put(&beside, &path, true).unwrap();
		assert_eq!(fs::read(&path).unwrap(), b"two");
	}
}
