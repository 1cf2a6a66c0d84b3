//! Refusals in words: the rule, the reason, the record in the way and what to do.

mod records;

pub(crate) use records::of_contracts;

use codec::Decode;
use pallet_consortium::extensions::refusal_text;
use quanqi_runtime::Runtime;
use quanqi_title::{Refusal, Rule};
use scale_info::{Type, TypeDef, TypeInfo};
use sp_runtime::{DispatchError, ModuleError};
use std::fmt;

mod grants;

/// Why something was refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
	/// The rule of docs/domain.md §6, where one refuses.
	pub rule: Option<Rule>,
	/// The error's name: `Rights.T4`.
	pub name: Option<String>,
	/// What is wrong.
	pub text: String,
	/// What to do.
	pub remedy: Option<String>,
	/// What the ledger itself said, where a call reached a block.
	pub dispatch: Option<DispatchError>,
}

impl Explanation {
	/// In words alone.
	pub fn text(text: impl Into<String>) -> Self {
		Self { text: text.into(), ..Self::default() }
	}

	/// With what to do.
	pub fn remedy(self, remedy: impl Into<String>) -> Self {
		Self { remedy: Some(remedy.into()), ..self }
	}

	/// For programs.
	pub fn to_json(&self) -> serde_json::Value {
		serde_json::json!({
			"rule": self.rule.map(|rule| rule.to_string()),
			"name": self.name,
			"text": self.text,
			"remedy": self.remedy,
		})
	}
}

impl fmt::Display for Explanation {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.text)?;
		if let Some(name) = &self.name {
			write!(f, " [{name}]")?;
		}
		if let Some(remedy) = &self.remedy {
			write!(f, "\n  what to do: {remedy}")?;
		}
		Ok(())
	}
}

/// A refusal of the law.
pub fn of_law(refusal: &Refusal) -> Explanation {
	Explanation {
		rule: Some(refusal.rule),
		name: None,
		text: refusal.to_string(),
		remedy: remedy_of(refusal).map(Into::into),
		dispatch: None,
	}
}

fn remedy_of(refusal: &Refusal) -> Option<&'static str> {
	use quanqi_title::Reason::*;
	Some(match refusal.reason {
		OrdinaryInTheWay => {
			"grant it --subject-to that entry, or let its holder consent as blocking-holder"
		}
		ExclusiveInTheWay | SoleInTheWay => {
			"wait for its end, narrow scope or period, or let its holder consent as blocking-holder"
		}
		PoolInTheWay => "leave the pool first: quanqi trial pool leave",
		ReservationInTheWay => "end the reservation first: quanqi rights end-reservation",
		NeedsOffice => {
			"agree it with `quanqi rights transfer`; the office's act makes it effective: `quanqi \
			 rights attest-transfer`"
		}
		ConsentMissing | OwnConsentMissing | AcceptanceMissing | PreEmptionStands => {
			"that member answers the request: `quanqi rights requests` names it"
		}
		PledgeInTheWay => "the pledgee releases it, or consents as pledgee",
		HoldInTheWay => "the authority that ordered it lifts it",
		NotEnoughShare => "look at the title: agreed transfers count too",
		_ => return None,
	})
}

/// Why a call that reached a block was refused.
pub fn of_dispatch(error: &DispatchError) -> Explanation {
	Explanation { dispatch: Some(*error), ..told(error) }
}

fn told(error: &DispatchError) -> Explanation {
	match error {
		DispatchError::Module(module) => of_module(module),
		DispatchError::BadOrigin => Explanation::text("the signer may not make this call").remedy(
			"calls of the council go through `quanqi council`; others need a key with the permission",
		),
		DispatchError::Other(text) if !text.is_empty() => Explanation::text(*text),
		other => Explanation::text(format!("{other:?}")),
	}
}

fn of_module(error: &ModuleError) -> Explanation {
	use frame_support::traits::PalletInfoAccess;
	let bytes = error.error;
	let index = usize::from(error.index);
	if index == quanqi_runtime::Rights::index() {
		if let Some(refusal) = pallet_rights::refusal_of(bytes) {
			return Explanation {
				name: Some(format!("Rights.{}", refusal.rule)),
				..of_law(&refusal)
			};
		}
		return of_rights(bytes);
	}
	if index == quanqi_runtime::Consortium::index() {
		return of_consortium(bytes);
	}
	if index == quanqi_runtime::Achievements::index() {
		return of_achievements(bytes);
	}
	if index == quanqi_runtime::Trials::index() {
		return records::of_trials(bytes);
	}
	if index == quanqi_runtime::Contracts::index() {
		return records::of_contracts(bytes);
	}
	if index == quanqi_runtime::Notices::index() {
		return grants::of_notices(bytes);
	}
	if index == quanqi_runtime::Grants::index() {
		return grants::of_grants(bytes);
	}
	if index == quanqi_runtime::Statutes::index() {
		return of_error::<pallet_statutes::Error<Runtime>>("Statutes", bytes);
	}
	if index == quanqi_runtime::Council::index() {
		return of_council(bytes);
	}
	if index == quanqi_runtime::System::index() {
		return of_error::<frame_system::Error<Runtime>>("System", bytes);
	}
	Explanation::text(format!(
		"error {bytes:?} of pallet {index}, which this program does not know"
	))
}

fn of_rights(bytes: [u8; 4]) -> Explanation {
	use pallet_rights::Error;
	let explanation = of_error::<Error<Runtime>>("Rights", bytes);
	match Error::<Runtime>::decode(&mut bytes.as_slice()) {
		Ok(Error::UnknownAchievement) => {
			explanation.remedy("what there is: `quanqi achievement list`")
		}
		Ok(Error::UnknownRequest) => {
			explanation.remedy("what waits in an achievement: `quanqi rights requests ACHIEVEMENT`")
		}
		Ok(Error::NotAgreed) => explanation
			.remedy("what is agreed stands in `quanqi rights title` and `quanqi rights requests`"),
		_ => explanation,
	}
}

fn of_council(bytes: [u8; 4]) -> Explanation {
	type Error = pallet_collective::Error<Runtime, pallet_collective::Instance1>;
	let explanation = of_error::<Error>("Council", bytes);
	match Error::decode(&mut bytes.as_slice()) {
		Ok(Error::NotMember) => explanation
			.remedy("only seats do this: `quanqi council seats`, with a key that may act for one"),
		Ok(Error::DuplicateProposal) => explanation.remedy(
			"the same motion is open: vote on it, `quanqi council list` and `quanqi council vote`",
		),
		Ok(Error::DuplicateVote) => {
			explanation.remedy("this seat has voted so: `quanqi council list`")
		}
		Ok(Error::TooEarly) => {
			explanation.remedy("it still lacks votes: `quanqi council list`, `quanqi council vote`")
		}
		_ => explanation,
	}
}

/// The name and documentation of a pallet's error, from its own type.
fn of_error<E: TypeInfo>(pallet: &str, bytes: [u8; 4]) -> Explanation {
	match variant(&E::type_info(), bytes[0]) {
		Some((name, text)) => Explanation {
			name: Some(format!("{pallet}.{name}")),
			text: if text.is_empty() { name } else { text },
			..Explanation::default()
		},
		None => Explanation::text(format!("error {bytes:?} of {pallet}, newer than this program")),
	}
}

/// Name and first paragraph of the documentation of an enum's variant.
fn variant(info: &Type, index: u8) -> Option<(String, String)> {
	let TypeDef::Variant(variants) = &info.type_def else { return None };
	let variant = variants.variants.iter().find(|variant| variant.index == index)?;
	let docs = variant.docs.iter().map(|line| line.trim()).take_while(|line| !line.is_empty());
	let text = docs.collect::<Vec<_>>().join(" ");
	Some((variant.name.to_string(), text.trim_end_matches('.').to_owned()))
}

/// The same, of an error that an answer of *check* names.
fn of_name<E: TypeInfo>(pallet: &str, name: &str) -> Explanation {
	let info = E::type_info();
	let TypeDef::Variant(variants) = &info.type_def else { return Explanation::text(name) };
	match variants.variants.iter().find(|variant| variant.name == name) {
		Some(variant) => of_error::<E>(pallet, [variant.index, 0, 0, 0]),
		// An error of another area, passed on.
		None => Explanation::text(name),
	}
}

/// A grant's error by its name.
pub fn of_grant_error(name: &str) -> Explanation {
	of_name::<pallet_grants::Error<Runtime>>("Grants", name)
}

/// A contract's error by its name.
pub fn of_contract_error(name: &str) -> Explanation {
	of_name::<pallet_technology_contracts::Error<Runtime>>("Contracts", name)
}

/// A notice's error by its name.
pub fn of_notice_error(name: &str) -> Explanation {
	of_name::<pallet_notices::Error<Runtime>>("Notices", name)
}

fn of_consortium(bytes: [u8; 4]) -> Explanation {
	use pallet_consortium::Error;
	let explanation = of_error::<Error<Runtime>>("Consortium", bytes);
	let Ok(error) = Error::<Runtime>::decode(&mut bytes.as_slice()) else { return explanation };
	let member = |explanation: Explanation, reference: pallet_consortium::types::MemberRef| {
		match quanqi_types::ShortId(reference.0).get() {
			Some(member) => Explanation {
				text: format!("{} (member {member})", explanation.text),
				..explanation
			},
			None => explanation,
		}
	};
	match error {
		Error::IdentityTaken(other) => member(explanation, other)
			.remedy("nothing: it is a member already, see `quanqi member show`"),
		Error::KeyTaken(other) | Error::KeyWasRevoked(other) => {
			member(explanation, other).remedy("make a new key: `quanqi key create`")
		}
		Error::NodeTaken(other) | Error::SessionKeysMissing(other) => member(explanation, other),
		Error::CreditCodeMissing => {
			explanation.remedy("give its unified social credit code, or country and register")
		}
		Error::PermissionMissing => {
			explanation.remedy("sign with a key that has it: `quanqi member keys list MEMBER`")
		}
		Error::CapabilityMissing => explanation.remedy(
			"sign as a member that may (`quanqi member show` lists capabilities 职能); the council gives \
			 them: `quanqi member capabilities`",
		),
		Error::NotAMemberKey => explanation
			.remedy("bind it to its member first: `quanqi member keys add ACCOUNT --may dispose`"),
		Error::NotAKeyOfMember => {
			explanation.remedy("look at the member's keys: `quanqi member keys list MEMBER`")
		}
		Error::WrongStatus | Error::Unchanged | Error::NotTheSponsor => {
			explanation.remedy("look at the member: `quanqi member show MEMBER`")
		}
		_ => explanation,
	}
}

fn of_achievements(bytes: [u8; 4]) -> Explanation {
	let explanation = of_error::<pallet_achievements::Error<Runtime>>("Achievements", bytes);
	use pallet_achievements::Error;
	match Error::<Runtime>::decode(&mut bytes.as_slice()) {
		Ok(Error::NotDisclosed) => {
			return explanation.remedy("where it stands: `quanqi achievement show NUMBER`")
		}
		Ok(Error::NoSuchAchievement) => {
			return explanation.remedy("what there is: `quanqi achievement list`")
		}
		Ok(Error::HolderNotOwner) => {
			return explanation.remedy("name the holder unit among the owners, with its share")
		}
		_ => {}
	}
	match achievement_in_the_way(bytes) {
		Some(record) => Explanation {
			text: format!("{} (achievement {record})", explanation.text),
			..explanation
		}
		.remedy(format!("look at it: quanqi achievement show {record}")),
		None => explanation,
	}
}

/// The record that an error of the achievements names.
pub fn achievement_in_the_way(bytes: [u8; 4]) -> Option<u32> {
	let info = <pallet_achievements::Error<Runtime> as TypeInfo>::type_info();
	let TypeDef::Variant(variants) = &info.type_def else { return None };
	let variant = variants.variants.iter().find(|variant| variant.index == bytes[0])?;
	let [_, rest @ ..] = bytes;
	if variant.fields.is_empty() {
		return None;
	}
	quanqi_types::ShortId(rest).get()
}

/// Why the transactions of a signer are not taken, by its code.
pub fn of_signer(code: u8) -> Explanation {
	use pallet_consortium::extensions::refusal::*;
	let text = refusal_text(code).unwrap_or("the signer's transactions are not taken");
	Explanation::text(text).remedy(match code {
		NOT_A_MEMBER_KEY => {
			"sign with a key of a member, or have this one admitted: `quanqi member admit`"
		}
		MEMBER_SUSPENDED => "the council reinstates members: `quanqi member reinstate`",
		KEY_REVOKED => "sign with a live key: `quanqi member keys list MEMBER`",
		_ => "try later, or ask the council",
	})
}

/// Why the node did not take a transaction, from its own words.
pub fn of_pool(message: &str) -> Explanation {
	// "Custom error: 3" of an invalid transaction, or {"custom":6} of one that cannot be judged now.
	let custom = ["Custom error: ", "\"custom\":", "Custom("]
		.iter()
		.find_map(|mark| message.split_once(mark))
		.map(|(_, rest)| {
			rest.trim_start().chars().take_while(char::is_ascii_digit).collect::<String>()
		})
		.and_then(|digits| digits.parse::<u8>().ok());
	if let Some(code) = custom.filter(|code| refusal_text(*code).is_some()) {
		return of_signer(code);
	}
	let known = [
		("outdated", "another call with the same nonce came first; run the command again"),
		("ancient birth block", "the call took too long to arrive; run the command again"),
		(
			"bad signature",
			"the node reads transactions otherwise; is this the right release of quanqi?",
		),
		("exhaust the resources", "the call is too large for a block; split it"),
		("Priority is too low", "the same account has another call waiting; try again"),
		("Pool is full", "the node has too much to do; try again later, or another --url"),
	];
	let remedy = known.iter().find(|(words, _)| message.contains(words)).map(|(_, remedy)| *remedy);
	let explanation = Explanation::text(format!("the node did not take the call: {message}"));
	match remedy {
		Some(remedy) => explanation.remedy(remedy),
		None => explanation,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;
	use frame_support::traits::PalletInfoAccess;
	use quanqi_title::Reason;

	fn module(index: usize, encoded: Vec<u8>) -> DispatchError {
		let mut error = [0; 4];
		for (place, byte) in error.iter_mut().zip(encoded) {
			*place = byte;
		}
		DispatchError::Module(ModuleError {
			index: index.try_into().unwrap(),
			error,
			message: None,
		})
	}

	#[test]
	fn refusal_of_the_law_should_name_rule_reason_record_and_remedy() {
		let refusal = Refusal::with(Rule::T4, Reason::OrdinaryInTheWay, 7);
		let error = pallet_rights::Error::<Runtime>::from(refusal);
		let text =
			of_dispatch(&module(quanqi_runtime::Rights::index(), error.encode())).to_string();
		for words in ["T4", "ordinary right", "entry 7", "--subject-to", "Rights.T4"] {
			assert!(text.contains(words), "{text}");
		}
	}

	#[test]
	fn consortium_error_should_name_the_member_in_the_way() {
		let error =
			pallet_consortium::Error::<Runtime>::IdentityTaken(quanqi_types::MemberId(9).into());
		let text =
			of_dispatch(&module(quanqi_runtime::Consortium::index(), error.encode())).to_string();
		assert!(text.contains("(member 9)") && text.contains("Consortium.IdentityTaken"), "{text}");
	}

	#[test]
	fn statutes_error_should_be_told_in_its_documentation() {
		let error = pallet_statutes::Error::<Runtime>::NoCitation;
		let text =
			of_dispatch(&module(quanqi_runtime::Statutes::index(), error.encode())).to_string();
		assert!(text.contains("cites nothing"), "{text}");
	}

	#[test]
	fn error_should_not_be_guessed_when_it_is_unknown() {
		let text = of_dispatch(&module(200, vec![1, 2, 3, 4])).to_string();
		assert!(text.contains("pallet 200"), "{text}");
	}

	#[test]
	fn pool_refusal_should_be_told_in_the_words_of_its_code() {
		let code = pallet_consortium::extensions::refusal::MEMBER_SUSPENDED;
		let text = of_pool(&format!("Invalid Transaction: Custom error: {code}")).to_string();
		assert!(text.contains("suspended"), "{text}");
		let code = pallet_consortium::extensions::refusal::NOT_A_MEMBER_KEY;
		let text = of_pool(&format!("Custom error: {code}")).to_string();
		assert!(text.contains("not a key of any member") && text.contains("what to do"), "{text}");
		assert!(of_pool("Transaction is outdated").to_string().contains("nonce"));
	}
}
