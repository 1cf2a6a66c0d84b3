//! How a price was found (定价), as a file.

use super::{
	bounded, digest, each, form,
	price::{quantity, NameOrMember},
	text, word, Book, Built, Name, Wrong,
};
use crate::input::{amounts::parse_amount, dates, shares};
use pallet_technology_contracts::income::{
	Allocation, AppraisalDecision, EventDate, Lot, LotInterest, LotSubject, Price, PriceEvent,
	Quantity, Reserve, Valuation, Venue, VenueRules,
};
use quanqi_types::{Amount, NoticeId};
use serde::Deserialize;

/// A price event. `quanqi contract price --help` explains each part.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriceEventFile {
	mode: String,
	/// A day, a month `2026-11`, a year `2026`; absent where the source does not say.
	date: Option<String>,
	outcome: String,
	digest: String,
	holder: NameOrMember,
	buyer: Option<NameOrMember>,
	#[serde(default)]
	related_party: bool,
	venue: Option<VenueTable>,
	/// An amount, `open`, or `sealed: COMMITMENT`; absent where none was published.
	price: Option<String>,
	starting: Option<String>,
	reserve: Option<ReserveTable>,
	valuation: Option<ValuationTable>,
	appraisal: Option<AppraisalTable>,
	notice: Option<u64>,
	lot: Vec<LotTable>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct VenueTable {
	place: NameOrMember,
	rules: Option<String>,
	rules_digest: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReserveTable {
	amount: String,
	holder: Name,
	completers: Vec<Name>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ValuationTable {
	amount: String,
	valuer: NameOrMember,
	digest: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AppraisalTable {
	appraise: bool,
	by: Name,
	digest: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LotTable {
	achievement: Option<Name>,
	bundle: Option<Vec<Name>>,
	described: Option<String>,
	/// `ownership`, `share: 30%`, `use-right: exclusive`, `cooperation`, `reservation`, `unstated`.
	interest: String,
	amount: Option<String>,
}

fn amount(field: &str, text: &str) -> Built<Amount> {
	parse_amount(text).map_err(|error| Wrong::new(field, error))
}

fn interest(text: &str) -> Built<LotInterest> {
	let wrong = |error: String| Wrong::new("interest", error);
	match text.split_once(':') {
		Some(("share", part)) => shares::parse_ppm(part).map(LotInterest::Share).map_err(wrong),
		Some(("use-right", of)) => form("interest", of).map(LotInterest::UseRight),
		_ => word(
			"interest",
			text,
			"ownership, share: PART, use-right: FORM, cooperation, reservation or unstated",
		),
	}
}

fn date(text: Option<&String>) -> Built<EventDate> {
	let Some(text) = text else { return Ok(EventDate::Unstated) };
	let wrong =
		|| Wrong::new("date", format!("{text}: a day 2026-11-12, a month 2026-11 or a year"));
	let mut parts = text.trim().split('-').map(str::parse::<u16>);
	match (parts.next(), parts.next(), parts.next()) {
		(Some(Ok(year)), None, _) => Ok(EventDate::Year(year)),
		(Some(Ok(year)), Some(Ok(month)), None) => {
			let month = u8::try_from(month).map_err(|_| wrong())?;
			Ok(EventDate::Month { year, month })
		}
		_ => dates::parse_date(text).map(EventDate::Day).map_err(|_| wrong()),
	}
}

fn price(text: Option<&String>) -> Built<Price> {
	let Some(text) = text else { return Ok(Price::Unstated) };
	if text.trim() == "open" {
		return Ok(Price::Open);
	}
	match text.strip_prefix("sealed:") {
		Some(commitment) => {
			commitment.trim().parse().map(Price::Sealed).map_err(|error| Wrong::new("price", error))
		}
		None => match quantity("price", text)? {
			Quantity::Money(amount) => Ok(Price::Amount(amount)),
			_ => Err(Wrong::new("price", format!("{text}: an amount, open or sealed: COMMITMENT"))),
		},
	}
}

impl LotTable {
	fn lot(&self, book: &Book) -> Built<Lot> {
		let subject = match (&self.achievement, &self.bundle, &self.described) {
			(Some(one), None, None) => {
				LotSubject::Achievement(book.achievement("achievement", one)?)
			}
			(None, Some(several), None) => {
				let several = each("bundle", several, |name| book.achievement("achievement", name));
				let mut several = several?;
				several.sort_unstable();
				LotSubject::Bundle(bounded("bundle", several)?)
			}
			(None, None, Some(name)) => LotSubject::Described(text("described", name)?),
			_ => {
				return Err(Wrong::new(
					"achievement",
					"a lot is an achievement, a bundle or described",
				))
			}
		};
		Ok(Lot { subject, interest: interest(&self.interest)? })
	}
}

impl VenueTable {
	fn venue(&self, book: &Book) -> Built<Venue> {
		let rules = match &self.rules {
			None => None,
			Some(version) => Some(VenueRules {
				version: text("rules", version)?,
				digest: self
					.rules_digest
					.as_ref()
					.map(|text| digest("rules_digest", text))
					.transpose()?,
			}),
		};
		Ok(Venue { place: self.place.named(book, "place")?, rules })
	}
}

impl ReserveTable {
	fn reserve(&self, book: &Book) -> Built<Reserve> {
		let mut completers =
			each("completers", &self.completers, |name| book.member("member", name))?;
		completers.sort_unstable();
		Ok(Reserve {
			amount: amount("amount", &self.amount)?,
			holder: book.member("holder", &self.holder)?,
			completers: bounded("completers", completers)?,
		})
	}
}

impl ValuationTable {
	fn valuation(&self, book: &Book) -> Built<Valuation> {
		Ok(Valuation {
			amount: amount("amount", &self.amount)?,
			valuer: self.valuer.named(book, "valuer")?,
			digest: digest("digest", &self.digest)?,
		})
	}
}

impl AppraisalTable {
	fn decision(&self, book: &Book) -> Built<AppraisalDecision> {
		Ok(AppraisalDecision {
			appraise: self.appraise,
			by: book.member("by", &self.by)?,
			digest: digest("digest", &self.digest)?,
		})
	}
}

/// A table that may be absent, with its name where something in it is wrong.
fn optional<T, U>(
	field: &str,
	table: Option<&T>,
	build: impl Fn(&T) -> Built<U>,
) -> Built<Option<U>> {
	table.map(|table| build(table).map_err(|wrong| wrong.within(field))).transpose()
}

impl PriceEventFile {
	/// The event, checked by the rules of the chain as far as it agrees with itself.
	pub fn event(&self, book: &Book) -> Built<PriceEvent> {
		let event = self.unchecked(book)?;
		if book.wanted.borrow().is_empty() {
			event.check().map_err(|refusal| {
				Wrong::new("event", format!("C7: {}", crate::output::describe::refusal(&refusal)))
			})?;
		}
		Ok(event)
	}

	fn unchecked(&self, book: &Book) -> Built<PriceEvent> {
		let amounts: Vec<_> = self.lot.iter().filter_map(|lot| lot.amount.as_ref()).collect();
		let allocation = match amounts.len() {
			0 => Allocation::Undivided,
			count if count == self.lot.len() => {
				let amounts = each("lot", &amounts, |text| amount("amount", text))?;
				Allocation::PerLot(bounded("lot", amounts)?)
			}
			_ => return Err(Wrong::new("lot", "every lot has its amount, or none has")),
		};
		let known = "agreement, listing, auction, appraisal or trial-first";
		Ok(PriceEvent {
			mode: word("mode", &self.mode, known)?,
			venue: optional("venue", self.venue.as_ref(), |venue| venue.venue(book))?,
			holder: self.holder.named(book, "holder")?,
			buyer: self.buyer.as_ref().map(|buyer| buyer.named(book, "buyer")).transpose()?,
			related_party: self.related_party,
			lots: bounded("lot", each("lot", &self.lot, |lot| lot.lot(book))?)?,
			allocation,
			starting: self.starting.as_ref().map(|text| amount("starting", text)).transpose()?,
			reserve: optional("reserve", self.reserve.as_ref(), |table| table.reserve(book))?,
			valuation: optional("valuation", self.valuation.as_ref(), |table| {
				table.valuation(book)
			})?,
			appraisal: optional("appraisal", self.appraisal.as_ref(), |table| {
				table.decision(book)
			})?,
			price: price(self.price.as_ref())?,
			outcome: word("outcome", &self.outcome, "sold, failed or withdrawn")?,
			date: date(self.date.as_ref())?,
			digest: digest("digest", &self.digest)?,
			notice: self.notice.map(NoticeId),
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use pallet_technology_contracts::income::PriceOutcome;
	use quanqi_types::UseForm;

	fn built(text: &str) -> Built<PriceEvent> {
		let digest =
			"digest = \"sm3:0000000000000000000000000000000000000000000000000000000000000000\"";
		let file: PriceEventFile = toml::from_str(&format!("{digest}\n{text}")).unwrap();
		file.event(&Book::default())
	}

	#[test]
	fn auction_of_two_lots_at_one_price_should_be_read() {
		let event = built(
			r#"mode = "auction"
			date = "2026-11"
			outcome = "sold"
			holder = { name = "某大学" }
			buyer = 4
			price = "3000000 CNY"
			starting = "1000000CNY"
			venue = { place = { name = "某交易所" } }
			lot = [{ described = "甲", interest = "share: 30%" }, { achievement = 3, interest = "use-right: sole" }]"#,
		);
		let event = event.unwrap();
		assert_eq!(event.date, EventDate::Month { year: 2026, month: 11 });
		assert_eq!(event.lots[0].interest, LotInterest::Share(300_000));
		assert_eq!(event.lots[1].interest, LotInterest::UseRight(UseForm::Sole));
		assert_eq!(event.allocation, Allocation::Undivided);
		assert_eq!(event.price, Price::Amount(Amount::fen(300_000_000)));
	}

	#[test]
	fn failed_lot_should_have_neither_price_nor_buyer() {
		let text = r#"mode = "auction"
			outcome = "failed"
			holder = 1
			venue = { place = { name = "某交易所" } }
			lot = [{ achievement = 3, interest = "ownership" }]"#;
		let event = built(text).unwrap();
		assert_eq!((event.outcome, event.price), (PriceOutcome::Failed, Price::Unstated));
		let wrong = built(&format!("buyer = 4\n{text}")).unwrap_err();
		assert!(wrong.reason.contains("C7"), "{}", wrong.reason);
	}

	#[test]
	fn lot_amounts_should_be_refused_when_only_some_lots_have_one() {
		let wrong = built(
			r#"mode = "listing"
			outcome = "sold"
			holder = 1
			price = "5CNY"
			lot = [{ achievement = 3, interest = "ownership", amount = "5CNY" }, { achievement = 4, interest = "ownership" }]"#,
		);
		assert_eq!(wrong.unwrap_err().field, "lot");
	}
}
