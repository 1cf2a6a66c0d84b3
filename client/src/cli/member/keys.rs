//! Keys of members, and mandates.

use super::signed;
use crate::{
	chain::Answer,
	cli::{council::MotionArgs, Session},
	error::{Error, Result},
	input::{
		application::{parse_account, parse_permissions},
		dates::parse_last_day,
		documents::parse_digest,
		members::MemberRef,
	},
	output,
};
use clap::Subcommand;
use pallet_consortium::Call;
use quanqi_runtime::AccountId;
use quanqi_types::{Digest, MandateId, Moment, Permissions};

/// Keys of a member.
#[derive(Subcommand, Clone, Debug)]
pub enum KeysCommand {
	/// The live keys 密钥 of a member
	#[command(after_help = "Example:\n  quanqi member keys list 7")]
	List {
		/// Number, credit code or COUNTRY:NUMBER
		member: MemberRef,
	},
	/// Bind a further key 密钥 to the signer's member
	#[command(after_help = "\
Example:
  quanqi --key member.json member keys add 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY --may register,dispose")]
	Add {
		/// The new key's account
		#[arg(value_parser = parse_account)]
		account: AccountId,
		/// What it may do: full, register, dispose, approve, seat, authority, sponsor
		#[arg(long, value_parser = parse_permissions)]
		may: Permissions,
	},
	/// Revoke a key 密钥 of the signer's member for good
	#[command(after_help = "\
Example:
  quanqi --key member.json member keys revoke 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY")]
	Revoke {
		/// The key's account
		#[arg(value_parser = parse_account)]
		account: AccountId,
	},
	/// Change what a key of the signer's member may do 权限
	#[command(after_help = "\
Example:
  quanqi --key member.json member keys permit 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY --may register")]
	Permit {
		/// The key's account
		#[arg(value_parser = parse_account)]
		account: AccountId,
		/// All that it may do from now on
		#[arg(long, value_parser = parse_permissions)]
		may: Permissions,
	},
	/// Give a member one new key 密钥 in place of all it had, by motion of the council
	#[command(after_help = "\
Example:
  quanqi --key exchange.json member keys reset 7 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY --voter bureau.json")]
	Reset {
		/// Whose keys
		member: MemberRef,
		/// The new key's account
		#[arg(value_parser = parse_account)]
		account: AccountId,
		/// How the council decides
		#[command(flatten)]
		motion: MotionArgs,
	},
}

/// Mandates.
#[derive(Subcommand, Clone, Debug)]
pub enum MandateCommand {
	/// Let a member act in the name of another 授权委托
	#[command(after_help = "\
Example:
  quanqi --key member.json member mandate give --principal 9 --agent 3 --may dispose --until 2027-12-31 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Give {
		/// In whose name
		#[arg(long)]
		principal: MemberRef,
		/// Who acts
		#[arg(long)]
		agent: MemberRef,
		/// For which kinds of act: register, dispose, approve, authority, sponsor
		#[arg(long, value_parser = parse_permissions)]
		may: Permissions,
		/// Last day
		#[arg(long, value_parser = parse_last_day)]
		until: Moment,
		/// Digest of the power of attorney
		#[arg(long, value_parser = parse_digest)]
		digest: Digest,
	},
	/// End a mandate 委托
	#[command(after_help = "Example:\n  quanqi --key member.json member mandate revoke 1")]
	Revoke {
		/// Its number
		mandate: u64,
	},
	/// Show a mandate 委托
	#[command(after_help = "Example:\n  quanqi member mandate show 1")]
	Show {
		/// Its number
		mandate: u64,
	},
}

impl KeysCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::List { member } => {
				let (chain, at) = session.chain_at().await?;
				let number = session.resolve(&chain, "member", &member, at).await?;
				let keys =
					chain.member(number, at).await?.map(|view| view.keys).unwrap_or_default();
				let answer = Answer { at, value: keys };
				session.output.answer(&answer, |answer| output::member::keys(&answer.value));
				Ok(())
			}
			Self::Add { account, may } => {
				signed(session, Call::add_key { account, permissions: may }, "key bound").await
			}
			Self::Revoke { account } => {
				signed(session, Call::revoke_key { account }, "key revoked for good").await
			}
			Self::Permit { account, may } => {
				let call = Call::set_key_permissions { account, permissions: may };
				signed(session, call, "key permissions changed").await
			}
			Self::Reset { member, account, motion } => {
				let (chain, at) = session.chain_at().await?;
				let member = session.resolve(&chain, "member", &member, at).await?;
				motion.decide(session, Call::reset_keys { member, account }, "keys reset").await
			}
		}
	}
}

impl MandateCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::Give { principal, agent, may, until, digest } => {
				let (chain, at) = session.chain_at().await?;
				let call = Call::give_mandate {
					principal: session.resolve(&chain, "--principal", &principal, at).await?,
					agent: session.resolve(&chain, "--agent", &agent, at).await?,
					permissions: may,
					until,
					document: digest,
				};
				signed(session, call, "mandate given").await
			}
			Self::Revoke { mandate } => {
				signed(
					session,
					Call::revoke_mandate { mandate: MandateId(mandate) },
					"mandate revoked",
				)
				.await
			}
			Self::Show { mandate } => {
				let (chain, at) = session.chain_at().await?;
				let found: Option<pallet_consortium::types::Mandate> =
					chain.call_api("ConsortiumApi_mandate", MandateId(mandate), at).await?;
				let found =
					found.ok_or_else(|| Error::Absent(format!("there is no mandate {mandate}")))?;
				let answer = Answer { at, value: found };
				session.output.answer(&answer, |answer| output::member::mandate(&answer.value));
				Ok(())
			}
		}
	}
}
