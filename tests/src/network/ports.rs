//! Free ports, and one network at a time.

use crate::{error::Attempt, Result};
use rustix::fs::{flock, FlockOperation};
use std::{
	fs::File,
	net::{Ipv4Addr, TcpListener},
};

/// Ports that were free a moment ago. All are held while choosing, so that no two are equal.
pub(super) fn free(count: usize) -> Result<Vec<u16>> {
	let listeners = (0..count)
		.map(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
		.collect::<std::io::Result<Vec<_>>>()
		.attempt(|| "finding free ports".into())?;
	listeners
		.iter()
		.map(|listener| listener.local_addr().map(|address| address.port()))
		.collect::<std::io::Result<Vec<_>>>()
		.attempt(|| "reading free ports".into())
}

/// Waits until no other network of this harness runs. The turn lasts as long as the file is open.
pub(super) fn take_turn() -> Result<File> {
	let path = std::env::temp_dir().join("quanqi-network.lock");
	let file = File::options()
		.create(true)
		.truncate(false)
		.write(true)
		.open(&path)
		.attempt(|| format!("opening {}", path.display()))?;
	flock(&file, FlockOperation::LockExclusive)
		.map_err(std::io::Error::from)
		.attempt(|| format!("waiting for {}", path.display()))?;
	Ok(file)
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::BTreeSet;

	#[test]
	fn ports_should_all_differ_when_many_are_asked_for() {
		let ports = free(50).unwrap();
		assert_eq!(ports.iter().collect::<BTreeSet<_>>().len(), 50);
	}
}
