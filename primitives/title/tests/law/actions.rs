//! Random histories: small numbers that become acts, lawful and unlawful, on a small club of members.

use crate::world::*;
use quanqi_title::*;
use quanqi_types::*;

/// A source of small numbers: bytes of a fuzzer or of proptest; zeros when they run out.
pub(crate) struct Bytes<'a>(pub(crate) &'a [u8]);

impl Bytes<'_> {
	pub(crate) fn is_empty(&self) -> bool {
		self.0.is_empty()
	}

	fn below(&mut self, limit: u32) -> u32 {
		let (first, rest) =
			self.0.split_first().map_or((0, self.0), |(first, rest)| (*first, rest));
		self.0 = rest;
		u32::from(first) % limit
	}

	fn pick<T: Clone>(&mut self, choices: &[T]) -> T {
		choices[self.below(choices.len() as u32) as usize].clone()
	}

	fn person(&mut self) -> u32 {
		self.below(7) + 1
	}

	fn ppm(&mut self) -> u32 {
		self.pick(&[1, 100_000, 250_000, 333_333, 500_000, 1_000_000, 0])
	}

	/// A number of an entry, mostly one that exists.
	fn number(&mut self, world: &World) -> u32 {
		self.below(world.next() + 1)
	}

	/// A right that is in the title, if any.
	fn right(&mut self, world: &World) -> u32 {
		let rights: Vec<u32> = world.body().rights.iter().map(|right| right.sequence).collect();
		if rights.is_empty() {
			return self.number(world);
		}
		self.pick(&rights)
	}

	fn holders(&mut self) -> Shares {
		let (first, second) = (self.person(), self.person());
		match self.below(3) {
			0 if first != second => shares(&[(first, 400_000), (second, 600_000)]),
			1 if first != second => Shares::equal([member(first), member(second)]).unwrap(),
			_ => whole(first),
		}
	}

	fn scope(&mut self) -> Scope {
		match self.below(5) {
			0 => scope("CN", Acts::ALL),
			1 => scope("CN", Acts::USE),
			2 => scope("US", Acts::ALL),
			_ => everything(),
		}
	}

	fn period(&mut self, world: &World) -> Period {
		let from = match self.below(4) {
			0 => world.now + u64::from(self.below(50)),
			_ => world.now,
		};
		let until = match self.below(3) {
			0 => 0,
			_ => from + u64::from(self.below(100)),
		};
		period(from, until)
	}

	fn target(&mut self, world: &World) -> HoldTarget {
		match self.below(3) {
			0 => HoldTarget::Whole,
			1 => share_of(self.person()),
			_ => HoldTarget::UseRight(self.right(world)),
		}
	}

	fn terms(&mut self, world: &World) -> UseGrant {
		let form = self.pick(&[UseForm::Exclusive, UseForm::Sole, UseForm::Ordinary]);
		let basis = match self.below(6) {
			0 => UseBasis::LongTermGrant,
			1 => UseBasis::Trial,
			2 | 3 => UseBasis::Sublicence(self.right(world)),
			_ => UseBasis::Licence,
		};
		let parent = match basis {
			UseBasis::Sublicence(parent) => world.body().right(parent).cloned(),
			_ => None,
		};
		let owners = world.body().owners.lines();
		let mut grantor = self.pick(owners).member;
		let (mut scope, mut period) = (self.scope(), self.period(world));
		if let Some(parent) = parent {
			grantor = self.pick(parent.terms.holders.lines()).member;
			if self.below(3) > 0 {
				(scope, period) = (parent.terms.scope.clone(), parent.terms.period);
			}
		}
		let open: Vec<u32> = world.body().rights.iter().map(|right| right.sequence).collect();
		let named = if self.below(2) == 0 { open } else { Vec::new() };
		let subject_to = named.into_iter().take(64).collect::<Vec<_>>();
		UseGrant {
			grantor,
			form,
			basis,
			holders: self.holders(),
			scope,
			period,
			transferable: self.below(4) > 0,
			sublicensable: self.below(4) > 0,
			sublicences_survive: self.below(4) == 0,
			subject_to: subject_to.try_into().unwrap(),
			replaces: (self.below(6) == 0).then(|| self.right(world)),
		}
	}

	fn correction(&mut self, world: &World) -> Correction {
		let right = self.right(world);
		Correction {
			corrects: self.number(world),
			owners: (self.below(3) == 0).then(|| self.holders()),
			ends_right: (self.below(3) == 0).then(|| self.right(world)),
			right: (self.below(2) == 0).then(|| (right, self.terms(world))),
			status: (self.below(4) == 0).then_some((OfficialStatus::Granted, Some(Moment(END)))),
		}
	}

	/// The effect of an agreed transfer, or where there is none one at once.
	fn effect(&mut self, world: &World, from: MemberId, to: MemberId) -> Act {
		let agreed = &world.body().agreed_transfers;
		if agreed.is_empty() || self.below(4) == 0 {
			return Act::ShareTransferred { agreed: None, from, to, ppm: self.ppm() };
		}
		let transfer = self.pick(agreed);
		let AgreedTransfer { sequence, from, to, ppm, .. } = transfer;
		Act::ShareTransferred { agreed: Some(sequence), from, to, ppm }
	}

	fn act(&mut self, world: &World) -> Act {
		let (from, to) = (member(self.person()), member(self.person()));
		let until = (self.below(2) == 0).then(|| Moment(world.now + u64::from(self.below(80))));
		let agreed = self.number(world);
		match self.below(26) {
			0 => {
				let status = self.pick(OfficialStatus::ALL);
				Act::StatusChanged {
					status,
					protection_until: Some(Moment(START + 20 * u64::from(self.below(200)))),
					kind: world.body().kind,
				}
			}
			1 | 2 => Act::TransferAgreed { from, to, ppm: self.ppm() },
			3 => Act::TransferCancelled { agreed },
			4 | 5 => self.effect(world, from, to),
			6..=11 => grant(self.terms(world)),
			12 => Act::UseTransferred { right: self.right(world), from, to, ppm: self.ppm() },
			13 => Act::UseDivided { right: self.right(world), holders: self.holders() },
			14 => Act::UseEnded {
				right: self.right(world),
				reason: self.pick(&[
					EndReason::Expired,
					EndReason::Surrendered,
					EndReason::ByTerms,
					EndReason::Decided,
					EndReason::ParentEnded,
					EndReason::Rescinded,
				]),
			},
			15 => Act::Pledged {
				pledgor: from,
				pledgee: to,
				target: self.target(world),
				ppm: self.ppm(),
				secured: Commitment([1; 32]),
				until,
			},
			16 => {
				let pledges = &world.body().pledges;
				let pledge = pledges.first().map_or(agreed, |pledge| pledge.sequence);
				Act::PledgeReleased { pledge }
			}
			17 => {
				let renews = (self.below(3) == 0).then_some(agreed);
				Act::Held { target: self.target(world), until, renews }
			}
			18 => Act::HoldLifted { hold: agreed },
			19 => Act::PoolEntered(PoolTerms {
				by: self.pick(world.body().owners.lines()).member,
				scope: self.scope(),
				period: self.period(world),
				standard_contract: Digest::Sm3([1; 32]),
			}),
			20 => Act::PoolLeft,
			21 => {
				Act::Reserved { beneficiary: from, scope: self.scope(), period: self.period(world) }
			}
			22 => Act::ReservationEnded { reservation: agreed },
			23 => Act::AgreementSet(Agreement {
				lines: vec![AgreementLine {
					act: self.pick(&[ConsentAct::Transfer, ConsentAct::OrdinaryLicence]),
					rule: self.pick(&[
						ConsentRule::Any,
						ConsentRule::All,
						ConsentRule::Threshold(500_000),
					]),
					deemed_after: None,
				}]
				.try_into()
				.unwrap(),
				digest: Digest::Sm3([4; 32]),
			}),
			24 => Act::Succeeded { from, heirs: self.holders() },
			_ => match self.below(8) {
				0 => Act::Retired { voided: self.below(2) == 0 },
				_ => Act::Corrected(Box::new(self.correction(world))),
			},
		}
	}

	/// The next try: an act with a cause and the consents of most who must agree. Holders in the way
	/// never agree, so that whatever stands side by side does so by the table alone.
	pub(crate) fn entry(&mut self, world: &mut World) -> Entry {
		world.now += u64::from(self.below(3) * self.below(20));
		let act = self.act(world);
		let (actor, office, kind) = (self.person(), self.below(2) == 0, self.below(5));
		let needs_office = matches!(
			act,
			Act::StatusChanged { .. } | Act::ShareTransferred { .. } | Act::Pledged { .. }
		);
		let needs_decision = matches!(
			act,
			Act::Held { .. } | Act::HoldLifted { .. } | Act::Succeeded { .. } | Act::Corrected(_)
		);
		let draft = world.act(act).by(actor);
		let draft = match kind {
			0 => draft.cause(Cause::Declaration),
			1 => draft.decided(),
			_ if needs_office => draft.office(),
			_ if needs_decision => draft.decided(),
			_ if office => draft.office(),
			2 => draft.cause(Cause::Due),
			3 => draft.cause(Cause::Grant(GrantId(1))),
			_ => draft,
		};
		let unwilling = self.below(40);
		let draft = draft
			.willing_but(|who, role| role == ConsentRole::BlockingHolder || who.0 == unwilling);
		Entry::V1(draft.body.clone())
	}
}

/// A registered title to start from.
pub(crate) fn start(bytes: &mut Bytes<'_>) -> World {
	let kind = bytes.pick(&[AchievementKind::InventionPatent, AchievementKind::Software]);
	let mut world = match bytes.below(2) {
		0 => World::new(kind, &[(UNIT, 600_000), (PARTNER, 400_000)]),
		_ => World::new(kind, &[(UNIT, WHOLE_PPM)]),
	};
	world.beside_sole = bytes.below(2) == 0;
	world
}
