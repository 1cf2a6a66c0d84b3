//! The page as its users have it: built by `scripts/page`, in a real headless browser, with real files.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod driver;
mod page;
mod server;

use crate::page::{golden, Page};
use serde_json::json;
use std::fs;

/// The trust file of the golden files, for another chain.
fn other_chain() -> Vec<u8> {
	fs::read_to_string(golden("trust.json")).unwrap().replace("9e9e", "9f9f").into_bytes()
}

#[test]
fn page_should_say_valid_and_show_each_check_when_all_pass() {
	let page = Page::open();
	let outcome = page.verify(&golden("provenance.qcert"), &golden("trust.json"));
	assert_eq!(outcome, "valid", "{}", page.text("#status"));
	assert!(page.text("#verdict h2").contains("Valid 有效"));
	for check in ["form", "chain", "authorities", "finality", "state", "history", "openings"] {
		assert_eq!(page.check(check), "passed", "{check}");
	}
	assert_eq!(page.check("age"), "nothing-to-check");
	assert_eq!(page.browser.complaints(), Vec::<String>::new());
}

#[test]
fn page_should_show_owners_rights_and_the_whole_history_when_valid() {
	let page = Page::open();
	page.verify(&golden("provenance.qcert"), &golden("checkpoint.json"));
	let owners = page.text("#owners");
	for expected in ["浙江大学", "50 %", "浙江工业大学", "40 %", "某公司", "10 %"] {
		assert!(owners.contains(expected), "{expected} is not in {owners}");
	}
	assert!(page.text("#rights tbody").contains("ordinary 普通"));
	assert!(page.text("#encumbrances tbody").contains("pledge 质押"));
	assert_eq!(page.count("#history tbody tr"), 5);
	assert!(page.text("#history").contains("share transferred 份额转移"));
	assert!(page.text("#proof-date").contains("2026-11-21 08:00:00 UTC+8"));
	assert!(page.text("#proof").contains("checkpoint 检查点 at block"));
}

#[test]
fn page_should_show_what_is_opened_when_a_commitment_is() {
	let page = Page::open();
	page.verify(&golden("provenance.qcert"), &golden("trust.json"));
	assert_eq!(page.text("#achievement-name"), "一种电池隔膜的制备方法");
	let opened = page.text("#openings");
	for expected in ["王小明", "price: 7654321.09 CNY"] {
		assert!(opened.contains(expected), "{expected} is not in {opened}");
	}
	assert!(page.text("#contracts").contains("L-2026-7"));
}

#[test]
fn page_should_show_no_history_when_the_form_is_short() {
	let page = Page::open();
	assert_eq!(page.verify(&golden("short.qcert"), &golden("trust.json")), "valid");
	assert_eq!((page.count("#owners tbody tr"), page.count("#history tbody tr")), (3, 0));
	assert!(page.text("#history").contains("short form"));
	assert_eq!(page.check("openings"), "nothing-to-check");
}

#[test]
fn page_should_name_the_failed_check_and_show_no_title_when_a_bit_is_flipped() {
	let page = Page::open();
	let mut bytes = fs::read(golden("short.qcert")).unwrap();
	let last = bytes.len() - 2;
	bytes[last] ^= 1;
	// In the last node of the state proof, before the empty list of openings.
	let outcome = page.verify(&page.file("flipped.qcert", &bytes), &golden("trust.json"));
	assert_eq!(outcome, "invalid");
	assert!(page.text("#verdict h2").contains("Not valid 无效"));
	assert!(page.text("#why").contains("State 状态证明"), "{}", page.text("#why"));
	assert_eq!((page.check("state"), page.check("finality")), ("failed".into(), "passed".into()));
	assert_eq!(page.check("history"), "not-reached");
	assert_eq!(page.count("#owners, #rights, #history, #achievement"), 0);
}

#[test]
fn page_should_refuse_when_the_trust_file_is_of_another_chain() {
	let page = Page::open();
	let trust = page.file("other.json", &other_chain());
	assert_eq!(page.verify(&golden("provenance.qcert"), &trust), "invalid");
	assert_eq!(page.check("chain"), "failed");
	assert!(page.text("#why").contains("another chain"));
}

#[test]
fn page_should_say_not_readable_when_the_file_is_no_certificate() {
	let page = Page::open();
	let file = page.file("picture.qcert", b"\x89PNG and so on");
	assert_eq!(page.verify(&file, &golden("trust.json")), "unreadable");
	assert!(page.text("#why").contains("not a certificate"));
	assert!(page.text("#verdict").contains("says nothing about any title"));
}

#[test]
fn page_should_ask_for_a_fresh_one_and_still_show_the_title_when_the_proof_is_too_old() {
	let page = Page::open();
	page.verify(&golden("provenance.qcert"), &golden("trust.json"));
	page.allow_age("1");
	page.browser.wait_for("return document.querySelector('[data-outcome=refresh]') !== null");
	assert!(page.text("#verdict h2").contains("Ask for a fresh one 请重新出具"));
	assert_eq!((page.check("age"), page.check("openings")), ("failed".into(), "passed".into()));
	assert_eq!(page.count("#owners tbody tr"), 3);
}

#[test]
fn page_should_blame_the_trust_file_when_it_is_none() {
	let page = Page::open();
	let trust = page.file("trust.json", b"{ \"version\": 1 }");
	assert_eq!(page.verify(&golden("provenance.qcert"), &trust), "no-trust");
	assert!(page.text("#why").contains("Nothing was verified"));
	assert_eq!(page.check("form"), "not-reached");
}

#[test]
fn page_should_refuse_a_file_unread_when_it_is_larger_than_any_certificate() {
	let page = Page::open();
	let file = page.file("large.qcert", b"QCERT\x01");
	fs::File::options().write(true).open(&file).unwrap().set_len(5_000_000_000).unwrap();
	assert_eq!(page.verify(&file, &golden("trust.json")), "unreadable");
	assert!(page.text("#why").contains("larger than any certificate"));
}

#[test]
fn page_should_show_markup_as_text_when_a_name_contains_it() {
	let page = Page::open();
	let name = "<img src=x onerror=document.title='owned'>.qcert";
	let file = page.file(name, &fs::read(golden("provenance.qcert")).unwrap());
	assert_eq!(page.verify(&file, &golden("trust.json")), "valid");
	assert_eq!(page.text("#certificate-chosen"), name);
	assert!(page.text("#file").contains(name));
	assert_eq!(page.count("img"), 0);
}

#[test]
fn page_should_verify_without_a_trust_file_when_one_was_pinned() {
	let trust = golden("trust.json");
	let page = Page::open_with(&["--trust", trust.to_str().unwrap()]);
	page.allow_age("any");
	page.browser.choose("#certificate-file", &golden("short.qcert"));
	assert_eq!(page.outcome(), "valid");
	assert!(page.text("#trust-chosen").contains("whoever published this page"));
}

#[test]
fn page_should_take_both_files_when_they_are_dropped_on_it() {
	let page = Page::open();
	page.allow_age("any");
	let script = "const files = new DataTransfer(); \
		for (const [name, bytes] of arguments[0]) { files.items.add(new File([new Uint8Array(bytes)], name)); } \
		document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));";
	// Neither name says which file is which.
	let file = |name: &str, golden_name| json!([name, fs::read(golden(golden_name)).unwrap()]);
	let files = [file("one", "trust.json"), file("two", "short.qcert")];
	page.browser.run(script, json!([files]));
	assert_eq!(page.outcome(), "valid");
	assert_eq!(page.text("#trust-chosen"), "one");
}

#[test]
fn page_should_verify_and_load_nothing_else_when_a_file_server_serves_it() {
	let page = Page::open();
	let address = server::serve(page.site());
	page.go_to(&format!("{address}/index.html"));
	assert_eq!(page.verify(&golden("provenance.qcert"), &golden("trust.json")), "valid");
	let script = "return performance.getEntriesByType('resource').map((one) => one.name)\
		.filter((name) => !name.startsWith(`${location.origin}/`));";
	assert_eq!(page.browser.run(script, json!([])), json!([]));
	assert_eq!(page.browser.complaints(), Vec::<String>::new());
}

#[test]
fn page_should_be_refused_the_network_when_a_script_in_it_asks() {
	let page = Page::open();
	page.go_to(&format!("{}/index.html", server::serve(page.site())));
	let script = "const tell = arguments[0]; \
		fetch('words.js').then(() => tell('fetched'), () => tell('refused'));";
	assert_eq!(page.browser.run_later(script), json!("refused"));
	let complaints = page.browser.complaints().join("\n");
	assert!(complaints.contains("Content Security Policy"), "{complaints}");
}
