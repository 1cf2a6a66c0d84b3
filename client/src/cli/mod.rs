//! The command line: one file for each noun.

pub mod achievement;
pub mod achievement_import;
pub mod behalf;
pub mod certificate;
pub mod command_line;
pub mod contract;
pub mod council;
pub mod grant;
pub mod key;
pub mod member;
pub mod member_import;
pub mod network;
pub mod notice;
pub mod rights;
pub mod scenario;
pub mod session;
pub mod statute;
pub mod trial;
pub mod trust;
pub mod upgrade;

pub use session::Session;

use crate::{
	chain::{Hash, Wait},
	error::Result,
	output::Output,
};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  quanqi achievement find CN201610907263.X
  quanqi rights title 1
  quanqi --key alice.json rights transfer 1 --to 3 --part 20%
  quanqi --json rights history 1
  quanqi --key alice.json --dry-run rights transfer 1 --to 3 --part 20%

Exit codes:
  0  done
  1  the ledger refused, would refuse, or has no such record
  2  wrong input: an argument, or a place in a file
  3  no node answers
  4  another network, or a release that does not fit its runtime
  5  the node failed, or answered what cannot be read
  6  some rows of a file were not taken; each was reported
  7  a certificate is invalid: it proves nothing
  8  a certificate is too old, or of authorities before the checkpoint: ask for a fresh one
  9  no certificate, or of a newer version than this program";

/// Quanqi 权契: the ledger of rights in technology achievements 科技成果.
#[derive(Parser, Clone, Debug)]
#[command(name = "quanqi", version, after_help = EXAMPLES, propagate_version = true)]
pub struct Arguments {
	/// What every command takes.
	#[command(flatten)]
	pub global: Global,
	/// What to do.
	#[command(subcommand)]
	pub command: Command,
}

/// What every command takes.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Everywhere")]
pub struct Global {
	/// Address of a node 节点; repeat it and the first that answers is asked
	#[arg(
		long,
		global = true,
		env = "QUANQI_URL",
		value_name = "URL",
		value_delimiter = ',',
		default_value = "ws://127.0.0.1:9944"
	)]
	pub url: Vec<String>,
	/// Hash of the network's first block 创世; a node of another network is refused
	#[arg(long, global = true, env = "QUANQI_GENESIS", value_name = "HASH", value_parser = parse_hash)]
	pub genesis: Option<Hash>,
	/// Key file 密钥 that signs
	#[arg(long, global = true, env = "QUANQI_KEY", value_name = "FILE")]
	pub key: Option<String>,
	/// Take secret URIs such as //Alice where key files are asked for; for keys of no value
	#[arg(long, global = true)]
	pub insecure_uri: bool,
	/// File whose first line opens sealed keys; else the variable QUANQI_PASSWORD
	#[arg(long, global = true, value_name = "FILE")]
	pub password_file: Option<PathBuf>,
	/// What to wait for: a block that may be replaced, or one that is final
	#[arg(long, global = true, value_enum, default_value_t, value_name = "WHAT")]
	pub wait: Wait,
	/// Answer as of this block rather than the last final one
	#[arg(long, global = true, value_name = "HASH", value_parser = parse_hash)]
	pub at: Option<Hash>,
	/// Sign nothing 试运行: ask what each call would do now, or which error would refuse it
	#[arg(long, global = true)]
	pub dry_run: bool,
	/// JSON on stdout, errors as JSON on stderr
	#[arg(long, global = true)]
	pub json: bool,
	/// Log what is sent and received, on stderr
	#[arg(long, short, global = true)]
	pub verbose: bool,
}

/// The nouns.
#[derive(Subcommand, Clone, Debug)]
pub enum Command {
	/// Make and show keys 密钥
	#[command(subcommand, visible_alias = "keys")]
	Key(key::KeyCommand),
	/// Members 成员: bring them in, look at them, their keys and status
	#[command(subcommand)]
	Member(member::MemberCommand),
	/// Achievements 成果: register, import, find, attest the office's status
	#[command(subcommand)]
	Achievement(achievement::AchievementCommand),
	/// Rights 权属: titles, histories, transfers, licences, pledges, holds
	#[command(subcommand)]
	Rights(rights::RightsCommand),
	/// Trials 先用后转: the pool, trials, their conversion, what lies idle
	#[command(subcommand)]
	Trial(trial::TrialCommand),
	/// Grants 赋权: shares and long-term use rights for completers 完成人
	#[command(subcommand)]
	Grant(grant::GrantCommand),
	/// Notices 公示: what is public, objections 异议 and their decision
	#[command(subcommand)]
	Notice(notice::NoticeCommand),
	/// Technology contracts 技术合同: terms, signatures, registration, price, income
	#[command(subcommand)]
	Contract(contract::ContractCommand),
	/// Certificates 权属证明文件: a title proved in one file, verified without any network
	#[command(subcommand)]
	Certificate(certificate::CertificateCommand),
	/// Trust files 信任文件: which network a verifier of certificates means, and whom it believes
	#[command(subcommand)]
	Trust(trust::TrustCommand),
	/// Scenarios 情景: play a list of steps on a network, or rehearse it here
	#[command(subcommand)]
	Scenario(scenario::ScenarioCommand),
	/// Statutes 规则参数: the legal numbers with their dates and citations
	#[command(subcommand)]
	Statute(statute::StatuteCommand),
	/// The council 理事会: motions, votes
	#[command(subcommand)]
	Council(council::CouncilCommand),
	/// The network 网络: build one from a consortium file, see how it is
	#[command(subcommand)]
	Network(network::NetworkCommand),
	/// Upgrade the runtime 升级 by decision of the council
	#[command(subcommand)]
	Upgrade(upgrade::UpgradeCommand),
}

/// Why a command that makes no call cannot be tried.
const NO_CALL: &str = "this command signs no call: it has nothing to try";

/// Why an import cannot be tried.
const NO_IMPORT_UNSIGNED: &str =
	"an import is many calls, each standing on those before it, and cannot be tried \
	 unsigned; rows that are there already are left out when it is run again";

impl Arguments {
	/// Where answers go.
	pub fn output(&self) -> Output {
		Output { json: self.global.json }
	}
}

/// A hash of 32 bytes.
pub fn parse_hash(text: &str) -> Result<Hash, String> {
	let mut hash = [0; 32];
	hex::decode_to_slice(text.trim_start_matches("0x"), &mut hash)
		.map_err(|_| format!("{text}: a hash is 64 hexadecimal digits"))?;
	Ok(Hash::from(hash))
}

/// Does what a command line says.
pub async fn run(arguments: Arguments) -> Result<()> {
	let session = Session::new(arguments.global)?;
	if matches!(
		arguments.command,
		Command::Key(_) | Command::Network(_) | Command::Certificate(_) | Command::Trust(_)
	) {
		session.no_dry_run(NO_CALL)?;
	}
	match arguments.command {
		Command::Key(command) => command.run(&session),
		Command::Member(command) => command.run(&session).await,
		Command::Achievement(command) => command.run(&session).await,
		Command::Rights(command) => command.run(&session).await,
		Command::Trial(command) => command.run(&session).await,
		Command::Grant(command) => command.run(&session).await,
		Command::Notice(command) => command.run(&session).await,
		Command::Contract(command) => command.run(&session).await,
		Command::Certificate(command) => command.run(&session).await,
		Command::Trust(command) => command.run(&session).await,
		Command::Scenario(command) => command.run(&session).await,
		Command::Statute(command) => command.run(&session).await,
		Command::Council(command) => command.run(&session).await,
		Command::Network(command) => command.run(&session).await,
		Command::Upgrade(command) => command.run(&session).await,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn hash_should_be_refused_when_it_is_short() {
		assert!(parse_hash("0x12").unwrap_err().contains("64 hexadecimal digits"));
		assert!(parse_hash(&"ab".repeat(32)).is_ok());
	}
}
