//! Sealed terms: sealing, opening to a reader, and verifying what one was shown.

use super::lookup::{read_contract, version_of};
use crate::{
	cli::{parse_hash, Session},
	error::{Error, Place, Result},
	files::{write_json, write_new, Reader},
	input::contract::{
		commit, extract, read_people, read_text, seal_terms, verify, FieldCheck, SealOpening,
		ShownFields,
	},
	output::{facts, table},
};
use clap::{Args, Subcommand};
use pallet_technology_contracts::{Seal, StatedAmounts};
use std::path::{Path, PathBuf};

const SEAL_HELP: &str = concat!(
	"Example:
  quanqi contract seal examples/contracts/sealed-licence.toml --opening opening.json --terms sealed.toml
  quanqi contract seal statement.toml --opening statement-opening.json

Only texts in the [sealed] table are sealed, each under its own salt; the rest of the file is left
as it is. Such a file, examples/contracts/sealed-licence.toml:

",
	include_str!("../../../../examples/contracts/sealed-licence.toml")
);

/// Sealed terms.
#[derive(Subcommand, Clone, Debug)]
pub enum SealingCommand {
	/// Seal the fields of a file 密封: a root goes on chain, the opening stays with you
	#[command(after_help = SEAL_HELP)]
	Seal {
		/// File with a table [sealed] of NAME = "VALUE"
		file: PathBuf,
		/// Where to write fields and salts, for your eyes only; who loses it can open nothing
		#[arg(long)]
		opening: PathBuf,
		/// Where to write the file as it may be shown, with its [seal]
		#[arg(long)]
		terms: Option<PathBuf>,
	},
	/// Open some fields to a reader 开启: writes a file that shows these and no others
	#[command(after_help = "\
Example:
  quanqi contract open opening.json --field price --field technology-amount --out for-the-bureau.json")]
	Open {
		/// The opening file
		opening: PathBuf,
		/// A field; repeatable
		#[arg(long = "field", value_name = "NAME", required = true)]
		fields: Vec<String>,
		/// Where to write them, for whom you give it to
		#[arg(long)]
		out: PathBuf,
	},
	/// Verify fields that one was shown 验证开启, off line or against the chain
	#[command(after_help = "\
Example:
  quanqi contract verify-opening for-the-bureau.json --contract 1
  quanqi contract verify-opening for-the-bureau.json --root 0x0000000000000000000000000000000000000000000000000000000000000000 --fields 3 --reveal
  quanqi contract verify-opening for-the-tax-office.json --contract 1 --statement")]
	VerifyOpening(VerifyArgs),
	/// Seal the persons behind a line of income 个人分配: count and sum stay open
	#[command(after_help = "\
Example:
  quanqi contract seal-people examples/contracts/people.toml --opening people-opening.json")]
	SealPeople {
		/// File with a table [[person]] for each
		file: PathBuf,
		/// Where to write names, parts and salts, for your eyes only
		#[arg(long)]
		opening: PathBuf,
	},
	/// Commit to one value 承诺, such as the amount of a sealed payment
	#[command(after_help = "\
Example:
  quanqi contract commit amount.txt --opening amount-opening.json")]
	Commit {
		/// File whose first line is the value
		file: PathBuf,
		/// Where to write value and salt, for your eyes only
		#[arg(long)]
		opening: PathBuf,
	},
}

/// Fields, and the root to verify them against.
#[derive(Args, Clone, Debug)]
#[command(group(clap::ArgGroup::new("against").required(true).args(["contract", "root"])))]
pub struct VerifyArgs {
	/// The file one was given
	pub file: PathBuf,
	/// Against the seal of this contract, as the chain has it
	#[arg(long)]
	pub contract: Option<u64>,
	/// Of this version; the last one when absent
	#[arg(long, requires = "contract")]
	pub of_version: Option<u32>,
	/// The seal of the bureau's statement rather than the contract's
	#[arg(long, requires = "contract", conflicts_with = "of_version")]
	pub statement: bool,
	/// Against this root, without a network
	#[arg(long, value_name = "HASH", requires = "fields", value_parser = parse_hash)]
	pub root: Option<crate::chain::Hash>,
	/// How many fields that root covers
	#[arg(long, requires = "root")]
	pub fields: Option<u32>,
	/// Print the values too
	#[arg(long)]
	pub reveal: bool,
}

impl SealingCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::Seal { file, opening, terms } => seal(session, &file, &opening, terms.as_deref()),
			Self::Open { opening, fields, out } => open(session, &opening, &fields, &out),
			Self::VerifyOpening(arguments) => verify_opening(session, &arguments).await,
			Self::SealPeople { file, opening } => {
				let sealed = read_people(&file)?;
				write_json(&opening, &sealed, Reader::Owner)?;
				say_root(session, &hex::encode(sealed.people.root), sealed.people.count, &opening);
				Ok(())
			}
			Self::Commit { file, opening } => {
				let made = commit(&file)?;
				write_json(&opening, &made, Reader::Owner)?;
				let answer = serde_json::json!({
					"commitment": made.commitment, "opening": opening,
				});
				session.output.answer(&answer, |_| {
					facts([
						("commitment 承诺值", made.commitment.to_string()),
						("opening 开启文件", opening.display().to_string()),
					])
				});
				Ok(())
			}
		}
	}
}

/// Shows what goes on chain, and where the rest is.
fn say_root(session: &Session, root: &str, count: u32, opening: &Path) {
	let answer = serde_json::json!({ "root": root, "count": count, "opening": opening });
	session.output.answer(&answer, |_| {
		facts([
			("root 根", root.to_owned()),
			("count 数目", count.to_string()),
			("opening 开启文件", format!("{}: keep it, and keep it secret", opening.display())),
		])
	});
}

fn seal(session: &Session, file: &Path, opening: &Path, terms: Option<&Path>) -> Result<()> {
	let (text, sealed) = seal_terms(file)?;
	// The opening belongs to these terms: neither is written where the other cannot be.
	if let Some(taken) = terms.filter(|terms| terms.exists()) {
		return Err(Error::file(Place::file(taken), "is there already; choose another name"));
	}
	write_json(opening, &sealed, Reader::Owner)?;
	if let Some(terms) = terms {
		write_new(terms, &text, Reader::Anyone)?;
	}
	say_root(session, &hex::encode(sealed.seal.root), sealed.seal.fields, opening);
	Ok(())
}

fn open(session: &Session, path: &Path, fields: &[String], out: &Path) -> Result<()> {
	let opening: SealOpening = read_secret(path)?;
	let shown = extract(&opening, fields).map_err(|wrong| wrong.in_file(path))?;
	write_json(out, &shown, Reader::Owner)?;
	let answer = serde_json::json!({ "fields": fields, "file": out });
	session.output.answer(&answer, |_| {
		format!("{} shows {} and nothing else", out.display(), fields.join(", "))
	});
	Ok(())
}

/// Reads a file without repeating any of it in an error.
fn read_secret<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T> {
	let text = read_text(path)?;
	serde_json::from_str(&text).map_err(|_| {
		Error::file(Place::file(path), "is no file that `quanqi contract seal` or `open` wrote")
	})
}

async fn verify_opening(session: &Session, arguments: &VerifyArgs) -> Result<()> {
	let shown: ShownFields = read_secret(&arguments.file)?;
	let seal = match (arguments.contract, arguments.root.zip(arguments.fields)) {
		(Some(contract), _) => seal_on_chain(session, contract, arguments).await?,
		(None, Some((root, fields))) => Seal { root: root.0, fields },
		(None, None) => shown.seal,
	};
	let checks = verify(&seal, &shown.openings, arguments.reveal);
	let holds = !checks.is_empty() && checks.iter().all(|check| check.holds);
	session.output.answer(&checks, |checks| {
		let row = |check: &FieldCheck| {
			let holds = if check.holds { "yes" } else { "NO" };
			[check.field.clone(), holds.to_owned(), check.value.clone().unwrap_or_default()]
		};
		let header = ["field 字段", "under the seal 属实", "value 内容"];
		table(&header, checks.iter().map(row))
	});
	match holds {
		true => Ok(()),
		false => Err(Error::refused("C11: not every field stands under that seal")),
	}
}

async fn seal_on_chain(session: &Session, contract: u64, arguments: &VerifyArgs) -> Result<Seal> {
	let (chain, at) = session.chain_at().await?;
	let view = read_contract(&chain, contract, at).await?;
	let absent =
		|what: &str| Error::refused(format!("{what} of contract {contract} is not sealed"));
	if arguments.statement {
		let statement = view.registration.and_then(|registration| registration.statement);
		return match statement.map(|statement| statement.amounts) {
			Some(StatedAmounts::Sealed(seal)) => Ok(seal),
			_ => Err(absent("the bureau's statement")),
		};
	}
	let last = view.versions.last().map(|version| version.version);
	let version = version_of(&view, arguments.of_version.or(last))?;
	version.terms.seal.ok_or_else(|| absent("that version"))
}
