//! What the calls do.

mod agree;
mod lines;
mod propose;
mod rescind;
mod team;

pub(crate) use lines::Words;

use crate::{pallet::*, rules::Fault, types::*, WeightInfo};
use frame_support::{dispatch::DispatchClass, ensure, traits::Get};
use quanqi_traits::{Members, Titles};
use quanqi_types::{
	bounds::{MAX_AGREED_TRANSFERS, MAX_LIVE_RIGHTS, MAX_SHARE_LINES},
	AchievementId, GrantId, MemberId, Permission,
};
use sp_runtime::{DispatchError, SaturatedConversion};

impl<T> From<Fault> for Error<T> {
	fn from(fault: Fault) -> Self {
		match fault {
			Fault::NotRegistered => Self::G1NotRegistered,
			Fault::NotServiceAchievement => Self::G1NotServiceAchievement,
			Fault::NotAUnit => Self::G1NotAUnit,
			Fault::ShareTooSmall { required, found } => {
				Self::G1ShareTooSmall(Numbers::of_parts(required.into(), found.into()))
			}
			Fault::WrongShare => Self::G1WrongShare,
			Fault::Excluded => Self::G2Excluded,
			Fault::UnknownLegalBasis => Self::G3UnknownLegalBasis,
			Fault::NotCompleter => Self::G4NotCompleter,
			Fault::RepresentativeNotInTeam => Self::G4RepresentativeNotInTeam,
			Fault::TeamTooLarge => Self::G4TeamTooLarge,
			Fault::PartTooSmall => Self::G4PartTooSmall,
			Fault::TooShort(found) => {
				Self::G5TooShort(Numbers::of_lengths(found.required, found.found))
			}
			Fault::WrongLength => Self::G5WrongLength,
			Fault::WrongSplit => Self::G8WrongSplit,
			Fault::BelowFloor(found) => {
				Self::G8BelowFloor(Numbers::of_parts(found.required, found.found))
			}
			Fault::NotGoverned => Self::NotGoverned,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The grant of this number.
	pub fn grant(id: GrantId) -> Option<Grant> {
		Grants::<T>::get(id).map(|Record::V1(grant)| grant)
	}

	pub(crate) fn load(id: GrantId) -> Result<Grant, Error<T>> {
		Self::grant(id).ok_or(Error::<T>::NoSuchGrant)
	}

	pub(crate) fn save(id: GrantId, grant: Grant) {
		Grants::<T>::insert(id, Record::V1(grant));
	}

	/// The grant, when the key is one of its unit.
	pub(crate) fn of_unit(
		who: &T::AccountId,
		permission: Permission,
		id: GrantId,
	) -> Result<Grant, DispatchError> {
		let member = T::Members::member(who, permission)?;
		let grant = Self::load(id)?;
		ensure!(grant.unit == member, Error::<T>::NotUnit);
		Ok(grant)
	}

	/// Use rights in a title: what the weight of an entry grows with.
	pub(crate) fn rights_in(achievement: AchievementId) -> u32 {
		T::Titles::title(achievement).map_or(0, |title| title.rights.len().saturated_into())
	}

	/// Who is a party of a grant: the unit and the team.
	pub(crate) fn parties_of(grant: &Grant) -> alloc::vec::Vec<MemberId> {
		grant.terms.team.members().chain([grant.unit]).collect()
	}

	/// Stops a runtime in which a grant could not be handled.
	pub(crate) fn check_integrity() {
		let most = T::BlockWeights::get().get(DispatchClass::Normal).max_extrinsic;
		let dearest = [
			T::WeightInfo::propose(),
			T::WeightInfo::amend(),
			T::WeightInfo::publish(),
			T::WeightInfo::accept(),
			T::WeightInfo::consent(MAX_LIVE_RIGHTS),
			T::WeightInfo::agree(MAX_SHARE_LINES, MAX_LIVE_RIGHTS),
			T::WeightInfo::attest(MAX_AGREED_TRANSFERS, MAX_LIVE_RIGHTS),
			T::WeightInfo::rescind(MAX_SHARE_LINES, MAX_LIVE_RIGHTS),
		];
		quanqi_traits::assert_calls_fit(most, dearest);
	}
}
