#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod achievements;
mod calendar;
mod members;
mod notices;
mod statutes;
#[cfg(feature = "test-helpers")]
pub mod testing;
mod titles;
mod trials;
mod weights;

pub use achievements::{AchievementFacts, Achievements, FundingKind};
pub use calendar::Calendar;
pub use members::{MemberFacts, MemberStatus, Members};
pub use notices::{NewNotice, NoticeFacts, NoticeOutcome, NoticeSubject, Notices, OnNoticeOver};
pub use statutes::Statutes;
pub use titles::{Step, Titles};
pub use trials::{Conversion, IdleClock, OnEntry, Trials};
pub use weights::assert_calls_fit;
