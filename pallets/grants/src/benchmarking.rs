//! Benchmarks: teams and owners as many as can be, `l` entries in a title of `r` use rights, each with
//! an assertion on what it leaves.
//!
//! Members, statutes, achievements, titles and notices come through the neighbours' own traits, so
//! that the weights of a runtime include what its rights ledger does.

use crate::{pallet::*, types::*};
use alloc::{boxed::Box, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::BoundedVec;
use frame_system::RawOrigin;
use quanqi_title::{Act, Actor, Cause, Consent, ConsentRole, Registration, UseBasis, UseGrant};
use quanqi_traits::{
	AchievementFacts, Achievements, FundingKind, Members, NoticeOutcome, NoticeSubject, Notices,
	OnNoticeOver, Statutes, Step, Titles,
};
use quanqi_types::{
	bounds::{
		MAX_AGREED_TRANSFERS, MAX_COMMITTED_TERMS, MAX_KEYS, MAX_LABEL_BYTES, MAX_LIVE_RIGHTS,
		MAX_SHARE_LINES,
	},
	AchievementId, AchievementKind, ConsentAct, ConsentRule, Digest, GrantId, LedgerStatus,
	MemberId, OfficialStatus, Period, Ppm, RuleId, Scope, ShareBasis, ShareLine, Shares,
	StatuteValue, Term, TermUnit, Text, UseForm, WHOLE_PPM,
};

const ID: AchievementId = AchievementId(1);
/// What the unit grants of its share.
const GRANTED: Ppm = 800_000;

struct Party<T: Config> {
	key: T::AccountId,
	member: MemberId,
}

impl<T: Config> Party<T> {
	fn origin(&self) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(self.key.clone())
	}
}

fn party<T: Config>(seed: u32) -> Party<T> {
	let (key, member) = T::Members::benchmark_member(seed);
	Party { key, member }
}

/// The unit, who decides and attests, the team, and the co-owners.
struct Scene<T: Config> {
	unit: Party<T>,
	authority: Party<T>,
	team: Vec<Party<T>>,
	co_owners: Vec<Party<T>>,
}

fn digest(byte: u8) -> Digest {
	Digest::Sha256([byte; 32])
}

fn longest() -> Text<MAX_LABEL_BYTES> {
	Text::new(&"x".repeat(MAX_LABEL_BYTES as usize)).unwrap()
}

fn consent_of(member: MemberId, role: ConsentRole) -> Consent {
	Consent { member, role, deemed: false, mandate: None }
}

fn set_statutes<T: Config>(kind: AchievementKind) {
	for act in ConsentAct::ALL {
		let rule = match act {
			ConsentAct::OrdinaryLicence => ConsentRule::Any,
			_ => ConsentRule::All,
		};
		T::Statutes::benchmark_set(RuleId::Consent(kind, *act), StatuteValue::Consent(rule));
	}
	let term = |number, unit| StatuteValue::Term(Term { number, unit });
	T::Statutes::benchmark_set(RuleId::OrdinaryBesideSole, StatuteValue::Flag(false));
	T::Statutes::benchmark_set(RuleId::LongTermUseRightMinimum, term(8, TermUnit::Year));
	T::Statutes::benchmark_set(RuleId::CompleterIncomeFloor, StatuteValue::Ppm(700_000));
	T::Statutes::benchmark_set(RuleId::PublicNoticePeriod, term(15, TermUnit::Day));
	let codes = (0..64).collect::<Vec<u16>>();
	let codes = StatuteValue::Codes(BoundedVec::truncate_from(codes));
	T::Statutes::benchmark_set(RuleId::LegalBasisCodes, codes);
}

impl<T: Config> Scene<T> {
	/// An achievement with so many in the team, so many co-owners beside the unit, and `r` use
	/// rights.
	fn new(
		kind: AchievementKind,
		team: u32,
		co_owners: u32,
		r: u32,
	) -> Result<Self, BenchmarkError> {
		set_statutes::<T>(kind);
		let scene = Self {
			unit: party(0),
			authority: party(1),
			team: (10..10 + team).map(party).collect(),
			co_owners: (100..100 + co_owners).map(party).collect(),
		};
		let facts = AchievementFacts {
			holder: scene.unit.member,
			kind,
			ledger_status: LedgerStatus::Registered,
			official_status: OfficialStatus::Granted,
			protection_until: None,
			funding: FundingKind::Fiscal,
			service: true,
			exclusion: None,
			completers: scene.team.iter().map(|party| party.member).collect(),
			completed: None,
		};
		T::Achievements::benchmark_set(ID, facts);
		scene.register(kind)?;
		for _ in 0..r {
			scene.license()?;
		}
		Ok(scene)
	}

	fn owners(&self) -> Shares {
		let others = self.co_owners.iter().map(|party| party.member);
		let lines = others.map(|member| ShareLine { member, ppm: 1_000 });
		let rest = WHOLE_PPM - 1_000 * self.co_owners.len() as u32;
		let lines = lines.chain([ShareLine { member: self.unit.member, ppm: rest }]);
		Shares::new(lines, ShareBasis::Agreed).expect("they sum to the whole; qed")
	}

	fn append(&self, consents: Vec<Consent>, act: Act) -> Result<(), BenchmarkError> {
		let step = Step {
			actor: Actor { member: self.unit.member, mandate: None },
			cause: Cause::Declaration,
			legal_date: None,
			consents,
			act,
		};
		T::Titles::append(ID, step)?;
		Ok(())
	}

	fn register(&self, kind: AchievementKind) -> Result<(), BenchmarkError> {
		let owners = self.owners();
		let consents = owners.members().map(|member| consent_of(member, ConsentRole::CoOwner));
		let consents = consents.collect();
		let registration = Registration {
			achievement: ID,
			kind,
			owners,
			status: OfficialStatus::Granted,
			protection_until: None,
			pre_emption: BoundedVec::new(),
		};
		self.append(consents, Act::Registered(Box::new(registration)))
	}

	/// An ordinary licence to the authority: one more use right in the title.
	fn license(&self) -> Result<(), BenchmarkError> {
		let holder = self.authority.member;
		let licence = UseGrant {
			grantor: self.unit.member,
			form: UseForm::Ordinary,
			basis: UseBasis::Licence,
			holders: Shares::single(holder),
			scope: Scope::everything(),
			period: Period::open(T::Titles::now()),
			transferable: false,
			sublicensable: false,
			sublicences_survive: false,
			subject_to: BoundedVec::new(),
			replaces: None,
		};
		let accepts = [consent_of(holder, ConsentRole::Recipient)].into();
		self.append(accepts, Act::UseGranted(Box::new(licence)))
	}

	fn terms(&self, content: Content) -> Terms {
		let team = Shares::equal(self.team.iter().map(|party| party.member)).expect("a team; qed");
		let line = |payee, ppm| IncomeLine { payee, ppm };
		let income = [
			line(IncomePayee::Completers, 700_000),
			line(IncomePayee::Contributors, 100_000),
			line(IncomePayee::Unit, 50_000),
			line(IncomePayee::Department, 50_000),
			line(IncomePayee::Fund, 50_000),
			line(IncomePayee::Other, 50_000),
		];
		Terms {
			achievement: ID,
			content,
			team,
			representative: self.team.last().map(|party| party.member),
			legal_basis: 63,
			agreement: digest(1),
			income: BoundedVec::truncate_from(income.to_vec()),
		}
	}

	fn ownership(&self) -> Box<Terms> {
		Box::new(self.terms(Content::Ownership { ppm: GRANTED, holding: Holding::Each }))
	}

	/// As many committed terms as can be.
	fn long_term(&self) -> Box<Terms> {
		let year = Term { number: 1, unit: TermUnit::Year };
		let length = alloc::vec![year; MAX_COMMITTED_TERMS as usize];
		Box::new(self.terms(Content::LongTermUse {
			form: UseForm::Ordinary,
			scope: Scope::everything(),
			length: Length::Committed(BoundedVec::truncate_from(length)),
			transferable: true,
			sublicensable: true,
			sublicences_survive: false,
			subject_to: BoundedVec::new(),
		}))
	}

	fn propose(&self, terms: Box<Terms>) -> Result<GrantId, BenchmarkError> {
		Pallet::<T>::propose(self.unit.origin().into(), terms)?;
		Ok(GrantId(NextId::<T>::get() - 1))
	}

	fn approve(&self, terms: Box<Terms>) -> Result<GrantId, BenchmarkError> {
		let id = self.propose(terms)?;
		Pallet::<T>::approve(self.unit.origin().into(), id, 0)?;
		Ok(id)
	}

	fn publish(&self, terms: Box<Terms>) -> Result<GrantId, BenchmarkError> {
		let id = self.approve(terms)?;
		Pallet::<T>::publish(self.unit.origin().into(), id, digest(2))?;
		Ok(id)
	}

	/// The notice has closed, and every co-owner consented.
	fn close(&self, terms: Box<Terms>) -> Result<GrantId, BenchmarkError> {
		let id = self.publish(terms)?;
		let notice = grant::<T>(id).notice.unwrap();
		T::Notices::benchmark_close(notice);
		// A runtime's notices have called back already: then this changes nothing.
		let subject = NoticeSubject::Grant(id);
		Pallet::<T>::notice_over(notice, &subject, NoticeOutcome::Closed);
		self.let_co_owners_consent(id);
		Ok(id)
	}

	/// What the co-owners' calls would write.
	fn let_co_owners_consent(&self, id: GrantId) {
		let consents = self.co_owners.iter();
		let consents = consents.map(|party| consent_of(party.member, ConsentRole::CoOwner));
		Given::<T>::insert(id, Consents::truncate_from(consents.collect()));
	}

	fn accept(&self, terms: Box<Terms>) -> Result<GrantId, BenchmarkError> {
		let id = self.close(terms)?;
		for party in &self.team {
			let origin = party.origin().into();
			Pallet::<T>::accept(origin, id, 0, digest(1), None)?;
		}
		Ok(id)
	}

	fn agree(&self, terms: Box<Terms>) -> Result<GrantId, BenchmarkError> {
		let id = self.accept(terms)?;
		Pallet::<T>::agree(self.unit.origin().into(), id).map_err(|error| error.error)?;
		Ok(id)
	}

	fn declare(&self, id: GrantId) -> Result<(), BenchmarkError> {
		for party in self.team.iter().chain([&self.unit]) {
			let origin = party.origin().into();
			Pallet::<T>::declare_rescission(origin, id, digest(5), None)?;
		}
		Ok(())
	}
}

fn grant<T: Config>(id: GrantId) -> Grant {
	Pallet::<T>::grant(id).unwrap()
}

fn status<T: Config>(id: GrantId) -> GrantStatus {
	grant::<T>(id).status
}

const PATENT: AchievementKind = AchievementKind::InventionPatent;
/// Shares move at once.
const SOFTWARE: AchievementKind = AchievementKind::Software;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_approvals() -> Result<(), BenchmarkError> {
		let unit = party::<T>(0);

		#[extrinsic_call]
		_(unit.origin(), 16);

		assert_eq!(ApprovalsOf::<T>::get(unit.member), 16);
		Ok(())
	}

	#[benchmark]
	fn propose() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new(PATENT, MAX_SHARE_LINES, MAX_SHARE_LINES - 1, 0)?;
		let terms = scene.long_term();

		#[extrinsic_call]
		_(scene.unit.origin(), terms);

		assert_eq!(status::<T>(GrantId(1)), GrantStatus::Proposed);
		Ok(())
	}

	#[benchmark]
	fn amend() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new(PATENT, MAX_SHARE_LINES, MAX_SHARE_LINES - 1, 0)?;
		let id = scene.publish(scene.long_term())?;
		scene.let_co_owners_consent(id);
		let terms = scene.long_term();

		#[extrinsic_call]
		_(scene.unit.origin(), id, terms);

		assert_eq!(grant::<T>(id).version, 1);
		Ok(())
	}

	#[benchmark]
	fn approve() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new(PATENT, MAX_SHARE_LINES, 0, 0)?;
		ApprovalsOf::<T>::insert(scene.unit.member, MAX_KEYS as u8);
		let id = scene.propose(scene.long_term())?;
		let others = scene.team.iter().take(MAX_KEYS as usize - 1).map(|party| party.key.clone());
		Approvals::<T>::insert(id, Keys::<T::AccountId>::truncate_from(others.collect()));

		#[extrinsic_call]
		_(scene.unit.origin(), id, 0);

		assert_eq!(status::<T>(id), GrantStatus::Approved);
		Ok(())
	}

	#[benchmark]
	fn refuse() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new(PATENT, MAX_SHARE_LINES, MAX_SHARE_LINES - 1, 0)?;
		let id = scene.publish(scene.long_term())?;

		#[extrinsic_call]
		_(scene.unit.origin(), id, digest(9));

		assert_eq!(status::<T>(id), GrantStatus::Rejected);
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new(PATENT, MAX_SHARE_LINES, MAX_SHARE_LINES - 1, 0)?;
		let id = scene.publish(scene.long_term())?;

		#[extrinsic_call]
		_(scene.unit.origin(), id);

		assert_eq!(status::<T>(id), GrantStatus::Withdrawn);
		Ok(())
	}

	#[benchmark]
	fn publish() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new(PATENT, MAX_SHARE_LINES, MAX_SHARE_LINES - 1, 0)?;
		let id = scene.approve(scene.long_term())?;

		#[extrinsic_call]
		_(scene.unit.origin(), id, digest(2));

		assert_eq!(status::<T>(id), GrantStatus::Noticed);
		Ok(())
	}

	#[benchmark]
	fn accept() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new(PATENT, MAX_SHARE_LINES, 0, 0)?;
		let id = scene.close(scene.long_term())?;
		for party in scene.team.iter().skip(1) {
			let origin = party.origin().into();
			Pallet::<T>::accept(origin, id, 0, digest(1), None)?;
		}
		let last = scene.team[0].origin();

		#[extrinsic_call]
		_(last, id, 0, digest(1), None);

		assert_eq!(Accepted::<T>::get(id).len(), scene.team.len());
		Ok(())
	}

	/// The share of a team of 64 in software, the last of 63 co-owners.
	#[benchmark]
	fn consent(r: Linear<0, { MAX_LIVE_RIGHTS - 1 }>) -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new(SOFTWARE, MAX_SHARE_LINES, MAX_SHARE_LINES - 1, r)?;
		let id = scene.approve(scene.ownership())?;
		scene.let_co_owners_consent(id);
		let last = scene.co_owners[0].member;
		Given::<T>::mutate(id, |given| given.retain(|known| known.member != last));

		#[extrinsic_call]
		_(scene.co_owners[0].origin(), id, 0, ConsentRole::CoOwner, Behalf::Own);

		assert_eq!(Given::<T>::get(id).len(), scene.co_owners.len());
		Ok(())
	}

	/// Shares of software: every line is an entry, and makes an owner.
	#[benchmark]
	fn agree(
		l: Linear<1, { MAX_SHARE_LINES - 1 }>,
		r: Linear<0, { MAX_LIVE_RIGHTS - 1 }>,
	) -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new(SOFTWARE, l, 0, r)?;
		let id = scene.accept(scene.ownership())?;

		#[extrinsic_call]
		_(scene.unit.origin(), id);

		assert_eq!(status::<T>(id), GrantStatus::Effective);
		Ok(())
	}

	#[benchmark]
	fn attest(
		l: Linear<1, { MAX_AGREED_TRANSFERS }>,
		r: Linear<0, { MAX_LIVE_RIGHTS - 1 }>,
	) -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new(PATENT, l, MAX_SHARE_LINES - 1 - MAX_AGREED_TRANSFERS, r)?;
		let id = scene.agree(scene.ownership())?;
		// Who holds licences in a title attests nothing in it.
		let office = party::<T>(2);

		#[extrinsic_call]
		_(office.origin(), id, longest(), T::Titles::now());

		assert_eq!(status::<T>(id), GrantStatus::Effective);
		Ok(())
	}

	/// The last of a team of 63 and the unit.
	#[benchmark]
	fn declare_rescission() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new(SOFTWARE, MAX_SHARE_LINES - 1, 0, 0)?;
		let id = scene.agree(scene.ownership())?;
		for party in &scene.team {
			let origin = party.origin().into();
			Pallet::<T>::declare_rescission(origin, id, digest(5), None)?;
		}

		#[extrinsic_call]
		_(scene.unit.origin(), id, digest(5), None);

		let (_, declared) = Rescissions::<T>::get(id).unwrap();
		assert_eq!(declared.len(), MAX_SHARE_LINES as usize);
		Ok(())
	}

	/// Shares of software return: every line is an entry. By decision it weighs no more, for nobody's
	/// consent is looked for.
	#[benchmark]
	fn rescind(
		l: Linear<1, { MAX_SHARE_LINES - 1 }>,
		r: Linear<0, { MAX_LIVE_RIGHTS - 1 }>,
	) -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new(SOFTWARE, l, 0, r)?;
		let id = scene.agree(scene.ownership())?;
		scene.declare(id)?;

		#[extrinsic_call]
		_(scene.unit.origin(), id);

		assert_eq!(status::<T>(id), GrantStatus::Rescinded);
		let owners = T::Titles::title(ID).unwrap().owners;
		assert_eq!(owners.part_of(scene.unit.member), WHOLE_PPM);
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
