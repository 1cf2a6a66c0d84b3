//! Configuration of each pallet.

mod consensus;
mod consortium;
mod conversion;
mod council;
mod no_currency;
mod rights;
mod system;

pub use consortium::{SeatCalls, VotesOfCouncil};
pub use council::CouncilCollective;
pub use no_currency::NoCurrency;
