//! Plays a scenario on a stage, step by step, and stops at the first outcome that is not the one
//! expected.

use crate::{
	decode::{self, Node},
	domain::show_moment,
	encode::Encoder,
	names::Names,
	offline,
	refusal::Refusal,
	scenario::{Action, Expected, Scenario, Step},
	stage::{Actor, Outcome, Stage},
	value::{same_name, Entry, Fault, Value},
};

/// The name under which the council acts.
pub const COUNCIL: &str = "council";

/// What one step came to.
#[derive(Clone, Debug)]
pub struct StepReport {
	/// Its number, from one.
	pub number: usize,
	/// Its line in the file.
	pub line: usize,
	/// The ledger's time after it, in China.
	pub at: String,
	/// Who acted.
	pub by: String,
	/// What was done or asked.
	pub what: String,
	/// What came of it.
	pub outcome: String,
	/// What it is for.
	pub note: Option<String>,
}

/// Where a play went another way than its scenario.
#[derive(Clone, Debug, thiserror::Error)]
#[error("step {number}, {fault}")]
pub struct Failure {
	/// The step, from one; zero before the first.
	pub number: usize,
	/// Line and reason.
	pub fault: Fault,
}

/// Plays a scenario; each step is told as it is over.
pub fn play(
	stage: &mut dyn Stage,
	scenario: &Scenario,
	tell: &mut dyn FnMut(&StepReport),
) -> Result<usize, Failure> {
	let before = |fault| Failure { number: 0, fault };
	let names = stage.prepare(scenario).map_err(|text| before(Fault::at(0, text)))?;
	let mut play = Play { stage, names };
	for (number, step) in (1..).zip(&scenario.steps) {
		let failed = |fault: Fault| {
			let line = if fault.line == 0 { step.line } else { fault.line };
			Failure { number, fault: Fault { line, ..fault } }
		};
		let mut report = play.step(step).map_err(failed)?;
		play.stage.check_invariants().map_err(|text| failed(Fault::at(step.line, text)))?;
		report.number = number;
		tell(&report);
	}
	Ok(scenario.steps.len())
}

struct Play<'a> {
	stage: &'a mut dyn Stage,
	names: Names,
}

impl Play<'_> {
	fn step(&mut self, step: &Step) -> Result<StepReport, Fault> {
		self.names.now = self.stage.now().map_err(|text| Fault::at(step.line, text))?;
		let (by, what, outcome) = match &step.action {
			Action::Call { by, call, with, expected, happens } => {
				let outcome = self.call(step, by, call, with.as_ref(), expected)?;
				let told = match outcome {
					Some(events) => {
						self.happened(step, &events, happens.as_ref())?;
						"done".to_owned()
					}
					None => refused_as(expected),
				};
				(by.join(", "), call.clone(), told)
			}
			Action::Wait { until, happens } => {
				let moment = self.names.moment(&self.names.resolve(until)?)?;
				let events =
					self.stage.advance(moment).map_err(|text| Fault::at(step.line, text))?;
				let events = self.read_events(&events, step.line)?;
				self.happened(step, &events, happens.as_ref())?;
				(String::new(), format!("until {}", show_moment(moment)), "done".to_owned())
			}
			Action::Check { question, with, finds } => {
				let told = self.check(step, question, with.as_ref(), finds.as_ref())?;
				(String::new(), question.clone(), told)
			}
		};
		let at = self.stage.now().map_err(|text| Fault::at(step.line, text))?;
		Ok(StepReport {
			number: 0,
			line: step.line,
			at: show_moment(at),
			by,
			what,
			outcome,
			note: step.note.clone(),
		})
	}

	fn encoder(&self) -> Encoder<'_> {
		Encoder { catalogue: self.stage.catalogue(), names: &self.names }
	}

	/// The events of a call by each actor; `None` where it was refused as expected.
	fn call(
		&mut self,
		step: &Step,
		by: &[String],
		call: &str,
		with: Option<&Value>,
		expected: &Expected,
	) -> Result<Option<Vec<Node>>, Fault> {
		let with = with.map(|with| self.names.resolve(with)).transpose()?;
		let with = with
			.map(|with| offline::complete(self.stage, &self.names, with))
			.transpose()
			.map_err(|fault| fault.of(call))?;
		let encoded = self.encoder().call(call, with.as_ref(), step.line);
		let encoded = encoded.map_err(|fault| fault.of(call))?;
		let mut events = Vec::new();
		for actor in by {
			let actor = self.actor(actor, step.line)?;
			let outcome = self.stage.submit(&actor, &encoded);
			match (outcome.map_err(|text| Fault::at(step.line, text))?, expected) {
				(Outcome::Done(done), Expected::Done) => {
					events.extend(self.read_events(&done, step.line)?);
				}
				(Outcome::Done(_), Expected::Refused { by, .. }) => {
					let text = format!("{call} was done; it should have been refused by {by}");
					return Err(Fault::at(by.line, text));
				}
				(Outcome::Refused(raw), Expected::Done) => {
					let refusal = Refusal::new(self.stage.catalogue(), &raw);
					let told = self.tell(&refusal);
					let text = format!("{call} was refused: {told}");
					return Err(Fault::at(step.line, text));
				}
				(Outcome::Refused(raw), expected) => {
					let refusal = Refusal::new(self.stage.catalogue(), &raw);
					self.refused(call, &refusal, expected)?;
				}
			}
		}
		Ok(matches!(expected, Expected::Done).then_some(events))
	}

	fn actor(&self, name: &str, line: usize) -> Result<Actor, Fault> {
		if name == COUNCIL {
			return Ok(Actor::Council);
		}
		match self.names.accounts.contains_key(name) {
			true => Ok(Actor::Key(name.to_owned())),
			false => Err(Fault::at(line, format!("no actor is called {name:?}"))),
		}
	}

	fn tell(&self, refusal: &Refusal) -> String {
		let with: Vec<_> =
			refusal.with.iter().map(|node| decode::show(&self.encoder(), node)).collect();
		let with = match with.as_slice() {
			[] => String::new(),
			list => format!(" ({})", list.join(", ")),
		};
		format!("{}: {}{with}", refusal.title(), refusal.text)
	}

	fn refused(&self, call: &str, refusal: &Refusal, expected: &Expected) -> Result<(), Fault> {
		let Expected::Refused { by, naming, because } = expected else { return Ok(()) };
		if !refusal.is(by.expect_text("a rule or an error's name")?) {
			let told = self.tell(refusal);
			let text = format!("{call} was refused, but not by {by}: {told}");
			return Err(Fault::at(by.line, text));
		}
		if let Some(naming) = naming {
			let found = self.names.resolve(naming)?;
			let number = match found.text().map(|name| self.names.member(name, naming.line)) {
				Some(Ok(member)) => i128::from(member.0),
				_ => crate::encode::integer(&found)?,
			};
			let numbers: Vec<_> = refusal.with.iter().flat_map(Node::short_numbers).collect();
			// An error that may name nothing names record n as n + 1.
			if !numbers.iter().any(|named| *named == number || self.names_short(refusal, number)) {
				let told = self.tell(refusal);
				let text = format!("{call} was refused without naming {number}: {told}");
				return Err(Fault::at(naming.line, text));
			}
		}
		if let Some(because) = because {
			let word = because.expect_text("a reason or a state")?;
			let words: Vec<_> = refusal.with.iter().flat_map(Node::words).collect();
			if !words.iter().any(|found| same_name(found, word)) {
				let told = self.tell(refusal);
				let text = format!("{call} was refused, but not because of {word}: {told}");
				return Err(Fault::at(because.line, text));
			}
		}
		Ok(())
	}

	/// Refusals of titles write record n as n + 1, zero being none.
	fn names_short(&self, refusal: &Refusal, number: i128) -> bool {
		let is_short = |node: &Node| node.bytes.len() == 2;
		let references = refusal.with.iter().filter(|node| is_short(node));
		references.flat_map(Node::short_numbers).any(|named| named == number + 1)
	}

	fn read_events(&self, events: &[Vec<u8>], line: usize) -> Result<Vec<Node>, Fault> {
		let catalogue = self.stage.catalogue();
		let read = |bytes: &Vec<u8>| {
			decode::read(catalogue, catalogue.event_type(), &mut bytes.as_slice())
				.map_err(|text| Fault::at(line, text))
		};
		events.iter().map(read).collect()
	}

	/// Saves what events say, and compares them with what must have happened.
	fn happened(
		&mut self,
		step: &Step,
		events: &[Node],
		happens: Option<&Value>,
	) -> Result<(), Fault> {
		for entry in &step.save {
			let path = entry.value.expect_text("a path such as Drafted.contract")?;
			let value = events.iter().rev().find_map(|event| in_event(event, path));
			let value = value.ok_or_else(|| {
				let text = format!("nothing told {path}; there was {}", titles(events));
				Fault::at(entry.line, text)
			})?;
			let value = Value { line: entry.line, ..value.to_value() };
			self.names.saved.insert(entry.key.clone(), value);
		}
		let Some(happens) = happens else { return Ok(()) };
		let happens = self.names.resolve(happens)?;
		for entry in happens.expect_table("events with their fields")? {
			self.happened_as(events, entry)?;
		}
		Ok(())
	}

	fn happened_as(&self, events: &[Node], entry: &Entry) -> Result<(), Fault> {
		let found = events.iter().filter_map(|event| in_event(event, &entry.key));
		let mut last = None;
		for event in found {
			match decode::compare(&self.encoder(), event, &entry.value) {
				Ok(()) => return Ok(()),
				Err(fault) => last = Some(fault.inside(&entry.key)),
			}
		}
		Err(last.unwrap_or_else(|| {
			let text = format!("{} did not happen; there was {}", entry.key, titles(events));
			Fault::at(entry.line, text)
		}))
	}

	fn check(
		&mut self,
		step: &Step,
		question: &str,
		with: Option<&Value>,
		finds: Option<&Value>,
	) -> Result<String, Fault> {
		let with = with.map(|with| self.names.resolve(with)).transpose()?;
		let encoder = self.encoder();
		let asked = encoder.catalogue.question(question);
		let asked = asked.map_err(|text| Fault::at(step.line, text))?;
		let arguments = encoder.arguments(&asked.inputs, with.as_ref(), step.line);
		let arguments = arguments.map_err(|fault| fault.of(question))?;
		let (name, output) = (asked.name, asked.output);
		let answer =
			self.stage.ask(&name, &arguments).map_err(|text| Fault::at(step.line, text))?;
		let node = decode::read(self.stage.catalogue(), output, &mut answer.as_slice())
			.map_err(|text| Fault::at(step.line, format!("{question}: {text}")))?;
		if let Some(finds) = finds {
			let finds = self.names.resolve(finds)?;
			decode::compare(&self.encoder(), &node, &finds).map_err(|fault| fault.of(question))?;
		}
		for entry in &step.save {
			let path = entry.value.expect_text("a path into the answer")?;
			let found = node.at(path).ok_or_else(|| {
				let shown = decode::show(&self.encoder(), &node);
				Fault::at(entry.line, format!("there is no {path} in {shown}"))
			})?;
			let value = Value { line: entry.line, ..found.to_value() };
			self.names.saved.insert(entry.key.clone(), value);
		}
		Ok(match finds {
			Some(_) => "as expected".into(),
			None => decode::show(&self.encoder(), &node),
		})
	}
}

/// What an event says at a path: `Contracts.Drafted.contract`, or without the pallet.
fn in_event<'a>(event: &'a Node, path: &str) -> Option<&'a Node> {
	let decode::Shape::Variant(pallet, fields) = &event.shape else { return None };
	let (_, inner) = fields.first()?;
	let decode::Shape::Variant(name, _) = &inner.shape else { return None };
	let path = path.strip_prefix(&format!("{pallet}.")).unwrap_or(path);
	match path.split_once('.') {
		Some((event, rest)) => (event == name).then(|| inner.at(rest)).flatten(),
		None => (path == name).then_some(inner),
	}
}

fn titles(events: &[Node]) -> String {
	let title = |event: &Node| match &event.shape {
		decode::Shape::Variant(pallet, fields) => match fields.first().map(|(_, node)| &node.shape)
		{
			Some(decode::Shape::Variant(name, _)) => Some(format!("{pallet}.{name}")),
			_ => None,
		},
		_ => None,
	};
	let titles: Vec<_> = events.iter().filter_map(title).collect();
	match titles.as_slice() {
		[] => "nothing".into(),
		titles => titles.join(", "),
	}
}

fn refused_as(expected: &Expected) -> String {
	match expected {
		Expected::Done => "done".into(),
		Expected::Refused { by, .. } => format!("refused by {}", by.text().unwrap_or_default()),
	}
}
