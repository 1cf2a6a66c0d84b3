//! What a contract does to rights (行为): the `[[act]]` tables of its terms.

use super::{bounded, each, form, text, Book, Built, Name, Wrong};
use crate::input::{dates, scope::ScopeArgs, shares};
use pallet_technology_contracts::Effect;
use quanqi_title::{UseBasis, UseGrant};
use quanqi_types::{Date, Period, Ppm, Scope, Shares, TrialId};
use serde::Deserialize;

/// One act.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub(super) enum Act {
	/// A share moves (转让).
	TransferShare(TransferShare),
	/// A use right is granted (许可).
	GrantUse(Box<GrantUse>),
	/// A part of a use right moves (使用权转让).
	TransferUse(TransferUse),
	/// Rights are kept for one member (预留).
	Reserve(Reserve),
	/// A share of what does not exist yet (未来成果).
	AssignFuture(AssignFuture),
	/// A trial is converted (先用后转转化).
	ConvertTrial(ConvertTrial),
	/// The parties use an achievement together (合作实施).
	JointUse(JointUse),
}

/// A share moves.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TransferShare {
	achievement: Name,
	by: Name,
	to: Name,
	part: String,
	on: Option<String>,
}

/// A use right is granted.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GrantUse {
	achievement: Name,
	by: Name,
	to: Holders,
	#[serde(default = "ordinary")]
	form: String,
	/// The use right it is a sublicence of.
	of: Option<u32>,
	#[serde(default)]
	scope: ScopeTable,
	from: Option<String>,
	until: Option<String>,
	#[serde(default)]
	transferable: bool,
	#[serde(default)]
	sublicensable: bool,
	#[serde(default)]
	sublicences_survive: bool,
	#[serde(default)]
	subject_to: Vec<u32>,
	replaces: Option<u32>,
}

/// A part of a use right moves.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TransferUse {
	achievement: Name,
	right: u32,
	by: Name,
	to: Name,
	part: String,
}

/// Rights are kept for one member.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reserve {
	achievement: Name,
	by: Name,
	to: Name,
	#[serde(default)]
	scope: ScopeTable,
	from: Option<String>,
	until: Option<String>,
}

/// A share of what does not exist yet.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AssignFuture {
	label: String,
	by: Name,
	to: Name,
	part: String,
}

/// A trial is converted.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConvertTrial {
	trial: u64,
	achievement: Name,
	user: Name,
}

/// The parties use an achievement together.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct JointUse {
	achievement: Name,
}

/// One holder, or several with their parts.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Holders {
	One(Name),
	Several(Vec<HolderPart>),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HolderPart {
	member: Name,
	part: String,
}

/// A scope; what is not said is everything.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScopeTable {
	#[serde(default)]
	territory: Vec<String>,
	#[serde(default)]
	except: Vec<String>,
	#[serde(default)]
	field: Vec<String>,
	#[serde(default)]
	acts: String,
}

fn ordinary() -> String {
	"ordinary".to_owned()
}

fn part(text: &str) -> Built<Ppm> {
	shares::parse_ppm(text).map_err(|error| Wrong::new("part", error))
}

fn day(field: &str, text: Option<&String>) -> Built<Option<Date>> {
	text.map(|text| dates::parse_date(text).map_err(|error| Wrong::new(field, error))).transpose()
}

impl ScopeTable {
	fn scope(&self) -> Built<Scope> {
		if !self.territory.is_empty() && !self.except.is_empty() {
			return Err(Wrong::new("scope", "territory says where, except everywhere but where"));
		}
		let arguments = ScopeArgs {
			territory: self.territory.clone(),
			except: self.except.clone(),
			field: self.field.clone(),
			acts: self.acts.clone(),
		};
		arguments.scope().map_err(|(flag, reason)| {
			Wrong::new(format!("scope.{}", flag.trim_start_matches('-')), reason)
		})
	}
}

/// From a day, else from the contract's, to the end of another, else of protection. It never begins
/// "now": every party has to build the same terms.
fn period(from: Option<&String>, until: Option<&String>, signed: Date) -> Built<Period> {
	let from = day("from", from)?.unwrap_or(signed);
	dates::period(Some(from), day("until", until)?, from.start())
		.map_err(|error| Wrong::new("until", error))
}

impl Holders {
	fn shares(&self, book: &Book) -> Built<Shares> {
		match self {
			Self::One(member) => Ok(Shares::single(book.member("to", member)?)),
			Self::Several(lines) => {
				let lines = each("to", lines, |line| {
					Ok((book.member("member", &line.member)?, part(&line.part)?))
				})?;
				shares::shares(&lines).map_err(|error| Wrong::new("to", error))
			}
		}
	}
}

impl GrantUse {
	fn grant(&self, book: &Book, signed: Date) -> Built<UseGrant> {
		let mut subject_to = self.subject_to.clone();
		subject_to.sort_unstable();
		subject_to.dedup();
		Ok(UseGrant {
			grantor: book.member("by", &self.by)?,
			form: form("form", &self.form)?,
			basis: self.of.map_or(UseBasis::Licence, UseBasis::Sublicence),
			holders: self.to.shares(book)?,
			scope: self.scope.scope()?,
			period: period(self.from.as_ref(), self.until.as_ref(), signed)?,
			transferable: self.transferable,
			sublicensable: self.sublicensable,
			sublicences_survive: self.sublicences_survive,
			subject_to: bounded("subject_to", subject_to)?,
			replaces: self.replaces,
		})
	}
}

impl Act {
	/// The effect, of a contract of this day.
	pub(super) fn effect(&self, book: &Book, signed: Date) -> Built<Effect> {
		let achievement = |name: &Name| book.achievement("achievement", name);
		let by = |name: &Name| book.member("by", name);
		let to = |name: &Name| book.member("to", name);
		Ok(match self {
			Self::TransferShare(act) => Effect::TransferShare {
				achievement: achievement(&act.achievement)?,
				from: by(&act.by)?,
				to: to(&act.to)?,
				ppm: part(&act.part)?,
				on: day("on", act.on.as_ref())?.map(Date::start),
			},
			Self::GrantUse(act) => Effect::GrantUse {
				achievement: achievement(&act.achievement)?,
				terms: Box::new(act.grant(book, signed)?),
			},
			Self::TransferUse(act) => Effect::TransferUse {
				achievement: achievement(&act.achievement)?,
				right: act.right,
				from: by(&act.by)?,
				to: to(&act.to)?,
				ppm: part(&act.part)?,
			},
			Self::Reserve(act) => Effect::Reserve {
				achievement: achievement(&act.achievement)?,
				by: by(&act.by)?,
				beneficiary: to(&act.to)?,
				scope: Box::new(act.scope.scope()?),
				period: period(act.from.as_ref(), act.until.as_ref(), signed)?,
			},
			Self::AssignFuture(act) => Effect::AssignFuture {
				label: text("label", &act.label)?,
				from: by(&act.by)?,
				to: to(&act.to)?,
				ppm: part(&act.part)?,
			},
			Self::ConvertTrial(act) => Effect::ConvertTrial {
				trial: TrialId(act.trial),
				achievement: achievement(&act.achievement)?,
				user: book.member("user", &act.user)?,
			},
			Self::JointUse(act) => Effect::JointUse { achievement: achievement(&act.achievement)? },
		})
	}
}
