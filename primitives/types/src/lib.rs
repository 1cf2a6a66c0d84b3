#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod amount;
pub mod bounds;
pub mod codes;
pub mod date;
pub mod digest;
pub mod identifier;
pub mod ids;
pub mod scope;
pub mod shares;
pub mod statute;
pub mod text;

pub use amount::{Amount, Currency};
pub use bounded_collections::{BoundedVec, ConstU32};
pub use codes::*;
pub use date::{Date, Moment, Period, Term, TermUnit, WorkingCalendar};
pub use digest::{Commitment, Digest, Hash256};
pub use identifier::{ApplicationNumber, CreditCode, Identifier, IdentifierScheme};
pub use ids::{AchievementId, ContractId, GrantId, MandateId, MemberId, NoticeId, ShortId, TrialId, UseRightId};
pub use scope::{Acts, FieldsOfUse, Scope, Territories, Territory};
pub use shares::{Ppm, ShareBasis, ShareLine, Shares, SharesError};
pub use statute::{ConsentAct, ConsentRule, Force, PreEmption, RuleId, StatuteStatus, StatuteValue, StatuteVersion};
pub use text::{Text, TextError};
