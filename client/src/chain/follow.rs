//! What a call did: its events, decoded as the runtime's own.

use super::{Chain, Hash};
use crate::error::{Error, Result};
use codec::Decode;
use frame_system::{EventRecord, Phase};
use quanqi_runtime::RuntimeEvent;
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _},
	DispatchError,
};
use subxt_rpcs::rpc_params;

/// An event and where in its block it was.
type Record = EventRecord<RuntimeEvent, quanqi_runtime::Hash>;

impl Chain {
	/// The events of one extrinsic of a block.
	pub async fn events_of(&self, extrinsic: Hash, block: Hash) -> Result<Vec<RuntimeEvent>> {
		#[derive(serde::Deserialize)]
		struct Signed {
			block: Body,
		}
		#[derive(serde::Deserialize)]
		struct Body {
			extrinsics: Vec<String>,
		}
		let missing = || Error::Node(format!("{} no longer has block {block:?}", self.url));
		let signed: Option<Signed> = self.request("chain_getBlock", rpc_params![block]).await?;
		let body = signed.ok_or_else(missing)?.block;
		let is_it = |text: &String| {
			hex::decode(text.trim_start_matches("0x"))
				.is_ok_and(|bytes| BlakeTwo256::hash(&bytes).0 == extrinsic.0)
		};
		let index = body.extrinsics.iter().position(is_it).ok_or_else(missing)?;
		let index = u32::try_from(index).map_err(|_| missing())?;
		let records = self.event_records(block).await?;
		let of_extrinsic = records
			.into_iter()
			.filter(|record| record.phase == Phase::ApplyExtrinsic(index))
			.map(|record| record.event);
		Ok(of_extrinsic.collect())
	}

	/// All events of the block of a height.
	pub async fn events_at(&self, number: u64) -> Result<Vec<RuntimeEvent>> {
		let hash: Option<Hash> = self.request("chain_getBlockHash", rpc_params![number]).await?;
		let missing = || Error::Node(format!("{} has no block {number}", self.url));
		let records = self.event_records(hash.ok_or_else(missing)?).await?;
		Ok(records.into_iter().map(|record| record.event).collect())
	}

	async fn event_records(&self, block: Hash) -> Result<Vec<Record>> {
		let key = frame_support::storage::storage_prefix(b"System", b"Events");
		let bytes: Option<String> = self
			.request("state_getStorage", rpc_params![format!("0x{}", hex::encode(key)), block])
			.await?;
		let bytes =
			hex::decode(bytes.unwrap_or_default().trim_start_matches("0x")).unwrap_or_default();
		Vec::<Record>::decode(&mut bytes.as_slice()).map_err(|error| {
			Error::WrongNetwork(format!(
				"the events of block {block:?} cannot be read ({error}); use the release of quanqi that \
				 belongs to runtime {}",
				self.version.spec_version
			))
		})
	}
}

/// Why a call failed, if it did: itself, or the motion that it carried out.
pub fn failure(events: &[RuntimeEvent]) -> Option<DispatchError> {
	let itself = events.iter().find_map(|event| match event {
		RuntimeEvent::System(frame_system::Event::ExtrinsicFailed { dispatch_error, .. }) => {
			Some(*dispatch_error)
		}
		_ => None,
	});
	itself.or_else(|| quanqi_runtime::call_check::failure(events))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn failure_should_be_seen_when_a_motion_fails_inside_a_call_that_succeeds() {
		let executed = |result| {
			RuntimeEvent::Council(pallet_collective::Event::Executed {
				proposal_hash: Default::default(),
				result,
			})
		};
		assert_eq!(failure(&[executed(Ok(()))]), None);
		let error = DispatchError::BadOrigin;
		assert_eq!(failure(&[executed(Ok(())), executed(Err(error))]), Some(error));
	}
}
