//! From rows to what can be registered.

use super::{Holders, ImportArgs, Report};
use crate::{
	chain::read::Member,
	error::{Place, Result},
	input::{
		dates::parse_date,
		declaration::{chinese_identifiers, declared, parse_ipc, printed_status, Facts, Owners},
		members::MemberRef,
		table::{Row, Table},
	},
	output::Progress,
};
use pallet_achievements::types::{Funding, Submission};
use quanqi_types::{Date, Identifier, MemberId, OfficialStatus};
use std::collections::{BTreeMap, HashMap};

/// A row that can be registered.
#[derive(Debug)]
pub(crate) struct Candidate {
	pub(crate) place: Place,
	pub(crate) holder: MemberId,
	pub(crate) submission: Submission,
	/// What the office would attest, and the document that says so.
	pub(crate) printed: Option<(OfficialStatus, String)>,
}

impl Candidate {
	pub(crate) fn identifiers(&self) -> &[Identifier] {
		&self.submission.declaration.identifiers
	}

	pub(crate) fn line(&self) -> u64 {
		self.place.line.unwrap_or_default()
	}
}

/// The member that a row of the map names.
pub(crate) fn member_ref(row: &Row) -> Result<MemberRef> {
	row.needed("member")?.parse().map_err(|reason| row.wrong("member", reason))
}

/// Looks a member up among those known.
pub(crate) fn find(reference: &MemberRef, members: &HashMap<MemberId, Member>) -> Option<MemberId> {
	use quanqi_types::Location;
	match reference {
		MemberRef::Number(number) => members.contains_key(number).then_some(*number),
		MemberRef::CreditCode(code) => {
			members.values().find(|view| view.credit_code == Some(*code)).map(|view| view.id)
		}
		MemberRef::Register { country, register } => members
			.values()
			.find(|view| {
				view.credit_code.is_none()
					&& matches!(&view.location, Location::Foreign { country: c, register: r }
						if c == country && r.as_str() == Some(register))
			})
			.map(|view| view.id),
	}
}

/// The rows that are good in themselves; the others are reported.
pub(crate) fn candidates(
	table: &Table,
	arguments: &ImportArgs,
	holders: &Holders,
	today: Date,
	report: &mut Report,
	progress: &Progress,
) -> Vec<Candidate> {
	let mut earlier: BTreeMap<Identifier, u64> = BTreeMap::new();
	let mut good = Vec::new();
	for row in table.rows() {
		let read = candidate(row, arguments, &holders.by_name, today)
			.and_then(|candidate| first_of_its_numbers(row, candidate, &mut earlier));
		match read {
			Ok(candidate) => good.push(candidate),
			Err(error) => {
				report.refused(row.place(), error.to_string(), progress);
				progress.advance(1);
			}
		}
	}
	good
}

fn first_of_its_numbers(
	row: &Row,
	candidate: Candidate,
	earlier: &mut BTreeMap<Identifier, u64>,
) -> Result<Candidate> {
	let repeated = candidate
		.identifiers()
		.iter()
		.find_map(|number| earlier.get(number).map(|line| (number.clone(), *line)));
	if let Some((number, line)) = repeated {
		let reason =
			format!("{number} is in line {line} already; one number names one achievement");
		return Err(row.wrong("application_number", reason));
	}
	for number in candidate.identifiers() {
		earlier.insert(number.clone(), candidate.line());
	}
	Ok(candidate)
}

fn candidate(
	row: &Row,
	arguments: &ImportArgs,
	names: &HashMap<String, MemberId>,
	today: Date,
) -> Result<Candidate> {
	let grant = row.cell("grant_publication_number")?;
	let publication = row.cell("publication_number")?;
	let identifiers = chinese_identifiers(
		row.cell("application_number")?,
		publication,
		grant,
		arguments.complete_check_digits,
	)
	.map_err(|(column, reason)| row.wrong(column, reason))?;
	let published = !publication.is_empty();
	let printed =
		row.parsed("legal_status_as_printed", |text| printed_status(text, published))?.flatten();
	let owners = owners(row, names)?;
	let holder = owners[0];
	let (kind, status) = declared(grant, printed, published);
	let title = match row.cell("title_zh")? {
		"" => row.needed("title")?,
		title => title,
	};
	let facts = Facts {
		kind,
		title: title.to_owned(),
		identifiers,
		classifications: row.parsed("ipc_or_cpc", parse_ipc)?.unwrap_or_default(),
		funding: Funding::Own,
		service: false,
		completers: Vec::new(),
		completed: None,
		filed: row.parsed("filing_date", parse_date)?,
		status,
		owners: Owners::Equal(owners),
	};
	let submission =
		facts.submission(holder, today).map_err(|(field, reason)| row.wrong(field, reason))?;
	let document = if grant.is_empty() { publication } else { grant };
	Ok(Candidate {
		place: row.place().clone(),
		holder,
		submission,
		printed: printed.map(|status| (status, document.to_owned())),
	})
}

/// The members behind the printed assignees, the first one first.
fn owners(row: &Row, names: &HashMap<String, MemberId>) -> Result<Vec<MemberId>> {
	let mut owners = Vec::new();
	let first = row.needed("assignee")?;
	let others = row.cell("assignee_2")?;
	let printed = std::iter::once(("assignee", first))
		.chain(others.split(';').map(str::trim).map(|name| ("assignee_2", name)))
		.filter(|(_, name)| !name.is_empty());
	for (column, name) in printed {
		let member = names.get(name).ok_or_else(|| {
			row.wrong(column, format!("{name}: not in the map of holders; add it with its member"))
		})?;
		// Several printed names of one member are one owner.
		if !owners.contains(member) {
			owners.push(*member);
		}
	}
	Ok(owners)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{cli::achievement_import::COLUMNS, keys::KeySource};
	use std::path::Path;

	const HEADER: &str = "publication_number,application_number,title,assignee,assignee_2,\
		filing_date,grant_publication_number,legal_status_as_printed\n";

	fn arguments() -> ImportArgs {
		ImportArgs {
			file: "p.csv".into(),
			holders: "h.csv".into(),
			keys_dir: None,
			attester: None,
			status_date: None,
			complete_check_digits: false,
		}
	}

	fn holders() -> Holders {
		let by_name = [("A", 1), ("B", 2), ("C", 1)];
		Holders {
			by_name: by_name
				.into_iter()
				.map(|(name, id)| (name.to_owned(), MemberId(id)))
				.collect(),
			members: HashMap::new(),
			folder: None,
			source: KeySource::default(),
			session_key: None,
			opened: Default::default(),
		}
	}

	fn read(rows: &str) -> (Vec<Candidate>, Vec<String>) {
		let text = format!("{HEADER}{rows}");
		let table = Table::parse(Path::new("p.csv"), text.as_bytes(), &COLUMNS).unwrap();
		let mut report = Report::default();
		let hidden = Progress::hidden();
		let good = candidates(&table, &arguments(), &holders(), Date(20_000), &mut report, &hidden);
		let reasons = report.rows.iter().map(|row| serde_json::to_value(row).unwrap());
		(good, reasons.map(|row| row["reason"].as_str().unwrap_or_default().to_owned()).collect())
	}

	#[test]
	fn row_should_become_a_record_of_its_owners_in_equal_parts() {
		let (good, reasons) =
			read("CN106530353A,CN201610907263.X,点,A,B; C,2016-10-18,CN106530353B,Active\n");
		assert!(reasons.is_empty(), "{reasons:?}");
		assert_eq!(good[0].holder, MemberId(1));
		assert_eq!(good[0].submission.owners.len(), 2);
		assert_eq!(good[0].printed, Some((OfficialStatus::Granted, "CN106530353B".into())));
	}

	#[test]
	fn row_should_be_reported_with_line_and_field_and_not_stop_the_others() {
		let (good, reasons) = read(
			"CN1A,CN201610907263.1,点,A,,2016-10-18,CN1B,Active\n\
			 CN2A,CN201610907263.X,点,Z,,2016-10-18,CN2B,Active\n\
			 CN3A,CN201610907263.X,,A,,2016-10-18,CN3B,Active\n\
			 CN4A,CN201610907263.X,点,A,,2016-10-18,CN4B,lost\n\
			 CN5A,CN201610907263.X,点,A,,18.10.2016,CN5B,Active\n\
			 CN6A,CN201610907263.X,点,A,,2016-10-18,CN6B,Active\n\
			 CN7A,CN201610907263.X,点,A,,2016-10-18,CN7B,Active\n",
		);
		assert_eq!(good.len(), 1);
		let expected = [
			("line 2, field application_number", "should be X"),
			("line 3, field assignee", "not in the map"),
			("line 4, field title", "empty"),
			("line 5, field legal_status_as_printed", "lost"),
			("line 6, field filing_date", "YYYY-MM-DD"),
			("line 8, field application_number", "in line 7 already"),
		];
		assert_eq!(reasons.len(), expected.len(), "{reasons:?}");
		for (reason, (place, what)) in reasons.iter().zip(expected) {
			assert!(reason.contains(place) && reason.contains(what), "{reason}");
		}
	}

	#[test]
	fn title_should_be_refused_when_it_is_too_long() {
		let title = "长".repeat(200);
		let (_, reasons) =
			read(&format!("CN1A,CN201610907263.X,{title},A,,2016-10-18,CN1B,Active\n"));
		assert!(
			reasons[0].contains("field title") && reasons[0].contains("600 bytes"),
			"{reasons:?}"
		);
	}
}
