//! Command lines that cannot be read, in words and as JSON.

use super::{Desk, REFUSED, UNREACHABLE, WRONG_INPUT};

const DIGEST: &str = "sm3:0000000000000000000000000000000000000000000000000000000000000000";

#[test]
fn unread_line_should_be_json_when_json_is_asked_for() {
	for (line, field, words) in [
		("--json rights transfer 1 --to 3 --part 120%", "--part", "more than the whole"),
		("--json rights title abc", "<ACHIEVEMENT>", "a whole number is needed"),
		("rights transfer 1 --to 3 --json", "--part", "required"),
		("--json rights license 1 --to 3 --until 2026-02-30", "--until", "YYYY-MM-DD"),
		("--json nonsense", "command line", "nonsense"),
		("--json rights", "command line", "a command is missing"),
	] {
		let ended = Desk::new().type_in(line);
		assert_eq!(ended.code, WRONG_INPUT, "{line}");
		let error = ended.error();
		assert_eq!(error["kind"], "wrong-input", "{line}");
		assert_eq!(error["code"], WRONG_INPUT, "{line}");
		assert_eq!(error["field"], field, "{line}: {error:#}");
		assert!(error["message"].as_str().unwrap().contains(words), "{line}: {error:#}");
		assert!(ended.answer.is_empty(), "{line}");
	}
}

#[test]
fn help_should_be_an_answer_and_no_error_when_it_is_asked_for() {
	for line in ["--help", "rights check transfer --help", "--json statute set -h", "--version"] {
		let ended = Desk::new().type_in(line);
		assert_eq!((ended.code, ended.errors.as_str()), (0, ""), "{line}");
		assert!(ended.answer.contains("quanqi"), "{line}");
	}
}

#[test]
fn long_example_should_be_printed_so_that_a_shell_reads_it() {
	let ended = Desk::new().type_in("rights check lift --help");
	let example = ended.answer.split("Example:").nth(1).unwrap();
	assert!(example.contains("quanqi --key bureau.json rights check lift 1"), "{example}");
	assert!(example.contains(&format!("--digest \\\n    {DIGEST}")), "{example}");
}

#[test]
fn number_should_be_asked_for_when_there_is_none() {
	let desk = Desk::new();
	desk.type_in("rights title abc").refused(WRONG_INPUT, &["'abc'", "a whole number is needed"]);
	let ended = desk.type_in("contract show 99999999999999999999");
	ended.refused(WRONG_INPUT, &["the number is too large"]);
	desk.type_in("trial idle --as 4 --limit 0").refused(WRONG_INPUT, &["--limit", "1..=1000"]);
	desk.type_in("trial idle --as 4 --limit 5000").refused(WRONG_INPUT, &["1..=1000"]);
}

#[test]
fn every_alternative_should_be_named_when_none_is_given() {
	let hash = "0x".to_owned() + &"9f".repeat(32);
	let agreement = format!("rights agreement 1 --digest {DIGEST}");
	let payment = format!(
		"contract attest-payment 1 --payer 1 --payee 2 --date 2026-11-20 --reference {DIGEST}"
	);
	let grant = format!(
		"grant propose 1 --member 5=100% --basis 1 --agreement {DIGEST} --income completers=100%"
	);
	for (line, alternatives) in [
		(format!("council vote {hash}"), ["--yes", "--no"]),
		("notice open-of".to_owned(), ["--grant", "--achievement"]),
		("contract find".to_owned(), ["--seller", "--instrument"]),
		("contract sign 1".to_owned(), ["--file", "--as-shown"]),
		("contract verify-opening x.json".to_owned(), ["--contract", "--root"]),
		("contract distribution 1".to_owned(), ["--payment", "--equity"]),
		(payment, ["--amount", "--sealed"]),
		(grant, ["--share", "--long-term-use"]),
		(agreement, ["--rule", "--none"]),
		("trial list".to_owned(), ["--achievement", "--user"]),
		("achievement exclude 1".to_owned(), ["--class", "--lift"]),
		("achievement family 1".to_owned(), ["--with", "--leave"]),
		("achievement bundle 1 2".to_owned(), ["--label", "--dissolve"]),
	] {
		Desk::new().type_in(&line).refused(WRONG_INPUT, &alternatives);
	}
}

#[test]
fn word_should_be_refused_with_the_list_when_it_is_none_of_it() {
	let decision = format!("--document D-1 --digest {DIGEST}");
	for (line, words) in [
		("rights consent 1 --role king".to_owned(), "king: none of co-owner"),
		("rights license 1 --to 3 --form big".to_owned(), "big: none of exclusive"),
		("rights end-use 1 --right 5 --reason bored".to_owned(), "bored: none of expired"),
		(format!("member succeed 1 --by 2 --cause age {decision}"), "age: none of death"),
		(
			format!("notice decide 1 --objection 0 --ruling maybe {decision}"),
			"maybe: none of upheld or dismissed",
		),
		(
			"achievement exclude 1 --class secret --review 2027-01-01".to_owned(),
			"secret: none of defence",
		),
		(
			format!("contract end 1 --how never --digest {DIGEST}"),
			"never: none of performed, terminated or rescinded",
		),
		(
			format!("trial pool decline 1 --reason dunno --digest {DIGEST}"),
			"dunno: none of negotiating",
		),
		("statute show idleness".to_owned(), "quanqi statute list"),
		("member list --kind wizard".to_owned(), "university"),
		("contract apply 1 --for nothing".to_owned(), "nothing: none of change or cancel"),
	] {
		Desk::new().type_in(&line).refused(WRONG_INPUT, &[words]);
	}
}

#[test]
fn amounts_periods_and_digests_should_be_refused_with_their_form() {
	let pool = format!("trial pool enter 1 --contract {DIGEST} --trial-length");
	for (line, words) in [
		(format!("{pool} soon"), "15d or 10 years"),
		(format!("{pool} 6months --fixed 100"), "a number and a currency"),
		(format!("{pool} 6months --fixed 1.001CNY"), "no more digits than its currency has"),
		(format!("{pool} 6months --fixed 100XYZ"), "no currency of ISO 4217"),
		(format!("{pool} 6months --fixed 1CNY --cap 2CNY"), "cannot be used with"),
		("trial ask-extension 1 --more ever".to_owned(), "15d or 10 years"),
		(format!("trial request 1 --contract {DIGEST} --broker 2 --fee lots"), "such as 5%"),
		("rights hold 1 --document H --digest abc".to_owned(), "`sm3:`"),
		("rights pledge 1 --to 3 --part 20% --secured 12".to_owned(), "64 hexadecimal digits"),
		("achievement publish 1 --title X --salt 12".to_owned(), "64 hexadecimal digits"),
		("rights agreement 1 --rule dance=all --digest ".to_owned() + DIGEST, "own-use"),
		("member keys add 5Grw --may full".to_owned(), "not an SS58 account"),
		("council propose 0xzz".to_owned(), "hexadecimal"),
		("council propose 0x0a06".to_owned(), "not a call of this runtime"),
	] {
		Desk::new().type_in(&line).refused(WRONG_INPUT, &[words]);
	}
}

#[test]
fn question_should_say_who_may_ask_when_nobody_is_named() {
	Desk::new().type_in("trial idle").refused(WRONG_INPUT, &["--as", "--key"]);
	Desk::new().type_in("trial idle --as 4").refused(UNREACHABLE, &["is the node running"]);
}

#[test]
fn statute_should_be_refused_when_its_value_is_of_another_kind() {
	let desk = Desk::new();
	let line =
		"--insecure-uri --key //Alice statute set idle-period --value 80% --from 2030-01-01 \
	            --force binding --status draft --citation X";
	desk.type_in(line).refused(WRONG_INPUT, &["--value", "80 %", "statute show idle-period"]);
	let line = line.replace("80%", "2y");
	desk.type_in(&line).refused(UNREACHABLE, &["is the node running"]);
}

#[test]
fn dry_run_should_be_refused_where_nothing_can_be_tried() {
	let desk = Desk::new();
	let ended = desk.type_in("--dry-run key create z.json --plain");
	ended.refused(WRONG_INPUT, &["--dry-run", "signs no call"]);
	assert!(!desk.has("z.json"));
	let ended = desk.type_in("--dry-run member import m.csv");
	ended.refused(WRONG_INPUT, &["--dry-run", "many calls"]);
	assert_ne!(ended.code, REFUSED);
}
