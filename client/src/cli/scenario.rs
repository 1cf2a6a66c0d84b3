//! `quanqi scenario`: plays scenario files on a network, or in this process.

use super::Session;
use crate::{
	chain::stage::{Company, Network},
	error::{Error, Place, Result},
	output,
};
use clap::Subcommand;
use quanqi_scenario::{
	play, value, CallCost, Costs, Failure, Rehearsal, Scenario, Stage, StepReport,
};
use quanqi_types::MemberId;
use serde_json::json;
use std::{
	path::{Path, PathBuf},
	time::Duration,
};

/// Scenarios 情景.
#[derive(Subcommand, Clone, Debug)]
pub enum ScenarioCommand {
	/// Play a scenario on a network 演练: each step is signed with its actor's key
	#[command(after_help = "\
Example:
  quanqi scenario run examples/scenarios/grant-80-20.toml --actors actors.toml --patience 20d

The file of --actors says who plays whom:
  [actors.\"浙江大学\"]
  key = \"zju.json\"
  more-keys = [\"zju-2.json\"]
  [actors.\"张三\"]
  member = 7
  [council]
  keys = [\"seat-1.json\", \"seat-2.json\"]")]
	Run {
		/// The scenario
		file: PathBuf,
		/// Who plays whom: key files by the names of the actors 角色
		#[arg(long, value_name = "FILE")]
		actors: PathBuf,
		/// The longest that one step may wait
		#[arg(long, value_name = "LENGTH", default_value = "10 minutes", value_parser = parse_patience)]
		patience: Duration,
	},
	/// Rehearse scenarios in this process 排练: on a ledger in memory whose clock they set
	#[command(after_help = "\
Examples:
  quanqi scenario rehearse examples/scenarios/grant-80-20.toml
  quanqi scenario rehearse --costs examples/scenarios/story.toml")]
	Rehearse {
		/// The scenarios
		#[arg(required = true)]
		files: Vec<PathBuf>,
		/// Then tell what each kind of call cost 开销: time here, in memory, against a call that does nothing
		#[arg(long)]
		costs: bool,
	},
}

/// Calls that do nothing which each scenario is compared with.
const NO_OPERATIONS: u32 = 50;

/// `10 minutes`, `2 hours`, `20d`: a length of time, not a term of law that ends with a day.
fn parse_patience(text: &str) -> Result<Duration, String> {
	let wrong = || format!("{text}: a length is like 10 minutes, 2 hours or 20d");
	let text = text.trim();
	let digits = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
	let (number, unit) = text.split_at(digits);
	let number: u64 = number.parse().map_err(|_| wrong())?;
	let seconds = match unit.trim() {
		"s" | "second" | "seconds" => 1,
		"m" | "minute" | "minutes" => 60,
		"h" | "hour" | "hours" => 3_600,
		"d" | "day" | "days" => 86_400,
		_ => return Err(wrong()),
	};
	number.checked_mul(seconds).map(Duration::from_secs).ok_or_else(wrong)
}

impl ScenarioCommand {
	/// Plays.
	pub async fn run(self, session: &Session) -> Result<()> {
		session.no_dry_run(
			"each step of a scenario stands on those before it, and cannot be tried unsigned; rehearse it: \
			 `quanqi scenario rehearse`",
		)?;
		match self {
			Self::Run { file, actors, patience } => {
				let scenario = read(&file)?;
				let company = company(session, &actors)?;
				ensure_played(&scenario, &company, &actors)?;
				let chain = session.chain().await?;
				let wait = session.global.wait;
				let mut network = Network::new(chain, company, wait, patience).await?;
				show(session, &file, &scenario, &mut network)
			}
			Self::Rehearse { files, costs } => rehearse_all(session, &files, costs),
		}
	}
}

/// Rehearses every file, also after one that did not go as it says.
fn rehearse_all(session: &Session, files: &[PathBuf], costs: bool) -> Result<()> {
	let mut all = Costs::default();
	let mut failed = 0_usize;
	for file in files {
		match rehearse(session, file, costs) {
			Ok(of_file) => all.extend(of_file),
			Err(error) if files.len() == 1 => return Err(error),
			Err(error) => {
				failed = failed.saturating_add(1);
				session.output.error(&error);
			}
		}
	}
	if costs {
		show_costs(session, &all.summary());
	}
	match failed {
		0 => Ok(()),
		_ => Err(Error::refused(format!(
			"{failed} of {} scenarios did not go as they say; each is told above",
			files.len()
		))),
	}
}

/// Rehearses one file on a ledger of its own; what its calls cost, if that is asked.
fn rehearse(session: &Session, file: &Path, costs: bool) -> Result<Costs> {
	let scenario = read(file)?;
	let mut stage = Rehearsal::new().map_err(Error::Node)?;
	show(session, file, &scenario, &mut stage)?;
	match costs {
		true => stage.costs(NO_OPERATIONS).map_err(Error::Node),
		false => Ok(Costs::default()),
	}
}

fn read_text(file: &Path) -> Result<String> {
	crate::input::contract::read_text(file)
}

fn in_file(file: &Path, fault: &value::Fault) -> Error {
	let place = match u64::try_from(fault.line) {
		Ok(line) if line > 0 => Place::line(file, line),
		_ => Place::file(file),
	};
	Error::file(place, &fault.text)
}

fn read(file: &Path) -> Result<Scenario> {
	Scenario::parse(&read_text(file)?).map_err(|fault| in_file(file, &fault))
}

/// Plays and tells each step; the first outcome that is not the one expected is an error.
fn show(session: &Session, file: &Path, scenario: &Scenario, stage: &mut dyn Stage) -> Result<()> {
	let mut steps = Vec::new();
	let played = play(stage, scenario, &mut |report| {
		if !session.output.json {
			println!("{}", line(report));
		}
		steps.push(step_json(report));
	});
	match played {
		Ok(count) => {
			let answer = json!({ "scenario": scenario.title, "file": file, "steps": steps });
			session.output.answer(&answer, |_| {
				output::facts([
					("scenario 情景", scenario.title.clone()),
					("", scenario.title_zh.clone().unwrap_or_default()),
					("steps 步骤", format!("{count}, each as expected")),
				])
			});
			Ok(())
		}
		Err(Failure { number, fault }) => {
			let place = match fault.line {
				0 => file.display().to_string(),
				line => format!("{}, line {line}", file.display()),
			};
			Err(Error::refused(format!("{place}: step {number}: {}", fault.text)))
		}
	}
}

/// What each kind of call cost.
fn show_costs(session: &Session, costs: &[CallCost]) {
	let answer = json!({ "costs": costs.iter().map(cost_json).collect::<Vec<_>>() });
	session.output.answer(&answer, |_| {
		output::table(
			&["call 调用", "done", "time 用时", "no-operations", "per second", "weight 权重"],
			costs.iter().map(cost_row),
		)
	});
}

fn cost_row(cost: &CallCost) -> [String; 6] {
	let times = cost.no_operations.map_or_else(String::new, |times| format!("{times:.1}"));
	[
		cost.call.clone(),
		cost.done.to_string(),
		format!("{} µs", cost.median.as_micros()),
		times,
		format!("{:.0}", cost.per_second()),
		format!("{} µs", cost.weight_microseconds),
	]
}

fn cost_json(cost: &CallCost) -> serde_json::Value {
	json!({
		"call": cost.call,
		"done": cost.done,
		"medianMicroseconds": cost.median.as_secs_f64() * 1e6,
		"noOperations": cost.no_operations,
		"perSecond": cost.per_second(),
		"weightMicroseconds": cost.weight_microseconds,
	})
}

/// `12  2026-01-05 10:00:12  浙江大学: Grants.propose: refused by G4`.
fn line(report: &StepReport) -> String {
	let by = match report.by.as_str() {
		"" => String::new(),
		by => format!("{by}: "),
	};
	let note = report.note.as_ref().map(|note| format!("  ({note})")).unwrap_or_default();
	format!("{:>3}  {}  {by}{}: {}{note}", report.number, report.at, report.what, report.outcome)
}

fn step_json(report: &StepReport) -> serde_json::Value {
	json!({
		"step": report.number,
		"line": report.line,
		"at": report.at,
		"by": report.by,
		"what": report.what,
		"outcome": report.outcome,
		"note": report.note,
	})
}

/// A file as another file names it: beside that one, if it is there.
fn beside(file: &Path, name: &str) -> String {
	let path = file.parent().unwrap_or_else(|| Path::new("")).join(name);
	match path.exists() {
		true => path.display().to_string(),
		false => name.to_owned(),
	}
}

/// Refuses a cast that lacks an actor, before the first step is signed.
fn ensure_played(scenario: &Scenario, company: &Company, file: &Path) -> Result<()> {
	let played =
		|name: &String| company.members.contains_key(name) || company.keys.contains_key(name);
	let names = scenario.actors.iter().map(|actor| &actor.name);
	match names.into_iter().find(|name| !played(name)) {
		None => Ok(()),
		Some(name) => Err(Error::file(
			Place::file(file).field("actors"),
			format!("nobody plays {name}: add [actors.\"{name}\"] with its key = \"FILE\""),
		)),
	}
}

/// What an actor of that file may say of itself.
const ACTOR_FIELDS: [&str; 4] = ["key", "more-keys", "off-line-key", "member"];

/// Who plays whom, with the keys opened. Key files are sought beside the file that names them.
fn company(session: &Session, file: &Path) -> Result<Company> {
	let wrong = |fault: value::Fault| in_file(file, &fault);
	let table = value::parse(&read_text(file)?).map_err(wrong)?;
	let source = session.key_source()?;
	let open = |argument: &value::Value| {
		let name = argument.expect_text("a key file").map_err(wrong)?;
		source.key(&beside(file, name))
	};
	let open_off_line = |argument: &value::Value| {
		let name = argument.expect_text("a key file").map_err(wrong)?;
		source.offline_key(&beside(file, name))
	};
	let list = |value: Option<&value::Value>| match value.map(|value| (value, &value.kind)) {
		None => Ok(Vec::new()),
		Some((_, value::Kind::List(items))) => items.iter().map(open).collect::<Result<Vec<_>>>(),
		Some((value, _)) => Err(wrong(value.unexpected("a list of key files"))),
	};
	let mut company = Company::default();
	let actors = table.get("actors").and_then(value::Value::table).unwrap_or_default();
	for actor in actors {
		let name = &actor.key;
		let unknown = actor.value.table().unwrap_or_default().iter();
		if let Some(field) =
			unknown.map(|said| &said.key).find(|key| !ACTOR_FIELDS.contains(&key.as_str()))
		{
			return Err(Error::file(
				Place::file(file).field(format!("actors.{name}.{field}")),
				format!("no such field; an actor has {}", ACTOR_FIELDS.join(", ")),
			));
		}
		if let Some(key) = actor.value.get("key") {
			company.keys.insert(name.clone(), open(key)?);
		}
		for (number, key) in (2..).zip(list(actor.value.get("more-keys"))?) {
			company.keys.insert(format!("{name}#{number}"), key);
		}
		if let Some(key) = actor.value.get("off-line-key") {
			company.off_line_keys.insert(name.clone(), open_off_line(key)?);
		}
		if let Some(member) = actor.value.get("member") {
			let value::Kind::Integer(number) = member.kind else {
				return Err(wrong(member.unexpected("the number of a member")));
			};
			let number = u32::try_from(number).map_err(|_| wrong(member.unexpected("a member")))?;
			company.members.insert(name.clone(), MemberId(number));
		}
	}
	company.council = list(table.get("council").and_then(|council| council.get("keys")))?;
	Ok(company)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn patience_should_be_read_as_a_length() {
		assert_eq!(parse_patience("10 minutes"), Ok(Duration::from_secs(600)));
		assert_eq!(parse_patience("2 days"), Ok(Duration::from_secs(2 * 86_400)));
		assert_eq!(parse_patience("20d"), Ok(Duration::from_secs(20 * 86_400)));
		assert!(parse_patience("soon").unwrap_err().contains("10 minutes"));
	}
}
