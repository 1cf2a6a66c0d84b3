//! Arguments that steps share.

use crate::input::{dates::PeriodArgs, scope::ScopeArgs, words::parse_word};
use clap::Args;
use quanqi_title::EndReason;
use quanqi_types::UseForm;

/// Which title, and in whose name.
#[derive(Args, Clone, Debug)]
pub struct OnArgs {
	/// Number of the achievement
	pub achievement: u64,
	/// The mandate 委托 used
	#[arg(long)]
	pub mandate: Option<u64>,
}

/// Terms of a use right.
#[derive(Args, Clone, Debug)]
pub struct LicenseArgs {
	/// exclusive 独占, sole 排他 or ordinary 普通
	#[arg(long, default_value = "ordinary", value_parser = parse_form)]
	pub form: UseForm,
	/// The holder, or several as MEMBER=PART
	#[arg(long, required = true, value_name = "MEMBER")]
	pub to: Vec<String>,
	/// Where, for what, how
	#[command(flatten)]
	pub scope: ScopeArgs,
	/// From when to when
	#[command(flatten)]
	pub period: PeriodArgs,
	/// May be transferred or divided
	#[arg(long)]
	pub transferable: bool,
	/// May be sublicensed
	#[arg(long)]
	pub sublicensable: bool,
	/// Its sublicences outlive it
	#[arg(long)]
	pub sublicences_survive: bool,
	/// A live right it is subject to, by its entry; repeatable
	#[arg(long, value_name = "ENTRY")]
	pub subject_to: Vec<u32>,
	/// The holder's earlier right that it replaces
	#[arg(long, value_name = "ENTRY")]
	pub replaces: Option<u32>,
	/// Ask holders in the way for their consent rather than be refused
	#[arg(long)]
	pub ask: bool,
}

fn parse_form(text: &str) -> Result<UseForm, String> {
	parse_word(text, "exclusive, sole or ordinary")
}

pub(super) fn parse_end_reason(text: &str) -> Result<EndReason, String> {
	parse_word(text, "expired, surrendered, by-terms, decided, parent-ended or rescinded")
}
