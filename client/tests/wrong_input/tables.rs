//! Tables of members and achievements, and what is said of one of them on the command line.

use super::{Desk, SOME_ROWS, WRONG_INPUT};

const ALICE: &str = "--insecure-uri --key //Alice";
const COMMITMENT: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

#[test]
fn person_should_be_refused_when_its_name_would_become_public() {
	let desk = Desk::new();
	let person = format!("{ALICE} member sponsor --kind person --commitment {COMMITMENT}");
	let ended = desk.type_in(&format!("{person} --division 230100 --name 张三"));
	ended.refused(WRONG_INPUT, &["--name", "commitment alone"]);
	let ended = desk.type_in(&person);
	ended.refused(WRONG_INPUT, &["--division", "a person has a division"]);
	let table =
		format!("name_zh,kind,uscc,commitment,division\n张三,person,,{COMMITMENT},230100\n");
	desk.file("m.csv", table);
	let ended = desk.type_in(&format!("{ALICE} member import m.csv"));
	assert_eq!(ended.code, SOME_ROWS, "{}", ended.errors);
	assert!(ended.errors.contains("m.csv, line 2, field name_zh"), "{}", ended.errors);
}

#[test]
fn organisation_should_be_refused_with_the_flag_that_is_wrong() {
	let good = "--name 清华大学 --credit-code 12100000400000624D";
	for (said, words) in [
		(format!("{good} --kind university"), ["--division", "national register"]),
		(format!("{good} --kind university --division 999999"), ["--division", "GB/T 2260"]),
		(format!("{good} --kind wizard"), ["--kind", "hospital"]),
		("--name 甲 --kind university".to_owned(), ["--credit-code", "empty"]),
		(
			format!("{good} --kind university --division 110108 --capabilities register-contracts"),
			["--jurisdiction", "jurisdiction"],
		),
		(
			format!("{good} --kind university --division 110108 --capabilities fly"),
			["--capabilities", "register-contracts"],
		),
		(
			"--name 甲 --kind hospital --credit-code 12330000470533578B".to_owned(),
			["--credit-code", "GB 11714"],
		),
	] {
		let line = format!("{ALICE} member admit {said}");
		Desk::new().type_in(&line).refused(WRONG_INPUT, &words);
	}
}

#[test]
fn default_division_should_be_refused_when_there_is_none_of_its_code() {
	let desk = Desk::new();
	let line = format!("{ALICE} member import m.csv --default-division");
	let ended = desk.type_in(&format!("{line} 99"));
	ended.refused(WRONG_INPUT, &["--default-division", "GB/T 2260 has no such division"]);
	let ended = desk.type_in(&format!("{line} Beijing"));
	ended.refused(WRONG_INPUT, &["a division has six digits"]);
}

#[test]
fn rows_should_be_in_the_answer_and_notes_be_json_when_json_is_asked_for() {
	let desk = Desk::new();
	desk.file("m.csv", "name_zh,kind,uscc\n甲,hospital,12330000470533578B\n乙,wizard,x\n");
	let ended = desk.type_in(&format!("--json {ALICE} member import m.csv"));
	assert_eq!(ended.code, SOME_ROWS, "{}", ended.errors);
	let answer: serde_json::Value = serde_json::from_str(&ended.answer).unwrap();
	assert_eq!(answer["refused"], 2);
	assert_eq!(answer["rows"][1]["line"], 3);
	let mut stream = serde_json::Deserializer::from_str(&ended.errors).into_iter();
	let lines: Vec<serde_json::Value> = stream.by_ref().map(Result::unwrap).collect();
	assert_eq!(lines.len(), 3, "two notes and the error: {}", ended.errors);
	assert!(lines[0]["note"].as_str().unwrap().contains("line 2, field uscc"), "{lines:?}");
	assert_eq!(lines[2]["error"]["kind"], "some-rows");
}

#[test]
fn map_of_holders_should_be_refused_before_a_node_is_asked_when_it_lacks_a_column() {
	let desk = Desk::new();
	let header = "publication_number,application_number,title,assignee,legal_status_as_printed\n";
	desk.file("p.csv", format!("{header}CN106530353A,CN201610907263.X,T,A,Active\n"));
	desk.file("short.csv", "assignee\nA\n");
	let import = "achievement import p.csv --holders";
	let ended = desk.type_in(&format!("{import} short.csv"));
	ended.refused(WRONG_INPUT, &["short.csv, line 1: missing columns: member"]);
	let ended = desk.type_in(&format!("{import} nowhere.csv"));
	ended.refused(WRONG_INPUT, &["nowhere.csv: cannot be read"]);
	let ended = desk.type_in("achievement import nowhere.csv --holders short.csv");
	ended.refused(WRONG_INPUT, &["nowhere.csv: cannot be read"]);
	let ended = desk.type_in(&format!("{import} short.csv --status-date tomorrow"));
	ended.refused(WRONG_INPUT, &["--status-date", "YYYY-MM-DD"]);
	desk.file("torn.csv", format!("{header}\"CN106530353A,CN201610907263.X,T,A,Active\n"));
	let ended = desk.type_in("achievement import torn.csv --holders short.csv");
	ended.refused(WRONG_INPUT, &["torn.csv, line 2"]);
}
