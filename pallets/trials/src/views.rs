//! Answers to the questions of the runtime API, as clients read them.

use crate::{
	runtime_api::{MAX_PAGE, MAX_WALK},
	Brokerage, Config, Contender, Contenders, EntryTerms, Error, HighestRegistered, IdleItem,
	OpenEntries, Pallet, PoolEntry, Proposal, Proposals, ServiceRecord, Services, Trial, TrialsBy,
	TrialsOf,
};
use alloc::{format, string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode};
use quanqi_title::{Actor, ConsentRole};
use quanqi_traits::{Conversion, Members, Statutes, Titles, Trials as _};
use quanqi_types::{
	AchievementId, Amount, Capability, Digest, MemberId, Moment, RuleId, StatuteVersion, TrialId,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{DispatchError, DispatchResult, SaturatedConversion};

/// A trial with what a reader would otherwise have to work out.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct TrialView {
	/// Its number.
	pub id: TrialId,
	/// The trial as stored.
	pub trial: Trial,
	/// Who has it now: who asked for it, or who succeeded that one.
	pub user: MemberId,
	/// Whether its use right is live at this moment (T12).
	pub is_live: bool,
	/// Consents that its next grant still misses.
	pub missing: Vec<(MemberId, ConsentRole)>,
}

/// Some trials, and where the next page begins.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct TrialPage {
	/// The trials.
	pub items: Vec<TrialView>,
	/// Ask for trials after this one; `None` after the last page.
	pub next: Option<TrialId>,
}

/// A pool entry with what a reader would otherwise have to work out.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct EntryView {
	/// The achievement.
	pub achievement: AchievementId,
	/// The number of the title's entry.
	pub entry: u32,
	/// The entry as stored.
	pub record: PoolEntry,
	/// Whether trials can be asked for under it now.
	pub is_open: bool,
	/// Who declared to convert and has not converted.
	pub contenders: Vec<Contender>,
}

/// Some pool entries, and where the next page begins.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct PoolPage {
	/// The entries.
	pub items: Vec<EntryView>,
	/// Ask for entries after this achievement; `None` after the last page.
	pub next: Option<AchievementId>,
}

/// Some idle achievements, and where the next page begins.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct IdlePage {
	/// The achievements.
	pub items: Vec<IdleItem>,
	/// Ask for achievements after this one; `None` after the last page.
	pub next: Option<AchievementId>,
}

/// Something one would like to do.
#[allow(clippy::large_enum_variant, reason = "one question at a time")]
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum CheckQuestion {
	/// Enter an achievement into the pool, or ask for the consents.
	#[codec(index = 0)]
	EnterPool {
		/// The achievement.
		achievement: AchievementId,
		/// On which terms.
		terms: EntryTerms,
		/// Whether to ask for missing consents.
		ask: bool,
	},
	/// Take it out of the pool.
	#[codec(index = 1)]
	LeavePool(AchievementId),
	/// Ask for a trial.
	#[codec(index = 2)]
	Request {
		/// Of which achievement.
		achievement: AchievementId,
		/// Under which pool entry.
		entry: u32,
		/// On which contract.
		standard_contract: Digest,
		/// Who brings the two together.
		broker: Option<Brokerage>,
	},
	/// Start an accepted trial.
	#[codec(index = 3)]
	Start(TrialId),
	/// Extend a trial as its user asked.
	#[codec(index = 4)]
	Extend(TrialId),
	/// Declare to convert.
	#[codec(index = 5)]
	DeclareConversion {
		/// Which trial.
		trial: TrialId,
		/// With what offer.
		offer: Option<Amount>,
	},
	/// Convert by a contract; the member is the user.
	#[codec(index = 6)]
	Convert {
		/// Which trial.
		trial: TrialId,
		/// Of which achievement.
		achievement: AchievementId,
		/// At what price.
		price: Option<Amount>,
	},
}

/// Whether something would be done now.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct CheckAnswer {
	/// It would.
	pub lawful: bool,
	/// The refusal, with the rule in its name and the number found where a number decides.
	pub refusal: Option<DispatchError>,
	/// The same in words.
	pub text: Option<String>,
	/// The statute whose number decides, as of now: the number required.
	pub statute: Option<(RuleId, StatuteVersion)>,
}

impl<T: Config> Pallet<T> {
	/// [`crate::runtime_api::TrialsApi::trials_get`].
	pub fn trial_view(id: TrialId) -> Option<TrialView> {
		let trial = Self::load(id).ok()?;
		let title = T::Titles::title(trial.achievement)?;
		let right = trial.run.and_then(|run| title.right(run.right));
		Some(TrialView {
			id,
			user: Self::user_of(&title, &trial),
			is_live: right.is_some_and(|right| title.is_live(right, Self::now())),
			missing: Self::missing_for(id, &trial),
			trial,
		})
	}

	/// [`crate::runtime_api::TrialsApi::trials_of`].
	pub fn trials_page_of(
		achievement: AchievementId,
		after: Option<TrialId>,
		limit: u32,
	) -> TrialPage {
		match after {
			None => Self::trial_page(TrialsOf::<T>::iter_key_prefix(achievement), limit),
			Some(after) => {
				let from = TrialsOf::<T>::hashed_key_for(achievement, after);
				Self::trial_page(TrialsOf::<T>::iter_key_prefix_from(achievement, from), limit)
			}
		}
	}

	/// [`crate::runtime_api::TrialsApi::trials_by`].
	pub fn trials_page_by(user: MemberId, after: Option<TrialId>, limit: u32) -> TrialPage {
		match after {
			None => Self::trial_page(TrialsBy::<T>::iter_key_prefix(user), limit),
			Some(after) => {
				let from = TrialsBy::<T>::hashed_key_for(user, after);
				Self::trial_page(TrialsBy::<T>::iter_key_prefix_from(user, from), limit)
			}
		}
	}

	fn trial_page(ids: impl Iterator<Item = TrialId>, limit: u32) -> TrialPage {
		let (ids, next) = page(ids, limit);
		TrialPage { items: ids.into_iter().filter_map(Self::trial_view).collect(), next }
	}

	/// [`crate::runtime_api::TrialsApi::trials_services`].
	pub fn services_page(trial: TrialId, from: u32, limit: u32) -> Vec<ServiceRecord> {
		let end = from.saturating_add(limit.min(MAX_PAGE));
		(from..end).map_while(|number| Services::<T>::get(trial, number)).collect()
	}

	/// [`crate::runtime_api::TrialsApi::trials_entry`].
	pub fn entry_view(achievement: AchievementId, entry: Option<u32>) -> Option<EntryView> {
		let entry = entry.or_else(|| OpenEntries::<T>::get(achievement))?;
		let record = Self::load_entry(achievement, entry).ok()?;
		let title = T::Titles::title(achievement)?;
		let is_open = Self::is_entry_open(&title, entry);
		let contenders = Contenders::<T>::get(achievement, entry).to_vec();
		Some(EntryView { achievement, entry, record, is_open, contenders })
	}

	/// [`crate::runtime_api::TrialsApi::trials_pool`].
	pub fn pool_page(after: Option<AchievementId>, limit: u32) -> PoolPage {
		let (ids, next) = match after {
			None => page(OpenEntries::<T>::iter_keys(), limit),
			Some(after) => {
				let from = OpenEntries::<T>::hashed_key_for(after);
				page(OpenEntries::<T>::iter_keys_from(from), limit)
			}
		};
		let view = |achievement| Self::entry_view(achievement, None);
		PoolPage { items: ids.into_iter().filter_map(view).collect(), next }
	}

	/// [`crate::runtime_api::TrialsApi::trials_proposals`].
	pub fn proposals_of(achievement: AchievementId) -> Vec<Proposal> {
		Proposals::<T>::iter_prefix_values(achievement).take(MAX_PAGE.saturated_into()).collect()
	}

	/// [`crate::runtime_api::TrialsApi::trials_idle`].
	pub fn idle_page(
		reader: MemberId,
		after: Option<AchievementId>,
		limit: u32,
	) -> Result<IdlePage, DispatchError> {
		T::Members::ensure_capable(reader, Capability::Audit)?;
		let first = after.map_or(0, |after| after.0.saturating_add(1));
		let Some(last) = HighestRegistered::<T>::get() else {
			return Ok(IdlePage { items: Vec::new(), next: None });
		};
		let steps = u64::from(limit.clamp(1, MAX_WALK)).saturating_sub(1);
		let until = first.saturating_add(steps).min(last.0);
		let items =
			(first..=until).filter_map(|id| Self::is_due_for_pool(AchievementId(id))).collect();
		let next = (until < last.0).then_some(AchievementId(until));
		Ok(IdlePage { items, next })
	}

	/// [`crate::runtime_api::TrialsApi::trials_check`].
	pub fn check(member: MemberId, question: CheckQuestion) -> CheckAnswer {
		Self::answer(
			T::Members::ensure_active(member)
				.and_then(|()| Self::undone(|| Self::attempt(member, question))),
		)
	}

	/// What is answered to a result.
	fn answer(result: DispatchResult) -> CheckAnswer {
		let Err(refusal) = result else {
			return CheckAnswer { lawful: true, refusal: None, text: None, statute: None };
		};
		let now: Moment = Self::now();
		let statute = Self::deciding_rule(&refusal)
			.and_then(|rule| Some((rule, T::Statutes::version_on(rule, now)?)));
		let text = Some(format!("{refusal:?}"));
		CheckAnswer { lawful: false, refusal: Some(refusal), text, statute }
	}

	/// Does what is asked about, in the member's own name.
	fn attempt(member: MemberId, question: CheckQuestion) -> DispatchResult {
		let actor = Actor { member, mandate: None };
		match question {
			CheckQuestion::EnterPool { achievement, terms, ask } => {
				Self::enter(actor, achievement, terms, ask)
			}
			CheckQuestion::LeavePool(achievement) => Self::leave(actor, achievement),
			CheckQuestion::Request { achievement, entry, standard_contract, broker } => {
				Self::ask_for_trial(actor, achievement, entry, standard_contract, broker)
			}
			CheckQuestion::Start(trial) => Self::begin(actor, trial),
			CheckQuestion::Extend(trial) => Self::prolong(actor, trial),
			CheckQuestion::DeclareConversion { trial, offer } => Self::declare(actor, trial, offer),
			CheckQuestion::Convert { trial, achievement, price } => {
				Self::check_conversion(&Conversion { trial, achievement, user: member, price })
			}
		}
	}

	/// The statute whose number a refusal is about.
	fn deciding_rule(refusal: &DispatchError) -> Option<RuleId> {
		let is = |error: Error<T>| match (refusal, DispatchError::from(error)) {
			// The first byte tells which error; the rest is the number found.
			(DispatchError::Module(found), DispatchError::Module(known)) => {
				found.index == known.index && found.error.first() == known.error.first()
			}
			_ => false,
		};
		let any = crate::Found::new(0);
		match () {
			_ if is(Error::<T>::TrialTooLong(any)) => Some(RuleId::TrialMaximum),
			_ if is(Error::<T>::NotIdle) => Some(RuleId::IdlePeriod),
			_ if is(Error::<T>::TooLate) => Some(RuleId::TrialDeclarationPeriod),
			_ if is(Error::<T>::FeeBelow(any)) => Some(RuleId::FacilitationFee),
			_ if is(Error::<T>::VoucherBelow(any)) => Some(RuleId::VoucherShare),
			_ => None,
		}
	}
}

/// Some keys, and the last one where more follow.
fn page<K: Copy>(keys: impl Iterator<Item = K>, limit: u32) -> (Vec<K>, Option<K>) {
	let limit = limit.clamp(1, MAX_PAGE).saturated_into();
	let mut keys = keys.peekable();
	let found: Vec<_> = keys.by_ref().take(limit).collect();
	let next = keys.peek().and(found.last()).copied();
	(found, next)
}
