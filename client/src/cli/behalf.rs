//! In whose name somebody answers.

use super::Session;
use crate::{chain::Chain, error::Result, input::members::MemberRef};
use clap::Args;
use pallet_rights::Behalf;
use quanqi_types::MandateId;

/// In whose name: one's own member's, a principal's, or a suspended member's.
#[derive(Args, Clone, Debug)]
pub struct NameArgs {
	/// In the name of this mandate's principal (委托)
	#[arg(long, conflicts_with = "administered")]
	pub mandate: Option<u64>,
	/// In the name of this suspended member, whose administrator the signer's member is
	#[arg(long, value_name = "MEMBER")]
	pub administered: Option<MemberRef>,
}

impl NameArgs {
	/// The name, its member looked up.
	pub async fn resolve(&self, session: &Session, chain: &Chain) -> Result<Behalf> {
		match (self.mandate, &self.administered) {
			(Some(mandate), _) => Ok(Behalf::Mandate(MandateId(mandate))),
			(None, None) => Ok(Behalf::Own),
			(None, Some(member)) => {
				let at = chain.finalised().await?;
				let member = session.resolve(chain, "--administered", member, at).await?;
				Ok(Behalf::Administered(member))
			}
		}
	}
}
