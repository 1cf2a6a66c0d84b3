//! The terms of a contract (合同条款) as a file.

use super::{acts::Act, bounded, digest, each, price::Price, text, word, Book, Built, Name, Wrong};
use crate::{
	error::{Error, Place, Result},
	input::dates,
};
use pallet_technology_contracts::{
	rules::{check_terms, Fault},
	ConsiderationTerms, ContractKind, Party, PriceAllocation, Seal, Terms,
};
use quanqi_types::Digest;
use serde::{de::IgnoredAny, Deserialize};
use std::path::{Path, PathBuf};

/// The terms of a contract, or of an amendment. `quanqi contract draft --help` explains each part.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermsFile {
	kind: String,
	number: String,
	date: String,
	instrument: Option<String>,
	instrument_file: Option<PathBuf>,
	#[serde(default)]
	party: Vec<PartyLine>,
	#[serde(default)]
	act: Vec<Act>,
	#[serde(default)]
	undoes: Vec<u32>,
	#[serde(default)]
	price_events: Vec<u64>,
	price: Option<Price>,
	seal: Option<Seal>,
	/// Fields in the clear, which are sealed before anything leaves the machine: never kept here.
	sealed: Option<IgnoredAny>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PartyLine {
	member: Name,
	role: String,
}

impl TermsFile {
	/// Reads a file. The instrument it names by path is digested here.
	pub fn read(path: &Path) -> Result<Self> {
		let mut file: Self = super::read(path)?;
		if let Some(instrument) = file.instrument_file.take() {
			let instrument = path.parent().unwrap_or(Path::new("")).join(instrument);
			let bytes = std::fs::read(&instrument).map_err(|error| {
				Error::file(
					Place::file(path).field("instrument_file"),
					format!("{}: cannot be read: {error}", instrument.display()),
				)
			})?;
			if file.instrument.is_some() {
				let place = Place::file(path).field("instrument");
				return Err(Error::file(place, "give the digest or the file, not both"));
			}
			let hash = <sha2::Sha256 as sha2::Digest>::digest(&bytes);
			file.instrument = Some(Digest::Sha256(hash.into()).to_string());
		}
		Ok(file)
	}

	/// The terms, checked by the rules of the chain as those of a first version, or of an amendment.
	pub fn terms(&self, book: &Book, is_amendment: bool) -> Built<Terms> {
		let terms = self.unchecked(book)?;
		if book.wanted.borrow().is_empty() {
			check_terms(&terms, is_amendment)
				.map_err(|fault| Wrong::new(field_of(fault), words(fault)))?;
		}
		Ok(terms)
	}

	fn unchecked(&self, book: &Book) -> Built<Terms> {
		if self.sealed.is_some() {
			return Err(Wrong::new(
				"sealed",
				"these fields are in the clear; seal the file first, and use what that writes: `quanqi \
				 contract seal`",
			));
		}
		let date = dates::parse_date(&self.date).map_err(|error| Wrong::new("date", error))?;
		let kind: ContractKind =
			word("kind", &self.kind, "development, transfer, licence, consulting or service")?;
		let parties = each("party", &self.party, |line| {
			let role = word("role", &line.role, "seller, buyer, broker, consenter or other")?;
			Ok(Party { member: book.member("member", &line.member)?, role })
		})?;
		let effects = each("act", &self.act, |act| act.effect(book, date))?;
		let instrument = self.instrument.as_deref().ok_or_else(|| {
			Wrong::new(
				"instrument",
				"missing: the SHA-256 digest of the signed text, or instrument_file",
			)
		})?;
		let (consideration, prices) = self.money(book)?;
		Ok(Terms {
			kind,
			number: text("number", &self.number)?,
			date,
			parties: bounded("party", parties)?,
			instrument: digest("instrument", instrument)?,
			effects: bounded("act", effects)?,
			undoes: bounded("undoes", self.undoes.clone())?,
			prices,
			price_events: bounded("price_events", self.price_events.clone())?,
			consideration,
			seal: self.seal,
		})
	}

	fn money(&self, book: &Book) -> Built<(ConsiderationTerms, PriceAllocation)> {
		match (&self.price, &self.seal) {
			(None, Some(_)) => Ok((ConsiderationTerms::Sealed, PriceAllocation::Sealed)),
			(Some(price), None) => {
				let consideration = price.consideration(book)?;
				Ok((ConsiderationTerms::Open(consideration), price.allocation(book)?))
			}
			(Some(_), Some(_)) => {
				Err(Wrong::new("price", "C11: a sealed contract shows no amount; leave [price] out"))
			}
			(None, None) => Err(Wrong::new(
				"price",
				"missing: what is paid; `total = \"0\"` where nothing is, `quanqi contract seal` where it \
				 is secret",
			)),
		}
	}
}

/// The part of the file that a fault is about.
fn field_of(fault: Fault) -> &'static str {
	match fault {
		Fault::TooFewParties | Fault::PartyRepeated | Fault::RoleMissing => "party",
		Fault::EffectUnfit
		| Fault::EffectMissing
		| Fault::EffectPartyMissing
		| Fault::EffectMalformed => "act",
		Fault::PriceUnallocated => "price",
		Fault::WrongInstrument => "instrument",
		Fault::WrongText => "number",
		Fault::PriceEventRepeated => "price_events",
		Fault::SealMismatch => "seal",
		Fault::TermsTooLarge => "the whole",
	}
}

/// A fault in the words of the error it becomes on the chain.
fn words(fault: Fault) -> String {
	use codec::Encode;
	let error = pallet_technology_contracts::Error::<quanqi_runtime::Runtime>::from(fault);
	let mut bytes = [0; 4];
	bytes.iter_mut().zip(error.encode()).for_each(|(place, byte)| *place = byte);
	crate::chain::refusal::of_contracts(bytes).text
}

#[cfg(test)]
mod tests {
	use super::*;
	use pallet_technology_contracts::{
		income::{ConsiderationPart, Due, RoyaltyRate, Total},
		Effect, PartyRole,
	};
	use quanqi_types::{AchievementId, Amount, MemberId};

	const HEAD: &str = r#"
		kind = "licence"
		number = "HIT-2026-017"
		date = "2026-11-21"
		instrument = "sha-256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
		[[party]]
		member = 1
		role = "seller"
		[[party]]
		member = 2
		role = "buyer"
		[[act]]
		what = "grant-use"
		achievement = 3
		by = 1
		to = 2
		form = "exclusive"
		scope = { territory = ["CN"], acts = "make,use" }
		until = "2030-12-31"
	"#;

	fn built(tail: &str) -> Built<Terms> {
		let file: TermsFile = toml::from_str(&format!("{HEAD}{tail}")).unwrap();
		file.terms(&Book::default(), false)
	}

	fn price(text: &str) -> Built<Terms> {
		built(&format!("[price]\n{text}"))
	}

	#[test]
	fn terms_should_be_those_of_the_file() {
		let terms =
			price("total = \"100.5\"\npart = [{ pay = \"lump-sum\", amount = \"100.50\" }]");
		let terms = terms.unwrap();
		assert_eq!(terms.role_of(MemberId(1)), Some(PartyRole::Seller));
		let Effect::GrantUse { achievement, terms: grant } = &terms.effects[0] else {
			panic!("{terms:?}")
		};
		assert_eq!((*achievement, grant.grantor), (AchievementId(3), MemberId(1)));
		assert_eq!(grant.period.from, terms.date.start());
		assert_eq!(terms.consideration.fixed_total(), Some(Amount::fen(10_050)));
		assert_eq!(terms.prices, PriceAllocation::Undivided);
	}

	#[test]
	fn terms_should_be_refused_when_the_total_is_off_by_one_fen() {
		let wrong =
			price("total = \"100.49\"\npart = [{ pay = \"lump-sum\", amount = \"100.50\" }]");
		let wrong = wrong.unwrap_err();
		assert_eq!(wrong.field, "price");
		assert!(wrong.reason.contains("100.50 CNY"), "{}", wrong.reason);
	}

	#[test]
	fn instalments_and_royalties_should_be_read_with_their_days_and_bases() {
		let terms = price(
			r#"total = "open"
			[[price.part]]
			pay = "instalments"
			instalment = [
				{ amount = "10", due = "signing" },
				{ amount = "20", due = "2027-03-01" },
				{ amount = "30", due = "milestone: acceptance" },
			]
			[[price.part]]
			pay = "royalty"
			rate = "30%"
			base = "net-profit"
			"#,
		);
		let terms = terms.unwrap();
		let consideration = terms.consideration.open().unwrap();
		assert_eq!(consideration.total, Total::Open);
		let ConsiderationPart::Instalments(lines) = &consideration.parts[0] else {
			panic!("{consideration:?}")
		};
		assert_eq!(lines[0].due, Due::Signing);
		assert!(
			matches!(&lines[2].due, Due::Milestone(label) if label.to_string() == "acceptance")
		);
		assert!(matches!(
			&consideration.parts[1],
			ConsiderationPart::Royalty { rate: RoyaltyRate::Ppm(300_000), .. }
		));
	}

	#[test]
	fn terms_should_be_refused_with_their_place_when_a_part_is_wrong() {
		let field = |text: &str| price(text).unwrap_err().field;
		let wrong = "total = \"1\"\npart = [{ pay = \"lump-sum\", amount = \"one\" }]";
		assert_eq!(field(wrong), "price.part 1, amount");
		let wrong = "total = \"0\"\neach = [{ achievement = 3, amount = \"x\" }]";
		assert_eq!(field(wrong), "price.each 1, amount");
		assert_eq!(built("").unwrap_err().field, "price");
		let stranger = HEAD.replace("to = 2", "to = 9");
		let file: TermsFile = toml::from_str(&format!("{stranger}[price]\ntotal = \"0\"")).unwrap();
		let wrong = file.terms(&Book::default(), false).unwrap_err();
		assert!(wrong.reason.contains("C2"), "{}", wrong.reason);
	}

	#[test]
	fn terms_should_never_leave_with_fields_in_the_clear() {
		let wrong = built("[sealed]\nprice = \"7654321.09 CNY\"").unwrap_err();
		assert_eq!(wrong.field, "sealed");
		assert!(!wrong.reason.contains("7654321"), "{}", wrong.reason);
		let seal = format!("[seal]\nroot = \"{}\"\nfields = 3", "ab".repeat(32));
		let terms = built(&seal).unwrap();
		assert!(terms.is_sealed() && terms.consideration.is_sealed());
		let both = format!("{seal}\n[price]\ntotal = \"0\"");
		assert!(built(&both).unwrap_err().reason.contains("C11"));
	}

	#[test]
	fn every_example_should_give_terms_that_the_chain_takes() {
		let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/contracts");
		let mut seen = 0;
		for entry in std::fs::read_dir(folder).unwrap() {
			let path = entry.unwrap().path();
			let name = path.file_stem().unwrap().to_string_lossy().into_owned();
			let result = match name.split('-').next().unwrap() {
				"price" => {
					super::super::read(&path).and_then(|file: super::super::PriceEventFile| {
						super::super::without_chain(&path, |book| file.event(book).map(drop))
					})
				}
				"distribution" => {
					super::super::read(&path).and_then(|file: super::super::DistributionFile| {
						super::super::without_chain(&path, |book| file.split(book).map(drop))
					})
				}
				"people" => super::super::read_people(&path).map(drop),
				"sealed" => super::super::seal_terms(&path).map(drop),
				"amendment" => TermsFile::read(&path).and_then(|file| {
					super::super::without_chain(&path, |book| file.terms(book, true).map(drop))
				}),
				_ => TermsFile::read(&path).and_then(|file| {
					super::super::without_chain(&path, |book| file.terms(book, false).map(drop))
				}),
			};
			result.unwrap_or_else(|error| panic!("{error}"));
			seen += 1;
		}
		assert!(seen >= 8, "{seen}");
	}
}
