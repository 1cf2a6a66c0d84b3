//! One node process.

use super::{ports, Genesis, Plan, Validator};
use crate::{
	error::Attempt,
	rpc::{Head, Rpc},
	wait::{until, Look, LIMIT},
	Error, Result,
};
use rustix::process::{kill_process, Pid, Signal};
use std::{
	fs::{self, File},
	path::{Path, PathBuf},
	process::{Child, Command, ExitStatus, Stdio},
	time::{Duration, Instant},
};

/// Whether a node takes part in consensus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
	/// Authors and finalises blocks.
	Validator,
	/// Follows the chain and answers questions.
	Query,
}

/// Where a node keeps blocks and state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Database {
	/// The default, and the only one for validators.
	RocksDb,
	/// Selectable for query nodes.
	ParityDb,
}

/// The network library of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
	/// The default.
	Libp2p,
	/// Selectable.
	Litep2p,
}

/// How long a node may take to end after it was asked to.
const STOP_LIMIT: Duration = Duration::from_secs(60);

/// What marks a line of a log that says no more than that blocks come.
const ROUTINE: [&str; 5] = [
	"Starting consensus session",
	"Prepared block for proposing",
	"Pre-sealed block",
	"Imported #",
	"Idle (",
];

/// One node: how to start it, and its process while it runs.
pub struct Node {
	name: String,
	program: PathBuf,
	arguments: Vec<String>,
	reserved: Vec<String>,
	base_path: PathBuf,
	log: PathBuf,
	peer_id: String,
	rpc: Rpc,
	rpc_port: u16,
	metrics_port: u16,
	process: Option<Child>,
}

/// Lays out the folders, keys, ports and arguments of all nodes of a plan; starts none.
pub(super) fn prepare(
	program: &Path,
	genesis: &Genesis,
	plan: &Plan,
	folder: &Path,
) -> Result<Vec<Node>> {
	let ports = ports::free(plan.nodes.len().saturating_mul(3))?;
	let mut validators = genesis.validators.iter();
	let mut nodes = Vec::new();
	let mut addresses = Vec::new();
	for (index, (node_plan, ports)) in plan.nodes.iter().zip(ports.chunks_exact(3)).enumerate() {
		let keys = match node_plan.role {
			Role::Query => None,
			Role::Validator => Some(validators.next().ok_or_else(|| {
				Error::Input(format!("the genesis has no keys for validator {index}"))
			})?),
		};
		let base_path = folder.join(format!("node-{index}"));
		fs::create_dir_all(&base_path).attempt(|| format!("creating {}", base_path.display()))?;
		let node_key = node_key(keys, index, &base_path)?;
		let peer_id = peer_id(program, &node_key)?;
		let (network_port, rpc_port, metrics_port) = (ports[0], ports[1], ports[2]);
		addresses.push(format!("/ip4/127.0.0.1/tcp/{network_port}/p2p/{peer_id}"));

		let name = format!("node-{index}");
		let mut arguments =
			common_arguments(&genesis.chain, &name, &base_path, network_port, rpc_port);
		arguments.extend(["--node-key-file".into(), display(&node_key)]);
		arguments.extend(metrics_arguments(plan.metrics, metrics_port));
		arguments.extend(database_arguments(node_plan.database));
		arguments.extend(backend_arguments(plan.backend));
		if let Some(keys) = keys {
			arguments.extend(validator_arguments(keys, &base_path)?);
		}
		arguments.extend(plan.arguments.iter().cloned());
		nodes.push(Node {
			name,
			program: program.into(),
			arguments,
			reserved: Vec::new(),
			log: folder.join(format!("node-{index}.log")),
			base_path,
			peer_id,
			rpc: Rpc::new(format!("ws://127.0.0.1:{rpc_port}")),
			rpc_port,
			metrics_port,
			process: None,
		});
	}
	for (index, node) in nodes.iter_mut().enumerate() {
		let others = addresses.iter().enumerate().filter(|(other, _)| *other != index);
		for (_, address) in others {
			node.reserved.extend(["--reserved-nodes".into(), address.clone()]);
		}
	}
	Ok(nodes)
}

impl Node {
	/// Its name in logs and errors.
	pub fn name(&self) -> &str {
		&self.name
	}

	/// The node over JSON-RPC.
	pub fn rpc(&self) -> &Rpc {
		&self.rpc
	}

	/// The port of its JSON-RPC.
	pub fn rpc_port(&self) -> u16 {
		self.rpc_port
	}

	/// The port of its metrics, if the plan says that they are served.
	pub fn metrics_port(&self) -> u16 {
		self.metrics_port
	}

	/// Its peer id.
	pub fn peer_id(&self) -> &str {
		&self.peer_id
	}

	/// The folder with its database.
	pub fn base_path(&self) -> &Path {
		&self.base_path
	}

	/// Its process id while it runs.
	pub fn process_id(&self) -> Option<u32> {
		self.process.as_ref().map(Child::id)
	}

	/// Whether it was started and neither stopped nor killed.
	pub fn is_running(&self) -> bool {
		self.process.is_some()
	}

	/// Starts the process. Its output goes to the log file, after what is there already.
	pub fn start(&mut self) -> Result<()> {
		let mut arguments = self.arguments.clone();
		arguments.extend(self.reserved.iter().cloned());
		self.spawn(&arguments)
	}

	/// Starts the process again and waits until it answers.
	pub async fn restart(&mut self) -> Result<()> {
		self.start()?;
		self.await_answering().await
	}

	/// Starts the process without any peer and waits until it answers: what it knows then comes
	/// from its own disk.
	pub async fn restart_alone(&mut self) -> Result<()> {
		let mut arguments = self.arguments.clone();
		arguments.push("--reserved-only".into());
		self.spawn(&arguments)?;
		self.await_answering().await
	}

	fn spawn(&mut self, arguments: &[String]) -> Result<()> {
		if self.process.is_some() {
			return Err(Error::Input(format!("{} runs already", self.name)));
		}
		let open = || File::options().create(true).append(true).open(&self.log);
		let output = open().attempt(|| format!("opening {}", self.log.display()))?;
		let errors = open().attempt(|| format!("opening {}", self.log.display()))?;
		let child = ending_with_us(&self.program)
			.args(arguments)
			.stdin(Stdio::null())
			.stdout(output)
			.stderr(errors)
			.spawn()
			.attempt(|| format!("starting {}", self.program.display()))?;
		self.process = Some(child);
		Ok(())
	}

	/// Waits until this very node answers on its port; fails at once when its process has ended.
	pub async fn await_answering(&mut self) -> Result<()> {
		let start = Instant::now();
		loop {
			if let Some(status) = self.exit_status()? {
				let reason = format!("{status}\n{}", self.log_tail(20));
				return Err(Error::chain(format!("starting {}", self.name), reason));
			}
			let answer = self.rpc.peer_id().await;
			match answer {
				Ok(id) if id == self.peer_id => return Ok(()),
				Ok(id) => {
					let reason = format!("a node with peer id {id} answers on {}", self.rpc.url());
					return Err(Error::chain(format!("starting {}", self.name), reason));
				}
				Err(error) if start.elapsed() > LIMIT => return Err(error),
				Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
			}
		}
	}

	/// Kills the process at once, as `kill -9` does.
	pub fn kill(&mut self) -> Result<()> {
		let Some(mut child) = self.process.take() else { return Ok(()) };
		child.kill().attempt(|| format!("killing {}", self.name))?;
		child.wait().attempt(|| format!("waiting for {}", self.name))?;
		Ok(())
	}

	/// Asks the process to end, waits for it, and returns how it ended.
	pub async fn stop(&mut self) -> Result<ExitStatus> {
		self.signal(Signal::TERM)?;
		let start = Instant::now();
		loop {
			if let Some(status) = self.exit_status()? {
				self.process = None;
				return Ok(status);
			}
			if start.elapsed() > STOP_LIMIT {
				return Err(Error::NotReached {
					condition: format!("{} ends", self.name),
					limit: STOP_LIMIT,
					last_seen: "still running".into(),
				});
			}
			tokio::time::sleep(Duration::from_millis(50)).await;
		}
	}

	/// Suspends the process; its sockets stay open.
	pub fn pause(&self) -> Result<()> {
		self.signal(Signal::STOP)
	}

	/// Lets a suspended process go on.
	pub fn resume(&self) -> Result<()> {
		self.signal(Signal::CONT)
	}

	/// Waits until this node has finalised the given height. Returns its finalised head.
	pub async fn await_finalised(&self, number: u64, limit: Duration) -> Result<Head> {
		until(&format!("{} has finalised block {number}", self.name), limit, || async {
			let head = self.rpc.finalised().await?;
			Ok(if head.number >= number {
				Look::Holds(head)
			} else {
				Look::NotYet(format!("finalised {}", head.number))
			})
		})
		.await
	}

	/// The last lines of its log that say more than that blocks come.
	pub fn log_tail(&self, lines: usize) -> String {
		let text = fs::read(&self.log).unwrap_or_default();
		let text = String::from_utf8_lossy(&text);
		let is_telling = |line: &&str| !ROUTINE.iter().any(|routine| line.contains(routine));
		let all: Vec<&str> = text.lines().filter(is_telling).collect();
		all[all.len().saturating_sub(lines)..].join("\n")
	}

	/// How often a text occurs in its log.
	pub fn log_count(&self, text: &str) -> usize {
		let log = fs::read(&self.log).unwrap_or_default();
		String::from_utf8_lossy(&log).lines().filter(|line| line.contains(text)).count()
	}

	/// Whether a start failed because another process had taken a port.
	pub(super) fn lost_a_port(&self) -> bool {
		self.log_count("Address already in use") > 0 || self.log_count("Unable to listen on") > 0
	}

	fn exit_status(&mut self) -> Result<Option<ExitStatus>> {
		match &mut self.process {
			None => Ok(None),
			Some(child) => child.try_wait().attempt(|| format!("looking at {}", self.name)),
		}
	}

	fn signal(&self, signal: Signal) -> Result<()> {
		let child = self
			.process
			.as_ref()
			.ok_or_else(|| Error::Input(format!("{} does not run", self.name)))?;
		kill_process(Pid::from_child(child), signal)
			.map_err(std::io::Error::from)
			.attempt(|| format!("signalling {}", self.name))
	}
}

impl Drop for Node {
	fn drop(&mut self) {
		if let Err(error) = self.kill() {
			eprintln!("{error}");
		}
	}
}

/// A command whose process the kernel kills when the thread that started it ends, however that
/// happens: `setpriv` sets the parent-death signal and becomes the program.
fn ending_with_us(program: &Path) -> Command {
	let setpriv = Path::new("/usr/bin/setpriv");
	if !setpriv.is_file() {
		return Command::new(program);
	}
	let mut command = Command::new(setpriv);
	command.args(["--pdeathsig", "KILL", "--"]).arg(program);
	command
}

fn common_arguments(
	chain: &str,
	name: &str,
	base_path: &Path,
	network_port: u16,
	rpc_port: u16,
) -> Vec<String> {
	let base_path = display(base_path);
	let listen = format!("/ip4/127.0.0.1/tcp/{network_port}");
	let rpc_port = rpc_port.to_string();
	[
		"--chain",
		chain,
		"--name",
		name,
		"--base-path",
		&base_path,
		"--listen-addr",
		&listen,
		"--rpc-port",
		&rpc_port,
		"--no-telemetry",
		"--no-mdns",
		"--allow-private-ip",
		// Several nodes share one machine.
		"--db-cache",
		"64",
	]
	.map(String::from)
	.into()
}

fn metrics_arguments(served: bool, port: u16) -> Vec<String> {
	match served {
		true => vec!["--prometheus-port".into(), port.to_string()],
		false => vec!["--no-prometheus".into()],
	}
}

fn database_arguments(database: Database) -> [String; 2] {
	let name = match database {
		Database::RocksDb => "rocksdb",
		Database::ParityDb => "paritydb",
	};
	["--database".into(), name.into()]
}

fn backend_arguments(backend: Backend) -> [String; 2] {
	let name = match backend {
		Backend::Libp2p => "libp2p",
		Backend::Litep2p => "litep2p",
	};
	["--network-backend".into(), name.into()]
}

fn validator_arguments(keys: &Validator, base_path: &Path) -> Result<Vec<String>> {
	match keys {
		Validator::Development(flag) => Ok(vec!["--validator".into(), (*flag).into()]),
		Validator::Files { keystore, .. } => {
			let copy = base_path.join("keystore");
			copy_files(keystore, &copy)?;
			Ok(vec!["--validator".into(), "--keystore-path".into(), display(&copy)])
		}
	}
}

/// The file with the node's network key: the institution's own, else a fixed one per index.
fn node_key(keys: Option<&Validator>, index: usize, base_path: &Path) -> Result<PathBuf> {
	if let Some(Validator::Files { node_key, .. }) = keys {
		return Ok(node_key.clone());
	}
	let path = base_path.join("node-key");
	let secret = format!("{:064x}", index.saturating_add(1));
	fs::write(&path, secret).attempt(|| format!("writing {}", path.display()))?;
	Ok(path)
}

/// The peer id of a network key, as the node's own command computes it.
fn peer_id(program: &Path, node_key: &Path) -> Result<String> {
	let output = Command::new(program)
		.args(["key", "inspect-node-key", "--file"])
		.arg(node_key)
		.output()
		.attempt(|| format!("running {}", program.display()))?;
	let id = String::from_utf8_lossy(&output.stdout).trim().to_owned();
	if output.status.success() && !id.is_empty() {
		return Ok(id);
	}
	let reason = String::from_utf8_lossy(&output.stderr).into_owned();
	Err(Error::chain("reading a peer id", reason))
}

fn copy_files(from: &Path, to: &Path) -> Result<()> {
	fs::create_dir_all(to).attempt(|| format!("creating {}", to.display()))?;
	let entries = fs::read_dir(from).attempt(|| format!("reading {}", from.display()))?;
	for entry in entries {
		let source = entry.attempt(|| format!("reading {}", from.display()))?.path();
		if let Some(name) = source.file_name() {
			fs::copy(&source, to.join(name)).attempt(|| format!("copying {}", source.display()))?;
		}
	}
	Ok(())
}

fn display(path: &Path) -> String {
	path.to_string_lossy().into_owned()
}
