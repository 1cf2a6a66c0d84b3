//! Deals as the press printed them: the records can say each, with its gaps.

use super::*;
use quanqi_types::{Force, UseForm};

/// A price event of one described lot, sold for whole yuan.
struct Deal {
	name: &'static str,
	date: EventDate,
	venue: &'static str,
	holder: &'static str,
	buyer: &'static str,
	starting: Option<u128>,
	price: Option<u128>,
}

impl Deal {
	fn event(&self) -> PriceEvent {
		let named = |name: &str| (!name.is_empty()).then(|| Named::Name(text(name)));
		PriceEvent {
			mode: PriceMode::Auction,
			venue: named(self.venue).map(|place| Venue { place, rules: None }),
			holder: named(self.holder).unwrap_or(Named::Name(text("未具名"))),
			buyer: named(self.buyer),
			lots: bounded([described(self.name)]),
			starting: self.starting.map(yuan),
			price: self.price.map_or(Price::Unstated, |price| Price::Amount(yuan(price))),
			date: self.date,
			..auction()
		}
	}
}

fn on(text: &str) -> EventDate {
	EventDate::Day(day(text))
}

const ANJI: &str = "2020浙江科技成果拍卖会安吉专场(安吉科技大市场)";
const G60: &str = "首届长三角G60科创走廊科技成果拍卖会(上海知识产权交易中心)";
const SPRING_2015: &str = "2015浙江省春季科技成果竞价(拍卖)会";

macro_rules! deal {
	($name:expr, $date:expr, $venue:expr, $holder:expr, $buyer:expr, $starting:expr, $price:expr) => {
		Deal {
			name: $name,
			date: $date,
			venue: $venue,
			holder: $holder,
			buyer: $buyer,
			starting: $starting,
			price: $price,
		}
	};
}

/// Auctions of one lot or of a total, with what is printed of them.
fn auctions() -> Vec<Deal> {
	let anji = || on("2020-07-20");
	let g60 = || on("2019-06-12");
	let spring = || on("2015-06-16");
	let unstated = EventDate::Unstated;
	vec![
		deal!(
			"一种化工或农药废水生化末端的处理方法",
			anji(),
			ANJI,
			"",
			"",
			Some(2_400_000),
			Some(3_200_000)
		),
		deal!(
			"白叶一号茶树有机栽培技术集成",
			anji(),
			ANJI,
			"浙江大学安吉竹产业研究院",
			"孝丰镇横溪坞村村集体茶场",
			None,
			None
		),
		deal!(
			"汽车零部件智能化喷涂技术关键装备研发及应用",
			anji(),
			ANJI,
			"嘉兴学院",
			"",
			None,
			None
		),
		deal!("市政污水优化运行调试系统1.0", anji(), ANJI, "上海工程技术大学", "", None, None),
		deal!("膜技术精炼油及其综合利用产业化", anji(), ANJI, "浙江工业大学", "", None, None),
		deal!(
			"安吉专场11项科技成果合计",
			anji(),
			ANJI,
			"(11项合计)",
			"",
			Some(8_950_000),
			Some(12_300_000)
		),
		deal!(
			"高安全长寿命先进锂离子电池储能系统",
			unstated,
			"长三角科技成果联合竞价(拍卖)活动",
			"浙江工业大学",
			"260号企业(竞买号)",
			Some(2_000_000),
			Some(3_000_000)
		),
		deal!(
			"等速万向节超音频感应热处理系统",
			unstated,
			"平湖市科技大市场 科技成果竞价(拍卖)会",
			"",
			"浙江欧迪恩传动科技股份有限公司",
			Some(1_600_000),
			Some(3_200_000)
		),
		deal!(
			"玻璃窑炉环保治理技术",
			on("2014-06-30"),
			"浙江省2014年科技成果竞价(拍卖)会",
			"",
			"巨龙集团有限公司",
			Some(3_000_000),
			Some(4_800_000)
		),
		deal!(
			"纺织新材料与装备技术10项科技成果(合计)",
			on("2017-10-28"),
			"2017年浙江省秋季科技成果竞价(拍卖)会纺织新材料与装备技术专场",
			"浙江理工大学",
			"",
			Some(7_900_000),
			Some(10_140_000)
		),
		deal!(
			"真空隔热板的产品结构设计与性能研究",
			unstated,
			"长三角G60科创走廊科技成果拍卖会",
			"",
			"浙江华恒复合材料有限公司",
			None,
			Some(2_000_000)
		),
		deal!(
			"利用新型人内胚层干细胞在体外规模化制备功能性胰岛组织的技术",
			g60(),
			G60,
			"",
			"苏州智新浩正再生医学科技有限公司",
			None,
			Some(20_040_000)
		),
		deal!("酶催化路线制备4AA的工艺开发", g60(), G60, "", "", None, None),
		deal!("水性聚氨酯智能化研究联合开发", g60(), G60, "", "", None, None),
		deal!(
			"温州医科大学专场5项成果(合计)",
			on("2018-11-14"),
			"2018浙江科技成果拍卖会温州医科大学专场",
			"温州医科大学",
			"",
			Some(4_335_000),
			Some(6_730_000)
		),
		deal!(
			"Remap安全操作系统软件",
			unstated,
			"首届贵州工业企业科技成果嫁接会暨专利拍卖会",
			"贵州一家科技公司(未具名)",
			"",
			None,
			Some(500_000)
		),
		deal!(
			"机器人自动浇铸工作站及其在汽车发动机铝合金缸盖生产上的应用",
			spring(),
			SPRING_2015,
			"",
			"温州市瑞明工业股份有限公司",
			None,
			Some(7_500_000)
		),
		deal!(
			"高速立式带锯床HB81在汽车发动机缸体后清理生产上的应用",
			spring(),
			SPRING_2015,
			"",
			"温州市瑞明工业股份有限公司",
			None,
			Some(4_200_000)
		),
		deal!(
			"多工位冷镦成型机状态在线监测诊断系统的开发",
			spring(),
			SPRING_2015,
			"",
			"浙江东瑞机械工业有限公司",
			None,
			Some(1_000_000)
		),
		deal!(
			"真空状态焊接技术",
			on("2014-09-23"),
			"瓯海科技大市场 温州市第一场科技成果拍卖会",
			"",
			"",
			Some(50_000),
			Some(125_000)
		),
		deal!(
			"中科院专利拍卖28项专利(合计)",
			unstated,
			"中国科学院全国性专利拍卖(济南)",
			"中国科学院(所属院所)",
			"",
			None,
			Some(5_030_000)
		),
		deal!(
			"同济大学6个项目(合计,另一报道)",
			EventDate::Month { year: 2018, month: 7 },
			"同济大学专利成果专场竞价(拍卖)会(上海知识产权交易中心)",
			"同济大学",
			"",
			None,
			Some(5_020_000)
		),
	]
}

fn assert_says(event: &PriceEvent) {
	assert_eq!(event.check(), Ok(()), "{event:?}");
	assert_round_trip(event);
}

fn assert_owes(consideration: &Consideration) {
	assert_eq!(consideration.check(), Ok(()), "{consideration:?}");
	assert_round_trip(consideration);
}

fn owed(total: Total, part: ConsiderationPart) -> Consideration {
	Consideration { currency: Currency::CNY, parts: bounded([part]), total }
}

#[test]
fn c7_auctions_as_printed_should_be_said() {
	for deal in auctions() {
		assert_says(&deal.event());
	}
}

#[test]
fn c7_two_lots_with_one_price_should_be_undivided() {
	let deal = deal!(
		"机油滤清器总装线工艺",
		on("2015-06-16"),
		SPRING_2015,
		"",
		"浙江环球滤清器有限公司",
		None,
		Some(1_750_000)
	);
	let mut event = deal.event();
	event.lots = bounded([described(deal.name), described("专用纸芯生产线设备工艺")]);
	assert_says(&event);
	assert_eq!(event.allocation, Allocation::Undivided);
}

#[test]
fn c7_thirty_per_cent_of_an_achievement_should_be_sold_as_a_share() {
	let deal = deal!(
		"重组人角质细胞生长因子-2滴眼液",
		on("2018-11-14"),
		"2018浙江科技成果拍卖会温州医科大学专场",
		"温州医科大学",
		"",
		Some(4_000_000),
		Some(6_000_000)
	);
	let mut event = deal.event();
	event.lots[0].interest = LotInterest::Share(300_000);
	assert_says(&event);
}

#[test]
fn c7_cooperation_with_a_team_and_a_reservation_should_be_lots() {
	let deal = deal!(
		"精冲模具多道次刃磨寿命下降机理与疲劳修复方法",
		on("2012-07-30"),
		"湖北省重大科技成果华中科技大学襄阳专场推介(拍卖)会",
		"华中科技大学",
		"湖北中航精机股份有限公司",
		None,
		Some(400_000)
	);
	let mut event = deal.event();
	event.lots[0].interest = LotInterest::Cooperation;
	assert_says(&event);
	event.lots = bounded((1..=5).map(|number| Lot {
		interest: LotInterest::Cooperation,
		..described(&format!("第{number}个专家团队合作权"))
	}));
	event.price = Price::Amount(yuan(17_000_000));
	assert_says(&event);

	let deal = deal!(
		"2项新药技术预留权",
		on("2005-09-22"),
		"第五届中国医药高新技术交易会暨东北地区首届新药技术成果拍卖会(沈阳)",
		"",
		"",
		None,
		None
	);
	let mut event = deal.event();
	event.lots[0].interest = LotInterest::Reservation;
	assert_says(&event);
}

#[test]
fn c7_lot_that_nobody_bought_should_be_failed_at_its_starting_price() {
	let deal = deal!(
		"促进骨折愈合的中药组合物(发明专利)",
		EventDate::Unstated,
		"首届贵州工业企业科技成果嫁接会暨专利拍卖会",
		"",
		"",
		Some(9_000_000),
		None
	);
	let event = PriceEvent { outcome: PriceOutcome::Failed, ..deal.event() };
	assert_says(&event);
}

#[test]
fn c7_listing_should_sell_above_its_listed_price() {
	let deal = deal!(
		"诱导多能干细胞自动化扩增与培养系统(发明专利)",
		EventDate::Unstated,
		"广州知识产权交易中心",
		"中国科学院广州生物医药与健康研究院",
		"广东朗源生物科技有限公司",
		Some(33_000),
		Some(100_000)
	);
	assert_says(&PriceEvent { mode: PriceMode::Listing, ..deal.event() });
}

#[test]
fn c7_exclusive_licences_should_be_lots_and_lump_sums() {
	let deal = deal!(
		"基于美特材料的无线充电的8项专利成果",
		on("2018-07-17"),
		"同济大学专利成果专场竞价(拍卖)会(上海知识产权交易中心)",
		"同济大学",
		"上海卡珀林智能科技有限公司",
		Some(2_500_000),
		Some(3_000_000)
	);
	let mut event = deal.event();
	event.lots = bounded([Lot {
		subject: LotSubject::Bundle(bounded((1..=8).map(AchievementId))),
		interest: LotInterest::UseRight(UseForm::Exclusive),
	}]);
	assert_says(&event);

	let fee = yuan(105_000);
	assert_owes(&owed(Total::Fixed(fee), ConsiderationPart::LumpSum(fee)));
	let dollars = Amount::new(2_800_000_000, USD);
	assert_owes(&Consideration {
		currency: USD,
		parts: bounded([ConsiderationPart::LumpSum(dollars)]),
		total: Total::Fixed(dollars),
	});
}

#[test]
fn c7_variety_should_be_sold_by_agreement_with_only_a_month() {
	let deal = deal!(
		"“晚黄金”油柰植物新品种权",
		EventDate::Month { year: 2024, month: 7 },
		"",
		"福建省农科院果树研究所",
		"福建天意红肉蜜柚开发股份有限公司",
		None,
		Some(3_000_000)
	);
	let event = PriceEvent { mode: PriceMode::Agreement, ..deal.event() };
	assert_eq!(event.venue, None);
	assert_says(&event);
}

#[test]
fn c8_trials_should_be_free_now_and_paid_later() {
	let trials = [
		("花菇大棚智能管理系统", EventDate::Unstated),
		("汽车空调相关科技成果", EventDate::Unstated),
		("改性棉织物表面增强纳米银抗菌棉织物耐洗性能的方法(专利)", EventDate::Unstated),
		("一种织物的三维立体纹样设计方法(专利)", EventDate::Unstated),
		("电池相关技术成果", EventDate::Unstated),
		(
			"阶梯加热红外热波技术测量厚度的方法(发明专利)",
			EventDate::Month { year: 2022, month: 11 },
		),
	];
	for (name, date) in trials {
		let deal = deal!(name, date, "常山县“先用后转”机制", "浙江理工大学", "", None, None);
		assert_says(&PriceEvent {
			mode: PriceMode::TrialFirst,
			price: Price::Open,
			..deal.event()
		});
	}
	// What is paid when the free year ends was not printed.
	let later = ConsiderationPart::Contingent {
		condition: text("免费试用1年,到期再付费"),
		amount: None,
	};
	let mut consideration = owed(Total::Open, later);
	consideration.parts.try_insert(0, ConsiderationPart::LumpSum(yuan(0))).unwrap();
	assert_owes(&consideration);
	assert_owes(&Consideration::none(Currency::CNY));
}

#[test]
fn c7_c9_appraised_agreement_should_be_said_noticed_and_divided() {
	let deal = deal!(
		"鹦鹉人工繁殖巢箱;专利号ZL200810027800.7",
		on("2019-11-26"),
		"",
		"广东省生物资源应用研究所",
		"广州市众森林业有限公司",
		None,
		Some(40_000)
	);
	let event = PriceEvent {
		mode: PriceMode::Agreement,
		valuation: Some(Valuation {
			amount: yuan(39_200),
			valuer: Named::Name(text("评估机构")),
			digest: Digest::Sha256([1; 32]),
		}),
		..deal.event()
	};
	assert_says(&event);

	let centre = Payee::Unit { label: Some(text("动物调查监测与恢复研究中心")) };
	let split = Split(bounded([
		top(10, unit_line()),
		top(15, centre),
		group(None, 75),
		under(2, 30, Payee::Completers(people(1))),
		under(2, 10, Payee::Completers(people(1))),
		under(2, 35, Payee::Completers(people(1))),
	]));
	let income = Income::of(Quantity::Money(yuan(40_000)))
		.deduct("管理费", 100_000)
		.deduct("评估费", 200_000)
		.deduct("申请费和年费", 100_000);
	let done = income.distribute(&split, &law(700_000, Force::Binding)).unwrap();
	assert_eq!(numbers(&done), [360_000, 540_000, 1_080_000, 360_000, 1_260_000]);
}

#[test]
fn c8_c9_royalty_should_be_open_paid_and_divided_as_printed() {
	let royalty = ConsiderationPart::Royalty {
		rate: RoyaltyRate::Ppm(300_000),
		base: RoyaltyBase::NetProfit,
		cap: None,
	};
	let consideration = owed(Total::Open, royalty);
	assert_owes(&consideration);
	let paid = yuan(1_748_200);
	let payments = Payments::new(&consideration).with_payment(&consideration, 0, paid).unwrap();
	assert_eq!(payments.net(), Some(paid));

	let split = flat([
		(80, Payee::Completers(people(5))),
		(10, Payee::Unit { label: Some(text("微尺度物质科学中心")) }),
		(10, Payee::Unit { label: Some(text("科技成果转化基金")) }),
	]);
	let done = Income::of(Quantity::Money(paid))
		.distribute(&split, &law(700_000, Force::Binding))
		.unwrap();
	assert_eq!(numbers(&done), [139_856_000, 17_482_000, 17_482_000]);
}

#[test]
fn c8_c9_equity_should_be_rewarded_as_printed() {
	// 80 % of the intangible assets, which are 72 % of the company.
	let event = PriceEvent {
		mode: PriceMode::Appraisal,
		valuation: Some(Valuation {
			amount: yuan(1),
			valuer: Named::Name(text("评估机构")),
			digest: Digest::Sha256([1; 32]),
		}),
		price: Price::Unstated,
		..deal!(
			"太赫兹源、功能器件等核心技术",
			EventDate::Year(2016),
			"",
			"上海理工大学",
			"上海上理太赫兹科技有限公司",
			None,
			None
		)
		.event()
	};
	assert_says(&event);
	let recipient = |payee, ppm| EquityRecipient { payee, quantity: Quantity::Ppm(ppm) };
	let equity = Equity {
		company: Named::Name(text("上海上理太赫兹科技有限公司")),
		stake: Quantity::Ppm(900_000),
		value: None,
		recipients: bounded([
			recipient(Payee::Completers(people(4)), 720_000),
			recipient(unit_line(), 180_000),
		]),
	};
	assert_owes(&owed(Total::Fixed(yuan(0)), ConsiderationPart::Equity(equity)));
	let split = flat([(80, Payee::Completers(people(4))), (20, unit_line())]);
	let done = Income::of(Quantity::Ppm(900_000))
		.distribute(&split, &law(700_000, Force::Binding))
		.unwrap();
	assert_eq!(numbers(&done), [720_000, 180_000]);
}

#[test]
fn c8_rescinded_transfer_should_give_back_what_was_paid() {
	// Of an unprinted price 1 000 000 yuan were paid and claimed back in court.
	let part =
		ConsiderationPart::Contingent { condition: text("专利权转让合同"), amount: None };
	let consideration = owed(Total::Open, part);
	assert_owes(&consideration);
	let payments = Payments::new(&consideration)
		.with_payment(&consideration, 0, yuan(1_000_000))
		.and_then(|payments| payments.with_refund(&consideration, 0, yuan(1_000_000)))
		.unwrap();
	assert_eq!(payments.net(), Some(yuan(0)));
	assert_eq!(payments.0[0].refunded, yuan(1_000_000));
}
