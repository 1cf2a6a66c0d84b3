//! Files of contracts: each fault with its file, line and field, and nothing half written.

use super::{example, text_of, Desk, UNREACHABLE, WRONG_INPUT};

/// The example licence with one text in place of another, drafted.
fn draft(from: &str, to: &str) -> (Desk, super::Ended) {
	let good = text_of(&example("contracts/licence.toml"));
	assert!(good.contains(from), "{from}");
	let desk = Desk::new();
	desk.file("c.toml", good.replacen(from, to, 1));
	let ended = desk.type_in("--insecure-uri --key //Alice contract draft c.toml");
	(desk, ended)
}

/// The line on which a text stands first.
fn line(text: &str) -> usize {
	let good = text_of(&example("contracts/licence.toml"));
	good.lines().position(|line| line.contains(text)).unwrap() + 1
}

#[test]
fn fault_should_be_told_with_file_line_and_field() {
	for (from, to, field, words) in [
		("kind = \"licence\"", "kind = \"gift\"", "kind", "none of development"),
		("date = \"2026-11-21\"", "date = \"2026-13-01\"", "date", "YYYY-MM-DD"),
		("role = \"buyer\"", "role = \"friend\"", "party 2, role", "none of seller"),
		("form = \"exclusive\"", "form = \"big\"", "act 1, form", "none of exclusive"),
		("\"600000.00\"", "\"600000.001\"", "price.part 1, instalment 1, amount", "no more digits"),
		("rate = \"3%\"", "rate = \"300%\"", "price.part 2, rate", "more than the whole"),
		("member = 4", "member = \"甲\"", "party 2, member", "18 characters"),
		("sha-256:9f", "sha-256:zz", "instrument", "64 hexadecimal digits"),
	] {
		let (_, ended) = draft(from, to);
		let place = format!("c.toml, line {}, field {field}: ", line(from));
		ended.refused(WRONG_INPUT, &[&place, words]);
	}
}

#[test]
fn fault_of_the_whole_should_name_the_part_that_is_wrong() {
	let (_, ended) = draft("member = 4", "member = 1");
	ended.refused(WRONG_INPUT, &["field party: ", "C1", "once"]);
	let (_, ended) = draft("by = 1 ", "by = 3 ");
	ended.refused(WRONG_INPUT, &["field act: ", "C2"]);
}

#[test]
fn file_should_be_refused_with_its_line_when_the_parser_cannot_read_it() {
	let (_, ended) = draft("sublicensable = true", "colour = \"red\"");
	ended.refused(WRONG_INPUT, &["c.toml, line ", "unknown field `colour`"]);
	let (_, ended) = draft("[[party]]", "[[party]");
	ended.refused(WRONG_INPUT, &["c.toml, line "]);
	let desk = Desk::new();
	desk.type_in("contract draft nowhere.toml").refused(WRONG_INPUT, &["nowhere.toml: cannot be"]);
	let json = desk.type_in("--json contract draft nowhere.toml").error();
	assert_eq!(json["file"], "nowhere.toml");
}

#[test]
fn good_file_should_ask_a_node() {
	let (_, ended) = draft("number = \"HIT-2026-017\"", "number = \"HIT-2026-018\"");
	ended.refused(UNREACHABLE, &["is the node running"]);
}

#[test]
fn sealing_should_write_neither_file_when_one_is_there_already() {
	let desk = Desk::new();
	desk.file("draft.toml", text_of(&example("contracts/sealed-licence.toml")));
	desk.file("taken.toml", "mine");
	let seal = "contract seal draft.toml --opening opening.json --terms taken.toml";
	desk.type_in(seal).refused(WRONG_INPUT, &["taken.toml: is there already"]);
	assert!(!desk.has("opening.json"), "an opening without its terms opens nothing");
	desk.file("opening.json", "mine");
	let seal = "contract seal draft.toml --opening opening.json --terms new.toml";
	desk.type_in(seal).refused(WRONG_INPUT, &["opening.json: is there already"]);
	assert!(!desk.has("new.toml"));
	assert_eq!(text_of(&desk.folder.path().join("opening.json")), "mine");
}

#[test]
fn opening_should_be_refused_when_there_is_no_such_file_or_field() {
	let desk = Desk::new();
	desk.file("draft.toml", text_of(&example("contracts/sealed-licence.toml")));
	let sealed = desk.type_in("contract seal draft.toml --opening opening.json --terms s.toml");
	assert_eq!(sealed.code, 0, "{}", sealed.errors);
	let ended = desk.type_in("contract open nowhere.json --field price --out shown.json");
	ended.refused(WRONG_INPUT, &["nowhere.json: cannot be read"]);
	let ended = desk.type_in("contract open opening.json --field colour --out shown.json");
	ended.refused(WRONG_INPUT, &["opening.json, ", "field colour: no field has this name"]);
	assert!(!desk.has("shown.json"));
	desk.file("other.json", "{\"a\": 1}");
	let ended = desk.type_in("contract open other.json --field price --out shown.json");
	ended.refused(WRONG_INPUT, &["other.json: is no file that `quanqi contract seal`"]);
}

#[test]
fn income_split_should_be_refused_with_its_line() {
	let good = text_of(&example("contracts/distribution-nested.toml"));
	let desk = Desk::new();
	for (from, to, words) in [
		("weight = 10", "weight = -10", "invalid value"),
		("to = \"unit\"", "to = \"friends\"", "field part 1, to"),
	] {
		desk.file("d.toml", good.replacen(from, to, 1));
		let at = good.lines().position(|line| line.contains(from)).unwrap() + 1;
		let line = "--insecure-uri --key //Alice contract distribute 1 d.toml --payment 0";
		desk.type_in(line).refused(WRONG_INPUT, &[&format!("d.toml, line {at}"), words]);
	}
}
