//! What is paid (对价): the `[price]` table of a contract's terms.

use super::{
	bounded, each,
	income::{payee, PeopleTable},
	text, Book, Built, Name, Wrong,
};
use crate::input::{amounts, dates, shares};
use pallet_technology_contracts::{
	income::{
		Consideration, ConsiderationPart, Due, Equity, EquityRecipient, Instalment, Milestone,
		Named, Quantity, RoyaltyBase, RoyaltyRate, Total,
	},
	AllocatedPrice, PriceAllocation,
};
use quanqi_types::{Amount, Currency};
use serde::Deserialize;

/// The price.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Price {
	#[serde(default = "cny")]
	currency: String,
	/// What the parts come to: an amount, `at most AMOUNT`, or `open`.
	total: String,
	#[serde(default)]
	part: Vec<Part>,
	/// What it says of each achievement; explicitly undivided when absent.
	each: Option<Vec<EachPrice>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EachPrice {
	achievement: Name,
	amount: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "pay", rename_all = "kebab-case")]
enum Part {
	LumpSum(LumpSum),
	Instalments(Instalments),
	Milestones(Milestones),
	Royalty(Royalty),
	Contingent(Contingent),
	Equity(EquityTable),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LumpSum {
	amount: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Instalments {
	instalment: Vec<InstalmentLine>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct InstalmentLine {
	amount: String,
	/// `signing`, a day, or `milestone: WHAT`.
	due: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Milestones {
	cap: String,
	milestone: Vec<MilestoneLine>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MilestoneLine {
	label: String,
	amount: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Royalty {
	rate: Option<String>,
	per_piece: Option<String>,
	base: String,
	cap: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contingent {
	condition: String,
	amount: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EquityTable {
	company: NameOrMember,
	/// A part of the capital such as `20%`, or `1000000 units`.
	stake: String,
	value: Option<String>,
	#[serde(default)]
	recipient: Vec<Recipient>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Recipient {
	to: Name,
	label: Option<String>,
	people: Option<PeopleTable>,
	quantity: String,
}

/// A member, or somebody known by name only: `{ name = "…" }`.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum NameOrMember {
	Member(Name),
	Named(OnlyName),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OnlyName {
	name: String,
}

impl NameOrMember {
	pub(super) fn named(&self, book: &Book, field: &str) -> Built<Named> {
		match self {
			Self::Member(member) => Ok(Named::Member(book.member(field, member)?)),
			Self::Named(only) => Ok(Named::Name(text(field, &only.name)?)),
		}
	}
}

fn cny() -> String {
	"CNY".to_owned()
}

fn amount(field: &str, text: &str, currency: Currency) -> Built<Amount> {
	amounts::parse_amount_in(text, currency).map_err(|error| Wrong::new(field, error))
}

/// Money, units of a company or a part of its capital.
pub(super) fn quantity(field: &str, text: &str) -> Built<Quantity> {
	let trimmed = text.trim();
	if let Some(units) = trimmed.strip_suffix("units") {
		let digits: String = units.chars().filter(|c| !c.is_whitespace()).collect();
		let units = digits.parse().map_err(|_| {
			Wrong::new(field, format!("{text}: units are counted, such as 1000000 units"))
		})?;
		return Ok(Quantity::Units(units));
	}
	if let Ok(ppm) = shares::parse_ppm(trimmed) {
		return Ok(Quantity::Ppm(ppm));
	}
	amounts::parse_amount(trimmed).map(Quantity::Money).map_err(|_| {
		Wrong::new(field, format!("{text}: an amount 100.00CNY, a part 20% or 1000000 units"))
	})
}

fn due(text_of: &str) -> Built<Due> {
	if text_of == "signing" {
		return Ok(Due::Signing);
	}
	if let Some(label) = text_of.strip_prefix("milestone:") {
		return Ok(Due::Milestone(text("due", label.trim())?));
	}
	dates::parse_date(text_of).map(Due::Day).map_err(|_| {
		Wrong::new("due", format!("{text_of}: signing, a day YYYY-MM-DD, or milestone: WHAT"))
	})
}

fn base(text_of: &str) -> Built<RoyaltyBase> {
	match text_of.strip_prefix("other:") {
		Some(other) => Ok(RoyaltyBase::Other(text("base", other.trim())?)),
		None => {
			let known = "net-profit, net-sales, gross-sales, sublicence-income or other: WHAT";
			super::word("base", text_of, known)
		}
	}
}

impl Royalty {
	fn part(&self, currency: Currency) -> Built<ConsiderationPart> {
		let rate = match (&self.rate, &self.per_piece) {
			(Some(rate), None) => {
				let ppm = shares::parse_ppm(rate).map_err(|error| Wrong::new("rate", error))?;
				RoyaltyRate::Ppm(ppm)
			}
			(None, Some(each)) => RoyaltyRate::PerPiece(amount("per_piece", each, currency)?),
			_ => return Err(Wrong::new("rate", "a royalty has either rate or per_piece")),
		};
		let cap = self.cap.as_ref().map(|cap| amount("cap", cap, currency)).transpose()?;
		Ok(ConsiderationPart::Royalty { rate, base: base(&self.base)?, cap })
	}
}

impl EquityTable {
	fn part(&self, book: &Book, currency: Currency) -> Built<ConsiderationPart> {
		let recipients = each("recipient", &self.recipient, |line| {
			let payee = payee(book, &line.to, line.label.as_deref(), line.people.as_ref())?;
			Ok(EquityRecipient { payee, quantity: quantity("quantity", &line.quantity)? })
		})?;
		Ok(ConsiderationPart::Equity(Equity {
			company: self.company.named(book, "company")?,
			stake: quantity("stake", &self.stake)?,
			value: self.value.as_ref().map(|value| amount("value", value, currency)).transpose()?,
			recipients: bounded("recipient", recipients)?,
		}))
	}
}

impl Part {
	fn part(&self, book: &Book, currency: Currency) -> Built<ConsiderationPart> {
		Ok(match self {
			Self::LumpSum(part) => {
				ConsiderationPart::LumpSum(amount("amount", &part.amount, currency)?)
			}
			Self::Instalments(part) => {
				let lines = each("instalment", &part.instalment, |line| {
					let amount = amount("amount", &line.amount, currency)?;
					Ok(Instalment { amount, due: due(&line.due)? })
				})?;
				ConsiderationPart::Instalments(bounded("instalment", lines)?)
			}
			Self::Milestones(part) => {
				let lines = each("milestone", &part.milestone, |line| {
					let amount = amount("amount", &line.amount, currency)?;
					Ok(Milestone { label: text("label", &line.label)?, amount })
				})?;
				ConsiderationPart::Milestones {
					milestones: bounded("milestone", lines)?,
					cap: amount("cap", &part.cap, currency)?,
				}
			}
			Self::Royalty(part) => part.part(currency)?,
			Self::Contingent(part) => ConsiderationPart::Contingent {
				condition: text("condition", &part.condition)?,
				amount: part
					.amount
					.as_ref()
					.map(|text| amount("amount", text, currency))
					.transpose()?,
			},
			Self::Equity(part) => part.part(book, currency)?,
		})
	}
}

fn total(text: &str, currency: Currency) -> Built<Total> {
	match text.trim().strip_prefix("at most ") {
		Some(cap) => Ok(Total::Capped(amount("total", cap, currency)?)),
		None if text.trim() == "open" => Ok(Total::Open),
		None => Ok(Total::Fixed(amount("total", text, currency)?)),
	}
}

fn show(total: &Total) -> String {
	match total {
		Total::Fixed(amount) => amount.to_string(),
		Total::Capped(amount) => format!("at most {amount}"),
		Total::Open => "open".to_owned(),
	}
}

impl Price {
	/// What is owed. A stated total that the parts do not come to is refused here.
	pub(super) fn consideration(&self, book: &Book) -> Built<Consideration> {
		let currency = amounts::parse_currency(&self.currency)
			.map_err(|error| Wrong::new("price.currency", error))?;
		let parts = each("price.part", &self.part, |part| part.part(book, currency))?;
		let consideration = Consideration {
			currency,
			parts: bounded("price.part", parts)?,
			total: total(&self.total, currency)?,
		};
		let come_to = consideration.computed_total();
		consideration.check().map_err(|refusal| {
			let found = come_to.map(|total| format!("; the parts come to {}", show(&total)));
			let found = found.unwrap_or_default();
			Wrong::new(
				"price",
				format!("C8: {}{found}", crate::output::describe::refusal(&refusal)),
			)
		})?;
		Ok(consideration)
	}

	/// What it says of each achievement.
	pub(super) fn allocation(&self, book: &Book) -> Built<PriceAllocation> {
		let Some(lines) = &self.each else { return Ok(PriceAllocation::Undivided) };
		let currency =
			self.currency.parse().map_err(|error| Wrong::new("price.currency", error))?;
		let lines = each("price.each", lines, |line| {
			let achievement = book.achievement("achievement", &line.achievement)?;
			Ok(AllocatedPrice { achievement, price: amount("amount", &line.amount, currency)? })
		})?;
		Ok(PriceAllocation::Allocated(bounded("price.each", lines)?))
	}
}
