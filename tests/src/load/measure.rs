//! What node processes use, read from `/proc`.

use crate::{error::Attempt, Error, Result};
use std::{
	collections::BTreeSet,
	fs,
	path::{Path, PathBuf},
	time::Duration,
};

/// Length of the kernel's clock tick in `/proc`; the interface fixes it at 100 per second.
const TICK: Duration = Duration::from_millis(10);

/// What a process has used up to a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
	/// Processor time in user and kernel mode.
	pub processor: Duration,
	/// Resident memory now, in KiB.
	pub resident_kib: u64,
	/// The most resident memory so far, in KiB.
	pub peak_kib: u64,
}

/// Reads what a process has used.
pub fn usage(process_id: u32) -> Result<Usage> {
	let stat = read(&format!("/proc/{process_id}/stat"))?;
	let status = read(&format!("/proc/{process_id}/status"))?;
	let ticks = processor_ticks(&stat)
		.ok_or_else(|| Error::chain(format!("reading process {process_id}"), "no times in stat"))?;
	Ok(Usage {
		processor: TICK.saturating_mul(u32::try_from(ticks).unwrap_or(u32::MAX)),
		resident_kib: status_kib(&status, "VmRSS:").unwrap_or(0),
		peak_kib: status_kib(&status, "VmHWM:").unwrap_or(0),
	})
}

/// The process that listens on the local TCP port of a WebSocket URL; `None` when there is none,
/// as for a node on another machine.
pub fn process_listening_at(url: &str) -> Option<u32> {
	let port = port_of(url)?;
	let sockets: BTreeSet<u64> = ["/proc/net/tcp", "/proc/net/tcp6"]
		.iter()
		.filter_map(|table| fs::read_to_string(table).ok())
		.flat_map(|table| listening_sockets(&table, port))
		.collect();
	if sockets.is_empty() {
		return None;
	}
	fs::read_dir("/proc")
		.ok()?
		.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok())
		.find(|process_id| holds_socket(*process_id, &sockets))
}

/// Bytes that a folder's files take on the disk.
pub fn bytes_on_disk(folder: &Path) -> Result<u64> {
	use std::os::unix::fs::MetadataExt;
	let mut bytes = 0u64;
	let mut folders = vec![folder.to_path_buf()];
	while let Some(folder) = folders.pop() {
		let entries = fs::read_dir(&folder).attempt(|| format!("reading {}", folder.display()))?;
		for entry in entries.flatten() {
			// A running database deletes files while it is being measured.
			let Ok(metadata) = entry.metadata() else { continue };
			if metadata.is_dir() {
				folders.push(entry.path());
			} else {
				bytes = bytes.saturating_add(metadata.blocks().saturating_mul(512));
			}
		}
	}
	Ok(bytes)
}

/// User and kernel ticks: fields 14 and 15. The second field is a name in brackets that may itself
/// hold blanks and brackets.
fn processor_ticks(stat: &str) -> Option<u64> {
	let (_, after_name) = stat.rsplit_once(')')?;
	let mut fields = after_name.split_whitespace().skip(11);
	let user: u64 = fields.next()?.parse().ok()?;
	let kernel: u64 = fields.next()?.parse().ok()?;
	user.checked_add(kernel)
}

fn status_kib(status: &str, field: &str) -> Option<u64> {
	let line = status.lines().find_map(|line| line.strip_prefix(field))?;
	line.split_whitespace().next()?.parse().ok()
}

fn port_of(url: &str) -> Option<u16> {
	let (_, rest) = url.split_once("://")?;
	let authority = rest.split('/').next()?;
	authority.rsplit_once(':')?.1.parse().ok()
}

/// The inodes of the sockets that listen on a port, from the kernel's socket table.
fn listening_sockets(table: &str, port: u16) -> Vec<u64> {
	const LISTENING: &str = "0A";
	table
		.lines()
		.filter_map(|line| {
			let fields: Vec<&str> = line.split_whitespace().collect();
			let (_, local_port) = fields.get(1)?.rsplit_once(':')?;
			let matches =
				u16::from_str_radix(local_port, 16).ok()? == port && *fields.get(3)? == LISTENING;
			matches.then(|| fields.get(9)?.parse().ok()).flatten()
		})
		.collect()
}

fn holds_socket(process_id: u32, sockets: &BTreeSet<u64>) -> bool {
	let Ok(files) = fs::read_dir(format!("/proc/{process_id}/fd")) else { return false };
	files
		.flatten()
		.filter_map(|file| fs::read_link(file.path()).ok())
		.any(|target| socket_inode(&target).is_some_and(|inode| sockets.contains(&inode)))
}

fn socket_inode(target: &Path) -> Option<u64> {
	target.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.parse().ok()
}

fn read(path: &str) -> Result<String> {
	fs::read_to_string(PathBuf::from(path)).attempt(|| format!("reading {path}"))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn ticks_should_be_read_when_process_name_has_blanks_and_brackets() {
		let stat = "42 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 120 30 0 0 20";
		assert_eq!(processor_ticks(stat), Some(150));
	}

	#[test]
	fn socket_should_be_found_when_it_listens_on_the_port() {
		let table = "  sl  local_address rem_address   st\n\
			0: 0100007F:26B0 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 777 1\n\
			1: 0100007F:26B0 0100007F:9999 01 00000000:00000000 00:00000000 00000000 0 0 778 1\n";
		assert_eq!(listening_sockets(table, 9904), [777]);
	}

	#[test]
	fn process_should_be_found_when_it_listens() {
		let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
		let url = format!("ws://{}", listener.local_addr().unwrap());
		assert_eq!(process_listening_at(&url), Some(std::process::id()));
	}

	#[test]
	fn usage_should_show_memory_when_process_lives() {
		assert!(usage(std::process::id()).unwrap().resident_kib > 0);
	}

	#[test]
	fn bytes_should_count_files_in_folders_when_measured() {
		let folder = tempfile::tempdir().unwrap();
		fs::create_dir(folder.path().join("inner")).unwrap();
		fs::write(folder.path().join("inner/file"), vec![1; 10_000]).unwrap();
		assert!(bytes_on_disk(folder.path()).unwrap() >= 10_000);
	}
}
