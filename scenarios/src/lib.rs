#![doc = include_str!("../README.md")]

mod cast;
pub mod catalogue;
pub mod costs;
pub mod decode;
pub mod domain;
pub mod encode;
pub mod engine;
pub mod names;
pub mod offline;
pub mod refusal;
pub mod rehearsal;
pub mod scenario;
pub mod stage;
pub mod value;

pub use costs::{CallCost, Costs};
pub use engine::{play, Failure, StepReport};
pub use rehearsal::Rehearsal;
pub use scenario::Scenario;
pub use stage::Stage;
