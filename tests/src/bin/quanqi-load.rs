//! Measures a Substrate chain under load.

use clap::{ArgGroup, Parser, ValueEnum};
use quanqi_tests::{
	keys,
	load::{self, register, CallKind, Draft, Era, Manner, Order, Register, Remark, Transfer},
	rpc::Rpc,
	Error, Result,
};
use std::{path::PathBuf, process::ExitCode, time::Duration};
use subxt_signer::sr25519::Keypair;

const EXAMPLES: &str = "\
Examples:
  Latency at 20 calls a second, followed on a fourth node:
    quanqi-load --url ws://127.0.0.1:9944 --url ws://127.0.0.1:9945 \\
      --observe ws://127.0.0.1:9947 --rate 20 --seconds 60 --immortal

  Throughput of a burst by 200 members' keys, as JSON:
    quanqi-load --url ws://127.0.0.1:9944 --url ws://127.0.0.1:9945 \\
      --keys members.txt --burst 20000 --immortal --json

  Records a second, and bytes on disk per record, by keys of one university:
    quanqi-load --url ws://127.0.0.1:9944 --keys university.txt --kind register-bulk \\
      --burst 100 --immortal --base-path /var/lib/quanqi

The exit code is 1 when an accepted call was lost, 2 when the run could not be made.
All calls are signed before the first is sent: a mortal call must outlive the whole run.";

/// Signs calls, sends them to several nodes and follows them to finality on others.
#[derive(Debug, Parser)]
#[command(name = "quanqi-load", version, after_help = EXAMPLES)]
#[command(group(ArgGroup::new("mode").required(true).args(["rate", "burst"])))]
struct Options {
	/// WebSocket endpoint of a node that takes calls; may be given several times
	#[arg(long = "url", default_value = "ws://127.0.0.1:9944")]
	urls: Vec<String>,

	/// Endpoint of the node that watches finality; without it the nodes watch each other's calls
	#[arg(long)]
	observe: Option<String>,

	/// The call to send
	#[arg(long, value_enum, default_value_t = Kind::Remark)]
	kind: Kind,

	/// Bytes of one remark
	#[arg(long, default_value_t = 32)]
	remark_bytes: usize,

	/// Amount of one transfer, in the chain's smallest unit
	#[arg(long, default_value_t = 1_000_000_000_000)]
	amount: u128,

	/// File with one secret URI per line; without it the development accounts sign
	#[arg(long, conflicts_with_all = ["parent", "derive"])]
	keys: Option<PathBuf>,

	/// Secret URI from which keys PARENT//load/0 to PARENT//load/N-1 are derived
	#[arg(long, requires = "derive", env = "QUANQI_LOAD_PARENT", hide_env_values = true)]
	parent: Option<String>,

	/// How many keys to derive
	#[arg(long, requires = "parent")]
	derive: Option<usize>,

	/// Calls per second, for latency
	#[arg(long, requires = "seconds", value_parser = positive)]
	rate: Option<f64>,

	/// How long calls are sent at that rate
	#[arg(long, requires = "rate")]
	seconds: Option<u32>,

	/// Send this many calls as fast as the nodes take them
	#[arg(long)]
	burst: Option<usize>,

	/// Calls never expire
	#[arg(long, conflicts_with = "era_blocks")]
	immortal: bool,

	/// Blocks until a call expires; without it and without --immortal, as subxt does by default
	#[arg(long)]
	era_blocks: Option<u64>,

	/// Sockets to each node
	#[arg(long, default_value_t = 2)]
	sockets: usize,

	/// Calls on their way at once per socket
	#[arg(long, default_value_t = 64)]
	in_flight: usize,

	/// Calls of one key on their way at once, in a burst
	#[arg(long, default_value_t = 8)]
	pipeline: usize,

	/// How long a call that a node pushes back is offered again
	#[arg(long, default_value_t = 120)]
	patience_seconds: u64,

	/// How long to wait for further finalised calls before missing ones count as lost
	#[arg(long, default_value_t = 60)]
	settle_seconds: u64,

	/// Process to measure; may be given several times; without it, those that listen at the URLs
	#[arg(long = "pid")]
	process_ids: Vec<u32>,

	/// Folder whose size on disk is measured; may be given several times
	#[arg(long = "base-path")]
	base_paths: Vec<PathBuf>,

	/// Print JSON instead of a table
	#[arg(long)]
	json: bool,
}

/// The kinds of calls.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
	/// system.remark, on every Substrate chain
	Remark,
	/// balances.transfer_keep_alive, where there are balances
	Transfer,
	/// achievements.register: one record a call, by keys of members that may register
	Register,
	/// achievements.register_bulk: 200 records a call, by keys of members that may register
	RegisterBulk,
	/// contracts.draft: a service contract a call, by keys of members
	Draft,
}

fn main() -> ExitCode {
	let options = Options::parse();
	let outcome = tokio::runtime::Runtime::new()
		.map_err(|source| Error::Io { what: "starting the runtime".into(), source })
		.and_then(|runtime| runtime.block_on(measure(options)));
	match outcome {
		Ok(true) => ExitCode::SUCCESS,
		Ok(false) => ExitCode::from(1),
		Err(error) => {
			eprintln!("quanqi-load: {error}");
			ExitCode::from(2)
		}
	}
}

/// Makes the run and prints its figures. False when an accepted call was lost.
async fn measure(options: Options) -> Result<bool> {
	let json = options.json;
	let keys = signers(&options)?;
	let kind = kind(&options, &keys).await?;
	let figures = load::run(&order(options, kind, keys)?).await?;
	if json {
		let text = serde_json::to_string_pretty(&figures)
			.map_err(|error| Error::chain("writing the figures", error))?;
		println!("{text}");
	} else {
		println!("{}", figures.table());
	}
	if figures.lost > 0 {
		eprintln!("quanqi-load: {} accepted calls were lost", figures.lost);
	}
	Ok(figures.lost == 0)
}

/// The kind of call; those of the ledger need to know for which members the keys act.
async fn kind(options: &Options, keys: &[Keypair]) -> Result<Box<dyn CallKind>> {
	let url = options.urls.first().ok_or_else(|| Error::Input("no nodes to send to".into()))?;
	let rpc = Rpc::new(url);
	Ok(match options.kind {
		Kind::Remark => Box::new(Remark { bytes: options.remark_bytes }),
		Kind::Transfer => Box::new(Transfer { amount: options.amount }),
		Kind::Register => Box::new(Register::by(&rpc, keys, 1).await?),
		Kind::RegisterBulk => Box::new(Register::by(&rpc, keys, register::BULK_RECORDS).await?),
		Kind::Draft => Box::new(Draft::by(&rpc, keys).await?),
	})
}

fn order(options: Options, kind: Box<dyn CallKind>, keys: Vec<Keypair>) -> Result<Order> {
	let count = match (options.burst, options.rate, options.seconds) {
		(Some(burst), _, _) => burst,
		(None, Some(rate), Some(seconds)) => (rate * f64::from(seconds)).round() as usize,
		_ => return Err(Error::Input("give --burst, or --rate with --seconds".into())),
	};
	let era = match (options.immortal, options.era_blocks) {
		(true, _) => Era::Immortal,
		(false, Some(blocks)) => Era::Blocks(blocks),
		(false, None) => Era::Default,
	};
	Ok(Order {
		keys,
		observer: options.observe,
		kind,
		count,
		era,
		manner: Manner {
			rate: options.rate,
			sockets_per_node: options.sockets,
			in_flight: options.in_flight,
			pipeline: options.pipeline,
			patience: Duration::from_secs(options.patience_seconds),
		},
		settle: Duration::from_secs(options.settle_seconds),
		process_ids: options.process_ids,
		base_paths: options.base_paths,
		urls: options.urls,
	})
}

fn signers(options: &Options) -> Result<Vec<Keypair>> {
	match (&options.keys, &options.parent, options.derive) {
		(Some(file), _, _) => keys::from_file(file),
		(None, Some(parent), Some(count)) => keys::derived(parent, count),
		_ => keys::from_uris(keys::DEVELOPMENT),
	}
}

fn positive(text: &str) -> std::result::Result<f64, String> {
	match text.parse::<f64>() {
		Ok(rate) if rate.is_finite() && rate > 0.0 => Ok(rate),
		_ => Err("a number above 0 is needed".into()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn command_line_should_be_consistent() {
		Options::command().debug_assert();
	}

	#[test]
	fn order_should_have_rate_times_seconds_calls_when_paced() {
		let arguments = ["quanqi-load", "--rate", "20", "--seconds", "3"];
		let remark = Box::new(Remark { bytes: 32 });
		let order = order(Options::parse_from(arguments), remark, Vec::new()).unwrap();
		assert_eq!(order.count, 60);
	}

	#[test]
	fn command_line_should_be_refused_when_no_mode_is_given() {
		assert!(Options::try_parse_from(["quanqi-load"]).is_err());
		assert!(Options::try_parse_from(["quanqi-load", "--rate", "0", "--seconds", "1"]).is_err());
	}
}
