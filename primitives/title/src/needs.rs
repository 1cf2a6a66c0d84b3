//! T8, with the consents of T2, T4, T5, T7 and T9: who must agree to an act.
//!
//! `apply` uses exactly these functions, and so does whoever collects consents: what is collected
//! and what the law asks for never differ.

use crate::{
	act::{Act, EndReason, HoldTarget, Registration, UseBasis, UseGrant},
	conflicts, due, encumbrances,
	entry::{Cause, Consent, ConsentRole, EntryBody},
	refusal::{ensure, Reason, Refusal, Rule},
	state::{TitleBody, UseRight},
};
use alloc::vec::Vec;
use quanqi_types::{
	AchievementKind, ConsentAct, ConsentRule, MemberId, Ppm, PreEmption, RuleId, ShareLine, Shares,
	StatuteValue, Term, UseForm, WHOLE_PPM,
};

/// How many co-owners must consent, and who counts (T8).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CoOwnersNeeded {
	/// The agreement's rule, or else the statute's.
	pub rule: ConsentRule,
	/// The co-owners that count, with their shares.
	pub counting: Vec<ShareLine>,
	/// Silence for this long is consent, where the co-owners agreed so.
	pub deemed_after: Option<Term>,
}

/// Everything that members must agree to before an act is lawful.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConsentsNeeded {
	/// Whose act it is: it agrees by acting, in every capacity.
	pub actor: MemberId,
	/// The rule for co-owners, where the act needs one.
	pub co_owners: Option<CoOwnersNeeded>,
	/// Members that must agree whatever the co-owners' rule, each in a capacity.
	pub named: Vec<(MemberId, ConsentRole)>,
	/// The refusal for each of `named`, in the same order.
	refusals: Vec<Refusal>,
}

impl ConsentsNeeded {
	fn new(actor: MemberId) -> Self {
		Self { actor, co_owners: None, named: Vec::new(), refusals: Vec::new() }
	}

	fn name(&mut self, member: MemberId, role: ConsentRole, refusal: Refusal) {
		if !self.named.contains(&(member, role)) {
			self.named.push((member, role));
			self.refusals.push(refusal);
		}
	}

	/// Names one who gives something of its own away.
	fn name_giver(&mut self, member: MemberId, role: ConsentRole) {
		let rule = if role == ConsentRole::Holder { Rule::T7 } else { Rule::T8 };
		self.name(member, role, Refusal::with(rule, Reason::OwnConsentMissing, member.0));
	}

	/// Names one who receives and so must accept.
	fn name_recipient(&mut self, member: MemberId) {
		let refusal = Refusal::with(Rule::T8, Reason::AcceptanceMissing, member.0);
		self.name(member, ConsentRole::Recipient, refusal);
	}

	/// Whether a named member agreed. Only a pre-emption is waived by silence.
	fn is_given(&self, (member, role): (MemberId, ConsentRole), given: &[Consent]) -> bool {
		let silence_counts = role == ConsentRole::PreEmption;
		let is_it = |consent: &Consent| {
			(consent.member, consent.role) == (member, role) && (silence_counts || !consent.deemed)
		};
		member == self.actor || given.iter().any(is_it)
	}

	/// Co-owners that count and have not consented, where their rule is not met yet.
	fn missing_co_owners(&self, given: &[Consent]) -> Vec<MemberId> {
		let Some(needed) = &self.co_owners else {
			return Vec::new();
		};
		let consents = |member: MemberId| {
			let is_it = |consent: &Consent| {
				(consent.member, consent.role) == (member, ConsentRole::CoOwner)
					&& (!consent.deemed || needed.deemed_after.is_some())
			};
			member == self.actor || given.iter().any(is_it)
		};
		let (agreeing, silent): (Vec<ShareLine>, Vec<ShareLine>) =
			needed.counting.iter().partition(|line| consents(line.member));
		let weight = agreeing.iter().fold(0, |sum: Ppm, line| sum.saturating_add(line.ppm));
		let is_met = match needed.rule {
			ConsentRule::Any => !agreeing.is_empty(),
			ConsentRule::Threshold(least) => weight >= least,
			ConsentRule::All => silent.is_empty(),
		};
		match is_met {
			true => Vec::new(),
			false => silent.into_iter().map(|line| line.member).collect(),
		}
	}

	/// Who has not agreed yet and in which capacity; empty when nothing is missing. Where a part of
	/// the co-owners is enough, all whose consent could still count.
	pub fn missing(&self, given: &[Consent]) -> Vec<(MemberId, ConsentRole)> {
		let named = self.named.iter().copied().filter(|named| !self.is_given(*named, given));
		let co_owners = self.missing_co_owners(given).into_iter();
		let mut missing: Vec<_> =
			named.chain(co_owners.map(|member| (member, ConsentRole::CoOwner))).collect();
		missing.sort_unstable();
		missing.dedup();
		missing
	}

	/// The first rule that refuses for want of a consent.
	fn check(&self, given: &[Consent]) -> Result<(), Refusal> {
		let named = self.named.iter().zip(&self.refusals);
		if let Some((_, refusal)) =
			named.into_iter().find(|(named, _)| !self.is_given(**named, given))
		{
			return Err(*refusal);
		}
		match self.missing_co_owners(given).first() {
			Some(member) => Err(Refusal::with(Rule::T8, Reason::ConsentMissing, member.0)),
			None => Ok(()),
		}
	}
}

/// Who must agree to a registration: every owner, unless an authority decides.
pub fn consents_for_registration(body: &EntryBody, registration: &Registration) -> ConsentsNeeded {
	let mut needed = ConsentsNeeded::new(body.actor.member);
	if !body.is_decided() {
		needed.co_owners = Some(co_owners(&registration.owners, ConsentRule::All, None));
	}
	needed
}

/// Who must agree to an act. Statute values are read from the entry; where the one that decides is
/// missing, all co-owners must.
pub fn consents_needed(title: &TitleBody, body: &EntryBody) -> ConsentsNeeded {
	let mut needed = ConsentsNeeded::new(body.actor.member);
	let giver = giver(title, body);
	let is_giver = |member: MemberId| giver.is_some_and(|(giver, _)| giver == member);
	// T4: holders in the way.
	for conflict in conflicts::conflicts(title, body) {
		for member in conflict.blockers.into_iter().flatten().filter(|m| !is_giver(*m)) {
			needed.name(member, ConsentRole::BlockingHolder, conflict.refusal);
		}
	}
	// T2: transferees to whom the act runs contrary.
	for agreed in title.agreed_transfers.iter().filter(|agreed| is_contrary(body, agreed.from)) {
		let refusal = Refusal::with(Rule::T2, Reason::AgreedTransferInTheWay, agreed.sequence);
		needed.name(agreed.to, ConsentRole::Transferee, refusal);
	}
	// T9: pledgees of what the act touches.
	for pledge in encumbrances::pledges_touched(title, body) {
		let refusal = Refusal::with(Rule::T9, Reason::PledgeInTheWay, pledge.sequence);
		needed.name(pledge.pledgee, ConsentRole::Pledgee, refusal);
	}
	// T8 gives way to the decision of an authority.
	if body.is_decided() {
		return needed;
	}
	if let Some((member, role)) = giver {
		needed.name_giver(member, role);
	}
	name_closers(&mut needed, title, body);
	for (member, _) in pre_emptions(title, body) {
		let refusal = Refusal::with(Rule::T8, Reason::PreEmptionStands, member.0);
		needed.name(member, ConsentRole::PreEmption, refusal);
	}
	for member in recipients(body) {
		needed.name_recipient(member);
	}
	if needed.co_owners.is_none() {
		needed.co_owners = co_owners_of(title, body);
	}
	needed
}

/// The statute rules whose values the entry must carry, so that the law can be judged from it alone.
pub fn statutes_needed(title: &TitleBody, body: &EntryBody) -> Vec<RuleId> {
	let mut rules = Vec::new();
	if conflicts::asks_beside_sole(title, body) {
		rules.push(RuleId::OrdinaryBesideSole);
	}
	if body.is_decided() {
		return rules;
	}
	if let Some(act) = consent_act(body) {
		if agreement_line(title, act).is_none() {
			rules.push(RuleId::Consent(title.kind, act));
		}
	}
	for (_, kind) in pre_emptions(title, body) {
		let rule = RuleId::PreEmptionPeriod(kind);
		if !rules.contains(&rule) {
			rules.push(rule);
		}
	}
	rules
}

/// T2, T4, T8, T9: refuses while a deciding statute value or a consent is missing.
pub(crate) fn check(title: &TitleBody, body: &EntryBody) -> Result<(), Refusal> {
	// What no consent lifts comes first.
	let hard = conflicts::conflicts(title, body).into_iter().find(|c| c.blockers.is_none());
	if let Some(conflict) = hard {
		return Err(conflict.refusal);
	}
	for rule in statutes_needed(title, body) {
		check_statute(body, rule)?;
	}
	let needed = consents_needed(title, body);
	check_silence(&needed, body)?;
	needed.check(&body.consents)
}

/// The consents of a first entry.
pub(crate) fn check_registration(
	body: &EntryBody,
	registration: &Registration,
) -> Result<(), Refusal> {
	let needed = consents_for_registration(body, registration);
	check_silence(&needed, body)?;
	needed.check(&body.consents)
}

fn check_statute(body: &EntryBody, rule: RuleId) -> Result<(), Refusal> {
	let law = if rule == RuleId::OrdinaryBesideSole { Rule::T4 } else { Rule::T8 };
	let used = body
		.statutes
		.iter()
		.find(|used| used.rule == rule)
		.ok_or(Refusal::new(law, Reason::StatuteMissing))?;
	let is_fit = match (rule, &used.value) {
		(RuleId::Consent(..), StatuteValue::Consent(ConsentRule::Threshold(ppm))) => {
			(1..=WHOLE_PPM).contains(ppm)
		}
		(RuleId::Consent(..), StatuteValue::Consent(_)) => true,
		(RuleId::PreEmptionPeriod(_), StatuteValue::Term(_)) => true,
		(RuleId::OrdinaryBesideSole, StatuteValue::Flag(_)) => true,
		_ => false,
	};
	ensure(is_fit, law, Reason::StatuteUnfit)
}

/// T8: silence waives a pre-emption, and is consent where the co-owners agreed so; nowhere else.
fn check_silence(needed: &ConsentsNeeded, body: &EntryBody) -> Result<(), Refusal> {
	let agreed = needed.co_owners.as_ref().is_some_and(|needed| needed.deemed_after.is_some());
	let is_empty = |consent: &&Consent| {
		consent.deemed
			&& match consent.role {
				ConsentRole::PreEmption => false,
				ConsentRole::CoOwner => !agreed,
				_ => true,
			}
	};
	match body.consents.iter().find(is_empty) {
		Some(consent) => Err(Refusal::with(Rule::T8, Reason::SilenceIsNoConsent, consent.member.0)),
		None => Ok(()),
	}
}

/// Who gives something of its own by the act, and in which capacity it must agree.
fn giver(title: &TitleBody, body: &EntryBody) -> Option<(MemberId, ConsentRole)> {
	match &body.act {
		Act::TransferAgreed { from, .. } | Act::ShareTransferred { agreed: None, from, .. } => {
			Some((*from, ConsentRole::CoOwner))
		}
		// Agreed before; but a mere declaration that it is effective takes the one who gives.
		Act::ShareTransferred { agreed: Some(_), from, .. } => {
			(body.cause == Cause::Declaration).then_some((*from, ConsentRole::CoOwner))
		}
		Act::UseGranted(grant) => Some((grant.grantor, grantor_role(grant))),
		Act::UseTransferred { from, .. } => Some((*from, ConsentRole::Holder)),
		Act::Pledged { pledgor, target: HoldTarget::UseRight(_), .. } => {
			Some((*pledgor, ConsentRole::Holder))
		}
		Act::Pledged { pledgor, .. } => Some((*pledgor, ConsentRole::CoOwner)),
		Act::PoolEntered(terms) => Some((terms.by, ConsentRole::CoOwner)),
		Act::PoolLeft if !due::is_due(title, &body.act, body.time) => title
			.pool
			.as_ref()
			.filter(|pool| title.owners.contains(pool.terms.by))
			.map(|pool| (pool.terms.by, ConsentRole::CoOwner)),
		Act::Reserved { .. } => Some((body.actor.member, ConsentRole::CoOwner)),
		_ => None,
	}
}

fn grantor_role(grant: &UseGrant) -> ConsentRole {
	match grant.parent() {
		Some(_) => ConsentRole::Holder,
		None => ConsentRole::CoOwner,
	}
}

/// Names those without whom something that is not over yet does not end.
fn name_closers(needed: &mut ConsentsNeeded, title: &TitleBody, body: &EntryBody) {
	if due::is_due(title, &body.act, body.time) {
		return;
	}
	match &body.act {
		Act::TransferCancelled { agreed } => {
			for transfer in title.agreed_transfers.iter().filter(|t| t.sequence == *agreed) {
				needed.name_giver(transfer.from, ConsentRole::CoOwner);
				let refusal = Refusal::with(Rule::T2, Reason::AgreedTransferInTheWay, *agreed);
				needed.name(transfer.to, ConsentRole::Transferee, refusal);
			}
		}
		Act::UseDivided { right, .. } => name_holders(needed, title.right(*right)),
		Act::UseEnded { right, reason } => match reason {
			EndReason::Surrendered => name_holders(needed, title.right(*right)),
			EndReason::ByTerms => name_grantor(needed, title, *right),
			EndReason::Rescinded => {
				name_grantor(needed, title, *right);
				name_holders(needed, title.right(*right));
			}
			EndReason::Expired | EndReason::Decided | EndReason::ParentEnded => {}
		},
		// The office enters the end of a pledge on the creditor's word.
		Act::PledgeReleased { pledge } if !matches!(body.cause, Cause::Office(_)) => {
			for known in title.pledges.iter().filter(|known| known.sequence == *pledge) {
				let refusal = Refusal::with(Rule::T9, Reason::PledgeInTheWay, *pledge);
				needed.name(known.pledgee, ConsentRole::Pledgee, refusal);
			}
		}
		Act::ReservationEnded { reservation } => {
			for kept in title.reservations.iter().filter(|kept| kept.sequence == *reservation) {
				let refusal = Refusal::with(Rule::T4, Reason::ReservationInTheWay, *reservation);
				needed.name(kept.beneficiary, ConsentRole::BlockingHolder, refusal);
			}
		}
		Act::PoolLeft => {
			let by_is_owner =
				title.pool.as_ref().is_some_and(|pool| title.owners.contains(pool.terms.by));
			if !by_is_owner {
				needed.co_owners = Some(co_owners(&title.owners, ConsentRule::Any, None));
			}
		}
		Act::Pledged { target: HoldTarget::Whole, .. } => {
			needed.co_owners = Some(co_owners(&title.owners, ConsentRule::All, None));
		}
		_ => {}
	}
}

/// T7: all holders of a use right.
fn name_holders(needed: &mut ConsentsNeeded, right: Option<&UseRight>) {
	for member in right.into_iter().flat_map(|right| right.terms.holders.members()) {
		needed.name_giver(member, ConsentRole::Holder);
	}
}

/// The grantor; or who stands in its place, when it has left the title or the right above: any one
/// owner, or the holders of that right.
fn name_grantor(needed: &mut ConsentsNeeded, title: &TitleBody, right: u32) {
	let Some(right) = title.right(right) else {
		return;
	};
	let grantor = right.terms.grantor;
	match right.terms.parent().and_then(|parent| title.right(parent)) {
		Some(above) if above.terms.holders.contains(grantor) => {
			needed.name_giver(grantor, ConsentRole::Holder)
		}
		Some(above) => name_holders(needed, Some(above)),
		None if title.owners.contains(grantor) => needed.name_giver(grantor, ConsentRole::CoOwner),
		None => needed.co_owners = Some(co_owners(&title.owners, ConsentRule::Any, None)),
	}
}

/// T2: whether an act runs contrary to a transfer that `seller` has agreed. Beside what its share is
/// promised for (see `ownership`): uses that the buyer would find in its way.
fn is_contrary(body: &EntryBody, seller: MemberId) -> bool {
	match &body.act {
		Act::UseGranted(grant) => {
			grant.parent().is_none() && (grant.shuts_others_out() || grant.grantor == seller)
		}
		Act::PoolEntered(terms) => terms.by == seller,
		Act::Reserved { .. } => true,
		Act::Pledged { target: HoldTarget::Whole, .. } => true,
		_ => false,
	}
}

/// T8: who must accept.
fn recipients(body: &EntryBody) -> Vec<MemberId> {
	match &body.act {
		Act::TransferAgreed { to, .. }
		| Act::ShareTransferred { agreed: None, to, .. }
		| Act::UseTransferred { to, .. } => [*to].into(),
		Act::UseGranted(grant) => grant.holders.members().collect(),
		Act::UseDivided { holders, .. } => holders.members().collect(),
		Act::Pledged { pledgee, .. } => [*pledgee].into(),
		_ => Vec::new(),
	}
}

/// T8: who may buy on equal terms before a stranger does, and by which rule. A grant (赋权) to the
/// team is no sale, so there are no equal terms to take up.
fn pre_emptions<'a>(
	title: &'a TitleBody,
	body: &EntryBody,
) -> impl Iterator<Item = (MemberId, PreEmption)> + 'a {
	let sale = match (&body.act, &body.cause) {
		(_, Cause::Grant(_) | Cause::Decision(_)) => None,
		(Act::TransferAgreed { from, to, .. }, _) => Some((*from, *to)),
		(Act::ShareTransferred { agreed: None, from, to, .. }, _) => Some((*from, *to)),
		_ => None,
	};
	let is_application = title.kind == AchievementKind::PatentApplication;
	let stranger = sale.filter(|(_, to)| !title.owners.contains(*to));
	title.pre_emption.iter().copied().filter(move |(member, kind)| {
		let applies = *kind != PreEmption::CoDeveloper || is_application;
		applies && stranger.is_some_and(|(from, to)| *member != from && *member != to)
	})
}

/// T8: the kind of act that co-owners consent to.
fn consent_act(body: &EntryBody) -> Option<ConsentAct> {
	match &body.act {
		Act::TransferAgreed { .. } | Act::ShareTransferred { agreed: None, .. } => {
			Some(match body.cause {
				Cause::Grant(_) => ConsentAct::Grant,
				_ => ConsentAct::Transfer,
			})
		}
		Act::UseGranted(grant) => match (grant.basis, grant.form) {
			(UseBasis::Sublicence(_), _) => None,
			(UseBasis::LongTermGrant, _) => Some(ConsentAct::Grant),
			(UseBasis::Licence | UseBasis::Trial, UseForm::Ordinary) => {
				Some(ConsentAct::OrdinaryLicence)
			}
			(UseBasis::Licence | UseBasis::Trial, UseForm::Sole) => Some(ConsentAct::SoleLicence),
			(UseBasis::Licence | UseBasis::Trial, UseForm::Exclusive) => {
				Some(ConsentAct::ExclusiveLicence)
			}
		},
		Act::PoolEntered(_) => Some(ConsentAct::PoolEntry),
		// What is kept for one is shut to all others, as by an exclusive licence.
		Act::Reserved { .. } => Some(ConsentAct::ExclusiveLicence),
		Act::Pledged { target: HoldTarget::Share(_), .. } => Some(ConsentAct::Pledge),
		Act::Retired { .. } => Some(ConsentAct::Retire),
		_ => None,
	}
}

fn agreement_line(title: &TitleBody, act: ConsentAct) -> Option<&crate::act::AgreementLine> {
	title.agreement.as_ref().and_then(|agreement| agreement.line(act))
}

fn co_owners(owners: &Shares, rule: ConsentRule, deemed_after: Option<Term>) -> CoOwnersNeeded {
	CoOwnersNeeded { rule, counting: owners.lines().to_vec(), deemed_after }
}

/// T8: the co-owners' own rule for the act, or else the statute's. Only all of them set the rules.
fn co_owners_of(title: &TitleBody, body: &EntryBody) -> Option<CoOwnersNeeded> {
	if matches!(body.act, Act::AgreementSet(_)) {
		return Some(co_owners(&title.owners, ConsentRule::All, None));
	}
	let act = consent_act(body)?;
	if let Some(line) = agreement_line(title, act) {
		return Some(co_owners(&title.owners, line.rule, line.deemed_after));
	}
	let statute = RuleId::Consent(title.kind, act);
	let rule = body.statutes.iter().find(|used| used.rule == statute).map(|used| &used.value);
	let rule = match rule {
		Some(StatuteValue::Consent(rule)) => *rule,
		_ => ConsentRule::All,
	};
	Some(co_owners(&title.owners, rule, None))
}
