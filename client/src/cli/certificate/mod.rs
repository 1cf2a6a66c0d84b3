//! `quanqi certificate`: provenance certificates (权属证明文件), issued by a node and verified without one.

mod issue;

pub use issue::{Form, IssueArgs};

pub(super) use issue::{ask, check_network, Order};

use super::Session;
use crate::{
	error::{Error, Result},
	input::{
		certificate::{read_certificate, read_trust, CertificateFile},
		dates::parse_date,
	},
	output::{self, certificate::Report},
};
use clap::{Args, Subcommand};
use quanqi_certificate::{claims, verify_decoded};
use quanqi_types::{Date, Moment};
use std::path::{Path, PathBuf};

const VERIFY_HELP: &str = "\
Example:
  quanqi certificate verify title.qcert --trust trust.json
  quanqi certificate verify title.qcert --trust trust.json --max-age 30
  quanqi --json certificate verify title.qcert --trust trust.json --max-age 30 --as-of 2026-12-31

Nothing but the two files is read: no network, no server. The trust file 信任文件 says which
network you mean and whose signatures you believe; `quanqi trust from-spec` makes it from the
network's raw spec.

Exit codes:
  0  valid 有效
  2  wrong input: an argument, or a trust file that cannot be used
  7  invalid 无效: it proves nothing
  8  to be renewed 须更新: too old, or its authorities do not follow from your trust file any more
  9  unreadable 无法读取: not a certificate, or of a newer version than this program";

/// Provenance certificates 权属证明文件.
#[derive(Subcommand, Clone, Debug)]
pub enum CertificateCommand {
	/// Have a node prove a title 出具: who owns it, who may use it, and every step that led there
	#[command(after_help = issue::HELP)]
	Issue(IssueArgs),
	/// Verify a certificate 验证: needs no network, only the trust file
	#[command(after_help = VERIFY_HELP)]
	Verify(VerifyArgs),
	/// Show what a file claims 查看, unverified
	#[command(after_help = "Example:\n  quanqi certificate show title.qcert")]
	Show {
		/// The certificate, or its JSON
		file: PathBuf,
	},
}

/// Which certificate, and what is trusted.
#[derive(Args, Clone, Debug)]
pub struct VerifyArgs {
	/// The certificate, or its JSON
	pub file: PathBuf,
	/// The trust file 信任文件
	#[arg(long, value_name = "FILE")]
	pub trust: PathBuf,
	/// Refuse a proof that is older than so many days
	#[arg(long, value_name = "DAYS")]
	pub max_age: Option<u32>,
	/// Count the age to the end of this day; to now when absent
	#[arg(long, value_name = "DATE", value_parser = parse_date)]
	pub as_of: Option<Date>,
}

impl CertificateCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::Issue(arguments) => issue::issue(session, &arguments).await,
			Self::Verify(arguments) => verify(session, &arguments),
			Self::Show { file } => show(session, &file),
		}
	}
}

fn verify(session: &Session, arguments: &VerifyArgs) -> Result<()> {
	let trust = read_trust(&arguments.trust)?;
	let file = read_certificate(&arguments.file)?;
	let wrong = |error| Error::certificate(arguments.file.display(), error, None);
	let verdict = verify_decoded(&file.certificate, &trust).map_err(wrong)?;
	let now = match arguments.as_of {
		Some(date) => date.end(),
		None => now()?,
	};
	if let Some(days) = arguments.max_age {
		verdict.check_age(now, days).map_err(wrong)?;
	}
	if verdict.anchor.time > now {
		session.output.note(
			"note: the proof was made after the time to which its age is counted; check --as-of, or this \
			 machine's clock",
		);
	}
	let report = Report::new(&file, &verdict, now, arguments.max_age);
	let answer = serde_json::json!({
		"valid": true,
		"age_days": report.age_days,
		"max_age_days": report.max_age_days,
		"checks": report.checks,
		"verdict": verdict,
	});
	session.output.answer(&answer, |_| output::certificate::verdict(&report, &verdict));
	Ok(())
}

/// The clock of this machine.
fn now() -> Result<Moment> {
	let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
	let milliseconds = since.ok().and_then(|since| u64::try_from(since.as_millis()).ok());
	milliseconds.map(Moment).ok_or_else(|| {
		Error::argument("--as-of", "this machine's clock cannot be read; say which day is meant")
	})
}

fn show(session: &Session, path: &Path) -> Result<()> {
	let file = read_certificate(path)?;
	let CertificateFile { certificate, .. } = &file;
	let wrong = |error| Error::certificate(path.display(), error, None);
	let claims = claims(certificate).map_err(wrong)?;
	let answer = serde_json::json!({
		"verified": false,
		"bytes": file.bytes,
		"claims": claims,
		"certificate": certificate,
	});
	session.output.answer(&answer, |_| output::certificate::claims(&file, &claims));
	Ok(())
}
