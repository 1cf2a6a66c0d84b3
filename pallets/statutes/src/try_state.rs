//! The invariants of the README, with the same numbers.

use crate::{
	pallet::{Config, Pallet, TestNetwork, Versions},
	rules,
};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks I1 to I3 over every rule.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let test_network = TestNetwork::<T>::get();
		for (rule, versions) in Versions::<T>::iter() {
			// I1: only `append` writes, and it pushes.
			ensure!(!versions.is_empty(), "I1: a rule is stored without a version");
			// I2: `append` refuses what does not begin later.
			let ascending = versions
				.iter()
				.zip(versions.iter().skip(1))
				.all(|(earlier, later)| earlier.effective_from < later.effective_from);
			ensure!(ascending, "I2: versions of a rule do not ascend");
			// I3: `append` checks each version, and `TestNetwork` never changes after genesis.
			let sound = versions
				.iter()
				.all(|version| rules::check_version(rule, version, test_network).is_ok());
			ensure!(sound, "I3: a version is none that its rule can have");
		}
		Ok(())
	}
}
