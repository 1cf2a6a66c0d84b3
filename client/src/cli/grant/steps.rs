//! The steps of a grant, from the proposal to its effect or its end.

use super::{show, terms::TermsArgs, told};
use crate::{
	chain::Chain,
	cli::{behalf::NameArgs, Session},
	error::Result,
	input::{
		documents::{parse_digest, DecisionArgs, OfficeArgs},
		words::parse_role,
	},
};
use clap::{Args, Subcommand};
use pallet_grants::{types::Behalf, Call};
use quanqi_runtime::Runtime;
use quanqi_title::ConsentRole;
use quanqi_types::{AchievementId, Digest, GrantId, MandateId};

/// A step.
#[derive(Subcommand, Clone, Debug)]
pub enum Step {
	/// Set how many keys of one's unit must approve 设定审批人数, from the next proposal on
	#[command(after_help = "Example:\n  quanqi --key unit.json grant set-approvals 2")]
	SetApprovals {
		/// From 1 to 16
		number: u8,
	},
	/// Propose a grant to the completers 提出赋权
	#[command(after_help = "\
Example, 80 % of the ownership:
  quanqi --key unit.json grant propose 1 --share 80% --member 7=60% --member 8=40% --basis 1 --agreement sm3:0000000000000000000000000000000000000000000000000000000000000000 --income completers=70% --income unit=30%
Example, a use right for 5 and 5 years:
  quanqi --key unit.json grant propose 1 --long-term-use exclusive --term 5y --term 5y --territory CN --sublicensable --member 7=100% --basis 1 --agreement sm3:0000000000000000000000000000000000000000000000000000000000000000 --income completers=80% --income unit=20%")]
	Propose {
		/// Number of the achievement
		achievement: u64,
		/// The terms
		#[command(flatten)]
		terms: Box<TermsArgs>,
	},
	/// Change the terms before they are agreed 变更; approvals and notice begin anew
	#[command(after_help = "\
Example:
  quanqi --key unit.json grant amend 1 --share 70% --member 7=100% --basis 1 --agreement sm3:0000000000000000000000000000000000000000000000000000000000000000 --income completers=70% --income unit=30%")]
	Amend {
		/// Number of the grant
		grant: u64,
		/// The terms, all of them
		#[command(flatten)]
		terms: Box<TermsArgs>,
	},
	/// Approve the terms as one of several keys of the unit 审批
	#[command(after_help = "Example:\n  quanqi --key unit-approver.json grant approve 1")]
	Approve(VersionArgs),
	/// Refuse a grant that is not agreed 否决
	#[command(after_help = "\
Example:
  quanqi --key unit-approver.json grant refuse 1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Refuse {
		/// Number of the grant
		grant: u64,
		/// Digest of the reason
		#[arg(long, value_name = "FUNCTION:HEX", value_parser = parse_digest)]
		digest: Digest,
	},
	/// Take a grant back that is not agreed 撤回
	#[command(after_help = "Example:\n  quanqi --key unit.json grant withdraw 1")]
	Withdraw {
		/// Number of the grant
		grant: u64,
	},
	/// Give public notice of an approved grant 公示
	#[command(after_help = "\
Example:
  quanqi --key unit.json grant publish 1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Publish {
		/// Number of the grant
		grant: u64,
		/// Digest of the text as published
		#[arg(long, value_name = "FUNCTION:HEX", value_parser = parse_digest)]
		digest: Digest,
	},
	/// Accept as a completer, once the notice has closed 接受赋权
	#[command(after_help = "\
Example:
  quanqi --key completer.json grant accept 1 --agreement sm3:0000000000000000000000000000000000000000000000000000000000000000
  quanqi --key representative.json grant accept 1 --mandate 3 --agreement sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Accept {
		/// Which version
		#[command(flatten)]
		version: VersionArgs,
		/// Digest of the co-ownership agreement 共有协议 that is accepted
		#[arg(long, value_name = "FUNCTION:HEX", value_parser = parse_digest)]
		agreement: Digest,
		/// The mandate 委托 used, where the representative accepts
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Consent where the title asks it 同意: as co-owner, holder in the way or pledgee
	#[command(after_help = "\
Example:
  quanqi --key co-owner.json grant consent 1 --role co-owner
  quanqi --key bank.json grant consent 1 --role pledgee --of-version 1")]
	Consent {
		/// Which version
		#[command(flatten)]
		version: VersionArgs,
		/// In which capacity; `quanqi grant show` names who is asked
		#[arg(long, value_parser = parse_role)]
		role: ConsentRole,
		/// In whose name
		#[command(flatten)]
		name: NameArgs,
	},
	/// Conclude the grant 签约, once every completer accepted
	#[command(after_help = "Example:\n  quanqi --key unit.json grant agree 1")]
	Agree {
		/// Number of the grant
		grant: u64,
	},
	/// Attest that the office entered what was agreed 登记证明, or its return
	#[command(after_help = "\
Example:
  quanqi --key office.json grant attest 1 --number 国知发5 --date 2026-12-30")]
	Attest {
		/// Number of the grant
		grant: u64,
		/// The office's act
		#[command(flatten)]
		office: OfficeArgs,
	},
	/// Declare as a party that the grant is rescinded 声明解除
	#[command(after_help = "\
Example:
  quanqi --key unit.json grant declare-rescission 1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	DeclareRescission {
		/// Number of the grant
		grant: u64,
		/// Digest of the agreement to rescind
		#[arg(long, value_name = "FUNCTION:HEX", value_parser = parse_digest)]
		digest: Digest,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Reverse a grant that every party rescinded 解除
	#[command(after_help = "Example:\n  quanqi --key unit.json grant rescind 1")]
	Rescind {
		/// Number of the grant
		grant: u64,
	},
	/// Reverse a grant by an authority's decision 裁决解除
	#[command(after_help = "\
Example:
  quanqi --key court.json grant rescind-by-decision 1 --document 民终1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	RescindByDecision {
		/// Number of the grant
		grant: u64,
		/// The decision
		#[command(flatten)]
		decision: DecisionArgs,
	},
}

/// A grant, and which version of its terms is meant.
#[derive(Args, Clone, Debug)]
pub struct VersionArgs {
	/// Number of the grant
	pub grant: u64,
	/// Version of the terms, from 0; the present one when absent
	#[arg(long, value_name = "VERSION")]
	pub of_version: Option<u32>,
}

impl VersionArgs {
	async fn version(&self, session: &Session, chain: &Chain) -> Result<u32> {
		match self.of_version {
			Some(version) => Ok(version),
			None => {
				let at = chain.newest(session.global.wait).await?;
				let view = show::read(chain, GrantId(self.grant), at).await?;
				Ok(show::record(view).version)
			}
		}
	}
}

/// In whose name, as grants know it.
fn behalf(name: pallet_rights::Behalf) -> Behalf {
	match name {
		pallet_rights::Behalf::Own => Behalf::Own,
		pallet_rights::Behalf::Mandate(mandate) => Behalf::Mandate(mandate),
		pallet_rights::Behalf::Administered(member) => Behalf::Administered(member),
	}
}

impl Step {
	/// Takes the step.
	pub async fn run(self, session: &Session) -> Result<()> {
		let chain = session.chain().await?;
		let done = self.done();
		let call = self.call(session, &chain).await?;
		let receipt = session.submit(&chain, call).await?;
		told::say(session, &receipt, done);
		Ok(())
	}

	/// One word for what was done.
	fn done(&self) -> &'static str {
		match self {
			Self::SetApprovals { .. } => "set",
			Self::Propose { .. } => "proposed",
			Self::Amend { .. } => "amended",
			Self::Approve(_) => "approved",
			Self::Refuse { .. } => "refused",
			Self::Withdraw { .. } => "withdrawn",
			Self::Publish { .. } => "published",
			Self::Accept { .. } => "accepted",
			Self::Consent { .. } => "agreed",
			Self::Agree { .. } => "concluded",
			Self::Attest { .. } => "attested",
			Self::DeclareRescission { .. } => "declared",
			Self::Rescind { .. } | Self::RescindByDecision { .. } => "rescinded",
		}
	}

	/// The call, with everything looked up that the step names.
	async fn call(self, session: &Session, chain: &Chain) -> Result<Call<Runtime>> {
		Ok(match self {
			Self::SetApprovals { number } => Call::set_approvals { number },
			Self::Propose { achievement, terms } => {
				let at = chain.newest(session.global.wait).await?;
				let terms = terms.terms(session, chain, at, AchievementId(achievement)).await?;
				Call::propose { terms: Box::new(terms) }
			}
			Self::Amend { grant, terms } => {
				let at = chain.newest(session.global.wait).await?;
				let grant = GrantId(grant);
				let present = show::record(show::read(chain, grant, at).await?).terms;
				let terms = terms.terms(session, chain, at, present.achievement).await?;
				Call::amend { grant, terms: Box::new(terms) }
			}
			Self::Approve(of) => {
				let version = of.version(session, chain).await?;
				Call::approve { grant: GrantId(of.grant), version }
			}
			Self::Refuse { grant, digest } => {
				Call::refuse { grant: GrantId(grant), document: digest }
			}
			Self::Withdraw { grant } => Call::withdraw { grant: GrantId(grant) },
			Self::Publish { grant, digest } => {
				Call::publish { grant: GrantId(grant), document: digest }
			}
			Self::Accept { version: of, agreement, mandate } => {
				let version = of.version(session, chain).await?;
				let mandate = mandate.map(MandateId);
				Call::accept { grant: GrantId(of.grant), version, agreement, mandate }
			}
			Self::Consent { version: of, role, name } => {
				let version = of.version(session, chain).await?;
				let behalf = behalf(name.resolve(session, chain).await?);
				Call::consent { grant: GrantId(of.grant), version, role, behalf }
			}
			Self::Agree { grant } => Call::agree { grant: GrantId(grant) },
			Self::Attest { grant, office } => Call::attest {
				grant: GrantId(grant),
				office_number: office.number,
				office_date: office.date,
			},
			Self::DeclareRescission { grant, digest, mandate } => Call::declare_rescission {
				grant: GrantId(grant),
				document: digest,
				mandate: mandate.map(MandateId),
			},
			Self::Rescind { grant } => Call::rescind { grant: GrantId(grant) },
			Self::RescindByDecision { grant, decision } => Call::rescind_by_decision {
				grant: GrantId(grant),
				document: decision.number,
				digest: decision.digest,
			},
		})
	}
}
