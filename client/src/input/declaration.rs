//! What is declared of an achievement, checked before anybody signs.

use super::codes::{identifier, is_document_number, parse_application_number, parse_text};
use pallet_achievements::types::{
	Classification, ClassificationScheme, Declaration, Funding, Submission, TitleText,
};
use quanqi_types::{
	AchievementKind, BoundedVec, Date, Identifier, IdentifierScheme, MemberId, OfficialStatus, Ppm,
	ShareBasis, Shares,
};

/// A status of the office by its name here or as it is printed.
pub fn parse_status(text: &str) -> Result<OfficialStatus, String> {
	text.trim().to_lowercase().parse().map_err(|_| {
		let known: Vec<_> = OfficialStatus::ALL.iter().map(ToString::to_string).collect();
		format!("{text}: a status is one of {}", known.join(", "))
	})
}

/// A kind of achievement by its name.
pub fn parse_kind(text: &str) -> Result<AchievementKind, String> {
	text.trim().to_lowercase().parse().map_err(|_| {
		let known: Vec<_> = AchievementKind::ALL.iter().map(ToString::to_string).collect();
		format!("{text}: a kind is one of {}", known.join(", "))
	})
}

/// The status that a printed one stands for; `None` where it says nothing certain.
///
/// Databases print `Active` and `Granted` for granted patents, `Pending` for applications.
pub fn printed_status(text: &str, published: bool) -> Result<Option<OfficialStatus>, String> {
	let lower = text.trim().to_lowercase();
	Ok(Some(match lower.as_str() {
		"" => return Ok(None),
		"active" | "granted" | "授权" | "有效" => OfficialStatus::Granted,
		"pending" | "公开" if published => OfficialStatus::Published,
		"pending" => OfficialStatus::Filed,
		"实质审查的生效" | "实质审查" => OfficialStatus::Published,
		"expired - fee related" | "终止" | "未缴年费终止" => OfficialStatus::Lapsed,
		"expired" | "expired - lifetime" | "届满" => OfficialStatus::Expired,
		"withdrawn" | "撤回" | "视为撤回" => OfficialStatus::Withdrawn,
		"rejected" | "驳回" => OfficialStatus::Rejected,
		// Says that something ended, but not how: nothing that an office could attest.
		"inactive" | "inactive patent" => return Ok(None),
		_ => return parse_status(text).map(Some),
	}))
}

/// The kind and status that a holder declares of a Chinese patent document.
///
/// A number with a kind letter B, U or S, or a printed grant, is a patent; anything else is an
/// application. What ended is declared as it was before, and the end is attested by the office.
pub fn declared(
	grant_number: &str,
	printed: Option<OfficialStatus>,
	published: bool,
) -> (AchievementKind, OfficialStatus) {
	let granted = matches!(
		printed,
		Some(OfficialStatus::Granted | OfficialStatus::Lapsed | OfficialStatus::Expired)
	);
	match (grant_number.trim().chars().last(), granted, published) {
		(Some('U' | 'Y'), _, _) => (AchievementKind::UtilityModel, OfficialStatus::Granted),
		(Some('S' | 'D'), _, _) => (AchievementKind::Design, OfficialStatus::Granted),
		(Some(_), _, _) | (None, true, _) => {
			(AchievementKind::InventionPatent, OfficialStatus::Granted)
		}
		(None, false, true) => (AchievementKind::PatentApplication, OfficialStatus::Published),
		(None, false, false) => (AchievementKind::PatentApplication, OfficialStatus::Filed),
	}
}

/// The identifiers of a Chinese patent document; an error names the column.
pub fn chinese_identifiers(
	application: &str,
	publication: &str,
	grant: &str,
	complete_check_digits: bool,
) -> Result<Vec<Identifier>, (&'static str, String)> {
	let mut list = Vec::new();
	if !application.is_empty() {
		let column = "application_number";
		let number = parse_application_number(application, complete_check_digits)
			.map_err(|reason| (column, reason))?;
		let number = identifier(IdentifierScheme::Application, *b"CN", None, number.as_str());
		list.push(number.map_err(|reason| (column, reason))?);
	}
	let numbers = [
		(IdentifierScheme::Publication, "publication_number", publication),
		(IdentifierScheme::Grant, "grant_publication_number", grant),
	];
	for (scheme, column, text) in numbers.into_iter().filter(|(_, _, text)| !text.is_empty()) {
		if !is_document_number(text) {
			let reason =
				"a Chinese document is numbered CN, digits and the letter of its kind, such as \
			              CN106530353B";
			return Err((column, format!("{text}: {reason}")));
		}
		list.push(identifier(scheme, *b"CN", None, text).map_err(|reason| (column, reason))?);
	}
	match list.is_empty() {
		true => Err(("application_number", "no number at all; a record needs one".into())),
		false => Ok(list),
	}
}

/// IPC symbols in a cell, divided by semicolons; an error names the symbol.
pub fn parse_ipc(text: &str) -> Result<Vec<Classification>, String> {
	let symbols = text.split([';', '|']).map(str::trim).filter(|symbol| !symbol.is_empty());
	let classification = |symbol: &str| {
		let symbol = parse_text(symbol).map_err(|reason| format!("{symbol}: {reason}"))?;
		Ok(Classification { scheme: ClassificationScheme::Ipc, symbol })
	};
	symbols.map(classification).collect()
}

/// Where the money came from: `own`, `fiscal:PROGRAMME` or `commissioned:MEMBER`.
pub fn parse_funding(text: &str) -> Result<Funding, String> {
	match text.split_once(':') {
		None if text == "own" => Ok(Funding::Own),
		Some(("fiscal", programme)) => Ok(Funding::Fiscal { programme: parse_text(programme)? }),
		Some(("commissioned", member)) => {
			let commissioner = member.trim().parse().map(MemberId).map_err(|_| {
				format!("{text}: the commissioner is named by number, such as commissioned:7")
			})?;
			Ok(Funding::Commissioned { commissioner })
		}
		_ => Err(format!("{text}: own, fiscal:PROGRAMME or commissioned:MEMBER")),
	}
}

/// Who owns an achievement, as stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owners {
	/// Agreed parts.
	Agreed(Vec<(MemberId, Ppm)>),
	/// Parts deemed equal, nobody having printed any.
	Equal(Vec<MemberId>),
}

impl Owners {
	/// The shares; an error says what is wrong with them.
	pub fn shares(&self) -> Result<Shares, String> {
		match self {
			Self::Agreed(lines) => super::shares::shares(lines),
			Self::Equal(members) if members.len() == 1 => Ok(Shares::single(members[0])),
			Self::Equal(members) => {
				Shares::equal(members.iter().copied()).map_err(|error| error.to_string())
			}
		}
	}
}

/// Everything that is declared.
#[derive(Clone, Debug)]
pub struct Facts {
	/// What kind of right.
	pub kind: AchievementKind,
	/// What it is called.
	pub title: String,
	/// Its numbers in registers.
	pub identifiers: Vec<Identifier>,
	/// How it is classified.
	pub classifications: Vec<Classification>,
	/// Where the money came from.
	pub funding: Funding,
	/// Whether it is a service achievement.
	pub service: bool,
	/// Who made it.
	pub completers: Vec<MemberId>,
	/// When it was completed.
	pub completed: Option<Date>,
	/// When it was filed.
	pub filed: Option<Date>,
	/// Its status on the holder's word.
	pub status: OfficialStatus,
	/// Who owns it.
	pub owners: Owners,
}

impl Facts {
	/// Who comes first among the owners.
	pub fn first_owner(&self) -> Option<MemberId> {
		match &self.owners {
			Owners::Agreed(lines) => lines.first().map(|(member, _)| *member),
			Owners::Equal(members) => members.first().copied(),
		}
	}

	/// What the call takes, checked by the rules of the chain; an error names the field.
	pub fn submission(
		self,
		holder: MemberId,
		today: Date,
	) -> Result<Submission, (&'static str, String)> {
		let shares = self.owners.shares().map_err(|reason| ("owner", reason))?;
		let title = parse_text(&self.title).map_err(|reason| ("title", reason))?;
		let declaration = Declaration {
			kind: self.kind,
			title: TitleText::Open(title),
			identifiers: bounded(self.identifiers, "identifier")?,
			classifications: bounded(self.classifications, "ipc_or_cpc")?,
			funding: self.funding,
			service: self.service,
			completers: bounded(self.completers, "completer")?,
			contributions: None,
			completed: self.completed,
			filed: self.filed,
			status: self.status,
			evidence: BoundedVec::new(),
		};
		for (field, day) in [("filing_date", self.filed), ("completed", self.completed)] {
			if let Some(day) = day.filter(|day| *day > today) {
				return Err((field, format!("{day}: the day has not come yet, it is {today}")));
			}
		}
		pallet_achievements::rules::check_declaration(&declaration, holder, today)
			.map_err(|fault| (field_of(fault), words(fault)))?;
		let basis = match self.owners {
			Owners::Equal(members) if members.len() > 1 => ShareBasis::DeemedEqual,
			_ => ShareBasis::Agreed,
		};
		let owners = BoundedVec::truncate_from(shares.lines().to_vec());
		Ok(Submission { declaration, owners, basis })
	}
}

fn bounded<T, const N: u32>(
	list: Vec<T>,
	field: &'static str,
) -> Result<BoundedVec<T, quanqi_types::ConstU32<N>>, (&'static str, String)> {
	let count = list.len();
	BoundedVec::try_from(list)
		.map_err(|_| (field, format!("{count} of them; at most {N} are kept")))
}

fn field_of(fault: pallet_achievements::rules::Fault) -> &'static str {
	use pallet_achievements::rules::Fault;
	match fault {
		Fault::NoIdentifier
		| Fault::InvalidIdentifier
		| Fault::WrongScheme
		| Fault::IssuerNotHolder => "identifier",
		Fault::RepeatedCompleter => "completer",
		Fault::DateInFuture => "filing_date",
		Fault::WrongStatusForKind => "legal_status_as_printed",
		_ => "title",
	}
}

/// The fault in the words of the error it becomes on the chain.
fn words(fault: pallet_achievements::rules::Fault) -> String {
	use codec::Encode;
	use frame_support::traits::PalletInfoAccess;
	let error = pallet_achievements::Error::<quanqi_runtime::Runtime>::from(fault).encode();
	let mut bytes = [0; 4];
	bytes.iter_mut().zip(error).for_each(|(place, byte)| *place = byte);
	let index = u8::try_from(quanqi_runtime::Achievements::index()).unwrap_or_default();
	let module = sp_runtime::ModuleError { index, error: bytes, message: None };
	crate::chain::refusal::of_dispatch(&sp_runtime::DispatchError::Module(module)).text
}

#[cfg(test)]
mod tests {
	use super::*;

	const TODAY: Date = Date(20_000);

	fn facts() -> Facts {
		Facts {
			kind: AchievementKind::InventionPatent,
			title: "方法".into(),
			identifiers: chinese_identifiers(
				"CN201610907263.X",
				"CN106530353A",
				"CN106530353B",
				false,
			)
			.unwrap(),
			classifications: parse_ipc("G06T7/00; G06T7/10").unwrap(),
			funding: Funding::Own,
			service: false,
			completers: Vec::new(),
			completed: None,
			filed: Some(Date(17_000)),
			status: OfficialStatus::Granted,
			owners: Owners::Equal(vec![MemberId(1), MemberId(2)]),
		}
	}

	#[test]
	fn submission_should_deem_parts_equal_when_none_is_printed() {
		let submission = facts().submission(MemberId(1), TODAY).unwrap();
		assert_eq!(submission.basis, ShareBasis::DeemedEqual);
		assert_eq!(submission.owners.iter().map(|line| line.ppm).sum::<u32>(), 1_000_000);
		assert_eq!(submission.declaration.identifiers.len(), 3);
	}

	#[test]
	fn submission_should_name_the_field_that_is_wrong() {
		let wrong = |facts: Facts| facts.submission(MemberId(1), TODAY).unwrap_err().0;
		assert_eq!(wrong(Facts { title: "x".repeat(513), ..facts() }), "title");
		assert_eq!(wrong(Facts { title: String::new(), ..facts() }), "title");
		assert_eq!(wrong(Facts { filed: Some(Date(20_001)), ..facts() }), "filing_date");
		let lines = vec![(MemberId(1), 600_000), (MemberId(2), 300_000)];
		assert_eq!(wrong(Facts { owners: Owners::Agreed(lines), ..facts() }), "owner");
	}

	#[test]
	fn shares_of_owners_should_be_refused_when_they_do_not_sum() {
		let lines = vec![(MemberId(1), 600_000), (MemberId(2), 300_000)];
		let reason = Owners::Agreed(lines).shares().unwrap_err();
		assert!(reason.contains("100000 ppm are missing"), "{reason}");
	}

	#[test]
	fn printed_status_should_be_what_the_office_would_say() {
		use OfficialStatus::*;
		for (printed, published, status) in [
			("Active", true, Some(Granted)),
			("Granted", true, Some(Granted)),
			("授权", true, Some(Granted)),
			("Pending", true, Some(Published)),
			("Pending", false, Some(Filed)),
			("Expired - Fee Related", true, Some(Lapsed)),
			("Withdrawn", true, Some(Withdrawn)),
			("实质审查的生效", true, Some(Published)),
			("inactive patent", true, None),
			("", true, None),
		] {
			assert_eq!(printed_status(printed, published), Ok(status), "{printed}");
		}
		assert!(printed_status("lost", true).is_err());
	}

	#[test]
	fn declared_kind_should_follow_the_grant_number() {
		use {AchievementKind::*, OfficialStatus::*};
		assert_eq!(declared("CN106530353B", Some(Lapsed), true), (InventionPatent, Granted));
		assert_eq!(declared("CN206530353U", None, true), (UtilityModel, Granted));
		assert_eq!(declared("", Some(Withdrawn), true), (PatentApplication, Published));
		assert_eq!(declared("", Some(Granted), true), (InventionPatent, Granted));
		assert_eq!(declared("", None, false), (PatentApplication, Filed));
	}

	#[test]
	fn identifiers_should_name_the_column_that_is_wrong() {
		let wrong = |a, p, g| chinese_identifiers(a, p, g, false).unwrap_err().0;
		assert_eq!(wrong("CN201610907263.1", "", ""), "application_number");
		assert_eq!(wrong("", "", ""), "application_number");
		let long = "1".repeat(80);
		assert_eq!(wrong("", long.as_str(), ""), "publication_number");
	}

	#[test]
	fn funding_should_be_read_with_its_details() {
		assert_eq!(parse_funding("own"), Ok(Funding::Own));
		assert!(matches!(parse_funding("fiscal:NSFC 61672126"), Ok(Funding::Fiscal { .. })));
		assert!(matches!(parse_funding("commissioned:7"), Ok(Funding::Commissioned { .. })));
		assert!(parse_funding("gift").is_err());
	}
}
