//! Price, consideration and the distribution of income (C7, C8, C9): records and pure rules, without
//! storage.

pub mod consideration;
pub mod distribution;
mod divide;
mod judge;
pub mod judgement;
mod payments;
pub mod price;
pub mod quantity;

pub use consideration::{
	Consideration, ConsiderationPart, ConsiderationRefusal, Due, Equity, EquityRecipient,
	Instalment, Milestone, Paid, Payments, RoyaltyBase, RoyaltyRate, Total,
};
pub use distribution::{
	CoOwnerLine, Deduction, Distribution, DistributionLaw, DistributionLine, DistributionRefusal,
	Floor, FloorFound, IncomeBase, Payee, People, PeopleError, Person, PersonPart, Receipt,
	ReceiptsCounted, Split, SplitNode, SplitTarget,
};
pub use divide::{check_sum, distribute};
pub use judge::{exchange_exemption, is_provincial_exchange, judge, touches_secrecy};
pub use judgement::{AppraisalGround, PriceFacts, PriceJudgement, PriceRefusal};
pub use price::{
	Allocation, AppraisalDecision, EventDate, Lot, LotInterest, LotSubject, Named, Price,
	PriceEvent, PriceMode, PriceOutcome, Reserve, Valuation, Venue, VenueRules,
};
pub use quantity::{Quantity, QuantityError};

#[cfg(test)]
mod tests;
