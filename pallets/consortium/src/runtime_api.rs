//! What nodes and clients ask about the consortium.

use crate::{
	extensions::refusal_text,
	types::{Administration, Decider, Identity, IdentityKey, Mandate, MemberRecord, NodeId, Quota},
	Administrators, ByIdentity, Config, Enactments, Keys, Mandates, MemberKeys, Members,
	NextMemberId, NodeIds, Pallet, QuotaLimit, SeatAccounts, Seats, Validators,
};
use alloc::{string::String, vec::Vec};
use codec::{Codec, Decode, Encode};
use quanqi_traits::MemberStatus;
use quanqi_types::bounds::{MAX_LABEL_BYTES, MAX_NAME_BYTES};
use quanqi_types::{
	Capabilities, Commitment, CreditCode, Digest, Location, MandateId, MemberId, MemberKind,
	Moment, Permissions, Text,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Most members on one page.
pub const MAX_PAGE: u32 = 200;

/// [`MemberStatus`] as JSON writes it.
#[derive(Serialize, Deserialize)]
#[serde(remote = "MemberStatus", rename_all = "kebab-case")]
enum StatusText {
	Active,
	Suspended,
	Expelled,
}

/// A live key of a member.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct KeyView<AccountId> {
	/// The account.
	pub account: AccountId,
	/// What it may do.
	pub permissions: Permissions,
}

/// Who gives the consents that fall to a member.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct AdministrationView {
	/// The member appointed.
	pub administrator: MemberId,
	/// Who decided.
	pub decided_by: Decider,
	/// Number of the decision.
	pub document: Text<MAX_LABEL_BYTES>,
	/// Digest of the decision.
	pub digest: Digest,
	/// When.
	pub appointed: Moment,
}

/// Everything the chain knows of a member.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct MemberView<AccountId> {
	/// Its number.
	pub id: MemberId,
	/// University, enterprise, person and so on.
	pub kind: MemberKind,
	/// Name of an organisation.
	pub name: Option<Text<MAX_NAME_BYTES>>,
	/// Commitment of a person.
	pub commitment: Option<Commitment>,
	/// Unified social credit code.
	pub credit_code: Option<CreditCode>,
	/// Where it is.
	pub location: Location,
	/// Whether the state established it.
	pub state_established: bool,
	/// Whether it takes part.
	#[serde(with = "StatusText")]
	pub status: MemberStatus,
	/// What it may do.
	pub capabilities: Capabilities,
	/// Division in which it registers contracts.
	pub jurisdiction: Option<u32>,
	/// Who sponsors it.
	pub sponsor: Option<MemberId>,
	/// When it was admitted.
	pub admitted: Moment,
	/// Its live keys.
	pub keys: Vec<KeyView<AccountId>>,
	/// Its seat account, once opened.
	pub seat_account: Option<AccountId>,
	/// Whether it has a seat in the council.
	pub seat: bool,
	/// Whether it validates.
	pub validator: bool,
	/// Its nodes.
	pub node_ids: Vec<NodeId>,
	/// Who gives its consents while it signs nothing itself.
	pub administrator: Option<AdministrationView>,
}

/// A member with its seat account.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct SeatView<AccountId> {
	/// The member.
	pub member: MemberId,
	/// Its seat account.
	pub account: AccountId,
}

/// An enactment that waits.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct EnactmentView {
	/// Its number.
	pub id: u32,
	/// The encoded call, in hexadecimal.
	pub call: String,
	/// From when on it can be enacted.
	pub due: Moment,
	/// Seats that voted for it.
	pub approvals: u32,
	/// Seats in the council at that time.
	pub seats: u32,
}

sp_api::decl_runtime_apis! {
	/// The consortium: members, seats, validators and why a transaction is refused.
	pub trait ConsortiumApi<AccountId>
	where
		AccountId: Codec,
	{
		/// A member by its number.
		fn member(id: MemberId) -> Option<MemberView<AccountId>>;
		/// A member by its unified social credit code.
		fn member_by_credit_code(code: CreditCode) -> Option<MemberView<AccountId>>;
		/// A person by its commitment.
		fn member_by_commitment(commitment: Commitment) -> Option<MemberView<AccountId>>;
		/// The member whose key, live or revoked, or whose seat an account is.
		fn member_by_account(account: AccountId) -> Option<MemberView<AccountId>>;
		/// Up to `limit` members, at most 200, with numbers above `after`.
		fn members(after: MemberId, limit: u32) -> Vec<MemberView<AccountId>>;
		/// The seats of the council.
		fn seats() -> Vec<SeatView<AccountId>>;
		/// The validators.
		fn validators() -> Vec<SeatView<AccountId>>;
		/// A mandate by its number.
		fn mandate(id: MandateId) -> Option<Mandate>;
		/// Enactments that wait.
		fn enactments() -> Vec<EnactmentView>;
		/// What every member may use in one window.
		fn quota() -> Quota;
		/// The code with which transactions of an account are refused; `None` when they are not.
		fn refusal_of(account: AccountId) -> Option<u8>;
		/// What a code of a refused transaction says.
		fn refusal_text(code: u8) -> Option<String>;
	}
}

/// Bytes in hexadecimal.
fn hex(bytes: &[u8]) -> String {
	let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or_default();
	bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0x0f)]).collect()
}

/// The answers of the runtime API.
impl<T: Config> Pallet<T> {
	/// A member by its number.
	pub fn member_view(id: MemberId) -> Option<MemberView<T::AccountId>> {
		Members::<T>::get(id).map(|record| Self::view_of(id, record))
	}

	fn view_of(id: MemberId, record: MemberRecord) -> MemberView<T::AccountId> {
		let (name, commitment) = match record.identity {
			Identity::Named(name) => (Some(name), None),
			Identity::Committed(commitment) => (None, Some(commitment)),
		};
		let key = |account: T::AccountId| {
			let permissions = Keys::<T>::get(&account)?.permissions;
			Some(KeyView { account, permissions })
		};
		let seat_account = Self::seat_account(id);
		MemberView {
			id,
			kind: record.kind,
			name,
			commitment,
			credit_code: record.credit_code,
			location: record.location,
			state_established: record.state_established,
			status: record.status,
			capabilities: record.capabilities,
			jurisdiction: record.jurisdiction,
			sponsor: record.sponsor,
			admitted: record.admitted,
			keys: MemberKeys::<T>::get(id).into_iter().filter_map(key).collect(),
			seat_account: SeatAccounts::<T>::contains_key(&seat_account).then_some(seat_account),
			seat: Seats::<T>::get().contains(&id),
			validator: Validators::<T>::get().contains(&id),
			node_ids: NodeIds::<T>::get(id).into_inner(),
			administrator: Administrators::<T>::get(id).map(AdministrationView::from),
		}
	}

	/// A member by what it is found by.
	pub fn member_by_identity(key: IdentityKey) -> Option<MemberView<T::AccountId>> {
		ByIdentity::<T>::get(key).and_then(Self::member_view)
	}

	/// The member whose key or seat an account is.
	pub fn member_by_account(account: &T::AccountId) -> Option<MemberView<T::AccountId>> {
		Keys::<T>::get(account)
			.map(|key| key.member)
			.or_else(|| SeatAccounts::<T>::get(account))
			.and_then(Self::member_view)
	}

	/// Up to `limit` members with numbers above `after`.
	pub fn members_page(after: MemberId, limit: u32) -> Vec<MemberView<T::AccountId>> {
		let limit = usize::try_from(limit.min(MAX_PAGE)).unwrap_or_default();
		(after.0.saturating_add(1)..NextMemberId::<T>::get())
			.filter_map(|id| Self::member_view(MemberId(id)))
			.take(limit)
			.collect()
	}

	fn with_seat_account(member: MemberId) -> SeatView<T::AccountId> {
		SeatView { member, account: Self::seat_account(member) }
	}

	/// The seats of the council.
	pub fn seat_views() -> Vec<SeatView<T::AccountId>> {
		Seats::<T>::get().into_iter().map(Self::with_seat_account).collect()
	}

	/// The validators.
	pub fn validator_views() -> Vec<SeatView<T::AccountId>> {
		Validators::<T>::get().into_iter().map(Self::with_seat_account).collect()
	}

	/// A mandate by its number.
	pub fn mandate_view(id: MandateId) -> Option<Mandate> {
		Mandates::<T>::get(id)
	}

	/// Enactments that wait, ascending.
	pub fn enactment_views() -> Vec<EnactmentView> {
		let mut views: Vec<_> = Enactments::<T>::iter()
			.map(|(id, waiting)| EnactmentView {
				id,
				call: hex(&waiting.call),
				due: waiting.due,
				approvals: waiting.approvals,
				seats: waiting.seats,
			})
			.collect();
		views.sort_by_key(|view| view.id);
		views
	}

	/// What every member may use in one window.
	pub fn quota_view() -> Quota {
		QuotaLimit::<T>::get()
	}

	/// What a code of a refused transaction says.
	pub fn refusal_text(code: u8) -> Option<String> {
		refusal_text(code).map(String::from)
	}
}

impl From<Administration> for AdministrationView {
	fn from(present: Administration) -> Self {
		Self {
			administrator: present.administrator,
			decided_by: present.decided_by,
			document: present.decision.number,
			digest: present.decision.digest,
			appointed: present.appointed,
		}
	}
}
