//! A title under test: short words for acts, causes and consents.

use quanqi_title::*;
use quanqi_types::*;

/// Owns the title, alone or the larger part.
pub(crate) const UNIT: u32 = 1;
/// Owns the rest.
pub(crate) const PARTNER: u32 = 2;
/// Buys shares.
pub(crate) const BUYER: u32 = 3;
/// Holds use rights.
pub(crate) const LICENSEE: u32 = 4;
/// Would hold other ones.
pub(crate) const RIVAL: u32 = 5;
/// Takes pledges.
pub(crate) const BANK: u32 = 6;
/// Made the invention.
pub(crate) const COMPLETER: u32 = 7;
/// Decides.
pub(crate) const COURT: u32 = 90;
/// Attests.
pub(crate) const OFFICE: u32 = 91;

/// When the first entry is written.
pub(crate) const START: u64 = 1_000;
/// End of protection.
pub(crate) const END: u64 = 1_000_000;

pub(crate) fn member(id: u32) -> MemberId {
	MemberId(id)
}

pub(crate) fn shares(lines: &[(u32, u32)]) -> Shares {
	let lines = lines.iter().map(|(id, ppm)| ShareLine { member: member(*id), ppm: *ppm });
	Shares::new(lines, ShareBasis::Agreed).unwrap()
}

pub(crate) fn whole(id: u32) -> Shares {
	Shares::single(member(id))
}

/// From a moment to another; to the end of protection where that is zero.
pub(crate) fn period(from: u64, until: u64) -> Period {
	Period { from: Moment(from), until: (until > 0).then_some(Moment(until)) }
}

pub(crate) fn scope(territory: &str, acts: Acts) -> Scope {
	let territories = Territories::Only(vec![territory.parse().unwrap()].try_into().unwrap());
	Scope { territories, fields: FieldsOfUse::All, acts }
}

pub(crate) fn everything() -> Scope {
	Scope::everything()
}

/// A licence by the unit to the licensee: everything, to the end of protection.
pub(crate) fn licence(form: UseForm) -> UseGrant {
	UseGrant {
		grantor: member(UNIT),
		form,
		basis: UseBasis::Licence,
		holders: whole(LICENSEE),
		scope: everything(),
		period: period(START, 0),
		transferable: true,
		sublicensable: true,
		sublicences_survive: false,
		subject_to: BoundedVec::new(),
		replaces: None,
	}
}

/// The same for the rival.
pub(crate) fn rival(form: UseForm) -> UseGrant {
	UseGrant { holders: whole(RIVAL), ..licence(form) }
}

/// A sublicence by the licensee to the rival.
pub(crate) fn sublicence(parent: u32, form: UseForm) -> UseGrant {
	UseGrant { grantor: member(LICENSEE), basis: UseBasis::Sublicence(parent), ..rival(form) }
}

pub(crate) fn subject_to(grant: UseGrant, prior: &[u32]) -> UseGrant {
	UseGrant { subject_to: prior.to_vec().try_into().unwrap(), ..grant }
}

pub(crate) fn grant(grant: UseGrant) -> Act {
	Act::UseGranted(Box::new(grant))
}

pub(crate) fn sale(from: u32, to: u32, ppm: u32) -> Act {
	Act::TransferAgreed { from: member(from), to: member(to), ppm }
}

pub(crate) fn at_once(from: u32, to: u32, ppm: u32) -> Act {
	Act::ShareTransferred { agreed: None, from: member(from), to: member(to), ppm }
}

pub(crate) fn effect(agreed: u32, from: u32, to: u32, ppm: u32) -> Act {
	Act::ShareTransferred { agreed: Some(agreed), from: member(from), to: member(to), ppm }
}

pub(crate) fn pledge(pledgor: u32, target: HoldTarget, ppm: u32, until: u64) -> Act {
	Act::Pledged {
		pledgor: member(pledgor),
		pledgee: member(BANK),
		target,
		ppm,
		secured: Commitment([7; 32]),
		until: (until > 0).then_some(Moment(until)),
	}
}

pub(crate) fn hold(target: HoldTarget, until: u64) -> Act {
	Act::Held { target, until: (until > 0).then_some(Moment(until)), renews: None }
}

pub(crate) fn share_of(owner: u32) -> HoldTarget {
	HoldTarget::Share(member(owner))
}

pub(crate) fn pool(from: u64, until: u64) -> Act {
	Act::PoolEntered(PoolTerms {
		by: member(UNIT),
		scope: everything(),
		period: period(from, until),
		standard_contract: Digest::Sm3([1; 32]),
	})
}

pub(crate) fn reserve(beneficiary: u32, from: u64, until: u64) -> Act {
	Act::Reserved {
		beneficiary: member(beneficiary),
		scope: everything(),
		period: period(from, until),
	}
}

pub(crate) fn end(right: u32, reason: EndReason) -> Act {
	Act::UseEnded { right, reason }
}

pub(crate) fn status(status: OfficialStatus) -> Act {
	Act::StatusChanged {
		status,
		protection_until: Some(Moment(END)),
		kind: AchievementKind::InventionPatent,
	}
}

pub(crate) fn decided_by(authority: u32) -> Cause {
	let document = Text::new("(2026) Zhe 01 Min Chu 7").unwrap();
	Cause::Decision(DecisionRef {
		authority: member(authority),
		document,
		digest: Digest::Sm3([2; 32]),
	})
}

/// A title, its history and the clock.
#[derive(Clone)]
pub(crate) struct World {
	pub(crate) title: Option<Title>,
	pub(crate) entries: Vec<Entry>,
	pub(crate) now: u64,
	/// What the governed flag says of an ordinary licence beside a sole one.
	pub(crate) beside_sole: bool,
}

impl World {
	pub(crate) fn empty() -> Self {
		Self { title: None, entries: Vec::new(), now: START, beside_sole: false }
	}

	pub(crate) fn new(kind: AchievementKind, owners: &[(u32, u32)]) -> Self {
		let mut world = Self::empty();
		world.act(registration(kind, owners)).willing().ok();
		world
	}

	/// A patent that the unit owns alone.
	pub(crate) fn patent() -> Self {
		Self::new(AchievementKind::InventionPatent, &[(UNIT, WHOLE_PPM)])
	}

	/// A patent of unit and partner, six to four.
	pub(crate) fn joint_patent() -> Self {
		Self::new(AchievementKind::InventionPatent, &[(UNIT, 600_000), (PARTNER, 400_000)])
	}

	/// Software of unit and partner, six to four.
	pub(crate) fn joint_software() -> Self {
		Self::new(AchievementKind::Software, &[(UNIT, 600_000), (PARTNER, 400_000)])
	}

	pub(crate) fn body(&self) -> &TitleBody {
		self.title.as_ref().unwrap().body()
	}

	/// The number that the next entry will have.
	pub(crate) fn next(&self) -> u32 {
		self.title.as_ref().map_or(0, |title| title.body().entries)
	}

	pub(crate) fn at(&mut self, now: u64) -> &mut Self {
		self.now = now;
		self
	}

	pub(crate) fn act(&mut self, act: Act) -> Draft<'_> {
		let body = EntryBody {
			sequence: self.next(),
			block: 1,
			time: Moment(self.now),
			legal_date: None,
			actor: Actor { member: member(UNIT), mandate: None },
			cause: cause_of(&act),
			consents: BoundedVec::new(),
			statutes: BoundedVec::new(),
			act,
		};
		Draft { world: self, body, with_statutes: true }
	}

	/// Grants with everyone's consent, past every conflict; the right's number.
	pub(crate) fn granted(&mut self, terms: UseGrant) -> u32 {
		self.act(grant(terms)).willing().ok()
	}

	pub(crate) fn is_live(&self, right: u32, at: u64) -> bool {
		let body = self.body();
		body.right(right).is_some_and(|right| body.is_live(right, Moment(at)))
	}
}

/// What an act mostly comes by.
fn cause_of(act: &Act) -> Cause {
	match act {
		Act::UseGranted(grant) if grant.basis == UseBasis::LongTermGrant => {
			Cause::Grant(GrantId(1))
		}
		Act::UseGranted(grant) if grant.basis == UseBasis::Trial => Cause::Trial(TrialId(1)),
		_ => Cause::Contract(ContractId(1)),
	}
}

pub(crate) fn registration(kind: AchievementKind, owners: &[(u32, u32)]) -> Act {
	Act::Registered(Box::new(Registration {
		achievement: AchievementId(42),
		kind,
		owners: shares(owners),
		status: OfficialStatus::Granted,
		protection_until: Some(Moment(END)),
		pre_emption: BoundedVec::new(),
	}))
}

/// The law of the tests: what each rule says.
pub(crate) fn law(rule: RuleId, beside_sole: bool) -> StatuteValue {
	match rule {
		RuleId::Consent(_, ConsentAct::OrdinaryLicence | ConsentAct::PoolEntry) => {
			StatuteValue::Consent(ConsentRule::Any)
		}
		RuleId::Consent(..) => StatuteValue::Consent(ConsentRule::All),
		RuleId::PreEmptionPeriod(_) => StatuteValue::Term(Term::new(15, TermUnit::Day)),
		RuleId::OrdinaryBesideSole => StatuteValue::Flag(beside_sole),
		other => unreachable!("no act asks for {other:?}"),
	}
}

/// An entry being written.
pub(crate) struct Draft<'a> {
	world: &'a mut World,
	pub(crate) body: EntryBody,
	with_statutes: bool,
}

impl Draft<'_> {
	pub(crate) fn by(mut self, actor: u32) -> Self {
		self.body.actor.member = member(actor);
		self
	}

	pub(crate) fn under_mandate(mut self, principal: u32, agent: u32) -> Self {
		let mandate = Some(MandateRef { id: MandateId(1), agent: member(agent) });
		self.body.actor = Actor { member: member(principal), mandate };
		self
	}

	pub(crate) fn cause(mut self, cause: Cause) -> Self {
		self.body.cause = cause;
		self
	}

	pub(crate) fn decided(self) -> Self {
		self.cause(decided_by(COURT)).by(COURT)
	}

	/// By the office, as of now.
	pub(crate) fn office(mut self) -> Self {
		let moment = self.body.time;
		self.body.legal_date = Some(LegalDate { moment, attested_by: member(OFFICE) });
		self.cause(Cause::Office(Text::new("CNIPA 2026-1").unwrap()))
	}

	pub(crate) fn edit(mut self, edit: impl FnOnce(&mut EntryBody)) -> Self {
		edit(&mut self.body);
		self
	}

	pub(crate) fn consent(mut self, id: u32, role: ConsentRole) -> Self {
		let consent = Consent { member: member(id), role, deemed: false, mandate: None };
		self.body.consents.try_push(consent).unwrap();
		self
	}

	pub(crate) fn silent(mut self, id: u32, role: ConsentRole) -> Self {
		let consent = Consent { member: member(id), role, deemed: true, mandate: None };
		self.body.consents.try_push(consent).unwrap();
		self
	}

	pub(crate) fn statute(mut self, rule: RuleId, value: StatuteValue) -> Self {
		let used = StatuteUsed { rule, effective_from: Moment(0), value };
		self.body.statutes.try_push(used).unwrap();
		self
	}

	pub(crate) fn without_statutes(mut self) -> Self {
		self.with_statutes = false;
		self
	}

	pub(crate) fn needed(&mut self) -> ConsentsNeeded {
		self.fill_statutes();
		match (&self.world.title, &self.body.act) {
			(Some(title), _) => consents_needed(title.body(), &self.body),
			(None, Act::Registered(registration)) => {
				consents_for_registration(&self.body, registration)
			}
			(None, _) => unreachable!("the first entry registers"),
		}
	}

	/// Everyone whose consent counts gives it.
	pub(crate) fn willing(self) -> Self {
		self.willing_but(|_, _| false)
	}

	/// Everyone but one member.
	pub(crate) fn willing_without(self, id: u32) -> Self {
		self.willing_but(|who, _| who == member(id))
	}

	/// Everyone, but nobody in one capacity.
	pub(crate) fn willing_without_role(self, role: ConsentRole) -> Self {
		self.willing_but(|_, other| other == role)
	}

	pub(crate) fn willing_but(mut self, refuses: impl Fn(MemberId, ConsentRole) -> bool) -> Self {
		let missing = self.needed().missing(&self.body.consents);
		for (who, role) in missing.into_iter().filter(|(who, role)| !refuses(*who, *role)) {
			self = self.consent(who.0, role);
		}
		self
	}

	fn fill_statutes(&mut self) {
		let Some(title) = self.world.title.as_ref().filter(|_| self.with_statutes) else {
			return;
		};
		for rule in statutes_needed(title.body(), &self.body) {
			if !self.body.statutes.iter().any(|used| used.rule == rule) {
				let value = law(rule, self.world.beside_sole);
				let used = StatuteUsed { rule, effective_from: Moment(0), value };
				self.body.statutes.try_push(used).unwrap();
			}
		}
	}

	/// Applies the entry; its number.
	#[track_caller]
	pub(crate) fn ok(mut self) -> u32 {
		self.fill_statutes();
		let number = self.body.sequence;
		let entry = Entry::V1(self.body);
		match Title::apply(self.world.title.as_ref(), &entry) {
			Ok(title) => self.world.title = Some(title),
			Err(refusal) => panic!("refused: {refusal}"),
		}
		self.world.entries.push(entry);
		number
	}

	/// The rule, reason and record that refuse the entry.
	#[track_caller]
	pub(crate) fn refused(mut self) -> (Rule, Reason, Option<u32>) {
		self.fill_statutes();
		let result = Title::apply(self.world.title.as_ref(), &Entry::V1(self.body));
		let refusal = result.expect_err("the entry is lawful");
		(refusal.rule, refusal.reason, refusal.with)
	}
}
