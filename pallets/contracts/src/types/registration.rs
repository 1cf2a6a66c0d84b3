//! Registration by a bureau (技术合同认定登记): it reviews and certifies, and moves no right (C5, C6).

use super::{ContractKind, Label};
use quanqi_types::{Amount, Digest, MemberId, Moment};

stored! {
	/// Where a registration stands.
	#[serde(rename_all = "kebab-case")]
	pub enum RegistrationState {
		/// Before the bureau (已提交).
		#[codec(index = 0)]
		Submitted,
		/// Registered (已登记).
		#[codec(index = 1)]
		Registered,
		/// Returned; it can be submitted again (退回).
		#[codec(index = 2)]
		Returned(Label),
		/// Registered, and changed since (已变更).
		#[codec(index = 3)]
		Changed,
		/// Cancelled at the parties' wish (已注销).
		#[codec(index = 4)]
		Cancelled,
		/// Revoked by the bureau, for the reason of this code (已撤销).
		#[codec(index = 5)]
		Revoked(RevocationReason),
	}

	/// Why a bureau revokes (撤销登记).
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum RevocationReason {
		/// The contract is fictitious.
		#[codec(index = 0)]
		Fictitious,
		/// Obtained by fraud or bribery.
		#[codec(index = 1)]
		Fraud,
		/// Declared invalid by a court.
		#[codec(index = 2)]
		Invalid,
		/// Registered twice.
		#[codec(index = 3)]
		Duplicate,
		/// Another reason, in the document.
		#[codec(index = 4)]
		Other,
	}

	/// What the bureau is asked for.
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum ApplicationKind {
		/// To register.
		#[codec(index = 0)]
		Register,
		/// To change what is registered.
		#[codec(index = 1)]
		Change,
		/// To cancel the registration.
		#[codec(index = 2)]
		Cancel,
	}

	/// An application before the bureau.
	#[derive(Copy)]
	pub struct Application {
		/// What for.
		pub kind: ApplicationKind,
		/// Who applied.
		pub by: MemberId,
		/// When: the bureau's time runs from here.
		pub at: Moment,
		/// The contract's version that it is about.
		pub version: u32,
		/// The bureau holds it disputed, so the longer time applies.
		pub disputed: bool,
	}

	/// The amounts a bureau states (C5).
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum StatedAmounts {
		/// In the open.
		#[codec(index = 0)]
		Open {
			/// Total amount (成交额).
			total: Amount,
			/// Technology amount (技术交易额), not above the total.
			technology: Amount,
		},
		/// Under a seal of the bureau's, for a sealed contract (C11).
		#[codec(index = 1)]
		Sealed(super::Seal),
	}

	/// What the bureau certifies.
	pub struct Statement {
		/// The kind it found.
		pub kind: ContractKind,
		/// The amounts.
		pub amounts: StatedAmounts,
		/// The registration number.
		pub number: Label,
		/// The numbering scheme.
		pub scheme: Label,
	}

	/// Whether a bureau kept its time.
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum Timeliness {
		/// In time.
		#[codec(index = 0)]
		InTime,
		/// Late: valid, and flagged.
		#[codec(index = 1)]
		Late,
		/// In time only if the contract is large, which a sealed or foreign amount does not tell.
		#[codec(index = 2)]
		Unclear,
	}

	/// What a bureau decides on an application.
	#[serde(rename_all = "kebab-case")]
	pub enum Decision {
		/// Registers, with this statement.
		#[codec(index = 0)]
		Register(Statement),
		/// Returns the application, for this reason.
		#[codec(index = 1)]
		Return(Label),
		/// Changes what is registered to this statement.
		#[codec(index = 2)]
		Change(Statement),
		/// Cancels the registration.
		#[codec(index = 3)]
		Cancel,
	}

	/// The registration of one contract.
	pub struct Registration {
		/// The bureau.
		pub bureau: MemberId,
		/// Where it stands.
		pub state: RegistrationState,
		/// The application before the bureau, if any.
		pub application: Option<Application>,
		/// What is certified, from the first registration on.
		pub statement: Option<Statement>,
		/// The contract's version that is certified.
		pub version: u32,
		/// When the bureau last decided.
		pub decided: Option<Moment>,
		/// Whether it was in time then.
		pub timeliness: Timeliness,
		/// Digest of the bureau's last document.
		pub document: Option<Digest>,
	}
}

impl RegistrationState {
	/// Whether the contract is registered now.
	pub fn is_registered(&self) -> bool {
		matches!(self, Self::Registered | Self::Changed)
	}
}
