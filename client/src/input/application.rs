//! What is said of a new member, checked before anybody signs.

use super::{
	codes::{parse_credit_code, parse_text},
	table::Row,
};
use crate::error::Result;
use pallet_consortium::{
	rules,
	types::{Application, Identity, IdentityKey, KeyGrant},
};
use quanqi_runtime::AccountId;
use quanqi_types::{
	BoundedVec, Capabilities, Capability, Commitment, CreditCode, Location, MemberKind,
	Permissions, Territory,
};
use sp_core::crypto::Ss58Codec;

/// Columns that a table of members must have.
pub const COLUMNS: [&str; 3] = ["name_zh", "kind", "uscc"];

/// A new member as stated, without its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
	/// University, enterprise, person and so on.
	pub kind: MemberKind,
	/// Name or commitment.
	pub identity: Identity,
	/// Unified social credit code.
	pub credit_code: Option<CreditCode>,
	/// Division, or country and register.
	pub location: Location,
	/// Whether the state established it.
	pub state_established: bool,
	/// What it may do.
	pub capabilities: Capabilities,
	/// Division in which it registers contracts.
	pub jurisdiction: Option<u32>,
}

/// A wrong field of a statement, and what is wrong with it.
pub type FieldError = (&'static str, String);

/// The kind of a member, by its name here or as public tables print it.
pub fn parse_kind(text: &str) -> Result<MemberKind, String> {
	let text = text.trim().to_lowercase();
	if let Ok(kind) = text.parse() {
		return Ok(kind);
	}
	Ok(match text.as_str() {
		"高校" | "大学" | "college" => MemberKind::University,
		"科研院所" | "研究所" | "research institute" => MemberKind::Institute,
		"医院" => MemberKind::Hospital,
		"企业" | "公司" | "company" => MemberKind::Enterprise,
		"技术交易所" | "交易所" => MemberKind::Exchange,
		"登记机构" => MemberKind::Bureau,
		"监管机构" => MemberKind::Regulator,
		"中介机构" | "association" => MemberKind::Agency,
		"银行" | "bank" | "insurer" | "fund" => MemberKind::Financier,
		"自然人" => MemberKind::Person,
		"其他" => MemberKind::Other,
		_ => {
			let known: Vec<_> = MemberKind::ALL.iter().map(ToString::to_string).collect();
			return Err(format!("{text}: a kind is one of {}", known.join(", ")));
		}
	})
}

/// What members of a kind may do when nothing else is said: those that make achievements register
/// them.
pub fn usual_capabilities(kind: MemberKind) -> Capabilities {
	use MemberKind::{Enterprise, Hospital, Institute, University};
	match kind {
		University | Institute | Hospital | Enterprise => {
			[Capability::Register].into_iter().collect()
		}
		_ => Capabilities::NONE,
	}
}

/// Capabilities by name, divided by commas, semicolons or blanks.
pub fn parse_capabilities(text: &str) -> Result<Capabilities, String> {
	let names = text.split([',', ';', ' ']).filter(|name| !name.is_empty());
	let parse = |name: &str| {
		name.parse::<Capability>().map_err(|_| {
			let known: Vec<_> = Capability::ALL.iter().map(ToString::to_string).collect();
			format!("{name}: a capability is one of {}", known.join(", "))
		})
	};
	names.map(parse).collect()
}

/// Permissions of a key by name, divided by commas.
pub fn parse_permissions(text: &str) -> Result<Permissions, String> {
	let names = text.split([',', ';', ' ']).filter(|name| !name.is_empty());
	let parse = |name: &str| {
		name.parse::<quanqi_types::Permission>().map_err(|_| {
			let known: Vec<_> =
				quanqi_types::Permission::ALL.iter().map(ToString::to_string).collect();
			format!("{name}: a permission is one of {}", known.join(", "))
		})
	};
	let permissions: Permissions = names.map(parse).collect::<Result<_, _>>()?;
	match permissions.is_empty() {
		true => Err("a key may do at least one thing".to_owned()),
		false => Ok(permissions),
	}
}

/// An account in SS58.
pub fn parse_account(text: &str) -> Result<AccountId, String> {
	AccountId::from_ss58check(text.trim()).map_err(|error| {
		format!("{text}: not an SS58 account ({error:?}); `quanqi key show` prints it")
	})
}

/// A division (行政区划) of GB/T 2260.
pub fn parse_division(text: &str) -> Result<u32, String> {
	let code = text.trim().parse().map_err(|_| format!("{text}: a division has six digits"))?;
	match Location::Division(code).is_valid() {
		true => Ok(code),
		false => Err(format!("{text}: GB/T 2260 has no such division")),
	}
}

fn parse_flag(text: &str) -> Result<bool, String> {
	match text.to_lowercase().as_str() {
		"true" | "yes" | "1" | "是" => Ok(true),
		"false" | "no" | "0" | "否" => Ok(false),
		_ => Err(format!("{text}: true or false")),
	}
}

/// What text fields say of a member; empty ones are absent.
#[derive(Clone, Debug, Default)]
pub struct Fields<'a> {
	/// Chinese or registered name.
	pub name: &'a str,
	/// Kind.
	pub kind: &'a str,
	/// Unified social credit code.
	pub credit_code: &'a str,
	/// Division.
	pub division: &'a str,
	/// Country of a register.
	pub country: &'a str,
	/// Register and number.
	pub register: &'a str,
	/// Commitment of a person.
	pub commitment: &'a str,
	/// Whether the state established it.
	pub state_established: &'a str,
	/// Capabilities.
	pub capabilities: Option<&'a str>,
	/// Jurisdiction.
	pub jurisdiction: &'a str,
	/// Place of members whose code names no division.
	pub default_division: Option<u32>,
}

impl Fields<'_> {
	/// The statement, or the first field that is wrong. The same rules as the chain's.
	pub fn statement(&self) -> Result<Statement, FieldError> {
		let field = |name: &'static str| move |reason: String| (name, reason);
		if self.kind.is_empty() {
			return Err(("kind", "empty; every member has a kind".into()));
		}
		let kind = parse_kind(self.kind).map_err(field("kind"))?;
		let identity = match (self.commitment, kind) {
			("", MemberKind::Person) => {
				let reason = "a person is known by a commitment, never by name";
				return Err(("commitment", reason.into()));
			}
			("", _) => Identity::Named(parse_text(self.name).map_err(field("name_zh"))?),
			(_, MemberKind::Person) if !self.name.is_empty() => {
				let reason =
					"a person is known by a commitment alone; leave the name out, it would be \
				              public for ever";
				return Err(("name_zh", reason.into()));
			}
			(text, _) => Identity::Committed(
				text.parse::<Commitment>().map_err(|error| ("commitment", error.to_string()))?,
			),
		};
		let credit_code = match self.credit_code {
			"" => None,
			text => Some(parse_credit_code(text).map_err(field("uscc"))?),
		};
		let location = self.location(credit_code)?;
		let state_established = match self.state_established {
			"" => false,
			text => parse_flag(text).map_err(field("state_established"))?,
		};
		let capabilities = match self.capabilities {
			None => usual_capabilities(kind),
			Some(text) => parse_capabilities(text).map_err(field("capabilities"))?,
		};
		let jurisdiction = match self.jurisdiction {
			"" => None,
			text => Some(parse_division(text).map_err(field("jurisdiction"))?),
		};
		let statement = Statement {
			kind,
			identity,
			credit_code,
			location,
			state_established,
			capabilities,
			jurisdiction,
		};
		statement.check().map(|_| statement)
	}

	fn location(&self, credit_code: Option<CreditCode>) -> Result<Location, FieldError> {
		if !self.register.is_empty() || !self.country.is_empty() {
			let territory = self.country.to_ascii_uppercase().parse::<Territory>();
			let country = territory.map_err(|error| ("country", error.to_string()))?;
			let register = parse_text(self.register).map_err(|reason| ("register", reason))?;
			return Ok(Location::Foreign { country, register });
		}
		if !self.division.is_empty() {
			let code = parse_division(self.division).map_err(|reason| ("division", reason))?;
			return Ok(Location::Division(code));
		}
		let Some(credit_code) = credit_code else {
			return Err(match self.commitment {
				"" => (
					"uscc",
					"empty; a domestic organisation has a credit code, a foreign one country and register"
						.into(),
				),
				_ => ("division", "empty; a person has a division, or country and register".into()),
			});
		};
		let of_code = credit_code.division().map(Location::Division);
		match of_code.filter(Location::is_valid).or(self.default_division.map(Location::Division)) {
			Some(place) if place.is_valid() => Ok(place),
			_ => Err((
				"division",
				format!(
					"{credit_code} is of a national register and names no division of GB/T 2260: state its \
					 division (an import takes --default-division for all such members)"
				),
			)),
		}
	}
}

impl Statement {
	/// What the member will be found by; the rules of the consortium.
	pub fn check(&self) -> Result<IdentityKey, FieldError> {
		rules::check_establishment(self.kind, self.state_established)
			.map_err(|fault| ("state_established", words(fault)))?;
		rules::check_capabilities(self.kind, &self.capabilities, self.jurisdiction)
			.map_err(|fault| (field_of_capabilities(fault), words(fault)))?;
		rules::identity_key(self.kind, &self.identity, self.credit_code, &self.location)
			.map_err(|fault| (field_of(fault), words(fault)))
	}

	/// The application, with one full key.
	pub fn application(&self, account: Option<AccountId>) -> Application<AccountId> {
		let keys = account.map(|account| KeyGrant { account, permissions: Permissions::FULL });
		Application {
			kind: self.kind,
			identity: self.identity.clone(),
			credit_code: self.credit_code,
			location: self.location.clone(),
			state_established: self.state_established,
			capabilities: self.capabilities,
			jurisdiction: self.jurisdiction,
			keys: BoundedVec::truncate_from(keys.into_iter().collect()),
		}
	}
}

fn field_of_capabilities(fault: rules::Fault) -> &'static str {
	use rules::Fault;
	match fault {
		Fault::JurisdictionMissing | Fault::JurisdictionUnexpected | Fault::JurisdictionUnknown => {
			"jurisdiction"
		}
		_ => "capabilities",
	}
}

fn field_of(fault: rules::Fault) -> &'static str {
	use rules::Fault;
	match fault {
		Fault::PersonNeedsCommitment => "commitment",
		Fault::OrganisationNeedsName | Fault::NameNotText => "name_zh",
		Fault::LocationUnknown => "division",
		Fault::PersonInRegister => "register",
		_ => "uscc",
	}
}

/// The fault in the words of the error it becomes on the chain.
fn words(fault: rules::Fault) -> String {
	use codec::Encode;
	use frame_support::traits::PalletInfoAccess;
	let error = pallet_consortium::Error::<quanqi_runtime::Runtime>::from(fault).encode();
	let mut bytes = [0; 4];
	bytes.iter_mut().zip(error).for_each(|(place, byte)| *place = byte);
	let index = u8::try_from(quanqi_runtime::Consortium::index()).unwrap_or_default();
	let module = sp_runtime::ModuleError { index, error: bytes, message: None };
	crate::chain::refusal::of_dispatch(&sp_runtime::DispatchError::Module(module)).text
}

/// The statement and the account that a row of a table gives.
pub fn of_row(
	row: &Row,
	has_capabilities: bool,
	default_division: Option<u32>,
) -> Result<(Statement, Option<AccountId>)> {
	let name = match row.cell("name_zh")? {
		"" => row.cell("name_en")?,
		name => name,
	};
	let fields = Fields {
		name,
		kind: row.cell("kind")?,
		credit_code: row.cell("uscc")?,
		division: row.cell("division")?,
		country: row.cell("country")?,
		register: row.cell("register")?,
		commitment: row.cell("commitment")?,
		state_established: row.cell("state_established")?,
		capabilities: has_capabilities.then_some(row.cell("capabilities")?),
		jurisdiction: row.cell("jurisdiction")?,
		default_division,
	};
	let statement = fields.statement().map_err(|(field, reason)| row.wrong(field, reason))?;
	let account = row.parsed("account", parse_account)?;
	Ok((statement, account))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::input::table::Table;
	use std::path::Path;

	fn fields() -> Fields<'static> {
		Fields {
			name: "大学",
			kind: "university",
			credit_code: "12130000401761003G",
			..Default::default()
		}
	}

	#[test]
	fn statement_should_take_its_place_from_the_credit_code() {
		let statement = fields().statement().unwrap();
		assert_eq!(statement.location, Location::Division(130_000));
		assert!(statement.capabilities.contains(Capability::Register));
	}

	#[test]
	fn statement_should_ask_for_a_division_when_the_code_is_of_a_national_register() {
		let national = Fields { credit_code: "12100000400000456B", ..fields() };
		let (field, reason) = national.statement().unwrap_err();
		assert_eq!(field, "division");
		assert!(reason.contains("--default-division"), "{reason}");
		let placed = Fields { default_division: Some(110_000), ..national };
		assert_eq!(placed.statement().unwrap().location, Location::Division(110_000));
	}

	#[test]
	fn statement_should_name_the_field_that_is_wrong() {
		let wrong = |fields: Fields<'static>| fields.statement().unwrap_err().0;
		assert_eq!(wrong(Fields { kind: "ship", ..fields() }), "kind");
		assert_eq!(wrong(Fields { name: " ", ..fields() }), "name_zh");
		assert_eq!(wrong(Fields { credit_code: "12330000470533578B", ..fields() }), "uscc");
		assert_eq!(wrong(Fields { credit_code: "", ..fields() }), "uscc");
		assert_eq!(wrong(Fields { country: "XX", register: "1", ..fields() }), "country");
		assert_eq!(wrong(Fields { kind: "person", ..fields() }), "commitment");
		assert_eq!(wrong(Fields { capabilities: Some("fly"), ..fields() }), "capabilities");
		assert_eq!(
			wrong(Fields { capabilities: Some("register-contracts"), ..fields() }),
			"jurisdiction"
		);
		let commitment = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
		let person = Fields { kind: "person", commitment, credit_code: "", ..fields() };
		assert_eq!(wrong(person.clone()), "name_zh");
		assert_eq!(wrong(Fields { name: "", ..person }), "division");
		assert_eq!(wrong(Fields { state_established: "perhaps", ..fields() }), "state_established");
	}

	#[test]
	fn foreign_member_should_be_known_by_country_and_register() {
		let foreign = Fields { credit_code: "", country: "hk", register: "CR 123", ..fields() }
			.statement()
			.unwrap();
		assert!(matches!(foreign.check(), Ok(IdentityKey::Register { .. })));
		let both = Fields { country: "hk", register: "CR 123", ..fields() };
		assert_eq!(both.statement().unwrap_err().0, "uscc");
	}

	#[test]
	fn kind_should_be_read_in_both_languages() {
		assert_eq!(parse_kind("bank"), Ok(MemberKind::Financier));
		assert_eq!(parse_kind("高校"), Ok(MemberKind::University));
		assert_eq!(parse_kind("Hospital"), Ok(MemberKind::Hospital));
		assert!(parse_kind("ship").unwrap_err().contains("university"));
	}

	#[test]
	fn every_example_institution_should_be_a_good_statement() {
		let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/institutions.csv");
		let table = Table::read(Path::new(file), &COLUMNS).unwrap();
		for row in table.rows() {
			of_row(row, false, Some(110_000)).unwrap();
		}
		assert_eq!(table.rows().len(), 125);
	}

	#[test]
	fn every_example_holder_should_be_a_good_statement() {
		let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/holder-members.csv");
		let table = Table::read(Path::new(file), &COLUMNS).unwrap();
		for row in table.rows() {
			of_row(row, false, Some(110_000)).unwrap();
		}
	}

	#[test]
	fn row_should_be_refused_with_line_and_field_when_its_code_is_wrong() {
		let text = "name_zh,kind,uscc\n甲,hospital,12330000470533578B\n";
		let table = Table::parse(Path::new("m.csv"), text.as_bytes(), &COLUMNS).unwrap();
		let error = of_row(&table.rows()[0], false, None).unwrap_err().to_string();
		assert!(error.starts_with("m.csv, line 2, field uscc: 12330000470533578B"), "{error}");
		assert!(error.contains("GB 11714"), "{error}");
	}
}
