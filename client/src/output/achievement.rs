//! Achievements in tables.

use super::{describe, facts, rights::Names, table};
use crate::input::dates;
use pallet_achievements::{
	runtime_api::AchievementView,
	types::{Funding, TitleText},
};

/// The title, or that it is sealed.
pub fn title(title: &TitleText) -> String {
	match title {
		TitleText::Open(text) => text.to_string(),
		TitleText::Sealed(commitment) => format!("sealed 封存 {commitment}"),
	}
}

fn funding(funding: &Funding) -> String {
	match funding {
		Funding::Fiscal { programme } => format!("fiscal 财政资金: {programme}"),
		Funding::Commissioned { commissioner } => {
			format!("commissioned 委托 by member {commissioner}")
		}
		Funding::Own => "own 自有".to_owned(),
	}
}

/// One record.
pub fn show(view: &AchievementView, names: Names) -> String {
	let record = &view.record;
	let lines = |list: Vec<String>| list.join("\n");
	let members = |list: &[quanqi_types::MemberId]| {
		list.iter().map(|member| names(*member)).collect::<Vec<_>>().join("\n")
	};
	let number = |identifier: &quanqi_types::Identifier| {
		format!("{identifier} ({})", describe::words(&identifier.scheme))
	};
	let attested = record.official.attested.as_ref().map_or_else(
		|| "on the holder's word".to_owned(),
		|by| format!("attested by {} on {}, {}", names(by.member), by.legal_date, by.document),
	);
	let owner = |line: &quanqi_types::ShareLine| {
		format!("{}  {}", names(line.member), crate::input::shares::show_ppm(line.ppm))
	};
	let day =
		|date: Option<quanqi_types::Date>| date.map_or(String::new(), |date| date.to_string());
	facts([
		("achievement 成果", view.achievement.to_string()),
		("title 名称", title(&record.title)),
		("kind 类别", record.kind.to_string()),
		("numbers 编号", lines(record.identifiers.iter().map(number).collect())),
		("holder 持有单位", names(record.holder)),
		(
			"owners 权利人",
			view.owners
				.as_ref()
				.map_or(String::new(), |shares| lines(shares.lines().iter().map(owner).collect())),
		),
		("to confirm 待确认", members(&view.awaited)),
		("ledger status 登记状态", describe::words(&record.ledger_status)),
		("official status 官方状态", format!("{}, {attested}", record.official.status)),
		("filed 申请日", day(record.filed)),
		("completed 完成日", day(record.completed)),
		(
			"protected until 保护期",
			record.protection_until.map_or(String::new(), |until| dates::show_until(Some(until))),
		),
		("funding 经费来源", funding(&record.funding)),
		("service achievement 职务成果", if record.service { "yes" } else { "" }.to_owned()),
		("completers 完成人", members(&record.completers)),
		(
			"classes 分类",
			record
				.classifications
				.iter()
				.map(|c| c.symbol.to_string())
				.collect::<Vec<_>>()
				.join(", "),
		),
		(
			"exclusion 排除情形",
			record.exclusion.as_ref().map_or(String::new(), |exclusion| {
				format!("{}, review on {}", describe::words(&exclusion.class), exclusion.review_on)
			}),
		),
		(
			"evidence 证据",
			lines(record.evidence.iter().map(|e| format!("{} {}", e.label, e.digest)).collect()),
		),
		("family 同族", view.family.map_or(String::new(), |family| family.0.to_string())),
		("bundle 成果包", view.bundle.map_or(String::new(), |bundle| bundle.0.to_string())),
		("entered 登记时间", dates::show(record.entered_at)),
		("registered 确认时间", record.registered_at.map_or(String::new(), dates::show)),
	])
}

/// Many records.
pub fn list(views: &[AchievementView], names: Names) -> String {
	let row = |view: &AchievementView| {
		let record = &view.record;
		[
			view.achievement.to_string(),
			title(&record.title),
			record.identifiers.first().map_or(String::new(), ToString::to_string),
			record.kind.to_string(),
			names(record.holder),
			describe::words(&record.ledger_status),
			record.official.status.to_string(),
		]
	};
	let header = [
		"achievement 成果",
		"title 名称",
		"number 编号",
		"kind 类别",
		"holder 持有单位",
		"ledger 登记状态",
		"office 官方状态",
	];
	table(&header, views.iter().map(row))
}
