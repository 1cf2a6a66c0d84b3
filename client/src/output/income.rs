//! Prices, payments and distributions in tables.

use super::{describe, facts, rights::Names, table};
use crate::input::{dates, shares::show_ppm};
use pallet_technology_contracts::{
	income::{
		Allocation, AppraisalGround, ConsiderationPart, Distribution, DistributionLine, Due,
		EquityRecipient, EventDate, IncomeBase, Lot, LotInterest, LotSubject, Named, Payee, Price,
		PriceEvent, PriceJudgement, Quantity, RoyaltyRate, Total,
	},
	views::PaymentView,
	ConsiderationTerms, DistributionRecord, DistributionState, PaidAmount, PaymentKind,
	PriceAllocation, PriceRecord,
};

/// Money, units or a part of a company.
pub fn quantity(quantity: &Quantity) -> String {
	match quantity {
		Quantity::Money(amount) => amount.to_string(),
		Quantity::Units(units) => format!("{units} units 股"),
		Quantity::Ppm(ppm) => show_ppm(*ppm),
	}
}

fn named(named: &Named, names: Names) -> String {
	match named {
		Named::Member(member) => names(*member),
		Named::Name(name) => name.to_string(),
	}
}

fn payee(payee: &Payee, names: Names) -> String {
	let label = |label: &Option<quanqi_types::Text<{ quanqi_types::bounds::MAX_LABEL_BYTES }>>| {
		label.as_ref().map_or(String::new(), |label| format!(", {label}"))
	};
	match payee {
		Payee::Unit { label: of } => format!("the unit 单位{}", label(of)),
		Payee::Member { member, label: of } => format!("{}{}", names(*member), label(of)),
		Payee::Completers(people) => format!("{} completers 完成人", people.count),
		Payee::Contributors(people) => format!("{} contributors 贡献人员", people.count),
	}
}

fn total(total: &Total) -> String {
	match total {
		Total::Fixed(amount) => amount.to_string(),
		Total::Capped(amount) => format!("at most {amount}"),
		Total::Open => "open 不定额".to_owned(),
	}
}

fn due(due: &Due) -> String {
	match due {
		Due::Signing => "at signing".to_owned(),
		Due::Day(day) => day.to_string(),
		Due::Milestone(label) => label.to_string(),
	}
}

/// One part of a consideration: how it is paid, and the particulars.
fn part(part: &ConsiderationPart, names: Names) -> [String; 2] {
	let lines = |lines: Vec<String>| lines.join("\n");
	let or_open = |amount: &Option<quanqi_types::Amount>| {
		amount.map_or("open".to_owned(), |amount| amount.to_string())
	};
	let (how, what) = match part {
		ConsiderationPart::LumpSum(amount) => ("lump sum 一次总付", amount.to_string()),
		ConsiderationPart::Instalments(list) => (
			"instalments 分期",
			lines(list.iter().map(|one| format!("{}, {}", one.amount, due(&one.due))).collect()),
		),
		ConsiderationPart::Milestones { milestones, cap } => {
			let mut list: Vec<_> =
				milestones.iter().map(|one| format!("{}, {}", one.amount, one.label)).collect();
			list.push(format!("together at most {cap}"));
			("milestones 里程碑", lines(list))
		}
		ConsiderationPart::Royalty { rate, base, cap } => {
			let rate = match rate {
				RoyaltyRate::Ppm(ppm) => show_ppm(*ppm),
				RoyaltyRate::PerPiece(amount) => format!("{amount} a piece"),
			};
			let cap = cap.map_or(String::new(), |cap| format!(", at most {cap}"));
			("royalty 提成", format!("{rate} of {}{cap}", describe::words(base)))
		}
		ConsiderationPart::Contingent { condition, amount } => {
			("contingent 或有对价", format!("{} if {condition}", or_open(amount)))
		}
		ConsiderationPart::Equity(equity) => {
			let value = equity.value.map_or(String::new(), |value| format!(", valued {value}"));
			let stake = quantity(&equity.stake);
			let mut list = vec![format!("{stake} of {}{value}", named(&equity.company, names))];
			list.extend(equity.recipients.iter().map(|one: &EquityRecipient| {
				format!("{} to {}", quantity(&one.quantity), payee(&one.payee, names))
			}));
			("equity 作价入股", lines(list))
		}
	};
	[how.to_owned(), what]
}

/// What is paid, and what it says of each achievement.
pub fn consideration(
	terms: &ConsiderationTerms,
	prices: &PriceAllocation,
	names: Names,
) -> Vec<String> {
	let Some(open) = terms.open() else {
		return vec!["price 对价: sealed 密封".to_owned()];
	};
	let mut parts = vec![facts([("price 对价", total(&open.total))])];
	if !open.parts.is_empty() {
		let rows = open.parts.iter().enumerate().map(|(number, one)| {
			let [how, what] = part(one, names);
			[number.to_string(), how, what]
		});
		parts.push(table(&["part 部分", "how 方式", "what 内容"], rows));
	}
	if let PriceAllocation::Allocated(lines) = prices {
		let rows = lines.iter().map(|line| [line.achievement.to_string(), line.price.to_string()]);
		parts.push(table(&["achievement 成果", "its price 分项价款"], rows));
	}
	parts
}

/// Payments and refunds.
pub fn payments(payments: &[PaymentView], names: Names) -> String {
	let row = |view: &PaymentView| {
		let paid = &view.payment.paid;
		let kind = match paid.kind {
			PaymentKind::Payment => "payment 付款",
			PaymentKind::Refund => "refund 退款",
		};
		let amount = match paid.amount {
			PaidAmount::Open(amount) => amount.to_string(),
			PaidAmount::Sealed(commitment) => format!("sealed {commitment}"),
		};
		[
			view.number.to_string(),
			kind.to_owned(),
			paid.part.to_string(),
			amount,
			format!("{} to {}", names(paid.payer), names(paid.payee)),
			dates::show(paid.date),
			names(view.payment.attester),
			if view.distributed { "yes" } else { "no" }.to_owned(),
		]
	};
	let header = [
		"payment 付款",
		"kind 类别",
		"part 部分",
		"amount 金额",
		"from and to 收付方",
		"date 日期",
		"by 证明人",
		"distributed 已分配",
	];
	table(&header, payments.iter().map(row))
}

/// How one income is divided.
pub fn distribution(found: &Distribution, names: Names) -> String {
	let base = match found.income_base {
		IncomeBase::Net => "net 净收入",
		IncomeBase::Gross => "gross 总收入",
	};
	let floor = found.floor.map_or(String::new(), |floor| {
		format!(
			"{}: {} required, {} found",
			show_ppm(floor.floor.ppm),
			quantity(&floor.required),
			quantity(&floor.found)
		)
	});
	let head = facts([
		("received 收入", quantity(&found.received)),
		("unit 单位", names(found.unit)),
		("divided 分配基数", format!("{}, {base}", quantity(&found.base))),
		("floor 下限", floor),
	]);
	let mut rows: Vec<[String; 3]> = Vec::new();
	rows.extend(
		found.co_owners.iter().map(|line| {
			["co-owner 共有人".to_owned(), names(line.member), quantity(&line.quantity)]
		}),
	);
	rows.extend(found.deductions.iter().map(|line| {
		["deduction 扣除".to_owned(), line.label.to_string(), quantity(&line.quantity)]
	}));
	rows.extend(found.lines.iter().map(|line: &DistributionLine| {
		["line 分配".to_owned(), payee(&line.payee, names), quantity(&line.quantity)]
	}));
	format!("{head}\n\n{}", table(&["kind 类别", "payee 对象", "quantity 数额"], rows))
}

/// The distributions of one income, the payee's first.
pub fn distribution_records(records: &[DistributionRecord], names: Names) -> String {
	let shown: Vec<_> = records.iter().map(|record| distribution_record(record, names)).collect();
	shown.join("\n\n")
}

/// A distribution as it is recorded.
fn distribution_record(record: &DistributionRecord, names: Names) -> String {
	let state = match record.state {
		DistributionState::Done => "distributed 已分配",
		DistributionState::Parked => "parked 暂停: a hold is on the title",
		DistributionState::Released => "released 已解除暂停",
	};
	let head = facts([
		("state 状态", state.to_owned()),
		("recorded 记录", dates::show(record.at)),
		("released 解除", record.released.map_or(String::new(), dates::show)),
	]);
	format!("{head}\n\n{}", distribution(&record.distribution, names))
}

/// On what a price event stands.
pub fn judgement(judgement: &PriceJudgement) -> String {
	let ground = match judgement.appraisal {
		AppraisalGround::NotStateEstablished => "not state-established 非国家设立".to_owned(),
		AppraisalGround::ExchangeExemption => "exempt through the exchange 交易所豁免".to_owned(),
		AppraisalGround::OwnDecision { appraise: true } => {
			"the unit has it appraised 自行评估".into()
		}
		AppraisalGround::OwnDecision { appraise: false } => {
			"the unit decided not to appraise 自主决定不评估".to_owned()
		}
		AppraisalGround::NothingSold => "nothing was sold 未成交".to_owned(),
	};
	facts([
		("appraisal 评估", ground),
		("notice 公示", judgement.notice.map_or(String::new(), |notice| notice.to_string())),
	])
}

fn event_date(date: &EventDate) -> String {
	match date {
		EventDate::Day(day) => day.to_string(),
		EventDate::Month { year, month } => format!("{year}-{month:02}"),
		EventDate::Year(year) => year.to_string(),
		EventDate::Unstated => "not stated".to_owned(),
	}
}

fn lot((number, lot): (usize, &Lot), event: &PriceEvent) -> [String; 3] {
	let subject = match &lot.subject {
		LotSubject::Achievement(one) => format!("achievement {one}"),
		LotSubject::Bundle(several) => {
			let list: Vec<_> = several.iter().map(ToString::to_string).collect();
			format!("achievements {}", list.join(", "))
		}
		LotSubject::Described(name) => name.to_string(),
	};
	let interest = match lot.interest {
		LotInterest::Share(ppm) => format!("share {}", show_ppm(ppm)),
		LotInterest::UseRight(form) => describe::form(form).to_owned(),
		other => describe::words(&other),
	};
	let amount = match &event.allocation {
		Allocation::Undivided => String::new(),
		Allocation::PerLot(amounts) => {
			amounts.get(number).map_or(String::new(), |amount| amount.to_string())
		}
	};
	[subject, interest, amount]
}

/// A price event as it is recorded.
pub fn price_record(record: &PriceRecord, names: Names) -> String {
	let event = &record.event;
	let amount = |amount: Option<quanqi_types::Amount>| {
		amount.map_or(String::new(), |amount| amount.to_string())
	};
	let price = match event.price {
		Price::Unstated => "not published".to_owned(),
		Price::Amount(amount) => amount.to_string(),
		Price::Sealed(commitment) => format!("sealed {commitment}"),
		Price::Open => "open".to_owned(),
	};
	let head = facts([
		("mode 方式", describe::words(&event.mode)),
		("outcome 结果", describe::words(&event.outcome)),
		("date 日期", event_date(&event.date)),
		(
			"venue 场所",
			event.venue.as_ref().map_or(String::new(), |venue| named(&venue.place, names)),
		),
		("seller 出让方", named(&event.holder, names)),
		("buyer 受让方", event.buyer.as_ref().map_or(String::new(), |buyer| named(buyer, names))),
		("related 利害关系", if event.related_party { "yes" } else { "no" }.to_owned()),
		("starting 起拍价", amount(event.starting)),
		("reserve 底价", amount(event.reserve.as_ref().map(|reserve| reserve.amount))),
		("valued 评估值", amount(event.valuation.as_ref().map(|valuation| valuation.amount))),
		("price 成交价", price),
		("recorded 记录", format!("{}, by {}", dates::show(record.at), names(record.by))),
	]);
	let rows = event.lots.iter().enumerate().map(|one| lot(one, event));
	let lots = table(&["lot 标的", "interest 权益", "price 分项"], rows);
	format!("{head}\n{}\n\n{lots}", judgement(&record.judgement))
}
