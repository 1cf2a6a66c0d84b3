//! A headless browser, driven over WebDriver as its specification says.

use serde_json::{json, Value};
use std::{
	env,
	io::{BufRead, BufReader},
	path::{Path, PathBuf},
	process::{Child, Command, Stdio},
	thread,
	time::{Duration, Instant},
};
use tempfile::TempDir;

/// The key of an element's reference, fixed by WebDriver.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// How long the browser may take for anything: a machine that builds beside the test is slow.
const PATIENCE: Duration = Duration::from_secs(120);
/// Without a network, and as root in a container too.
const FLAGS: [&str; 9] = [
	"--headless",
	"--no-sandbox",
	"--disable-gpu",
	"--disable-dev-shm-usage",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

/// A browser with one page. It ends with this value.
pub(crate) struct Browser {
	driver: Child,
	session: String,
	_profile: TempDir,
}

fn program(variable: &str, names: &[&str]) -> PathBuf {
	if let Some(path) = env::var_os(variable) {
		return path.into();
	}
	let folders: Vec<_> = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
	let paths = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
	paths.into_iter().find(|path| path.is_file()).unwrap_or_else(|| {
		panic!(
			"none of {names:?} is installed, and this test needs a real browser: run \
			 `scripts/setup --browser`, or set {variable} to the program's path"
		)
	})
}

fn call(request: minreq::Request) -> Value {
	let request = request.with_timeout(PATIENCE.as_secs());
	let response = request.send().expect("the browser's driver answers");
	let mut answer: Value = serde_json::from_slice(response.as_bytes()).expect("WebDriver is JSON");
	let value = answer["value"].take();
	assert!(response.status_code == 200, "the browser's driver refused: {value}");
	value
}

fn post(url: &str, body: &Value) -> Value {
	call(minreq::post(url).with_body(body.to_string()))
}

impl Browser {
	pub(crate) fn start() -> Self {
		let browser =
			program("QUANQI_BROWSER", &["chromium", "google-chrome", "chrome", "chromium-browser"]);
		let mut driver = Command::new(program("QUANQI_CHROMEDRIVER", &["chromedriver"]))
			.arg("--port=0")
			.stdout(Stdio::piped())
			.stderr(Stdio::null())
			.spawn()
			.expect("the browser's driver starts");
		let mut lines = BufReader::new(driver.stdout.take().expect("the driver's output")).lines();
		let port: u16 = lines
			.by_ref()
			.map_while(Result::ok)
			.find_map(|line| {
				line.split("successfully on port ").nth(1)?.trim_end_matches('.').parse().ok()
			})
			.expect("the driver says its port");
		// It may go on writing.
		thread::spawn(move || lines.for_each(drop));
		let profile = TempDir::new().expect("a folder for the profile");
		let mut flags: Vec<_> = FLAGS.map(String::from).into();
		flags.push(format!("--user-data-dir={}", profile.path().display()));
		let options = json!({ "binary": browser, "args": flags });
		let wanted = json!({ "capabilities": { "alwaysMatch": {
			"goog:chromeOptions": options,
			"goog:loggingPrefs": { "browser": "ALL" },
		} } });
		let base = format!("http://127.0.0.1:{port}/session");
		// Holds the driver before anything can fail, so that it ends in any case.
		let mut browser = Self { driver, session: base.clone(), _profile: profile };
		let session = post(&base, &wanted);
		browser.session = format!("{base}/{}", session["sessionId"].as_str().expect("a session"));
		browser
	}

	pub(crate) fn open(&self, url: &str) {
		post(&format!("{}/url", self.session), &json!({ "url": url }));
	}

	/// Runs the body of a function in the page.
	pub(crate) fn run(&self, script: &str, arguments: Value) -> Value {
		let body = json!({ "script": script, "args": arguments });
		post(&format!("{}/execute/sync", self.session), &body)
	}

	/// The same for one that hands its value to its last argument when it has it.
	pub(crate) fn run_later(&self, script: &str) -> Value {
		let body = json!({ "script": script, "args": [] });
		post(&format!("{}/execute/async", self.session), &body)
	}

	/// Chooses a file as a person does.
	pub(crate) fn choose(&self, selector: &str, file: &Path) {
		let found = json!({ "using": "css selector", "value": selector });
		let element = post(&format!("{}/element", self.session), &found);
		let element = element[ELEMENT].as_str().expect("an element");
		let url = format!("{}/element/{element}/value", self.session);
		post(&url, &json!({ "text": file }));
	}

	/// What the page has to say: errors, and what its policy refused.
	pub(crate) fn complaints(&self) -> Vec<String> {
		let log = post(&format!("{}/se/log", self.session), &json!({ "type": "browser" }));
		let lines = log.as_array().expect("a log").iter();
		lines.map(|line| line["message"].to_string()).collect()
	}

	/// Waits until a script in the page gives something else than null or false.
	pub(crate) fn wait_for(&self, script: &str) -> Value {
		let began = Instant::now();
		loop {
			match self.run(script, json!([])) {
				Value::Null | Value::Bool(false) => {}
				value => return value,
			}
			assert!(began.elapsed() < PATIENCE, "the page never came to: {script}");
			thread::sleep(Duration::from_millis(50));
		}
	}
}

impl Drop for Browser {
	fn drop(&mut self) {
		// The driver closes the browser; the driver itself is ours to end.
		let _ = minreq::delete(&*self.session).with_timeout(30).send();
		let _ = self.driver.kill();
		let _ = self.driver.wait();
	}
}
