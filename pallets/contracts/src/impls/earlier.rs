//! Effects of earlier versions, as an amendment finds them: its terms are those of the whole contract.

use crate::{Config, Contract, Effect, EffectState, Effects, Error, Pallet, PriceEventId, Terms};
use alloc::{
	collections::{btree_map::Entry, BTreeMap},
	vec::Vec,
};
use quanqi_types::{AchievementId, Amount, ContractId};

/// An effect of an earlier version.
pub(crate) struct Earlier {
	pub(super) effect: Effect,
	/// Whether it stands, once the amendment has undone what it names.
	pub(super) stands: bool,
	/// What its achievement costs by the terms of its own version.
	pub(super) price: Option<Amount>,
	/// The price events that its own version names.
	pub(super) events: Vec<PriceEventId>,
}

impl<T: Config> Pallet<T> {
	/// The effects of all versions before these terms; none before a first draft.
	pub(crate) fn earlier(
		id: ContractId,
		contract: &Contract,
		terms: &Terms,
	) -> Result<Vec<Earlier>, Error<T>> {
		let mut versions: BTreeMap<u32, Terms> = BTreeMap::new();
		let mut found = Vec::new();
		for number in 0..contract.effects {
			let applied = Effects::<T>::get(id, number).ok_or(Error::<T>::UnknownEffect)?;
			let own = match versions.entry(applied.version) {
				Entry::Occupied(known) => known.into_mut(),
				Entry::Vacant(place) => place.insert(Self::terms(id, applied.version)?),
			};
			let index = usize::try_from(applied.index).unwrap_or(usize::MAX);
			let effect = own.effects.get(index).cloned().ok_or(Error::<T>::UnknownEffect)?;
			let is_over = matches!(applied.state, EffectState::Cancelled | EffectState::Undone);
			let price = effect
				.achievement()
				.and_then(|achievement| own.price_of(achievement, &own.achievements()));
			found.push(Earlier {
				effect,
				stands: !is_over && !terms.undoes.contains(&number),
				price,
				events: own.price_events.to_vec(),
			});
		}
		Ok(found)
	}
}

/// The effects that stand and those that the terms add.
pub(super) fn effects_of<'a>(terms: &'a Terms, earlier: &'a [Earlier]) -> Vec<&'a Effect> {
	let standing = earlier.iter().filter(|known| known.stands).map(|known| &known.effect);
	standing.chain(&terms.effects).collect()
}

/// The achievements of the whole contract, each once, ascending.
pub(super) fn achievements_of(terms: &Terms, earlier: &[Earlier]) -> Vec<AchievementId> {
	let effects = effects_of(terms, earlier);
	let mut all: Vec<_> = effects.into_iter().filter_map(Effect::achievement).collect();
	all.sort_unstable();
	all.dedup();
	all
}
