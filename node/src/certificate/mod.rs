//! Makes provenance certificates (权属证明文件) from this node's own database.
//!
//! A certificate shows the state of the last block that the node finalised, whose justification
//! GRANDPA keeps. So a node that prunes can make them. Whatever is made is verified here with the
//! verifier that others use: a wrong certificate is an error of the node, never a file.

mod chain;
mod error;
mod finality;
mod issue;
mod named;
#[cfg(test)]
mod tests;

pub(crate) use chain::{first_authorities, NodeChain};
pub(crate) use error::Error;
pub(crate) use finality::Way;
pub(crate) use issue::{Form, Issued, Order};

use chain::Chain;
use tokio::sync::{Semaphore, SemaphorePermit};

/// How many are made at once: whoever asks for more is told so, and the node has processors left.
const AT_ONCE: usize = 2;

/// Makes certificates.
pub(crate) struct Issuer<C> {
	chain: C,
	places: Semaphore,
}

impl<C: Chain> Issuer<C> {
	/// From what is known of a chain.
	pub(crate) fn new(chain: C) -> Self {
		Self { chain, places: Semaphore::new(AT_ONCE) }
	}

	/// Makes a certificate. Reads the database for as long as a long history takes.
	pub(crate) fn issue(&self, order: &Order) -> Result<Issued, Error> {
		let _place = self.place()?;
		issue::issue(&self.chain, order)
	}

	/// The changes of validators since a set, and the last block finalised, with their justifications.
	pub(crate) fn handover(&self, from_set: u64) -> Result<Way, Error> {
		let _place = self.place()?;
		let way = Way::find(&self.chain, from_set)?;
		way.check()?;
		Ok(way)
	}

	fn place(&self) -> Result<SemaphorePermit<'_>, Error> {
		self.places.try_acquire().map_err(|_| Error::Busy)
	}
}
