//! From a step to an entry: fill it in, ask the law, write what it says.

use crate::{rules, Config, DueItem, Error, Heads, History, Holdings, Pallet, Titles, WeightInfo};
use alloc::{boxed::Box, vec::Vec};
use codec::Encode;
use frame_support::{
	dispatch::DispatchClass,
	traits::{Get, Time},
};
use frame_system::pallet_prelude::BlockNumberFor;
use quanqi_title::{
	consents_needed, due_after, genesis_history_hash, history_hash, statutes_needed, Act, Consent,
	ConsentRole, Entry, EntryBody, Head, Reason, Refusal, Rule, StatuteUsed, Title, TitleBody,
};
use quanqi_traits::{Calendar, OnEntry, Statutes, Step};
use quanqi_types::{
	bounds::{MAX_ENTRY_BYTES, MAX_LIVE_RIGHTS, MAX_TITLE_BYTES},
	AchievementId, BoundedVec, Hash256, MemberId, Moment,
};
use sp_runtime::{traits::UniqueSaturatedInto, SaturatedConversion};

/// What the law says of a step.
pub(crate) enum Assessment {
	/// It is lawful now: the entry, and the title it makes.
	Lawful(Box<(Entry, Title)>),
	/// It would be lawful with these consents.
	Asking(Vec<(MemberId, ConsentRole)>),
}

/// Use rights a title carries: what the weight of a call grows with.
pub(crate) fn rights_in(title: &Title) -> u32 {
	title.body().rights.len().saturated_into()
}

impl<T: Config> Pallet<T> {
	/// Time of the present block.
	pub(crate) fn present() -> Moment {
		Moment(T::Time::now())
	}

	/// The stored title.
	pub(crate) fn load(achievement: AchievementId) -> Result<Title, Error<T>> {
		Titles::<T>::get(achievement).ok_or(Error::<T>::UnknownAchievement)
	}

	/// The entry that a step would be, with number, block, time and the statute values of the date
	/// that decides: the legal date where there is one.
	///
	/// Refused as too large where it would carry more than an entry can.
	pub(crate) fn draft(title: Option<&Title>, step: &Step) -> Result<Entry, Refusal> {
		let too_large = Refusal::new(Rule::Form, Reason::EntryTooLarge);
		let mut body = EntryBody {
			sequence: title.map_or(0, |title| title.body().entries),
			block: frame_system::Pallet::<T>::block_number().unique_saturated_into(),
			time: Self::present(),
			legal_date: step.legal_date,
			actor: step.actor,
			cause: step.cause.clone(),
			consents: BoundedVec::try_from(step.consents.clone()).map_err(|_| too_large)?,
			statutes: BoundedVec::new(),
			act: step.act.clone(),
		};
		let deciding = body.legal_moment();
		let rules = title.map(|title| statutes_needed(title.body(), &body)).unwrap_or_default();
		for rule in rules {
			// A rule without a value is the law's business: it says what holds without one.
			let Some(version) = T::Statutes::version_on(rule, deciding) else { continue };
			let used =
				StatuteUsed { rule, effective_from: version.effective_from, value: version.value };
			body.statutes.try_push(used).map_err(|_| too_large)?;
		}
		Ok(Entry::V1(body))
	}

	/// What the law says of a step: lawful, lawful with more consents, or refused.
	///
	/// A step that lacks consents is tried as if everyone had agreed, so that nobody is asked for
	/// what is refused in any case.
	pub(crate) fn assess(title: &Title, step: &Step) -> Result<Assessment, Refusal> {
		let entry = Self::draft(Some(title), step)?;
		let missing = consents_needed(title.body(), entry.body()).missing(&entry.body().consents);
		if missing.is_empty() {
			let next = Title::apply(Some(title), &entry)?;
			return Ok(Assessment::Lawful(Box::new((entry, next))));
		}
		let Entry::V1(mut agreed) = entry;
		for (member, role) in &missing {
			let consent = Consent { member: *member, role: *role, deemed: false, mandate: None };
			let too_large = Refusal::new(Rule::Form, Reason::EntryTooLarge);
			agreed.consents.try_push(consent).map_err(|_| too_large)?;
		}
		Title::apply(Some(title), &Entry::V1(agreed))?;
		Ok(Assessment::Asking(missing))
	}

	/// Takes a step whose consents are all in it; its entry's number and the rights it leaves.
	pub(crate) fn take(achievement: AchievementId, step: &Step) -> Result<(u32, u32), Error<T>> {
		let title = Titles::<T>::get(achievement);
		if title.is_none() && !matches!(step.act, Act::Registered(_)) {
			return Err(Error::<T>::UnknownAchievement);
		}
		let entry = Self::draft(title.as_ref(), step)?;
		let next = Title::apply(title.as_ref(), &entry)?;
		let rights = rights_in(&next);
		Ok((Self::write(achievement, title.as_ref(), &entry, next), rights))
	}

	/// Writes an entry that the law allowed, with all that follows from it; its number.
	pub(crate) fn write(
		achievement: AchievementId,
		old: Option<&Title>,
		entry: &Entry,
		new: Title,
	) -> u32 {
		let previous = Heads::<T>::get(achievement)
			.map_or_else(|| Self::start_of_history(achievement), |head| head.history_hash);
		let head = Head::new(history_hash(&previous, entry), &new);
		let sequence = entry.body().sequence;
		History::<T>::insert(achievement, sequence, entry);
		Heads::<T>::insert(achievement, head);
		Titles::<T>::insert(achievement, &new);
		Self::index(achievement, old.map(Title::body), new.body());
		Self::schedule_title(achievement, new.body());
		Self::emit(achievement, old.map(Title::body), entry.body(), new.body());
		T::OnEntry::entry_appended(achievement, entry);
		sequence
	}

	/// Where the hash chain of this achievement starts on this chain.
	pub(crate) fn start_of_history(achievement: AchievementId) -> Hash256 {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::default());
		let mut hash = Hash256::default();
		// Block hashes have 32 bytes; `integrity_test` checks it.
		for (to, from) in hash.iter_mut().zip(genesis.as_ref()) {
			*to = *from;
		}
		genesis_history_hash(&hash, achievement)
	}

	/// Keeps the index of members in step with the title.
	fn index(achievement: AchievementId, old: Option<&TitleBody>, new: &TitleBody) {
		let before = old.map(rules::named_in).unwrap_or_default();
		let after = rules::named_in(new);
		for gone in before.difference(&after) {
			Holdings::<T>::remove(gone, achievement);
		}
		for added in after.difference(&before) {
			Holdings::<T>::insert(added, achievement, ());
		}
	}

	/// Notes when something in a title is over by time, what is over already included.
	pub(crate) fn schedule_title(achievement: AchievementId, title: &TitleBody) {
		let first = due_after(title, Moment::default()).first().map(|(until, _)| *until);
		Self::schedule(DueItem::Title(achievement), first);
	}

	/// What must hold of every runtime that this pallet is in.
	pub(crate) fn check_integrity() {
		use crate::types::Why;
		use codec::MaxEncodedLen;
		use frame_support::traits::PalletError;
		assert_eq!(Reason::max_encoded_len(), Why::MAX_ENCODED_SIZE, "a reason is one byte");
		assert_eq!(Rule::max_encoded_len(), 1, "a rule is one byte");
		assert_eq!(T::Hash::default().encoded_size(), 32, "history starts from a 32-byte hash");
		assert!(T::MaxRequests::get() > 0, "requests need room");
		assert!(T::MaxSuccession::get() > 0, "a succession moves at least one achievement");
		assert!(T::RequestLifeDays::get() > 0, "a request lives at least a day");
		let bytes = |bound: u32| usize::try_from(bound).unwrap_or(usize::MAX);
		assert_eq!(Title::max_encoded_len(), bytes(MAX_TITLE_BYTES), "a title is bounded");
		assert_eq!(Entry::max_encoded_len(), bytes(MAX_ENTRY_BYTES), "an entry is bounded");
		Self::check_weights();
	}

	/// The dearest calls fit a block, so that none is shut out by the size of a title.
	fn check_weights() {
		let most = T::BlockWeights::get().get(DispatchClass::Normal).max_extrinsic;
		let succession = T::WeightInfo::succeed(MAX_LIVE_RIGHTS)
			.saturating_mul(u64::from(T::MaxSuccession::get()).saturating_add(1));
		let dearest = [
			T::WeightInfo::consent(MAX_LIVE_RIGHTS),
			T::WeightInfo::poke(MAX_LIVE_RIGHTS),
			T::WeightInfo::close_due(MAX_LIVE_RIGHTS),
			T::WeightInfo::grant_use(MAX_LIVE_RIGHTS),
			succession,
		];
		quanqi_traits::assert_calls_fit(most, dearest);
	}
}
