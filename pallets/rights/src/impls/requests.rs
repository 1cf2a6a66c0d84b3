//! Requests: asking for consents, giving, refusing and deeming them, and taking the step at last.

use super::append::{rights_in, Assessment};
use crate::{
	rules, ActKind, Behalf, Config, DueItem, Error, Event, NextRequest, Obstacles, Pallet, Request,
	RequestId, RequestOutcome, RequestState, Requests, RequestsOf, Silence,
};
use alloc::vec::Vec;
use frame_support::{ensure, storage::with_storage_layer, traits::Get};
use quanqi_title::{
	consents_needed, parties, Act, Actor, Cause, Consent, ConsentRole, LegalDate, MandateRef,
	Refusal, Title, TitleBody,
};
use quanqi_traits::{Calendar, MemberStatus, Members, Statutes, Step};
use quanqi_types::{
	AchievementId, BoundedVec, Date, MandateId, MemberId, Moment, Permission, RuleId, Term,
	TermUnit, Text,
};
use sp_runtime::{DispatchError, SaturatedConversion};

/// Who answers a request, and who acts for it.
struct Answer {
	member: MemberId,
	mandate: Option<MandateRef>,
	by: Option<MemberId>,
}

impl<T: Config> Pallet<T> {
	/// A request that is not over.
	pub(crate) fn request(id: RequestId) -> Result<Request, Error<T>> {
		Requests::<T>::get(id).ok_or(Error::<T>::UnknownRequest)
	}

	/// Puts a request on its achievement's list, while there is room for it and for its asker.
	fn list(achievement: AchievementId, id: RequestId, asked_by: MemberId) -> Result<(), Error<T>> {
		RequestsOf::<T>::try_mutate(achievement, |list| {
			let own = list.iter().filter(|(_, asker)| *asker == asked_by).count();
			ensure!(own < Self::most_own_requests(), Error::<T>::TooManyOwnRequests);
			list.try_push((id, asked_by)).map_err(|_| Error::<T>::TooManyRequests)
		})
	}

	/// Most requests of one member in one achievement: a quarter of all, but at least one.
	fn most_own_requests() -> usize {
		(T::MaxRequests::get() / 4).max(1).saturated_into()
	}

	/// Opens a request for a step that lacks consents.
	pub(crate) fn open(
		achievement: AchievementId,
		title: &Title,
		step: Step,
		missing: Vec<(MemberId, ConsentRole)>,
	) -> Result<(), DispatchError> {
		let id = NextRequest::<T>::get();
		NextRequest::<T>::put(id.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?);
		Self::list(achievement, id, step.actor.member)?;
		let mut request = Request {
			achievement,
			state: match missing.is_empty() {
				true => RequestState::AwaitingOffice,
				false => RequestState::Open,
			},
			actor: step.actor,
			cause: step.cause,
			legal_date: step.legal_date,
			act: step.act,
			opened_at: Self::present(),
			consents: BoundedVec::try_from(step.consents)
				.map_err(|_| Error::<T>::TooManyConsents)?,
			refused: BoundedVec::new(),
			silence: BoundedVec::new(),
		};
		Self::note_silence(&mut request, title, &missing)?;
		Self::deposit_event(Event::RequestOpened {
			request: id,
			achievement,
			act: ActKind::from(&request.act),
			asked_by: request.actor.member,
			missing: BoundedVec::truncate_from(missing),
		});
		if request.state == RequestState::AwaitingOffice {
			Self::deposit_event(Event::RequestAgreed { request: id, achievement });
		}
		Self::save(id, &request);
		Ok(())
	}

	/// Takes a step now, or opens a request for what it lacks: consents, or an act of the office.
	///
	/// Who stands in the way is asked only where the caller wants it; else the law's refusal, which
	/// names the record in the way, is the answer.
	pub(crate) fn take_or_ask(
		achievement: AchievementId,
		title: &Title,
		step: Step,
		obstacles: Obstacles,
	) -> Result<(), DispatchError> {
		match Self::assess_before_office(title, &step).map_err(Error::<T>::from)? {
			Assessment::Asking(missing) => {
				let in_the_way = missing.iter().any(|(_, role)| rules::stands_in_the_way(*role));
				if in_the_way && obstacles == Obstacles::Refuse {
					let entry = Self::draft(Some(title), &step).map_err(Error::<T>::from)?;
					Title::apply(Some(title), &entry).map_err(Error::<T>::from)?;
				}
				Self::open(achievement, title, step, missing)
			}
			Assessment::Lawful(..) if Self::waits_for_office(title, &step.act) => {
				Self::open(achievement, title, step, Vec::new())
			}
			Assessment::Lawful(lawful) => {
				let (entry, next) = *lawful;
				Self::write(achievement, Some(title), &entry, next);
				Ok(())
			}
		}
	}

	/// Whether a step, agreed, still waits for the office: a pledge of what an office registers (T9).
	fn waits_for_office(title: &Title, act: &Act) -> bool {
		matches!(act, Act::Pledged { .. }) && title.body().kind.needs_office_transfer()
	}

	/// What the law says of a step, supposing that the office registers it today where it has to.
	pub(crate) fn assess_before_office(title: &Title, step: &Step) -> Result<Assessment, Refusal> {
		if !Self::waits_for_office(title, &step.act) {
			return Self::assess(title, step);
		}
		// Nobody attests yet: a number that no member has, and an empty-looking document. Neither is
		// ever written.
		let attested_by = MemberId(u32::MAX);
		let supposed = Step {
			cause: Cause::Office(Text(BoundedVec::truncate_from(b"-".to_vec()))),
			legal_date: Some(LegalDate { moment: Self::present(), attested_by }),
			..step.clone()
		};
		Self::assess(title, &supposed)
	}

	/// Works out from when the silence of those asked counts (T8): the governed days of a
	/// pre-emption, or what the co-owners agreed. Elsewhere silence never counts.
	fn note_silence(
		request: &mut Request,
		title: &Title,
		missing: &[(MemberId, ConsentRole)],
	) -> Result<(), Error<T>> {
		let agreed = Self::silence_agreed(title, &Self::step_of(request))?;
		for (member, role) in missing {
			let noted = |known: &Silence| known.member == *member && known.role == *role;
			if request.silence.iter().any(noted) {
				continue;
			}
			// Who is asked later than the others, because the title changed, has the whole time.
			let asked_at = Self::present();
			let deemed_from = Self::deemed_from(title.body(), agreed, *member, *role, asked_at);
			let Some(deemed_from) = deemed_from else { continue };
			let silence = Silence { member: *member, role: *role, deemed_from };
			request.silence.try_push(silence).map_err(|_| Error::<T>::TooManyConsents)?;
		}
		Ok(())
	}

	/// After how long the co-owners agreed that silence is consent to a step, if they did.
	pub(crate) fn silence_agreed(title: &Title, step: &Step) -> Result<Option<Term>, Refusal> {
		let entry = Self::draft(Some(title), step)?;
		let needed = consents_needed(title.body(), entry.body());
		Ok(needed.co_owners.and_then(|co_owners| co_owners.deemed_after))
	}

	/// When the silence of a member counts that was asked at this moment, if it ever does.
	pub(crate) fn deemed_from(
		title: &TitleBody,
		agreed: Option<Term>,
		member: MemberId,
		role: ConsentRole,
		asked_at: Moment,
	) -> Option<Moment> {
		let end_of = |term: Term| T::Statutes::end_of_term(term, asked_at).map(|end| end.moment);
		match role {
			ConsentRole::PreEmption => title
				.pre_emption
				.iter()
				.filter(|(holder, _)| *holder == member)
				.map(|(_, ground)| {
					T::Statutes::term_on(RuleId::PreEmptionPeriod(*ground), asked_at)
						.and_then(end_of)
				})
				// With two grounds the longer time counts; a ground without a set time never lapses.
				.try_fold(None, |latest, end| end.map(|end| latest.max(Some(end))))
				.flatten(),
			ConsentRole::CoOwner => agreed.and_then(end_of),
			_ => None,
		}
	}

	/// Stores a request and notes when it needs a look.
	pub(crate) fn save(id: RequestId, request: &Request) {
		let due = match request.state {
			RequestState::Open => {
				let now = Self::present();
				let silence = request.next_silence().filter(|due| *due > now);
				Some(silence.unwrap_or_else(|| Self::lapses_at(request)))
			}
			// The office takes the time it takes; who asked can withdraw.
			RequestState::AwaitingOffice => None,
		};
		Self::schedule(DueItem::Request(id), due);
		Requests::<T>::insert(id, request);
	}

	/// When an open request lapses: after its life, but not before the last silence counts.
	pub(crate) fn lapses_at(request: &Request) -> Moment {
		let life = Term { number: T::RequestLifeDays::get(), unit: TermUnit::Day };
		let end = life.end_after(request.opened_at, |_| None).map(|end| end.moment);
		let last_silence = request.silence.iter().map(|silence| silence.deemed_from).max();
		let after_silence = last_silence.map(|last| Date::from_moment(last).end());
		end.max(after_silence).unwrap_or(request.opened_at)
	}

	/// Takes a request that is over out of storage.
	pub(crate) fn close_request(id: RequestId, request: &Request, outcome: RequestOutcome) {
		Requests::<T>::remove(id);
		RequestsOf::<T>::mutate_exists(request.achievement, |ids| {
			if let Some(list) = ids {
				list.retain(|(known, _)| *known != id);
				if list.is_empty() {
					*ids = None;
				}
			}
		});
		Self::schedule(DueItem::Request(id), None);
		Self::deposit_event(Event::RequestClosed {
			request: id,
			achievement: request.achievement,
			outcome,
		});
	}

	/// Who answers, in whose name. Neither an agent nor an administrator may be a party.
	fn answer(
		who: &T::AccountId,
		behalf: Behalf,
		request: &Request,
		title: &Title,
	) -> Result<Answer, DispatchError> {
		match behalf {
			Behalf::Own => {
				let member = T::Members::member(who, Permission::Dispose)?;
				Ok(Answer { member, mandate: None, by: None })
			}
			Behalf::Mandate(id) => {
				let actor = T::Members::acting(who, Permission::Dispose, Some(id), &[])?;
				Self::ensure_serves(who, id, &actor, title, &Self::step_of(request))?;
				let by = actor.mandate.map(|mandate| mandate.agent);
				Ok(Answer { member: actor.member, mandate: actor.mandate, by })
			}
			Behalf::Administered(member) => {
				let administrator = T::Members::member(who, Permission::Dispose)?;
				let facts = T::Members::facts(member).ok_or(Error::<T>::UnknownMember)?;
				ensure!(facts.status != MemberStatus::Active, Error::<T>::NotSuspended);
				ensure!(
					T::Members::is_administrator_of(administrator, member),
					Error::<T>::NotAdministrator
				);
				let step = Self::step_of(request);
				let entry = Self::draft(Some(title), &step).map_err(Error::<T>::from)?;
				let parties = parties(Some(title.body()), entry.body());
				let is_party =
					parties.contains(&administrator) || administrator == step.actor.member;
				ensure!(!is_party, Error::<T>::AdministratorIsParty);
				Ok(Answer { member, mandate: None, by: Some(administrator) })
			}
		}
	}

	/// The step of a request, with the consents it has.
	fn step_of(request: &Request) -> Step {
		Step {
			actor: request.actor,
			cause: request.cause.clone(),
			legal_date: request.legal_date,
			consents: request.consents.to_vec(),
			act: request.act.clone(),
		}
	}

	/// Consents that are still missing.
	pub(crate) fn missing(
		title: &Title,
		request: &Request,
	) -> Result<Vec<(MemberId, ConsentRole)>, Error<T>> {
		let entry = Self::draft(Some(title), &Self::step_of(request))?;
		Ok(consents_needed(title.body(), entry.body()).missing(&entry.body().consents))
	}

	pub(crate) fn do_consent(
		who: T::AccountId,
		id: RequestId,
		role: ConsentRole,
		behalf: Behalf,
	) -> Result<u32, DispatchError> {
		let mut request = Self::request(id)?;
		ensure!(request.state == RequestState::Open, Error::<T>::NotOpen);
		let title = Self::load(request.achievement)?;
		let Answer { member, mandate, by } = Self::answer(&who, behalf, &request, &title)?;
		ensure!(!request.has_consent(member, role), Error::<T>::AlreadyConsented);
		let asked = Self::missing(&title, &request)?.contains(&(member, role));
		ensure!(asked, Error::<T>::NotAsked);
		let consent = Consent { member, role, deemed: false, mandate };
		request.consents.try_push(consent).map_err(|_| Error::<T>::TooManyConsents)?;
		// Who refused may think better of it.
		request.refused.retain(|refused| *refused != (member, role));
		Self::deposit_event(Event::ConsentGiven { request: id, member, role, by });
		Self::advance(id, request, &title)
	}

	/// Takes the step of a request when nothing is missing, keeps the request otherwise.
	fn advance(id: RequestId, mut request: Request, title: &Title) -> Result<u32, DispatchError> {
		let achievement = request.achievement;
		match Self::assess_before_office(title, &Self::step_of(&request))
			.map_err(Error::<T>::from)?
		{
			Assessment::Asking(missing) => {
				Self::note_silence(&mut request, title, &missing)?;
				Self::save(id, &request);
			}
			Assessment::Lawful(..) if Self::waits_for_office(title, &request.act) => {
				request.state = RequestState::AwaitingOffice;
				Self::save(id, &request);
				Self::deposit_event(Event::RequestAgreed { request: id, achievement });
			}
			Assessment::Lawful(lawful) => {
				let (entry, next) = *lawful;
				let sequence = Self::write(achievement, Some(title), &entry, next);
				Self::close_request(id, &request, RequestOutcome::Taken(sequence));
			}
		}
		Ok(rights_in(title))
	}

	pub(crate) fn do_refuse(
		who: T::AccountId,
		id: RequestId,
		role: ConsentRole,
		behalf: Behalf,
	) -> Result<u32, DispatchError> {
		let mut request = Self::request(id)?;
		ensure!(request.state == RequestState::Open, Error::<T>::NotOpen);
		let title = Self::load(request.achievement)?;
		let Answer { member, .. } = Self::answer(&who, behalf, &request, &title)?;
		let missing = Self::missing(&title, &request)?;
		ensure!(missing.contains(&(member, role)), Error::<T>::NotAsked);
		if !request.has_refused(member, role) {
			request.refused.try_push((member, role)).map_err(|_| Error::<T>::TooManyConsents)?;
		}
		Self::deposit_event(Event::ConsentRefused { request: id, member, role });
		match Self::can_do_without(&title, &request, &missing)? {
			true => Self::save(id, &request),
			false => Self::close_request(id, &request, RequestOutcome::Refused(member)),
		}
		Ok(rights_in(&title))
	}

	/// Whether the step would be lawful if everyone asked agreed but those who refused.
	fn can_do_without(
		title: &Title,
		request: &Request,
		missing: &[(MemberId, ConsentRole)],
	) -> Result<bool, Error<T>> {
		let entry = Self::draft(Some(title), &Self::step_of(request))?;
		let mut consents = entry.body().consents.to_vec();
		for (member, role) in
			missing.iter().filter(|(member, role)| !request.has_refused(*member, *role))
		{
			consents.push(Consent { member: *member, role: *role, deemed: false, mandate: None });
		}
		Ok(consents_needed(title.body(), entry.body()).missing(&consents).is_empty())
	}

	pub(crate) fn do_withdraw(
		who: T::AccountId,
		id: RequestId,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		let request = Self::request(id)?;
		let Actor { member, .. } = T::Members::acting(&who, Permission::Dispose, mandate, &[])?;
		ensure!(member == request.actor.member, Error::<T>::NotAsker);
		Self::close_request(id, &request, RequestOutcome::Withdrawn);
		Ok(0)
	}

	/// Counts the silence that is due, or closes a request that lapsed, at anybody's wish.
	pub(crate) fn do_poke(id: RequestId) -> Result<u32, DispatchError> {
		let mut request = Self::request(id)?;
		ensure!(request.state == RequestState::Open, Error::<T>::NothingDue);
		let title = Self::load(request.achievement)?;
		if Self::deem(id, &mut request, &title)? {
			return Self::advance(id, request, &title);
		}
		// Whoever came into the title since is asked from now on.
		let asked = request.silence.len();
		let missing = Self::missing(&title, &request)?;
		Self::note_silence(&mut request, &title, &missing)?;
		if request.silence.len() > asked {
			Self::save(id, &request);
			return Ok(rights_in(&title));
		}
		ensure!(Self::lapses_at(&request) <= Self::present(), Error::<T>::NothingDue);
		Self::close_request(id, &request, RequestOutcome::Lapsed);
		Ok(rights_in(&title))
	}

	/// Counts the silence that is due; whether there was any.
	fn deem(id: RequestId, request: &mut Request, title: &Title) -> Result<bool, Error<T>> {
		let missing = Self::missing(title, request)?;
		let asked = |silence: &&Silence| missing.contains(&(silence.member, silence.role));
		let silent: Vec<Silence> =
			request.silent_at(Self::present()).filter(asked).copied().collect();
		for Silence { member, role, .. } in &silent {
			let consent = Consent { member: *member, role: *role, deemed: true, mandate: None };
			request.consents.try_push(consent).map_err(|_| Error::<T>::TooManyConsents)?;
			let (member, role) = (*member, *role);
			Self::deposit_event(Event::ConsentDeemed { request: id, member, role });
		}
		Ok(!silent.is_empty())
	}

	/// Looks at a request on the day it is due. What the law refuses now stays open, its silence
	/// counted, until it lapses.
	pub(crate) fn count_silence_due(id: RequestId) -> u32 {
		let refused = match with_storage_layer(|| Self::do_poke(id)) {
			Ok(rights) => return rights,
			Err(error) => error,
		};
		if let Some(mut request) = Requests::<T>::get(id) {
			let counted = with_storage_layer(|| {
				let title = Self::load(request.achievement)?;
				Self::deem(id, &mut request, &title).map_err(DispatchError::from)
			});
			if counted == Ok(true) {
				Self::deposit_event(Event::RequestStalled { request: id, error: refused });
			}
			Self::save(id, &request);
		}
		quanqi_types::bounds::MAX_LIVE_RIGHTS
	}
}
