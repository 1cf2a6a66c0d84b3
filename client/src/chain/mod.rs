//! The chain as seen from outside: a node over JSON-RPC, calls built from the runtime's own types.

pub mod call;
pub mod connect;
pub mod council;
pub mod dry_run;
pub mod follow;
pub mod read;
pub mod refusal;
pub mod stage;
pub mod submit;

pub use connect::Chain;
pub use dry_run::DryRun;
pub use read::{Answer, At};
pub use submit::{Place, Receipt, Wait};

/// A block or extrinsic hash.
pub type Hash = subxt::utils::H256;
