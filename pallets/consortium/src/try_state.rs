//! The invariants of the README, by the same numbers.

use crate::{
	rules, types::MAX_ENACTMENTS, Administrators, ByIdentity, Config, CouncilVotes, Enactments,
	Keys, Mandates, MemberKeys, Members, NextEnactmentId, NextMandateId, NextMemberId, NodeIds,
	NodeOwners, Pallet, QuotaLimit, QuotaUsed, SeatAccounts, Seats, SponsorOffers, Sponsored,
	Successions, Validators,
};
use alloc::collections::BTreeMap;
use frame_support::ensure;
use quanqi_traits::MemberStatus;
use quanqi_types::{Capability, MemberId};
use sp_runtime::TryRuntimeError;

type Outcome = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of this pallet.
	pub fn do_try_state() -> Outcome {
		Self::check_providers()?;
		Self::check_identities()?;
		Self::check_records()?;
		Self::check_keys()?;
		Self::check_sponsors()?;
		Self::check_numbers()?;
		Self::check_seats()?;
		Self::check_validators()?;
		Self::check_nodes()?;
		Self::check_mandates()?;
		Self::check_decisions()?;
		Self::check_enactments()?;
		Self::check_quotas()
	}

	/// I1. Nothing else on this chain gives an account a provider, and none is ever given back.
	fn check_providers() -> Outcome {
		let bound = Keys::<T>::iter_keys().chain(SeatAccounts::<T>::iter_keys());
		let mut expected = 0u64;
		for account in bound {
			expected = expected.saturating_add(1);
			let providers = frame_system::Account::<T>::get(&account).providers;
			ensure!(providers > 0, "I1: a key or seat account without provider");
		}
		let found = frame_system::Account::<T>::iter_values()
			.fold(0u64, |sum, account| sum.saturating_add(account.providers.into()));
		ensure!(found == expected, "I1: providers are not keys ever bound and seat accounts");
		Ok(())
	}

	/// I2. A member has one entry in the index, and the index no other entries.
	fn check_identities() -> Outcome {
		let mut members = 0usize;
		for (id, record) in Members::<T>::iter() {
			members = members.saturating_add(1);
			let key = Self::identity_key(&record)
				.map_err(|_| TryRuntimeError::Other("I2: a record that nothing finds"))?;
			ensure!(
				ByIdentity::<T>::get(key) == Some(id),
				"I2: a member that the index does not find"
			);
		}
		ensure!(
			ByIdentity::<T>::iter_keys().count() == members,
			"I2: an index entry without a member"
		);
		Ok(())
	}

	/// I3.
	fn check_records() -> Outcome {
		for record in Members::<T>::iter_values() {
			ensure!(
				rules::check_capabilities(record.kind, &record.capabilities, record.jurisdiction)
					.is_ok(),
				"I3: capabilities and jurisdiction do not fit"
			);
			ensure!(
				rules::check_establishment(record.kind, record.state_established).is_ok(),
				"I3: a person established by the state"
			);
		}
		Ok(())
	}

	/// I4.
	fn check_keys() -> Outcome {
		let mut live = 0usize;
		for (account, key) in Keys::<T>::iter() {
			ensure!(Members::<T>::contains_key(key.member), "I4: a key of nobody");
			ensure!(!key.permissions.is_empty(), "I4: a key that may do nothing");
			let listed = MemberKeys::<T>::get(key.member).contains(&account);
			ensure!(listed == key.revoked.is_none(), "I4: live keys are not the listed ones");
			live = live.saturating_add(usize::from(listed));
		}
		let mut listed = 0usize;
		for (_, keys) in MemberKeys::<T>::iter() {
			listed = listed.saturating_add(keys.len());
			let full = |account| {
				Keys::<T>::get(account).is_some_and(|key| rules::is_full(&key.permissions))
			};
			ensure!(keys.is_empty() || keys.iter().any(full), "I4: keys without a full one");
		}
		ensure!(listed == live, "I4: a listed key that is not live");
		Ok(())
	}

	/// I5. A quota lowered by a new statute may be exceeded by what was there before.
	fn check_sponsors() -> Outcome {
		let mut counts = BTreeMap::<MemberId, u32>::new();
		for record in Members::<T>::iter_values() {
			let Some(sponsor) = record.sponsor else { continue };
			ensure!(Members::<T>::contains_key(sponsor), "I5: a sponsor that does not exist");
			ensure!(rules::may_be_sponsored(record.kind), "I5: a sponsored institution");
			if record.status != MemberStatus::Expelled {
				let count = counts.entry(sponsor).or_default();
				*count = count.saturating_add(1);
			}
		}
		for (sponsor, stored) in Sponsored::<T>::iter() {
			let counted = counts.remove(&sponsor).unwrap_or_default();
			ensure!(counted == stored, "I5: a wrong count of sponsored members");
		}
		ensure!(counts.is_empty(), "I5: sponsored members that are not counted");
		for (member, to) in SponsorOffers::<T>::iter() {
			let record = Members::<T>::get(member);
			ensure!(
				record.is_some_and(|record| record.status != MemberStatus::Expelled
					&& record.sponsor.is_some()
					&& record.sponsor != Some(to)),
				"I5: an offer of a member that cannot be handed over"
			);
		}
		Ok(())
	}

	/// I6.
	fn check_numbers() -> Outcome {
		let next = NextMemberId::<T>::get();
		ensure!(
			Members::<T>::iter_keys().all(|id| id.0 > 0 && id.0 < next),
			"I6: a member beyond the next number"
		);
		let next = NextMandateId::<T>::get();
		ensure!(
			Mandates::<T>::iter_keys().all(|id| id.0 > 0 && id.0 < next),
			"I6: a mandate beyond the next number"
		);
		let next = NextEnactmentId::<T>::get();
		ensure!(
			Enactments::<T>::iter_keys().all(|id| id > 0 && id < next),
			"I6: an enactment beyond the next number"
		);
		Ok(())
	}

	fn is_ascending(members: &[MemberId]) -> bool {
		members.iter().zip(members.iter().skip(1)).all(|(one, next)| one < next)
	}

	/// I7.
	fn check_seats() -> Outcome {
		for (account, member) in SeatAccounts::<T>::iter() {
			ensure!(account == Self::seat_account(member), "I7: a seat account of someone else");
		}
		let seats = Seats::<T>::get();
		ensure!(Self::is_ascending(&seats), "I7: seats are not ascending");
		for member in &seats {
			let present = Self::present_record(*member).is_ok();
			ensure!(present, "I7: a seat of a member that is not there");
			ensure!(
				SeatAccounts::<T>::contains_key(Self::seat_account(*member)),
				"I7: a seat without its account"
			);
		}
		ensure!(
			T::CouncilVotes::members() == Self::seat_accounts(&seats),
			"I7: the collective has other members"
		);
		Ok(())
	}

	/// I8. How many there must be is checked at each change: a genesis may begin below the floor.
	fn check_validators() -> Outcome {
		let validators = Validators::<T>::get();
		ensure!(Self::is_ascending(&validators), "I8: validators are not ascending");
		for member in &validators {
			let record = Self::present_record(*member)?;
			ensure!(
				record.capabilities.contains(Capability::Validate),
				"I8: a validator that may not validate"
			);
			ensure!(
				SeatAccounts::<T>::contains_key(Self::seat_account(*member)),
				"I8: a validator without a seat account"
			);
		}
		Ok(())
	}

	/// I9.
	fn check_nodes() -> Outcome {
		let mut listed = 0usize;
		for (member, nodes) in NodeIds::<T>::iter() {
			listed = listed.saturating_add(nodes.len());
			for node in nodes {
				ensure!(NodeOwners::<T>::get(node) == Some(member), "I9: a node of someone else");
			}
		}
		ensure!(NodeOwners::<T>::iter_keys().count() == listed, "I9: an owner without the node");
		Ok(())
	}

	/// I10.
	fn check_mandates() -> Outcome {
		for mandate in Mandates::<T>::iter_values() {
			ensure!(mandate.principal != mandate.agent, "I10: a mandate to oneself");
			ensure!(
				Members::<T>::contains_key(mandate.principal)
					&& Members::<T>::contains_key(mandate.agent),
				"I10: a mandate of nobody"
			);
			ensure!(rules::is_delegable(&mandate.permissions), "I10: a mandate over keys or seat");
		}
		Ok(())
	}

	/// I11.
	fn check_decisions() -> Outcome {
		for (member, administration) in Administrators::<T>::iter() {
			let record = Members::<T>::get(member);
			ensure!(
				record.is_some_and(|record| record.status != MemberStatus::Active),
				"I11: an administrator of a member that signs itself"
			);
			ensure!(
				Members::<T>::contains_key(administration.administrator),
				"I11: an administrator that does not exist"
			);
		}
		for (member, successions) in Successions::<T>::iter() {
			ensure!(
				Members::<T>::contains_key(member)
					&& successions
						.iter()
						.all(|succession| Members::<T>::contains_key(succession.successor)),
				"I11: a succession of nobody"
			);
		}
		Ok(())
	}

	/// I12.
	fn check_enactments() -> Outcome {
		ensure!(Enactments::<T>::count() <= MAX_ENACTMENTS, "I12: too many enactments wait");
		ensure!(
			Enactments::<T>::iter_keys().count()
				== usize::try_from(Enactments::<T>::count()).unwrap_or(usize::MAX),
			"I12: a wrong count of enactments"
		);
		Ok(())
	}

	/// I13.
	fn check_quotas() -> Outcome {
		ensure!(
			QuotaUsed::<T>::iter_keys().all(Members::<T>::contains_key),
			"I13: a quota used by nobody"
		);
		ensure!(
			Self::leaves_room_for_a_block(&QuotaLimit::<T>::get()),
			"I13: a quota without room for a block"
		);
		Ok(())
	}
}
