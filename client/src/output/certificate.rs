//! Certificates (权属证明文件) and trust files (信任文件) in words.

mod report;

pub use report::{CheckPassed, Report};

use super::{describe, facts, member, rights, table};
use crate::{
	chain::{read::At, Answer, Hash},
	input::{certificate::CertificateFile, dates},
};
use pallet_rights::views::TitleView;
use quanqi_certificate::{
	Basis, Certificate, Check, Claims, Class, Content, Error, MemberFacts, Naming, Opening,
	ProvenContract, RecordFacts, Sealed, Start, Trust, Verdict,
};
use quanqi_title::{Entry, Head, Title};
use quanqi_types::{AchievementId, Hash256, MemberId, Moment};

/// A check, with its Chinese name.
pub fn check_name(check: Check) -> &'static str {
	match check {
		Check::Form => "form 文件形式",
		Check::Chain => "chain 所属链",
		Check::Authorities => "authorities 验证人交接",
		Check::Finality => "finality 终局",
		Check::State => "state 状态证明",
		Check::History => "history 历史重演",
		Check::Openings => "openings 开启",
		Check::Age => "age 时效",
	}
}

/// Why a certificate is not valid, and what to do.
pub fn refusal(name: &str, error: &Error, detail: Option<&str>) -> String {
	let class = match error.class() {
		Class::Invalid => "invalid 无效",
		Class::Refresh => "to be renewed 须更新",
		Class::Unreadable => "unreadable 无法读取",
	};
	let check = error.check();
	let detail = detail.map_or(String::new(), |detail| format!(" ({detail})"));
	format!(
		"{name}: {class}: the check {} ({check}) failed: {error}{detail}. {}",
		check_name(check),
		advice(error)
	)
}

/// What who holds the certificate can do.
fn advice(error: &Error) -> &'static str {
	match error {
		Error::OtherChain => {
			"Use the trust file of the network that the certificate is of; `quanqi trust show` and \
			 `quanqi certificate show` name the networks"
		}
		Error::TooOld { .. } => {
			"It says nothing against the title: ask for a fresh one (`quanqi certificate issue`)"
		}
		Error::NotACertificate => {
			"Give the .qcert file that `quanqi certificate issue` wrote, or its JSON"
		}
		_ => match error.class() {
			Class::Invalid => {
				"It proves nothing. Do not rely on it; ask for one that a node of the network issues, \
				 and verify that"
			}
			Class::Refresh => "It says nothing against the title",
			Class::Unreadable => "It says nothing about the title",
		},
	}
}

/// What a certificate says, whoever vouches for it.
struct Said<'a> {
	genesis_hash: Hash256,
	achievement: AchievementId,
	number: u32,
	hash: Hash256,
	time: Option<Moment>,
	head: &'a Head,
	title: &'a Title,
	history: &'a [Entry],
	record: Option<&'a RecordFacts>,
	members: &'a [(MemberId, MemberFacts)],
	contracts: &'a [ProvenContract],
	openings: &'a [Opening],
}

/// A valid certificate: the title in words, every step, what was opened, and each check.
pub fn verdict(report: &Report, verdict: &Verdict) -> String {
	let anchor = &verdict.anchor;
	let said = Said {
		genesis_hash: verdict.genesis_hash,
		achievement: verdict.achievement,
		number: anchor.number,
		hash: anchor.hash,
		time: Some(anchor.time),
		head: &verdict.head,
		title: &verdict.title,
		history: &verdict.history,
		record: verdict.record.as_ref(),
		members: &verdict.members,
		contracts: &verdict.contracts,
		openings: &verdict.openings,
	};
	let mut parts = vec![
		"VALID 有效: what follows is proved, as of the block named.".to_owned(),
		facts(proof_facts(&said).into_iter().chain([
			("age 时效", report.age()),
			(
				"rests on 信任依据",
				format!("{}{}", basis(&verdict.rests_on), hint(&verdict.rests_on)),
			),
		])),
	];
	parts.extend(said.tables());
	let row = |passed: &CheckPassed| {
		[check_name(passed.check).to_owned(), "passed 通过".to_owned(), passed.detail.clone()]
	};
	let header = ["check 校验", "result 结果", "what was seen 所见"];
	parts.push(table(&header, report.checks.iter().map(row)));
	parts.join("\n\n")
}

/// What a file claims, nothing of it vouched for.
pub fn claims(file: &CertificateFile, claims: &Claims) -> String {
	let certificate = &file.certificate;
	let header = &certificate.anchor.header;
	let said = Said {
		genesis_hash: certificate.genesis_hash,
		achievement: certificate.achievement,
		number: header.number,
		hash: header.hash(),
		time: header.time(),
		head: &claims.head,
		title: &claims.title,
		history: &claims.history,
		record: claims.record.as_ref(),
		members: &claims.members,
		contracts: &claims.contracts,
		openings: &certificate.openings,
	};
	let mut parts = vec![
		"NOT VERIFIED 未经验证: anybody can make a file that claims this. Verify it with `quanqi \
		 certificate verify FILE --trust TRUST.json`."
			.to_owned(),
		facts(proof_facts(&said).into_iter().chain(form_facts(file))),
	];
	parts.extend(said.tables());
	parts.join("\n\n")
}

/// How a file is made.
pub fn form_facts(file: &CertificateFile) -> [(&'static str, String); 2] {
	let certificate = &file.certificate;
	let handovers = match certificate.handover.len() {
		0 => format!("none, authority set {}", certificate.first_set),
		count => format!("{count}, from authority set {}", certificate.first_set),
	};
	[
		("form 形式", format!("{}, {} bytes", content_name(certificate), file.bytes)),
		("handovers 验证人交接", handovers),
	]
}

/// Which form a certificate has.
pub fn content_name(certificate: &Certificate) -> &'static str {
	match certificate.content {
		Content::Provenance { .. } => "provenance 完整历史",
		Content::Short => "short 当前权属",
	}
}

/// What a verdict rests on.
pub fn basis(basis: &Basis) -> String {
	match basis {
		Basis::Genesis { handovers } => {
			format!("the network's first authorities and {handovers} handovers since")
		}
		Basis::Checkpoint { number, date, handovers } => {
			format!(
				"the checkpoint 检查点 at block {number} of {date} and {handovers} handovers since"
			)
		}
	}
}

/// What a verdict does not rule out.
fn hint(basis: &Basis) -> &'static str {
	match basis {
		Basis::Genesis { .. } => {
			"\na checkpoint 检查点 would also rule out leaked keys of past authorities: \
			 `quanqi trust checkpoint`"
		}
		Basis::Checkpoint { .. } => "",
	}
}

fn proof_facts(said: &Said) -> [(&'static str, String); 6] {
	let record = said.record;
	let numbers = |record: &RecordFacts| {
		let number =
			|one: &quanqi_types::Identifier| format!("{one} ({})", describe::words(&one.scheme));
		record.identifiers.iter().map(number).collect::<Vec<_>>().join("\n")
	};
	let time = said.time.map_or("at an unknown time".to_owned(), dates::show);
	[
		("achievement 成果", said.achievement.to_string()),
		("name 名称", record.map_or(String::new(), |record| said.naming(&record.title))),
		("numbers 编号", record.map_or(String::new(), numbers)),
		("holder 持有单位", record.map_or(String::new(), |record| said.name(record.holder))),
		(
			"proof of 证明时点",
			format!("{time}, block {}\n0x{}", said.number, hex::encode(said.hash)),
		),
		("network 网络", format!("genesis 0x{}", hex::encode(said.genesis_hash))),
	]
}

impl Said<'_> {
	fn naming(&self, naming: &Naming) -> String {
		match naming {
			Naming::Open(text) => text.to_string(),
			Naming::Sealed(commitment) => format!("sealed 封存 {commitment}"),
		}
	}

	/// A member by number and name, where its record is there.
	fn name(&self, id: MemberId) -> String {
		let known = self.members.iter().find(|(member, _)| *member == id);
		match known.map(|(_, facts)| &facts.identity) {
			Some(Naming::Open(text)) => format!("{id} {text}"),
			Some(Naming::Sealed(commitment)) => format!("{id} {}", member::person(commitment)),
			None => id.to_string(),
		}
	}

	/// The title, its history, the contracts and what was opened.
	fn tables(&self) -> Vec<String> {
		let at = self.time.unwrap_or_default();
		let view = TitleView {
			at,
			title: self.title.clone(),
			live_rights: self.title.body().live_rights(at).map(|right| right.sequence).collect(),
			head: *self.head,
			requests: Vec::new(),
		};
		let at = At { number: u64::from(self.number), hash: Hash::from(self.hash) };
		let names = |member| self.name(member);
		let mut parts = vec![rights::title(&Answer { at, value: view }, &names)];
		if !self.history.is_empty() {
			parts.push(rights::history(self.history, &names));
		}
		if !self.contracts.is_empty() {
			parts.push(self.contracts());
		}
		if !self.openings.is_empty() {
			let row = |opening: &Opening| [opened(opening), shown(opening)];
			let header = ["opened 开启", "value 内容"];
			parts.push(table(&header, self.openings.iter().map(row)));
		}
		parts
	}

	fn contracts(&self) -> String {
		let row = |one: &ProvenContract| {
			let party = |party: &quanqi_certificate::Party| {
				format!("{} ({})", self.name(party.member), describe::words(&party.role))
			};
			[
				format!("{}, version {}", one.contract, one.version),
				format!("{} {}", describe::words(&one.terms.kind), one.terms.number),
				one.terms.date.to_string(),
				one.terms.parties.iter().map(party).collect::<Vec<_>>().join("\n"),
				describe::words(&one.facts.state),
			]
		};
		let header =
			["contract 合同", "kind, number 类别", "date 日期", "parties 当事人", "state 状态"];
		table(&header, self.contracts.iter().map(row))
	}
}

/// Which commitment an opening opens.
fn opened(opening: &Opening) -> String {
	match opening.of {
		Sealed::Person(member) => format!("who member {member} is 身份"),
		Sealed::AchievementTitle => "the achievement's name 名称".to_owned(),
		Sealed::SecuredAmount(entry) => {
			format!("the amount that the pledge of entry {entry} secures 担保金额")
		}
		Sealed::ContractField { contract, version, .. } => {
			let name =
				opening.field.as_ref().and_then(|field| field.name.as_str()).unwrap_or_default();
			format!("{name}, of contract {contract}, version {version} 密封条款")
		}
	}
}

/// An opened value; where it is no plain text, in hexadecimal, so that it cannot play with a terminal.
fn shown(opening: &Opening) -> String {
	match opening.text().filter(|text| !text.chars().any(char::is_control)) {
		Some(text) => text.to_owned(),
		None => format!("0x{}", hex::encode(&*opening.value)),
	}
}

/// A trust file.
pub fn trust(trust: &Trust) -> String {
	let start = match &trust.start {
		Start::Genesis { .. } => "the first block, authority set 0 创世".to_owned(),
		Start::Checkpoint(point) => format!(
			"checkpoint 检查点 of {}: block {}, authority set {}\n0x{}",
			point.date,
			point.number,
			point.set_id,
			hex::encode(point.hash)
		),
	};
	let row = |authority: &quanqi_certificate::finality::Authority| {
		[format!("0x{}", hex::encode(authority.id)), authority.weight.to_string()]
	};
	format!(
		"{}\n\n{}",
		facts([
			("network 网络", format!("genesis 0x{}", hex::encode(trust.genesis_hash))),
			("trusts from 信任起点", start),
		]),
		table(&["authority 验证人", "weight 权重"], trust.authorities().iter().map(row))
	)
}
