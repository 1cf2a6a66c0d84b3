//! Effects on rights (C2, C6): each a step under the law of titles, with the consents of those who
//! signed.

use crate::{
	AgreedBy, AppliedEffect, Config, Effect, EffectState, Effects, Error, Event, OwnersAtSigning,
	Pallet, PreEmptionClaims, Signatures, Terms,
};
use alloc::vec::Vec;
use frame_support::ensure;
use quanqi_title::{
	consents_needed, statutes_needed, Act, Actor, Cause, Consent, ConsentRole, DecisionRef,
	EntryBody, MandateRef, StatuteUsed, TitleBody,
};
use quanqi_traits::{
	Calendar, Conversion, IdleClock, Members, OnEntry, Statutes, Step, Titles, Trials,
};
use quanqi_types::{
	AchievementId, BoundedVec, ContractId, MandateId, MemberId, Moment, Permission, Ppm,
	PreEmption, RuleId, ShareBasis, Shares, WHOLE_PPM,
};
use sp_runtime::{DispatchError, DispatchResult};

/// The step that was last tried, and in which achievement.
pub(crate) type Trace = Option<(AchievementId, Step)>;

/// What an effect stands on: the parties' agreement, or a decision.
pub(crate) struct Agreed {
	members: Vec<(MemberId, Option<MandateRef>)>,
	/// Since when pre-emption holders have been silent, and about which contract.
	silence: Option<(ContractId, Moment)>,
	decision: Option<DecisionRef>,
}

impl Agreed {
	/// The members that signed.
	pub(crate) fn by(signatures: &Signatures) -> Self {
		let members = signatures.iter().map(|signed| (signed.member, signed.mandate)).collect();
		Self { members, silence: None, decision: None }
	}

	/// Silence since a moment waives pre-emptions, after the governed days (T8).
	pub(crate) fn with_silence_since(mut self, contract: ContractId, at: Moment) -> Self {
		self.silence = Some((contract, at));
		self
	}

	/// An authority's decision: it needs nobody's consent.
	pub(crate) fn decided(decision: DecisionRef) -> Self {
		Self { members: Vec::new(), silence: None, decision: Some(decision) }
	}

	fn mandate_of(&self, member: MemberId) -> Option<&Option<MandateRef>> {
		self.members.iter().find(|(known, _)| *known == member).map(|(_, mandate)| mandate)
	}

	pub(crate) fn is_decided(&self) -> bool {
		self.decision.is_some()
	}

	/// A step of this member, without consents yet.
	fn step(&self, contract: ContractId, member: MemberId, act: Act) -> Step {
		let (actor, cause) = match &self.decision {
			Some(decision) => (
				Actor { member: decision.authority, mandate: None },
				Cause::Decision(decision.clone()),
			),
			None => {
				let mandate = self.mandate_of(member).copied().flatten();
				(Actor { member, mandate }, Cause::Contract(contract))
			}
		};
		Step { actor, cause, legal_date: None, consents: Vec::new(), act }
	}
}

impl<T: Config> Pallet<T> {
	/// Takes a step with the consents that those who agreed give; its entry's number.
	pub(crate) fn take(
		contract: ContractId,
		achievement: AchievementId,
		member: MemberId,
		act: Act,
		agreed: &Agreed,
		trace: &mut Trace,
	) -> Result<u32, DispatchError> {
		let mut step = agreed.step(contract, member, act);
		let title = T::Titles::title(achievement).ok_or(Error::<T>::UnknownAchievement)?;
		step.consents = Self::consents(&title, &step, agreed);
		*trace = Some((achievement, step.clone()));
		let entry = T::Titles::append(achievement, step)?;
		*trace = None;
		Ok(entry)
	}

	/// Exactly the consents that the law asks for, as far as those who agreed can give them.
	fn consents(title: &TitleBody, step: &Step, agreed: &Agreed) -> Vec<Consent> {
		let body = Self::draft_entry(title, step);
		let given = |(member, role): (MemberId, ConsentRole)| match agreed.mandate_of(member) {
			Some(mandate) => Some(Consent { member, role, deemed: false, mandate: *mandate }),
			None => (role == ConsentRole::PreEmption && Self::is_silent(title, member, agreed))
				.then_some(Consent { member, role, deemed: true, mandate: None }),
		};
		consents_needed(title, &body).missing(&[]).into_iter().filter_map(given).collect()
	}

	/// The entry a step would be, as far as consents depend on it.
	fn draft_entry(title: &TitleBody, step: &Step) -> EntryBody {
		let mut body = EntryBody {
			sequence: title.entries,
			block: 0,
			time: Self::present(),
			legal_date: step.legal_date,
			actor: step.actor,
			cause: step.cause.clone(),
			consents: BoundedVec::new(),
			statutes: BoundedVec::new(),
			act: step.act.clone(),
		};
		for rule in statutes_needed(title, &body) {
			let Some(version) = T::Statutes::version_on(rule, body.time) else { continue };
			let used =
				StatuteUsed { rule, effective_from: version.effective_from, value: version.value };
			// No act needs more values than an entry can carry.
			let _ = body.statutes.try_push(used);
		}
		body
	}

	/// T8: whether the governed days have passed since the draft, and nobody claimed.
	fn is_silent(title: &TitleBody, member: MemberId, agreed: &Agreed) -> bool {
		let Some((contract, since)) = agreed.silence else { return false };
		let has_passed = |kind: PreEmption| {
			let term = T::Statutes::term_on(RuleId::PreEmptionPeriod(kind), since);
			let end = term.and_then(|term| T::Statutes::end_of_term(term, since));
			end.is_some_and(|end| end.moment <= Self::present())
		};
		let mut own = title.pre_emption.iter().filter(|(holder, _)| *holder == member);
		!PreEmptionClaims::<T>::contains_key(contract, member)
			&& own.all(|(_, kind)| has_passed(*kind))
	}

	/// Applies one effect and records what became of it.
	pub(crate) fn apply_effect(
		id: ContractId,
		number: u32,
		version: u32,
		index: u32,
		effect: &Effect,
		agreed: &Agreed,
		trace: &mut Trace,
	) -> DispatchResult {
		let achievement = effect.achievement();
		let mut applied =
			AppliedEffect { version, index, achievement, entry: None, state: EffectState::Done };
		let take = |achievement, member, act, trace: &mut Trace| {
			Self::take(id, achievement, member, act, agreed, trace)
		};
		match effect {
			Effect::TransferShare { achievement, from, to, ppm, on } => {
				let transfer = Transfer { from: *from, to: *to, ppm: *ppm, on: *on };
				return Self::transfer(id, number, applied, *achievement, &transfer, agreed, trace);
			}
			Effect::GrantUse { achievement, terms } => {
				let act = Act::UseGranted(terms.clone());
				applied.entry = Some(take(*achievement, terms.grantor, act, trace)?);
			}
			Effect::TransferUse { achievement, right, from, to, ppm } => {
				let act = Act::UseTransferred { right: *right, from: *from, to: *to, ppm: *ppm };
				applied.entry = Some(take(*achievement, *from, act, trace)?);
			}
			Effect::Reserve { achievement, by, beneficiary, scope, period } => {
				let act = Act::Reserved {
					beneficiary: *beneficiary,
					scope: (**scope).clone(),
					period: *period,
				};
				applied.entry = Some(take(*achievement, *by, act, trace)?);
			}
			Effect::AssignFuture { .. } => applied.state = EffectState::Awaited,
			Effect::ConvertTrial { .. } | Effect::JointUse { .. } => {
				applied.state = EffectState::Recorded
			}
		}
		Self::record_effect(id, number, applied);
		Ok(())
	}

	fn record_effect(id: ContractId, number: u32, applied: AppliedEffect) {
		let AppliedEffect { achievement, entry, .. } = applied;
		Effects::<T>::insert(id, number, applied);
		Self::deposit_event(Event::EffectApplied {
			contract: id,
			effect: number,
			achievement,
			entry,
		});
	}

	/// T2: by the office's act where the kind needs it; else on the agreed date, or at once.
	fn transfer(
		id: ContractId,
		number: u32,
		mut applied: AppliedEffect,
		achievement: AchievementId,
		transfer: &Transfer,
		agreed: &Agreed,
		trace: &mut Trace,
	) -> DispatchResult {
		let Transfer { from, to, ppm, on } = *transfer;
		let title = T::Titles::title(achievement).ok_or(Error::<T>::UnknownAchievement)?;
		let needs_office = title.kind.needs_office_transfer();
		ensure!(on.is_none() || !needs_office, Error::<T>::OfficeDateDecides);
		let later = on.filter(|on| *on > Self::present());
		let waits = needs_office || later.is_some();
		let act = match waits {
			true => Act::TransferAgreed { from, to, ppm },
			false => Act::ShareTransferred { agreed: None, from, to, ppm },
		};
		let entry = Self::take(id, achievement, from, act, agreed, trace)?;
		applied.entry = Some(entry);
		applied.achievement = Some(achievement);
		if waits {
			applied.state = EffectState::Agreed;
			AgreedBy::<T>::insert(achievement, entry, (id, number));
			Self::schedule((id, number), later);
		} else {
			applied.state = EffectState::Done;
		}
		Self::record_effect(id, number, applied);
		Ok(())
	}

	/// C2: what a development contract assigned exists now.
	pub(crate) fn do_deliver_future(
		who: T::AccountId,
		id: ContractId,
		number: u32,
		achievement: AchievementId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let contract = Self::load(id)?;
		let is_open =
			contract.state.is_in_force() || contract.state == crate::ContractState::Performed;
		ensure!(is_open, Error::<T>::WrongState);
		let mut applied = Effects::<T>::get(id, number).ok_or(Error::<T>::UnknownEffect)?;
		ensure!(applied.state == EffectState::Awaited, Error::<T>::UnknownEffect);
		let Effect::AssignFuture { from, to, ppm, .. } = Self::effect(id, &applied)? else {
			return Err(Error::<T>::UnknownEffect.into());
		};
		let terms = Self::present_terms(id, &contract)?;
		let actor = T::Members::acting(&who, Permission::Dispose, mandate, &terms.members())?;
		ensure!(actor.member == from, Error::<T>::NotParty);
		let title = T::Titles::title(achievement).ok_or(Error::<T>::UnknownAchievement)?;
		applied.achievement = Some(achievement);
		Self::deposit_event(Event::FutureDelivered { contract: id, effect: number, achievement });
		if title.owners.part_of(to) >= ppm {
			applied.state = EffectState::Done;
			Self::record_effect(id, number, applied);
			return Ok(());
		}
		let signatures = crate::SignaturesOf::<T>::get(id, applied.version);
		let agreed = Agreed::by(&signatures);
		let transfer = Transfer { from, to, ppm, on: None };
		Self::transfer(id, number, applied, achievement, &transfer, &agreed, &mut None)
	}

	/// An effect as the terms of its version have it.
	pub(crate) fn effect(id: ContractId, applied: &AppliedEffect) -> Result<Effect, Error<T>> {
		let terms = Self::terms(id, applied.version)?;
		let index = usize::try_from(applied.index).unwrap_or(usize::MAX);
		terms.effects.get(index).cloned().ok_or(Error::<T>::UnknownEffect)
	}

	/// C2: trials that the contract converts, within their declared terms. `achievements` are those of
	/// the whole contract.
	pub(crate) fn convert_trials(
		id: ContractId,
		terms: &Terms,
		achievements: &[AchievementId],
	) -> DispatchResult {
		for effect in &terms.effects {
			let Effect::ConvertTrial { trial, achievement, user } = effect else { continue };
			let conversion = Conversion {
				trial: *trial,
				achievement: *achievement,
				user: *user,
				price: terms.price_of(*achievement, achievements),
			};
			T::Trials::check_conversion(&conversion)?;
			T::Trials::converted(&conversion, id)?;
		}
		Ok(())
	}

	/// Conversions that no entry shows: equity and joint use (Promotion Law art. 16).
	pub(crate) fn note_conversions(id: ContractId, terms: &Terms) {
		for achievement in terms.effects.iter().filter_map(|effect| converted_by(terms, effect)) {
			T::IdleClock::note_conversion(achievement, Self::present(), id);
		}
	}

	/// What is undone from the beginning converted nothing.
	pub(crate) fn undo_conversion(id: ContractId, applied: &AppliedEffect) {
		let Ok(terms) = Self::terms(id, applied.version) else { return };
		let index = usize::try_from(applied.index).unwrap_or(usize::MAX);
		let effect = terms.effects.get(index);
		if let Some(achievement) = effect.and_then(|effect| converted_by(&terms, effect)) {
			T::IdleClock::undo_conversion(achievement, id);
		}
	}

	/// C9: whose income it is, before any share moves. Of a transfer, those who give, in the parts they
	/// give; of a licence, all owners; of what is no owner's to give, those whose use right it is.
	pub(crate) fn keep_owners(id: ContractId, terms: &Terms) {
		for achievement in terms.achievements() {
			if OwnersAtSigning::<T>::contains_key(id, achievement) {
				continue;
			}
			let Some(title) = T::Titles::title(achievement) else { continue };
			let given = given_in(terms, achievement);
			let lines = Shares::divide(WHOLE_PPM, &given).unwrap_or_default();
			let givers = Shares::new(lines, ShareBasis::Agreed);
			let owners = givers
				.ok()
				.or_else(|| users_giving_in(terms, achievement, &title))
				.unwrap_or_else(|| title.owners.clone());
			OwnersAtSigning::<T>::insert(id, achievement, owners);
		}
	}
}

/// The achievement that an effect converts without an entry that says so: by equity or joint use.
fn converted_by(terms: &Terms, effect: &Effect) -> Option<AchievementId> {
	let is_joint = matches!(effect, Effect::JointUse { .. });
	let is_equity = terms.consideration.has_equity() && effect.disposer().is_some();
	effect.achievement().filter(|_| is_joint || is_equity)
}

/// A share that moves.
struct Transfer {
	from: MemberId,
	to: MemberId,
	ppm: Ppm,
	on: Option<Moment>,
}

/// Who gives how much of an achievement; each member once.
fn given_in(terms: &Terms, achievement: AchievementId) -> Vec<(MemberId, u64)> {
	let mut given: Vec<(MemberId, u64)> = Vec::new();
	for effect in &terms.effects {
		let Effect::TransferShare { achievement: found, from, ppm, .. } = effect else { continue };
		if *found != achievement {
			continue;
		}
		add_part(&mut given, *from, *ppm);
	}
	given
}

/// Adds to what a member gives; each member once.
fn add_part(given: &mut Vec<(MemberId, u64)>, member: MemberId, ppm: Ppm) {
	match given.iter_mut().find(|(known, _)| *known == member) {
		Some((_, sum)) => *sum = sum.saturating_add(u64::from(ppm)),
		None => given.push((member, u64::from(ppm))),
	}
}

/// Of an achievement in which no owner gives anything: who moves a use right, by how much, or all
/// holders of the right from which sublicences are given. `None` where an owner gives, or where use
/// rights of several kinds of giver are in one contract, whose parts nothing says.
fn users_giving_in(terms: &Terms, achievement: AchievementId, title: &TitleBody) -> Option<Shares> {
	let mut given: Vec<(MemberId, u64)> = Vec::new();
	let mut parent: Option<u32> = None;
	for effect in &terms.effects {
		match effect {
			_ if effect.achievement() != Some(achievement) => {}
			Effect::TransferUse { from, ppm, .. } => add_part(&mut given, *from, *ppm),
			Effect::GrantUse { terms: grant, .. } => {
				let found = grant.parent()?;
				if parent.is_some_and(|known| known != found) {
					return None;
				}
				parent = Some(found);
			}
			Effect::Reserve { .. } => return None,
			_ => {}
		}
	}
	match parent {
		Some(parent) if given.is_empty() => {
			title.right(parent).map(|right| right.terms.holders.clone())
		}
		Some(_) => None,
		None => {
			let lines = Shares::divide(WHOLE_PPM, &given).ok()?;
			Shares::new(lines, ShareBasis::Agreed).ok()
		}
	}
}

impl<T: Config> OnEntry for Pallet<T> {
	/// An agreed transfer of a contract became effective, by the office or by time, or fell away.
	fn entry_appended(achievement: AchievementId, entry: &quanqi_title::Entry) {
		let body = entry.body();
		let (agreed, state) = match &body.act {
			Act::ShareTransferred { agreed: Some(agreed), .. } => (*agreed, EffectState::Done),
			Act::TransferCancelled { agreed } => (*agreed, EffectState::Cancelled),
			_ => return,
		};
		let Some((id, number)) = AgreedBy::<T>::take(achievement, agreed) else { return };
		Self::schedule((id, number), None);
		Effects::<T>::mutate(id, number, |applied| {
			if let Some(applied) = applied {
				applied.state = state;
			}
		});
	}
}
