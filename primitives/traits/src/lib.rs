#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod achievements;
mod members;
mod statutes;
#[cfg(feature = "test-helpers")]
pub mod testing;
mod titles;

pub use achievements::{AchievementFacts, Achievements, FundingKind};
pub use members::{MemberFacts, MemberStatus, Members};
pub use statutes::Statutes;
pub use titles::{Step, Titles};
