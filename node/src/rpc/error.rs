//! Errors of the ledger's JSON-RPC methods.

use crate::certificate;
use jsonrpsee::types::{error::ErrorObject, ErrorObjectOwned};
use quanqi_runtime::Hash;
use sp_api::ApiError;
use sp_runtime::DispatchError;

/// First of the codes of this ledger's methods.
const BASE: i32 = 20_000;

/// Why a method gives no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
	/// The block asked for is not in this node's chain.
	#[error("block {0} is not known to this node")]
	UnknownBlock(String),
	/// The block is known but its state is no longer kept here.
	#[error("the state of block {0} is not kept by this node; ask an archive node")]
	StatePruned(String),
	/// A parameter is not what the method takes.
	#[error("{field}: {message}")]
	Parameter {
		/// Which parameter.
		field: &'static str,
		/// What is wrong with it.
		message: String,
	},
	/// The ledger does not tell this to who asks.
	#[error("refused: {0}")]
	Refused(String),
	/// There is no certificate.
	#[error(transparent)]
	Certificate(#[from] certificate::Error),
	/// The node's database or the runtime failed.
	#[error("{0}")]
	Internal(String),
}

impl Error {
	/// Why a runtime API call failed. A pruned state has no error of its own in the SDK.
	pub(super) fn of_runtime(hash: Hash, error: &ApiError) -> Self {
		let text = error.to_string();
		if text.contains("State already discarded") {
			Self::StatePruned(format!("{hash:?}"))
		} else {
			Self::Internal(text)
		}
	}

	/// The refusal with which the runtime answered. Only its numbers come out of the runtime; the
	/// metadata names them.
	pub(super) fn of_refusal(refusal: &DispatchError) -> Self {
		Self::Refused(format!("{refusal:?}"))
	}

	fn code(&self) -> i32 {
		match self {
			Self::UnknownBlock(_) => BASE + 1,
			Self::StatePruned(_) => BASE + 2,
			Self::Parameter { .. } => BASE + 3,
			Self::Refused(_) => BASE + 4,
			Self::Certificate(error) => error.code(BASE),
			Self::Internal(_) => BASE,
		}
	}
}

impl From<Error> for ErrorObjectOwned {
	fn from(error: Error) -> Self {
		ErrorObject::owned(error.code(), error.to_string(), None::<()>)
	}
}
