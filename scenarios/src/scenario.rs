//! A scenario as its file says it: who takes part, and what happens in which order.

use crate::{
	cast,
	names::Names,
	value::{self, Entry, Fault, Value},
};
use quanqi_types::{RuleId, StatuteVersion};

/// A scenario.
#[derive(Clone, Debug)]
pub struct Scenario {
	/// What it plays.
	pub title: String,
	/// The same in Chinese.
	pub title_zh: Option<String>,
	/// The deal, policy or rule behind it.
	pub source: String,
	/// When it begins, on a stage that sets its own clock.
	pub start: Option<Value>,
	/// Statutes that differ from the first versions.
	pub statutes: Vec<Value>,
	/// Who takes part.
	pub actors: Vec<ActorSpec>,
	/// What happens.
	pub steps: Vec<Step>,
}

/// An actor as the file describes it.
#[derive(Clone, Debug)]
pub struct ActorSpec {
	/// Its name.
	pub name: String,
	/// Line of the name.
	pub line: usize,
	/// University, enterprise, person and so on.
	pub kind: String,
	/// Everything else it says.
	pub says: Value,
}

/// One step.
#[derive(Clone, Debug)]
pub struct Step {
	/// Line on which it begins.
	pub line: usize,
	/// What it is for, in words.
	pub note: Option<String>,
	/// What is done.
	pub action: Action,
	/// Names for what events and answers say.
	pub save: Vec<Entry>,
}

/// What a step does.
#[derive(Clone, Debug)]
pub enum Action {
	/// Actors make a call, one after the other.
	Call {
		/// Who.
		by: Vec<String>,
		/// Which call.
		call: String,
		/// Its arguments.
		with: Option<Value>,
		/// What is expected.
		expected: Expected,
		/// What must have happened: events by name, with fields.
		happens: Option<Value>,
	},
	/// Time passes.
	Wait {
		/// Until when.
		until: Value,
		/// What must have happened meanwhile.
		happens: Option<Value>,
	},
	/// The ledger is asked.
	Check {
		/// What is asked.
		question: String,
		/// With which arguments.
		with: Option<Value>,
		/// What the answer must say.
		finds: Option<Value>,
	},
}

/// What is expected of a call.
#[derive(Clone, Debug)]
pub enum Expected {
	/// It is done.
	Done,
	/// It is refused.
	Refused {
		/// The rule or the error's name.
		by: Value,
		/// The record or number that the refusal names.
		naming: Option<Value>,
		/// The reason or state that it names.
		because: Option<Value>,
	},
}

/// Everything a step can say.
const STEP_WORDS: [&str; 14] = [
	"note", "by", "do", "with", "refused", "naming", "because", "save", "happens", "wait", "until",
	"check", "finds", "assumed",
];

impl Scenario {
	/// Reads a scenario file.
	pub fn parse(text: &str) -> Result<Self, Fault> {
		let file = value::parse(text)?;
		let entries = file.expect_table("a scenario")?;
		let words = [
			"title", "title-zh", "source", "start", "statute", "actors", "step", "assumed", "rules",
		];
		refuse_unknown(entries, &words)?;
		let text_of = |key: &str| {
			file.get(key).map(|value| value.expect_text("a text").map(str::to_owned)).transpose()
		};
		let missing = |key: &str| Fault::at(1, format!("{key} is missing"));
		let steps = list_of(&file, "step")?;
		if steps.is_empty() {
			return Err(missing("[[step]]"));
		}
		Ok(Self {
			title: text_of("title")?.ok_or_else(|| missing("title"))?,
			title_zh: text_of("title-zh")?,
			source: text_of("source")?.ok_or_else(|| missing("source"))?,
			start: file.get("start").cloned(),
			statutes: list_of(&file, "statute")?.to_vec(),
			actors: actors(&file)?,
			steps: steps.iter().map(Step::read).collect::<Result<_, _>>()?,
		})
	}
}

impl Scenario {
	/// The statutes it stands on beside the first versions: rule, version, and the line that says so.
	pub fn statutes(&self, names: &Names) -> Result<Vec<(RuleId, StatuteVersion, usize)>, Fault> {
		let read = |said: &Value| {
			let (rule, version) = cast::statute(names, said)?;
			Ok((rule, version, said.line))
		};
		self.statutes.iter().map(read).collect()
	}
}

fn list_of<'a>(file: &'a Value, key: &str) -> Result<&'a [Value], Fault> {
	match file.get(key).map(|value| (value, &value.kind)) {
		None => Ok(&[]),
		Some((_, value::Kind::List(items))) => Ok(items),
		Some((value, _)) => Err(value.unexpected("a list")),
	}
}

fn actors(file: &Value) -> Result<Vec<ActorSpec>, Fault> {
	let Some(table) = file.get("actors") else { return Ok(Vec::new()) };
	let actor = |entry: &Entry| {
		let words = [
			"kind",
			"credit-code",
			"location",
			"state-established",
			"capabilities",
			"jurisdiction",
			"sponsor",
			"off-line-key",
			"keys",
			"note",
		];
		refuse_unknown(entry.value.expect_table("an actor")?, &words)?;
		let kind = entry.value.get("kind").ok_or_else(|| {
			Fault::at(entry.line, format!("{}: kind is missing: university, person …", entry.key))
		})?;
		Ok(ActorSpec {
			name: entry.key.clone(),
			line: entry.line,
			kind: kind.expect_text("a kind of member")?.to_owned(),
			says: entry.value.clone(),
		})
	};
	table.expect_table("actors by name")?.iter().map(actor).collect()
}

impl Step {
	fn read(step: &Value) -> Result<Self, Fault> {
		let entries = step.expect_table("a step")?;
		refuse_unknown(entries, &STEP_WORDS)?;
		let line = entries.iter().map(|entry| entry.line).min().unwrap_or(step.line);
		let note = step.get("note").map(|note| note.expect_text("a text").map(str::to_owned));
		let save = match step.get("save") {
			Some(save) => save.expect_table("names with paths")?.to_vec(),
			None => Vec::new(),
		};
		let action = match (step.get("do"), step.get("check"), wait_of(step)?) {
			(Some(call), None, None) => Self::read_call(step, call)?,
			(None, Some(question), None) => Action::Check {
				question: question.expect_text("a question")?.to_owned(),
				with: step.get("with").cloned(),
				finds: step.get("finds").cloned(),
			},
			(None, None, Some(until)) => {
				Action::Wait { until, happens: step.get("happens").cloned() }
			}
			_ => {
				let text = "a step has one of do, check, wait, until";
				return Err(Fault::at(line, text));
			}
		};
		Ok(Self { line, note: note.transpose()?, action, save })
	}

	fn read_call(step: &Value, call: &Value) -> Result<Action, Fault> {
		let by =
			step.get("by").ok_or_else(|| Fault::at(call.line, "by is missing: who does it"))?;
		let by = match &by.kind {
			value::Kind::List(items) => items
				.iter()
				.map(|item| item.expect_text("a name").map(str::to_owned))
				.collect::<Result<Vec<_>, _>>()?,
			_ => vec![by.expect_text("a name, or names")?.to_owned()],
		};
		let expected = match step.get("refused") {
			Some(rule) => Expected::Refused {
				by: rule.clone(),
				naming: step.get("naming").cloned(),
				because: step.get("because").cloned(),
			},
			None => Expected::Done,
		};
		Ok(Action::Call {
			by,
			call: call.expect_text("a call")?.to_owned(),
			with: step.get("with").cloned(),
			expected,
			happens: step.get("happens").cloned(),
		})
	}
}

/// `wait = "16 days"` or `until = 2026-03-01`.
fn wait_of(step: &Value) -> Result<Option<Value>, Fault> {
	let Some(wait) = step.get("wait") else { return Ok(step.get("until").cloned()) };
	let length = wait.expect_text("a length such as 16 days")?;
	Ok(Some(Value { line: wait.line, kind: value::Kind::Text(format!("now + {length}")) }))
}

fn refuse_unknown(entries: &[Entry], words: &[&str]) -> Result<(), Fault> {
	match entries.iter().find(|entry| !words.contains(&entry.key.as_str())) {
		Some(entry) => {
			let text = format!("there is no {}; there are {}", entry.key, words.join(", "));
			Err(Fault::at(entry.line, text))
		}
		None => Ok(()),
	}
}
