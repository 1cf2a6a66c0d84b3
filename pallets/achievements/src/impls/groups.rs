//! Families of one invention, and bundles sold together.

use crate::{
	pallet::{
		BundleOf, Bundles, Config, Error, Event, Families, FamilyOf, NextBundle, NextFamily, Pallet,
	},
	types::{Bundle, BundleId, FamilyId, Label},
};
use frame_support::{ensure, traits::ConstU32, BoundedVec};
use quanqi_traits::Members;
use quanqi_types::{bounds::MAX_BULK_RECORDS, AchievementId, MandateId, Permission};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_link_family(
		who: T::AccountId,
		achievement: AchievementId,
		relative: AchievementId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		ensure!(achievement != relative, Error::<T>::SameRecord);
		let record = Self::open_record(achievement)?;
		let actor = Self::writer(&who, mandate, achievement, &record)?;
		let related = Self::open_record(relative)?;
		Self::ensure_writer(actor.member, relative, &related)?;
		ensure!(!FamilyOf::<T>::contains_key(achievement), Error::<T>::InFamilyAlready);
		let family = match FamilyOf::<T>::get(relative) {
			Some(family) => family,
			None => Self::found_family(relative)?,
		};
		Self::join_family(achievement, family);
		Self::deposit_event(Event::FamilyLinked { achievement, relative, family });
		Ok(())
	}

	fn found_family(founder: AchievementId) -> Result<FamilyId, DispatchError> {
		let number = NextFamily::<T>::get();
		NextFamily::<T>::put(number.checked_add(1).ok_or(Error::<T>::NumbersExhausted)?);
		Self::join_family(founder, FamilyId(number));
		Ok(FamilyId(number))
	}

	pub(crate) fn join_family(achievement: AchievementId, family: FamilyId) {
		FamilyOf::<T>::insert(achievement, family);
		Families::<T>::insert(family, achievement, ());
	}

	pub(crate) fn do_unlink_family(
		who: T::AccountId,
		achievement: AchievementId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let record = Self::existing(achievement)?;
		Self::writer(&who, mandate, achievement, &record)?;
		let family = FamilyOf::<T>::take(achievement).ok_or(Error::<T>::NotInFamily)?;
		Families::<T>::remove(family, achievement);
		Self::deposit_event(Event::FamilyUnlinked { achievement, family });
		Ok(())
	}

	pub(crate) fn do_create_bundle(
		who: T::AccountId,
		label: Label,
		achievements: BoundedVec<AchievementId, ConstU32<MAX_BULK_RECORDS>>,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		label.validate().map_err(|_| Error::<T>::InvalidText)?;
		ensure!(achievements.len() >= 2, Error::<T>::BundleTooSmall);
		let ascending =
			achievements.windows(2).all(|pair| matches!(pair, [first, second] if first < second));
		ensure!(ascending, Error::<T>::BundleNotAscending);
		let actor = T::Members::acting(&who, Permission::Register, mandate, &[])?;
		let number = NextBundle::<T>::get();
		NextBundle::<T>::put(number.checked_add(1).ok_or(Error::<T>::NumbersExhausted)?);
		let bundle = BundleId(number);
		for achievement in &achievements {
			let record = Self::open_record(*achievement)?;
			Self::ensure_writer(actor.member, *achievement, &record)?;
			ensure!(
				!BundleOf::<T>::contains_key(achievement),
				Error::<T>::InBundleAlready((*achievement).into())
			);
			BundleOf::<T>::insert(achievement, bundle);
		}
		let records = u32::try_from(achievements.len()).unwrap_or(u32::MAX);
		let maker = actor.member;
		Bundles::<T>::insert(bundle, Bundle { maker, label, achievements });
		Self::deposit_event(Event::BundleCreated { bundle, maker, records });
		Ok(())
	}

	/// How many records the bundle had.
	pub(crate) fn do_dissolve_bundle(
		who: T::AccountId,
		bundle: BundleId,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		let actor = T::Members::acting(&who, Permission::Register, mandate, &[])?;
		let found = Bundles::<T>::get(bundle).ok_or(Error::<T>::NoSuchBundle)?;
		ensure!(actor.member == found.maker, Error::<T>::NotMaker);
		Bundles::<T>::remove(bundle);
		for achievement in &found.achievements {
			BundleOf::<T>::remove(achievement);
		}
		Self::deposit_event(Event::BundleDissolved { bundle, maker: found.maker });
		Ok(u32::try_from(found.achievements.len()).unwrap_or(u32::MAX))
	}

	/// Takes a withdrawn disclosure out of its family and bundle.
	pub(crate) fn leave_groups(achievement: AchievementId) {
		if let Some(family) = FamilyOf::<T>::take(achievement) {
			Families::<T>::remove(family, achievement);
		}
		if let Some(bundle) = BundleOf::<T>::take(achievement) {
			Bundles::<T>::mutate(bundle, |found| {
				if let Some(found) = found {
					found.achievements.retain(|member| *member != achievement);
				}
			});
		}
	}
}
