//! The council as an origin, at thresholds that statutes govern.

use crate::{rules, Config, Pallet};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::traits::{Backing, EnsureOrigin};
use quanqi_traits::Statutes;
use quanqi_types::{RuleId, StatuteValue, WHOLE_PPM};

/// Reads the votes of the collective behind an origin.
pub trait CouncilVotes<Origin, AccountId> {
	/// How many of all seats stand behind an origin; `None` for any other origin.
	fn votes(origin: &Origin) -> Option<Backing>;

	/// The members that the collective has, ascending.
	fn members() -> Vec<AccountId>;

	/// An origin behind which so many seats stand.
	#[cfg(feature = "runtime-benchmarks")]
	fn origin(votes: Backing) -> Origin;
}

/// Which statute says how many seats must agree.
pub trait Threshold {
	/// The rule of that statute.
	const RULE: RuleId;
}

/// The threshold for members and statutes.
pub struct CouncilThreshold;

impl Threshold for CouncilThreshold {
	const RULE: RuleId = RuleId::CouncilThreshold;
}

/// The threshold for what is enacted as root.
pub struct EnactThreshold;

impl Threshold for EnactThreshold {
	const RULE: RuleId = RuleId::EnactThreshold;
}

/// The council, when the part of all its seats that agrees reaches the statute's threshold of the
/// block's date. Where no statute gives a part, all seats must agree.
pub struct EnsureCouncil<T, R>(PhantomData<(T, R)>);

impl<T: Config, R: Threshold> EnsureCouncil<T, R> {
	/// The threshold in force, in ppm of all seats.
	pub fn threshold_ppm() -> u32 {
		match T::Statutes::version_on(R::RULE, Pallet::<T>::now()).map(|version| version.value) {
			Some(StatuteValue::Ppm(ppm)) => ppm,
			_ => WHOLE_PPM,
		}
	}
}

impl<T: Config, R: Threshold> EnsureOrigin<T::RuntimeOrigin> for EnsureCouncil<T, R> {
	type Success = Backing;

	fn try_origin(origin: T::RuntimeOrigin) -> Result<Backing, T::RuntimeOrigin> {
		match T::CouncilVotes::votes(&origin) {
			Some(votes)
				if rules::reaches(votes.approvals, votes.eligible, Self::threshold_ppm()) =>
			{
				Ok(votes)
			}
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<T::RuntimeOrigin, ()> {
		Ok(T::CouncilVotes::origin(Backing { approvals: 1, eligible: 1 }))
	}
}
