//! Consortium files and scenarios.

use super::{example, text_of, Desk, NOBODY, REFUSED, UNREACHABLE, WRONG_INPUT};

#[test]
fn consortium_file_should_be_refused_with_its_line() {
	let good = text_of(&example("consortium.toml"));
	let desk = Desk::new();
	for (from, to, words) in [
		("12100000400000456B", "12100000400000456C", "should be B, not C"),
		("kind = \"university\"", "kind = \"castle\"", "castle"),
		("seat = true", "seet = true", "seet"),
	] {
		desk.file("c.toml", good.replacen(from, to, 1));
		let line = good.lines().position(|line| line.contains(from)).unwrap() + 1;
		let place = format!("line {line}");
		desk.type_in("network check c.toml").refused(WRONG_INPUT, &["c.toml", &place, words]);
		let ended = desk.type_in("network build c.toml --out built --plain");
		ended.refused(WRONG_INPUT, &["c.toml", &place, words]);
		assert!(!desk.has("built"), "nothing is built of a wrong file");
	}
}

#[test]
fn network_should_not_be_built_over_a_folder_or_without_a_password() {
	let desk = Desk::new();
	desk.file("c.toml", text_of(&example("consortium.toml")));
	let ended = desk.type_in("network build c.toml --out built");
	ended.refused(WRONG_INPUT, &["--password-file", "--plain"]);
	assert!(!desk.has("built"));
	std::fs::create_dir(desk.folder.path().join("there")).unwrap();
	let ended = desk.type_in("network build c.toml --out there --plain");
	ended.refused(WRONG_INPUT, &["there exists already"]);
	desk.type_in("network check nowhere.toml").refused(WRONG_INPUT, &["nowhere.toml: cannot be"]);
}

#[test]
fn status_should_name_every_node_that_does_not_answer() {
	let other = "ws://127.0.0.1:2";
	let ended = Desk::new().run(&["--url", other, "network", "status"]);
	assert_eq!(ended.code, UNREACHABLE, "{}", ended.errors);
	for url in [NOBODY, other] {
		assert!(ended.errors.contains(&format!("no node answers at {url}")), "{}", ended.errors);
		assert!(ended.answer.contains(url), "{}", ended.answer);
	}
}

#[test]
fn scenario_should_be_refused_with_its_place() {
	let desk = Desk::new();
	let ended = desk.type_in("scenario rehearse nowhere.toml");
	ended.refused(WRONG_INPUT, &["nowhere.toml: cannot be read"]);
	desk.file("s.toml", "title = \"x\"\n[[step]\n");
	desk.type_in("scenario rehearse s.toml").refused(WRONG_INPUT, &["s.toml, line 2"]);
}

#[test]
fn scenarios_should_all_be_rehearsed_when_one_of_them_cannot_be() {
	let desk = Desk::new();
	let good = example("scenarios/grant-80-20.toml");
	let ended = desk.run(&["scenario", "rehearse", "nowhere.toml", good.to_str().unwrap()]);
	assert_eq!(ended.code, REFUSED, "{}", ended.errors);
	assert!(ended.errors.contains("nowhere.toml: cannot be read"), "{}", ended.errors);
	assert!(ended.errors.contains("1 of 2 scenarios"), "{}", ended.errors);
	assert!(ended.answer.contains("each as expected"), "{}", ended.answer);
}

#[test]
fn cast_should_be_refused_before_a_node_is_asked_when_an_actor_is_missing_or_unreadable() {
	let desk = Desk::new();
	desk.file("s.toml", text_of(&example("scenarios/grant-80-20.toml")));
	let key = desk.type_in("key create key.json --plain");
	assert_eq!(key.code, 0, "{}", key.errors);
	for (actors, words) in [
		("[actors.\"甲\"]\nkey = \"key.json\"\n", ["field actors", "nobody plays 浙江大学"]),
		("[actors.\"甲\"]\nkeyy = \"key.json\"\n", ["actors.甲.keyy", "no such field"]),
		("[actors.\"甲\"]\nkey = \"no.json\"\n", ["no.json", "cannot be read"]),
		("[actors.\"甲\"]\nkey = 7\n", ["actors.toml, line 2", "a key file"]),
	] {
		desk.file("actors.toml", actors);
		let ended = desk.type_in("scenario run s.toml --actors actors.toml");
		ended.refused(WRONG_INPUT, &words);
	}
}

#[test]
fn upgrade_should_be_refused_when_the_file_is_no_runtime() {
	let desk = Desk::new();
	desk.file("notes.wasm", "not wasm");
	for command in ["propose", "apply"] {
		let line = format!("--insecure-uri --key //Alice upgrade {command}");
		let ended = desk.type_in(&format!("{line} notes.wasm"));
		ended.refused(WRONG_INPUT, &["notes.wasm: not a runtime"]);
		let ended = desk.type_in(&format!("{line} nowhere.wasm"));
		ended.refused(WRONG_INPUT, &["nowhere.wasm: cannot be read"]);
	}
}
