//! Provenance certificates (权属证明文件), and the changes of validators that lead to them.

use super::{
	at::{Answer, BlockReference},
	error::Error,
};
use crate::certificate::{Form, Issuer, NodeChain, Order};
use codec::Encode;
use jsonrpsee::proc_macros::rpc;
use quanqi_certificate::ContractVersion;
use quanqi_runtime::opaque::Block;
use quanqi_types::{AchievementId, ContractId};
use sc_client_api::Backend;
use serde::{Deserialize, Serialize};
use sp_core::Bytes;
use std::sync::Arc;

/// What a caller may want besides.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Options {
	/// The authority set that the verifier knows: every change of validators since then goes with the
	/// certificate. 0, the first one, when it is left out.
	from_set: u64,
	/// Contracts whose terms are proved too, so that sealed ones can be opened.
	contracts: Vec<ContractName>,
}

/// How a caller names a version of a contract.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(untagged)]
pub(crate) enum ContractName {
	/// The contract, for its version in force.
	InForce(ContractId),
	/// A version that every party signed.
	Version(ContractVersion),
}

impl ContractName {
	fn parts(self) -> (ContractId, Option<u32>) {
		match self {
			Self::InForce(contract) => (contract, None),
			Self::Version(ContractVersion { contract, version }) => (contract, Some(version)),
		}
	}
}

/// A certificate.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CertificateView {
	/// The file, in hexadecimal.
	qcert: Bytes,
	/// The authority set that finalised the block.
	set_id: u64,
}

/// The changes of validators since a set.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct HandoverView {
	/// The last block of each set, each with its justification: SCALE, in hexadecimal.
	handover: Bytes,
	/// The block that the answer is of, with its justification.
	anchor: Bytes,
	/// The authority set that finalised it.
	set_id: u64,
}

/// Certificates of the last block that the node finalised.
#[rpc(server, namespace = "certificate")]
pub(crate) trait Certificate {
	/// A certificate of an achievement's title.
	#[method(name = "issue", blocking)]
	fn issue(
		&self,
		achievement: AchievementId,
		form: Form,
		options: Option<Options>,
	) -> Result<Answer<CertificateView>, Error>;

	/// Every change of validators since an authority set.
	#[method(name = "handover", blocking)]
	fn handover(&self, from_set: u64) -> Result<Answer<HandoverView>, Error>;
}

/// Answers from the node's database.
pub(super) struct CertificateRpc<B>(pub(super) Arc<Issuer<NodeChain<B>>>);

impl<B: Backend<Block> + 'static> CertificateServer for CertificateRpc<B> {
	fn issue(
		&self,
		achievement: AchievementId,
		form: Form,
		options: Option<Options>,
	) -> Result<Answer<CertificateView>, Error> {
		let Options { from_set, contracts } = options.unwrap_or_default();
		if form == Form::Short && !contracts.is_empty() {
			let message = "only the provenance form proves contracts".into();
			return Err(Error::Parameter { field: "options.contracts", message });
		}
		let contracts = contracts.into_iter().map(ContractName::parts).collect();
		let issued = self.0.issue(&Order { achievement, form, from_set, contracts })?;
		let at = BlockReference { number: issued.number, hash: issued.hash.into() };
		let value = CertificateView { qcert: Bytes(issued.file), set_id: issued.set };
		Ok(Answer { at, value })
	}

	fn handover(&self, from_set: u64) -> Result<Answer<HandoverView>, Error> {
		let way = self.0.handover(from_set)?;
		let header = &way.anchor.header;
		let at = BlockReference { number: header.number, hash: header.hash().into() };
		let value = HandoverView {
			handover: Bytes(way.handover.encode()),
			anchor: Bytes(way.anchor.encode()),
			set_id: way.set,
		};
		Ok(Answer { at, value })
	}
}
