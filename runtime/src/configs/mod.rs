//! Configuration of each pallet.

mod consensus;
mod council;
mod no_currency;
mod system;

pub use council::CouncilCollective;
pub use no_currency::NoCurrency;
