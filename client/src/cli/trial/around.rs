//! What stands around trials: policies, vouchers, services, and conversions that no entry shows.

use super::OfArgs;
use crate::{
	cli::Session,
	error::Result,
	input::{
		amounts::parse_amount, codes::parse_text, dates::parse_day_start, documents::parse_digest,
		members::MemberRef, words::parse_word,
	},
};
use clap::{Args, Subcommand};
use pallet_trials::{Call, ConversionWay, Service, ServiceKind};
use quanqi_runtime::Runtime;
use quanqi_types::{
	bounds::MAX_LABEL_BYTES, AchievementId, Amount, Digest, MandateId, Moment, Text, TrialId,
};

/// Around trials.
#[derive(Subcommand, Clone, Debug)]
pub enum AroundCommand {
	/// Record the policy of a trial 保险
	#[command(after_help = "\
Example:
  quanqi --key insurer.json trial insure 1 --number P-2026-1 --premium 2000CNY --voucher 1600CNY --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Insure(InsureArgs),
	/// Attest that the voucher of a trial's policy was redeemed 创新券兑付
	#[command(after_help = "\
Example:
  quanqi --key bank.json trial redeem 1 --reference sha-256:0000000000000000000000000000000000000000000000000000000000000000")]
	Redeem {
		/// Number of the trial
		trial: u64,
		/// Digest of the payment's reference
		#[arg(long, value_parser = parse_digest)]
		reference: Digest,
	},
	/// Record a service around a trial 服务; it may be paid, the trial itself is free
	#[command(after_help = "\
Example:
  quanqi --key user.json trial add-service 1 --kind pilot-production --provider 6 --payer 3 --amount 80000CNY --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	AddService(ServiceArgs),
	/// Tell a conversion that no entry shows 其他转化方式: it stops the idle clock
	#[command(after_help = "\
Example:
  quanqi --key owner.json trial note-conversion 1 --way own-use --date 2026-05-04 --evidence sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	NoteConversion(ConversionArgs),
}

/// A policy.
#[derive(Args, Clone, Debug)]
pub struct InsureArgs {
	/// Number of the trial
	pub trial: u64,
	/// Number of the policy 保单号
	#[arg(long, value_parser = parse_text::<MAX_LABEL_BYTES>)]
	pub number: Text<MAX_LABEL_BYTES>,
	/// Digest of the policy
	#[arg(long, value_parser = parse_digest)]
	pub digest: Digest,
	/// The premium 保费
	#[arg(long, value_parser = parse_amount)]
	pub premium: Amount,
	/// How much of it an innovation voucher 创新券 bears; nothing when absent
	#[arg(long, value_parser = parse_amount)]
	pub voucher: Option<Amount>,
}

/// A service.
#[derive(Args, Clone, Debug)]
pub struct ServiceArgs {
	/// Which trial, and in whose name
	#[command(flatten)]
	pub of: OfArgs,
	/// display 路演展示, verification 验证, pilot-production 中试, matching 撮合, support 技术服务 or
	/// material 材料设备
	#[arg(long, value_parser = parse_kind)]
	pub kind: ServiceKind,
	/// Who serves
	#[arg(long, value_name = "MEMBER")]
	pub provider: MemberRef,
	/// Who pays
	#[arg(long, value_name = "MEMBER")]
	pub payer: MemberRef,
	/// How much; zero where it is free
	#[arg(long, value_parser = parse_amount)]
	pub amount: Amount,
	/// Digest of agreement or receipt
	#[arg(long, value_parser = parse_digest)]
	pub digest: Digest,
}

/// A conversion.
#[derive(Args, Clone, Debug)]
pub struct ConversionArgs {
	/// Number of the achievement
	pub achievement: u64,
	/// own-use 自行实施, joint-use 合作实施, equity 作价投资 or other 其他
	#[arg(long, value_parser = parse_way)]
	pub way: ConversionWay,
	/// The day
	#[arg(long, value_parser = parse_day_start)]
	pub date: Moment,
	/// Digest of the evidence
	#[arg(long, value_parser = parse_digest)]
	pub evidence: Digest,
	/// The mandate 委托 used
	#[arg(long)]
	pub mandate: Option<u64>,
}

fn parse_kind(text: &str) -> Result<ServiceKind, String> {
	parse_word(text, "display, verification, pilot-production, matching, support or material")
}

fn parse_way(text: &str) -> Result<ConversionWay, String> {
	let way = parse_word(text, "own-use, joint-use, equity or other")?;
	match way {
		ConversionWay::Transfer | ConversionWay::Licence => {
			Err(format!("{text}: transfers and licences are shown by the title's entries (R19)"))
		}
		way => Ok(way),
	}
}

impl AroundCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		let (chain, at) = session.chain_at().await?;
		let (call, done): (Call<Runtime>, _) = match self {
			Self::Insure(arguments) => (arguments.call(), "policy recorded"),
			Self::Redeem { trial, reference } => {
				(Call::redeem_voucher { trial: TrialId(trial), reference }, "redemption attested")
			}
			Self::AddService(arguments) => {
				let service = Service {
					kind: arguments.kind,
					provider: session
						.resolve(&chain, "--provider", &arguments.provider, at)
						.await?,
					payer: session.resolve(&chain, "--payer", &arguments.payer, at).await?,
					amount: arguments.amount,
					document: arguments.digest,
				};
				let trial = TrialId(arguments.of.trial);
				let mandate = arguments.of.mandate.map(MandateId);
				(Call::record_service { trial, service, mandate }, "service recorded")
			}
			Self::NoteConversion(arguments) => (arguments.call(), "conversion noted"),
		};
		let receipt = session.submit(&chain, call).await?;
		super::told::say(session, &receipt, done);
		Ok(())
	}
}

impl InsureArgs {
	fn call(self) -> Call<Runtime> {
		Call::insure {
			trial: TrialId(self.trial),
			number: self.number,
			document: self.digest,
			premium: self.premium,
			voucher: self.voucher.unwrap_or(Amount::new(0, self.premium.currency)),
		}
	}
}

impl ConversionArgs {
	fn call(self) -> Call<Runtime> {
		Call::note_conversion {
			achievement: AchievementId(self.achievement),
			way: self.way,
			at: self.date,
			evidence: self.evidence,
			mandate: self.mandate.map(MandateId),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn way_should_be_refused_when_entries_show_it() {
		assert_eq!(parse_way("own-use"), Ok(ConversionWay::OwnUse));
		assert!(parse_way("licence").unwrap_err().contains("R19"));
		assert!(parse_way("gift").unwrap_err().contains("joint-use"));
	}

	#[test]
	fn service_should_be_refused_when_it_is_a_licence_fee() {
		assert_eq!(parse_kind("material"), Ok(ServiceKind::Material));
		assert!(parse_kind("licence-fee").is_err());
	}
}
