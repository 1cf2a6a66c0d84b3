//! Tests: by topic, then what concerns all calls.

use crate::{
	mock::{Trials, *},
	*,
};
use frame_support::{assert_noop, assert_ok};
use quanqi_title::{Act, Cause, ConsentRole};
use quanqi_traits::{testing::*, Titles as _, Trials as _};
use quanqi_types::{
	Amount, Capability, ContractId, Permission, RuleId, StatuteValue, Term, TermUnit, TrialId,
	UseForm,
};
use sp_runtime::DispatchError;

mod around;
mod conversion;
mod corrupted;
mod decision;
mod due;
mod history;
mod idle;
mod matrix;
mod pool;
mod questions;
mod request;
mod running;
mod sequences;

/// What the stand-in for the consortium says.
const NOT_CAPABLE: DispatchError = DispatchError::Other("not capable");
const NO_PERMISSION: DispatchError = DispatchError::Other("no permission");

/// So many days.
fn days(number: u32) -> Term {
	Term { number, unit: TermUnit::Day }
}

/// So many calendar months.
fn months(number: u32) -> Term {
	Term { number, unit: TermUnit::Month }
}
