//! The currency of a chain that has none.

use core::marker::PhantomData;
use frame_support::traits::{
	fungible::{hold, Dust, Inspect, Mutate, Unbalanced},
	tokens::{DepositConsequence, Fortitude, Preservation, Provenance, WithdrawConsequence},
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

/// A currency that cannot hold anything: every balance is zero, every deposit, withdrawal and
/// hold of more than nothing is refused. Pallets of the SDK that ask for a currency get this one.
pub struct NoCurrency<Reason = crate::RuntimeHoldReason>(PhantomData<Reason>);

impl<AccountId, Reason> Inspect<AccountId> for NoCurrency<Reason> {
	type Balance = u64;

	fn total_issuance() -> u64 {
		0
	}

	fn minimum_balance() -> u64 {
		0
	}

	fn total_balance(_who: &AccountId) -> u64 {
		0
	}

	fn balance(_who: &AccountId) -> u64 {
		0
	}

	fn reducible_balance(_who: &AccountId, _preservation: Preservation, _force: Fortitude) -> u64 {
		0
	}

	fn can_deposit(_who: &AccountId, amount: u64, _provenance: Provenance) -> DepositConsequence {
		if amount == 0 {
			DepositConsequence::Success
		} else {
			DepositConsequence::Overflow
		}
	}

	fn can_withdraw(_who: &AccountId, amount: u64) -> WithdrawConsequence<u64> {
		if amount == 0 {
			WithdrawConsequence::Success
		} else {
			WithdrawConsequence::BalanceLow
		}
	}
}

impl<AccountId, Reason> Unbalanced<AccountId> for NoCurrency<Reason> {
	fn handle_dust(_dust: Dust<AccountId, Self>) {}

	fn write_balance(_who: &AccountId, amount: u64) -> Result<Option<u64>, DispatchError> {
		refuse_unless_zero(amount).map(|()| None)
	}

	fn set_total_issuance(_amount: u64) {}
}

impl<AccountId: Eq, Reason> Mutate<AccountId> for NoCurrency<Reason> {}

impl<AccountId, Reason> hold::Inspect<AccountId> for NoCurrency<Reason>
where
	Reason: codec::Encode + scale_info::TypeInfo + 'static,
{
	type Reason = Reason;

	fn total_balance_on_hold(_who: &AccountId) -> u64 {
		0
	}

	fn balance_on_hold(_reason: &Reason, _who: &AccountId) -> u64 {
		0
	}
}

impl<AccountId, Reason> hold::Unbalanced<AccountId> for NoCurrency<Reason>
where
	Reason: codec::Encode + scale_info::TypeInfo + 'static,
{
	fn set_balance_on_hold(_reason: &Reason, _who: &AccountId, amount: u64) -> DispatchResult {
		refuse_unless_zero(amount)
	}
}

impl<AccountId, Reason> hold::Mutate<AccountId> for NoCurrency<Reason> where
	Reason: codec::Encode + scale_info::TypeInfo + 'static
{
}

fn refuse_unless_zero(amount: u64) -> DispatchResult {
	if amount == 0 {
		Ok(())
	} else {
		Err(TokenError::Unsupported.into())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::AccountId;
	use frame_support::{assert_noop, assert_ok, traits::fungible::MutateHold};
	use pallet_session::HoldReason;

	type Currency = NoCurrency;

	fn someone() -> AccountId {
		AccountId::new([1; 32])
	}

	#[test]
	fn hold_should_be_refused_when_it_is_of_more_than_nothing() {
		sp_io::TestExternalities::default().execute_with(|| {
			let reason = HoldReason::Keys.into();
			assert_noop!(
				<Currency as MutateHold<_>>::hold(&reason, &someone(), 1),
				TokenError::FundsUnavailable
			);
			assert_ok!(<Currency as MutateHold<_>>::hold(&reason, &someone(), 0));
		});
	}

	#[test]
	fn mint_should_be_refused_when_it_is_of_more_than_nothing() {
		sp_io::TestExternalities::default().execute_with(|| {
			assert!(<Currency as Mutate<_>>::mint_into(&someone(), 1).is_err());
			assert_eq!(<Currency as Inspect<AccountId>>::balance(&someone()), 0);
		});
	}
}
