//! Members in tables.

use super::{facts, table};
use crate::{chain::read::Member, input::dates, output::describe::words};
use quanqi_traits::MemberStatus;
use quanqi_types::Location;
use sp_core::crypto::Ss58Codec;

/// The status in words.
pub fn status(status: MemberStatus) -> &'static str {
	match status {
		MemberStatus::Active => "active 在册",
		MemberStatus::Suspended => "suspended 中止",
		MemberStatus::Expelled => "expelled 除名",
	}
}

/// The name of an organisation, or the beginning of a person's commitment.
pub fn name(member: &Member) -> String {
	match (&member.name, &member.commitment) {
		(Some(name), _) => name.to_string(),
		(None, Some(commitment)) => person(commitment),
		(None, None) => String::new(),
	}
}

/// A person, by the beginning of its commitment.
pub fn person(commitment: &quanqi_types::Commitment) -> String {
	let text = commitment.to_string();
	format!("person {}…", text.get(..12).unwrap_or_default())
}

fn place(location: &Location) -> String {
	match location {
		Location::Division(code) => code.to_string(),
		Location::Foreign { country, register } => format!("{country}, {register}"),
	}
}

/// Credit code, or country and register.
fn code(member: &Member) -> String {
	match (&member.credit_code, &member.location) {
		(Some(code), _) => code.to_string(),
		(None, Location::Foreign { country, register }) => format!("{country}:{register}"),
		(None, Location::Division(_)) => String::new(),
	}
}

/// Many members.
pub fn list(members: &[Member]) -> String {
	let row = |member: &Member| {
		[
			member.id.to_string(),
			name(member),
			member.kind.to_string(),
			code(member),
			status(member.status).to_owned(),
			member.sponsor.map_or(String::new(), |sponsor| sponsor.to_string()),
		]
	};
	let header =
		["member 成员", "name 名称", "kind 类别", "code 代码", "status 状态", "sponsor 担保单位"];
	table(&header, members.iter().map(row))
}

/// One member.
pub fn show(member: &Member) -> String {
	let list = |names: Vec<String>| names.join(", ");
	let yes = |flag: bool| if flag { "yes".to_owned() } else { String::new() };
	let key = |key: &pallet_consortium::runtime_api::KeyView<quanqi_runtime::AccountId>| {
		let permissions = key.permissions.iter().map(|permission| permission.to_string());
		format!("{} ({})", key.account.to_ss58check(), list(permissions.collect()))
	};
	let administrator = member.administrator.as_ref();
	facts([
		("member 成员", member.id.to_string()),
		("name 名称", name(member)),
		("kind 类别", member.kind.to_string()),
		(
			"credit code 统一社会信用代码",
			member.credit_code.map_or(String::new(), |c| c.to_string()),
		),
		("place 所在地", place(&member.location)),
		("state-established 国家设立", yes(member.state_established)),
		("status 状态", status(member.status).to_owned()),
		("capabilities 职能", list(member.capabilities.iter().map(|c| c.to_string()).collect())),
		("jurisdiction 管辖", member.jurisdiction.map_or(String::new(), |code| code.to_string())),
		("sponsor 担保单位", member.sponsor.map_or(String::new(), |sponsor| sponsor.to_string())),
		("admitted 准入", dates::show(member.admitted)),
		("keys 密钥", member.keys.iter().map(key).collect::<Vec<_>>().join("\n")),
		("council seat 席位", yes(member.seat)),
		("validator 验证节点", yes(member.validator)),
		(
			"seat account",
			member.seat_account.as_ref().map_or(String::new(), Ss58Codec::to_ss58check),
		),
		("nodes 节点", list(member.node_ids.iter().map(|node| node.to_string()).collect())),
		(
			"administrator 代管",
			administrator
				.map(|by| {
					format!("{} ({} {})", by.administrator, words(&by.decided_by), by.document)
				})
				.unwrap_or_default(),
		),
	])
}

type KeyView = pallet_consortium::runtime_api::KeyView<quanqi_runtime::AccountId>;

/// The live keys of a member.
pub fn keys(keys: &[KeyView]) -> String {
	let row = |key: &KeyView| {
		let may = key.permissions.iter().map(|permission| permission.to_string());
		[key.account.to_ss58check(), may.collect::<Vec<_>>().join(", ")]
	};
	table(&["account 账户", "may 权限"], keys.iter().map(row))
}

/// A mandate.
pub fn mandate(mandate: &pallet_consortium::types::Mandate) -> String {
	let may = mandate.permissions.iter().map(|permission| permission.to_string());
	facts([
		("principal 委托人", mandate.principal.to_string()),
		("agent 代理人", mandate.agent.to_string()),
		("may 权限", may.collect::<Vec<_>>().join(", ")),
		("until 期限", dates::show_until(Some(mandate.until))),
		("document 委托书", mandate.document.to_string()),
		("given by", mandate.given_by.to_string()),
		("given 授权", dates::show(mandate.given)),
		("revoked 撤销", mandate.revoked.map_or(String::new(), dates::show)),
	])
}
