//! Certificates and trust files at the command line, without a network: what is valid, and each way in which
//! one is not. The certificates are the golden files of the format.

mod common;

use common::{quanqi as program, NOBODY};
use serde_json::Value;
use std::{
	path::{Path, PathBuf},
	process::Output,
};

const VALID: i32 = 0;
const WRONG_INPUT: i32 = 2;
const NO_NODE: i32 = 3;
const OTHER_NETWORK: i32 = 4;
const INVALID: i32 = 7;
const REFRESH: i32 = 8;
const UNREADABLE: i32 = 9;

/// Runs the program with an address at which nobody listens, and gives exit code and both outputs.
fn quanqi(arguments: &[&str]) -> (i32, String, String) {
	let Output { status, stdout, stderr } =
		program().args(["--url", NOBODY]).args(arguments).output().unwrap();
	let text = |bytes| String::from_utf8(bytes).unwrap();
	(status.code().unwrap(), text(stdout), text(stderr))
}

fn golden(name: &str) -> String {
	let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../certificate/tests/golden/");
	format!("{root}{name}")
}

fn bytes() -> Vec<u8> {
	std::fs::read(golden("provenance.qcert")).unwrap()
}

fn json(path: impl AsRef<Path>) -> Value {
	serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// A folder that goes with the test, and files in it.
struct Folder(tempfile::TempDir);

impl Folder {
	fn new() -> Self {
		Self(tempfile::tempdir().unwrap())
	}

	fn path(&self, name: &str) -> String {
		self.0.path().join(name).to_str().unwrap().to_owned()
	}

	fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
		let path = self.path(name);
		std::fs::write(&path, content).unwrap();
		path
	}

	/// A golden trust file with something changed.
	fn trust(&self, name: &str, change: impl FnOnce(&mut Value)) -> String {
		let mut trust = json(golden(name));
		change(&mut trust);
		self.file("changed.json", trust.to_string())
	}
}

fn verify(file: &str, trust: &str, more: &[&str]) -> (i32, String, String) {
	let start = ["certificate", "verify", file, "--trust", trust];
	quanqi(&[&start[..], more].concat())
}

/// Verification fails with this code; standard output stays empty. Gives the message.
#[track_caller]
fn refused(code: i32, file: &str, trust: &str, more: &[&str]) -> String {
	let (found, out, errors) = verify(file, trust, more);
	assert_eq!(found, code, "{errors}");
	assert!(out.is_empty(), "{out}");
	errors
}

#[test]
fn certificate_should_be_valid_and_told_in_words_under_the_networks_trust_file() {
	let (code, out, errors) = verify(&golden("provenance.qcert"), &golden("trust.json"), &[]);
	assert_eq!(code, VALID, "{errors}");
	for words in [
		"VALID 有效",
		"浙江大学",
		"2026-11-21",
		"pledged 质押",
		"history 历史重演",
		"entries done again",
		"finality 终局",
		"一种电池隔膜的制备方法",
		"first authorities and 2 handovers",
	] {
		assert!(out.contains(words), "{words} is missing:\n{out}");
	}
}

#[test]
fn certificate_should_be_valid_under_a_checkpoint_and_say_so() {
	let (code, out, errors) = verify(&golden("short.qcert"), &golden("checkpoint.json"), &[]);
	assert_eq!(code, VALID, "{errors}");
	assert!(out.contains("checkpoint 检查点 at block 100"), "{out}");
	assert!(out.contains("short 当前权属"), "{out}");
}

#[test]
fn example_should_be_valid_and_show_the_title_of_a_patent_that_was_lived_on_a_network() {
	let example = |name| format!("{}/../examples/certificate/{name}", env!("CARGO_MANIFEST_DIR"));
	let (code, out, errors) = verify(&example("title.qcert"), &example("trust.json"), &[]);
	assert_eq!(code, VALID, "{errors}");
	assert!(out.contains("基于深度学习筛选训练集的方法") && out.contains("who member"), "{out}");
}

#[test]
fn verification_should_list_every_check_when_json_is_asked_for() {
	let (file, trust) = (golden("provenance.qcert"), golden("trust.json"));
	let (code, out, _) = verify(&file, &trust, &["--json", "--as-of", "2026-12-01"]);
	assert_eq!(code, VALID);
	let answer: Value = serde_json::from_str(&out).unwrap();
	assert_eq!(answer["valid"], true);
	assert_eq!(answer["checks"].as_array().unwrap().len(), 8);
	assert_eq!(answer["verdict"]["achievement"], 42);
	assert_eq!(answer["age_days"], 10);
}

#[test]
fn json_of_a_certificate_should_verify_like_its_file() {
	let folder = Folder::new();
	let (_, shown, _) = quanqi(&["--json", "certificate", "show", &golden("provenance.qcert")]);
	let shown: Value = serde_json::from_str(&shown).unwrap();
	let file = folder.file("title.json", shown["certificate"].to_string());
	let (code, out, errors) = verify(&file, &golden("trust.json"), &[]);
	assert_eq!(code, VALID, "{errors}");
	assert!(out.contains("VALID 有效"));
}

#[test]
fn json_of_a_certificate_should_be_refused_when_a_value_in_it_is_changed() {
	let folder = Folder::new();
	let (_, shown, _) = quanqi(&["--json", "certificate", "show", &golden("short.qcert")]);
	let mut shown: Value = serde_json::from_str(&shown).unwrap();
	shown["certificate"]["anchor"]["header"]["number"] = 351.into();
	let file = folder.file("title.json", shown["certificate"].to_string());
	refused(INVALID, &file, &golden("trust.json"), &[]);
	let file = folder.file("other.json", r#"{ "genesis_hash": "00" }"#);
	let errors = refused(UNREADABLE, &file, &golden("trust.json"), &[]);
	assert!(errors.contains("as JSON it cannot be read"), "{errors}");
}

#[test]
fn certificate_should_be_invalid_when_one_bit_is_flipped() {
	let folder = Folder::new();
	for place in [40, bytes().len() / 2, bytes().len() - 1] {
		let mut bytes = bytes();
		bytes[place] ^= 1;
		let file = folder.file("flipped.qcert", bytes);
		let errors = refused(INVALID, &file, &golden("trust.json"), &[]);
		assert!(errors.contains("invalid 无效") && errors.contains("failed"), "{errors}");
	}
}

#[test]
fn certificate_should_be_invalid_when_it_is_cut_off() {
	let folder = Folder::new();
	let bytes = bytes();
	let file = folder.file("cut.qcert", &bytes[..bytes.len() - 1]);
	let errors = refused(INVALID, &file, &golden("trust.json"), &[]);
	assert!(errors.contains("form 文件形式"), "{errors}");
}

#[test]
fn certificate_should_be_invalid_when_it_is_of_another_network() {
	let folder = Folder::new();
	let trust = folder.trust("trust.json", |trust| trust["genesis_hash"] = "11".repeat(32).into());
	let errors = refused(INVALID, &golden("short.qcert"), &trust, &[]);
	assert!(errors.contains("chain 所属链") && errors.contains("quanqi trust show"), "{errors}");
}

#[test]
fn refusal_should_name_check_and_reason_when_json_is_asked_for() {
	let folder = Folder::new();
	let trust = folder.trust("trust.json", |trust| trust["genesis_hash"] = "11".repeat(32).into());
	let errors = refused(INVALID, &golden("short.qcert"), &trust, &["--json"]);
	let errors: Value = serde_json::from_str(&errors).unwrap();
	assert_eq!(errors["error"]["kind"], "certificate-invalid");
	assert_eq!(errors["error"]["code"], INVALID);
	assert_eq!(errors["error"]["check"], "chain");
	assert_eq!(errors["error"]["reason"], "other-chain");
}

#[test]
fn certificate_should_ask_to_be_renewed_when_it_is_older_than_allowed() {
	let (file, trust) = (golden("short.qcert"), golden("trust.json"));
	let old = ["--max-age", "30", "--as-of", "2026-12-31"];
	let errors = refused(REFRESH, &file, &trust, &old);
	assert!(errors.contains("30 are allowed") && errors.contains("age 时效"), "{errors}");
	let (code, out, _) = verify(&file, &trust, &["--max-age", "60", "--as-of", "2026-12-31"]);
	assert_eq!(code, VALID);
	assert!(out.contains("40 days; 60 days allowed"), "{out}");
}

#[test]
fn certificate_should_ask_to_be_renewed_when_the_checkpoint_is_of_a_later_set() {
	let folder = Folder::new();
	let trust =
		folder.trust("checkpoint.json", |trust| trust["start"]["checkpoint"]["set_id"] = 9.into());
	let errors = refused(REFRESH, &golden("short.qcert"), &trust, &[]);
	assert!(errors.contains("to be renewed 须更新") && errors.contains("set 9"), "{errors}");
}

#[test]
fn certificate_should_be_unreadable_when_it_is_none_or_of_a_newer_format() {
	let folder = Folder::new();
	let trust = golden("trust.json");
	let errors =
		refused(UNREADABLE, concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"), &trust, &[]);
	assert!(errors.contains("not a certificate"), "{errors}");
	refused(UNREADABLE, &folder.file("empty.qcert", ""), &trust, &[]);
	let mut newer = bytes();
	newer[5] = 2;
	let errors = refused(UNREADABLE, &folder.file("newer.qcert", newer), &trust, &[]);
	assert!(errors.contains("format 2 is newer"), "{errors}");
}

#[test]
fn verification_should_name_the_file_that_cannot_be_read() {
	let errors = refused(WRONG_INPUT, "nowhere.qcert", &golden("trust.json"), &[]);
	assert!(errors.contains("nowhere.qcert: cannot be read"), "{errors}");
	let errors = refused(WRONG_INPUT, &golden("short.qcert"), "nowhere.json", &[]);
	assert!(errors.contains("nowhere.json: cannot be read"), "{errors}");
}

#[test]
fn trust_file_should_be_refused_when_it_is_none_or_newer_or_has_no_authorities() {
	let folder = Folder::new();
	let file = golden("short.qcert");
	let errors = refused(WRONG_INPUT, &file, &golden("short.qcert"), &[]);
	assert!(errors.contains("cannot be read"), "{errors}");
	let errors = refused(WRONG_INPUT, &file, &folder.file("spec.json", "{}"), &[]);
	assert!(errors.contains("no trust file") && errors.contains("from-spec"), "{errors}");
	let newer = folder.trust("trust.json", |trust| trust["version"] = 2.into());
	assert!(refused(WRONG_INPUT, &file, &newer, &[]).contains("version 2"));
	let none = folder.trust("trust.json", |trust| {
		trust["start"]["genesis"]["authorities"] = Value::Array(Vec::new());
	});
	assert!(refused(WRONG_INPUT, &file, &none, &[]).contains("there are no authorities"));
}

#[test]
fn shown_certificate_should_be_said_to_be_unverified() {
	let (code, out, errors) = quanqi(&["certificate", "show", &golden("provenance.qcert")]);
	assert_eq!(code, VALID, "{errors}");
	assert!(out.starts_with("NOT VERIFIED 未经验证"), "{out}");
	assert!(out.contains("浙江大学") && out.contains("pledged 质押"), "{out}");
	assert!(!out.contains("VALID 有效") && !out.contains("passed 通过"), "{out}");
}

#[test]
fn shown_certificate_should_be_refused_when_it_contradicts_itself() {
	let folder = Folder::new();
	let mut bytes = bytes();
	let last = bytes.len() - 1;
	bytes[last] ^= 1;
	let file = folder.file("flipped.qcert", bytes);
	assert_eq!(quanqi(&["certificate", "show", &file]).0, INVALID);
}

#[test]
fn issuing_should_ask_for_a_node() {
	let folder = Folder::new();
	let out = folder.path("title.qcert");
	let (code, _, errors) = quanqi(&["certificate", "issue", "1", "-o", &out]);
	assert_eq!(code, NO_NODE, "{errors}");
	assert!(!PathBuf::from(out).exists());
}

#[test]
fn issuing_should_be_refused_before_a_node_is_asked_when_an_argument_is_wrong() {
	let folder = Folder::new();
	let out = folder.path("title.qcert");
	let wrong = |more: &[&str], words: &str| {
		let start = ["certificate", "issue", "1", "-o", out.as_str()];
		let (code, _, errors) = quanqi(&[&start[..], more].concat());
		assert_eq!(code, WRONG_INPUT, "{errors}");
		assert!(errors.contains(words), "{errors}");
	};
	wrong(&["--at", &"00".repeat(32)], "last final block");
	wrong(&["--form", "short", "--contract", "7"], "short form proves no contracts");
	wrong(&["--contract", "7:x"], "number:version");
	wrong(&["--open", &folder.file("opening.json", "{}")], "no file that `quanqi contract open`");
	wrong(&["--trust", "nowhere.json"], "cannot be read");
	wrong(&["--dry-run"], "nothing to try");
	folder.file("title.qcert", "something");
	wrong(&[], "--force");
}

#[test]
fn trust_file_should_be_made_of_the_spec_of_a_network() {
	let folder = Folder::new();
	let consortium = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/consortium.toml");
	let network = folder.path("network");
	let (code, _, errors) = quanqi(&["network", "build", consortium, "--out", &network, "--plain"]);
	assert_eq!(code, VALID, "{errors}");
	let (spec, out) = (format!("{network}/chain-spec.json"), folder.path("trust.json"));
	let make = |more: &[&str]| {
		quanqi(&[&["trust", "from-spec", spec.as_str(), "-o", out.as_str()], more].concat())
	};
	let (code, text, errors) = make(&[]);
	assert_eq!(code, VALID, "{errors}");
	let trust = json(&out);
	let genesis = trust["genesis_hash"].as_str().unwrap().to_owned();
	assert!(text.contains(&genesis), "{text}");
	assert_eq!(trust["start"]["genesis"]["authorities"].as_array().unwrap().len(), 4);
	// Made again only where that is asked for, and for the network that is meant.
	assert_eq!(make(&[]).0, WRONG_INPUT);
	assert_eq!(make(&["--force", "--genesis", &genesis]).0, VALID);
	let (code, _, errors) = make(&["--force", "--genesis", &"11".repeat(32)]);
	assert_eq!(code, OTHER_NETWORK, "{errors}");
	// A certificate of another network is refused under it.
	refused(INVALID, &golden("short.qcert"), &out, &[]);
}

#[test]
fn trust_file_should_not_be_made_of_a_spec_that_is_not_raw_or_of_another_chain() {
	let folder = Folder::new();
	let wrong = |content: &str, words: &str| {
		let spec = folder.file("spec.json", content);
		let out = folder.path("trust.json");
		let (code, _, errors) = quanqi(&["trust", "from-spec", &spec, "-o", &out]);
		assert_eq!(code, WRONG_INPUT, "{errors}");
		assert!(errors.contains(words) && errors.contains("spec.json"), "{errors}");
		assert!(!PathBuf::from(out).exists());
	};
	wrong("[network]", "no chain spec");
	wrong(
		r#"{ "name": "n", "id": "i", "genesis": { "runtimeGenesis": { "code": "0x" } } }"#,
		"not raw",
	);
	wrong(
		r#"{ "name": "n", "id": "i", "genesis": { "raw": { "top": { "0x3a636f6465": "0x00" } } } }"#,
		"another chain (n)",
	);
}

#[test]
fn checkpoint_should_be_made_of_a_valid_certificate_and_verify_it() {
	let folder = Folder::new();
	let out = folder.path("checkpoint.json");
	let (file, trust) = (golden("provenance.qcert"), golden("trust.json"));
	let make = ["trust", "checkpoint", "--trust", &trust, "--certificate", &file, "-o", &out];
	let (code, text, errors) = quanqi(&make);
	assert_eq!(code, VALID, "{errors}");
	assert!(text.contains("checkpoint 检查点 of 2026-11-21"), "{text}");
	let (code, text, errors) = verify(&file, &out, &[]);
	assert_eq!(code, VALID, "{errors}");
	assert!(text.contains("0 handovers since"), "{text}");
	// The same block again would be no step forward.
	let again = folder.path("again.json");
	let (code, _, errors) =
		quanqi(&["trust", "checkpoint", "--trust", &out, "--certificate", &file, "-o", &again]);
	assert_eq!(code, WRONG_INPUT, "{errors}");
	assert!(errors.contains("is not after the checkpoint"), "{errors}");
}

#[test]
fn checkpoint_should_not_be_made_of_an_invalid_certificate() {
	let folder = Folder::new();
	let mut bytes = bytes();
	let middle = bytes.len() / 2;
	bytes[middle] ^= 1;
	let (file, out) = (folder.file("flipped.qcert", bytes), folder.path("checkpoint.json"));
	let trust = golden("trust.json");
	let make = ["trust", "checkpoint", "--trust", &trust, "--certificate", &file, "-o", &out];
	assert_eq!(quanqi(&make).0, INVALID);
	assert!(!PathBuf::from(out).exists());
}

#[test]
fn trust_file_should_be_shown_with_its_network_and_authorities() {
	let (code, out, errors) = quanqi(&["trust", "show", &golden("checkpoint.json")]);
	assert_eq!(code, VALID, "{errors}");
	assert!(out.contains(&"9e".repeat(32)) && out.contains("block 100"), "{out}");
	assert_eq!(out.matches("0x").count(), 6, "network, block and four authorities: {out}");
}
