//! Price, consideration and the distribution of income (C7, C8, C9): records and pure rules, without
//! storage.

pub mod consideration;
pub mod distribution;
pub mod price;
pub mod quantity;

pub use consideration::{
	Consideration, ConsiderationPart, ConsiderationRefusal, Due, Equity, EquityRecipient,
	Instalment, Milestone, Paid, Payments, RoyaltyBase, RoyaltyRate, Total,
};
pub use distribution::{
	check_sum, distribute, CoOwnerLine, Deduction, Distribution, DistributionLaw, DistributionLine,
	DistributionRefusal, Floor, FloorFound, IncomeBase, Payee, People, PeopleError, Person,
	PersonPart, Receipt, ReceiptsCounted, Split, SplitNode, SplitTarget,
};
pub use price::{
	exchange_exemption, is_provincial_exchange, judge, touches_secrecy, Allocation,
	AppraisalDecision, AppraisalGround, EventDate, Lot, LotInterest, LotSubject, Named, Price,
	PriceEvent, PriceFacts, PriceJudgement, PriceMode, PriceOutcome, PriceRefusal, Reserve,
	Valuation, Venue, VenueRules,
};
pub use quantity::{Quantity, QuantityError};

#[cfg(test)]
mod tests;
