"use strict";
// What codes, numbers and moments of an answer are called, in English with the Chinese term beside it.

const Words = (() => {
	const CODES = {
		"kind": {
			"invention-patent": ["invention patent", "发明专利"],
			"utility-model": ["utility model", "实用新型"],
			"design": ["design", "外观设计"],
			"patent-application": ["patent application", "专利申请"],
			"software": ["software", "计算机软件"],
			"layout": ["integrated-circuit layout", "集成电路布图设计"],
			"plant-variety": ["plant variety", "植物新品种"],
			"know-how": ["know-how", "技术秘密"],
		},
		"official": {
			"filed": ["filed", "申请"],
			"published": ["published", "公布"],
			"granted": ["granted", "授权"],
			"lapsed": ["lapsed", "终止"],
			"restored": ["restored", "恢复"],
			"invalidated": ["invalidated", "全部无效"],
			"partly-invalidated": ["partly invalidated", "部分无效"],
			"expired": ["expired", "届满"],
			"withdrawn": ["withdrawn", "撤回"],
			"rejected": ["rejected", "驳回"],
		},
		"ledger": {
			"disclosed": ["disclosed", "披露"],
			"registered": ["registered", "登记"],
			"retired": ["retired", "退出"],
			"voided": ["voided", "作废"],
		},
		"form": {
			"exclusive": ["exclusive", "独占"],
			"sole": ["sole", "排他"],
			"ordinary": ["ordinary", "普通"],
		},
		"basis": {
			"licence": ["licence", "许可"],
			"long-term-grant": ["long-term grant", "赋权"],
			"trial": ["trial", "先用后转"],
			"sublicence": ["sublicence", "分许可"],
		},
		"shares": {
			"agreed": ["agreed", "约定"],
			"deemed-equal": ["equal by law", "推定均等"],
		},
		"member": {
			"university": ["university", "高校"],
			"institute": ["research institute", "科研院所"],
			"hospital": ["hospital", "医疗机构"],
			"enterprise": ["enterprise", "企业"],
			"exchange": ["technology exchange", "技术交易机构"],
			"bureau": ["registration bureau", "登记机构"],
			"regulator": ["regulator", "主管部门"],
			"agency": ["agency", "服务机构"],
			"financier": ["financial institution", "金融机构"],
			"person": ["natural person", "自然人"],
			"other": ["other", "其他"],
		},
		"scheme": {
			"application": ["application number", "申请号"],
			"publication": ["publication number", "公开号"],
			"grant": ["grant number", "授权公告号"],
			"software-registration": ["software registration", "软件著作权登记号"],
			"layout-registration": ["layout registration", "布图设计登记号"],
			"plant-variety": ["plant variety", "植物新品种"],
			"internal": ["internal number", "内部编号"],
		},
		"use": {
			"make": ["make", "制造"],
			"use": ["use", "使用"],
			"offer": ["offer", "许诺销售"],
			"sell": ["sell", "销售"],
			"import": ["import", "进口"],
		},
		"role": {
			"co-owner": ["co-owner", "共有人"],
			"pre-emption": ["waives its pre-emption", "放弃优先受让"],
			"blocking-holder": ["holds a right in the way", "在先权利人"],
			"pledgee": ["pledgee", "质权人"],
			"recipient": ["recipient", "受让方"],
			"transferee": ["transferee", "约定受让人"],
			"holder": ["holder", "持有人"],
		},
		"pre-emption": {
			"completer": ["completer", "完成人"],
			"commissioner": ["commissioner", "委托人"],
			"co-developer": ["co-developer", "合作开发人"],
		},
		"end": {
			"expired": ["its period is over", "期满"],
			"surrendered": ["given up by its holders", "放弃"],
			"by-terms": ["ended by its terms", "依约终止"],
			"decided": ["ended by decision", "裁决终止"],
			"parent-ended": ["the right above it ended", "上位权利终止"],
			"rescinded": ["what granted it was rescinded", "撤销"],
		},
		"consent-act": {
			"own-use": ["own use", "自行实施"],
			"ordinary-licence": ["ordinary licence", "普通许可"],
			"sole-licence": ["sole licence", "排他许可"],
			"exclusive-licence": ["exclusive licence", "独占许可"],
			"pool-entry": ["pool entry", "入池"],
			"transfer": ["transfer", "转让"],
			"pledge": ["pledge", "质押"],
			"grant": ["grant", "赋权"],
			"retire": ["retire", "注销"],
		},
		"contract": {
			"development": ["development", "技术开发"],
			"transfer": ["transfer", "技术转让"],
			"licence": ["licence", "技术许可"],
			"consulting": ["consulting", "技术咨询"],
			"service": ["service", "技术服务"],
		},
		"contract-state": {
			"draft": ["draft", "起草"],
			"signed": ["signed", "签订"],
			"performing": ["performing", "履行"],
			"performed": ["performed", "履行完毕"],
			"terminated": ["terminated", "终止"],
			"rescinded": ["rescinded", "解除"],
		},
		"party": {
			"seller": ["seller", "卖方"],
			"buyer": ["buyer", "买方"],
			"broker": ["broker", "中介方"],
			"consenter": ["consenter", "同意方"],
			"other": ["other", "其他"],
		},
		"check": {
			"form": ["Form", "格式"],
			"chain": ["Chain", "所属链"],
			"authorities": ["Authorities", "验证人交接"],
			"finality": ["Finality", "最终性"],
			"state": ["State", "状态证明"],
			"history": ["History", "权属历史"],
			"openings": ["Openings", "开启"],
			"age": ["Age", "时效"],
		},
		"check-state": {
			"passed": ["passed", "通过"],
			"failed": ["failed", "未通过"],
			"not-reached": ["not reached", "未检查"],
			"nothing-to-check": ["nothing to check", "无需检查"],
		},
	};

	// A code of a list as [English, Chinese]; one that is newer than this page as it stands.
	function code(list, name) {
		return CODES[list][name] || [readable(name), ""];
	}

	// Text of users, with characters that would show it otherwise than it is made visible.
	function readable(value) {
		const text = typeof value === "string" ? value : JSON.stringify(value);
		return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, "\ufffd");
	}

	// A variant as JSON writes it: its name alone, or the name before its fields.
	function variant(value) {
		return typeof value === "object" && value !== null ? Object.entries(value)[0] : [value, null];
	}

	function percent(ppm) {
		const part = ppm / 10000;
		return `${Number.isInteger(part) ? part : part.toFixed(4).replace(/0+$/, "")} %`;
	}

	const CHINA_AHEAD = 8 * 3600 * 1000;
	const DAY = 24 * 3600 * 1000;
	// The last moment that a date in JavaScript can be.
	const LAST = 8640000000000000 - CHINA_AHEAD;

	// A moment in China Standard Time: its day, and its time unless that is midnight.
	function moment(milliseconds) {
		const value = Number(milliseconds);
		if (!(value >= 0 && value <= LAST)) {
			return String(milliseconds);
		}
		const [day, time] = new Date(value + CHINA_AHEAD).toISOString().split("T");
		return (value + CHINA_AHEAD) % DAY === 0 ? day : `${day} ${time.slice(0, 8)}`;
	}

	// The first moment outside a period, as its last day.
	function until(milliseconds) {
		if (milliseconds === null || milliseconds === undefined) {
			return "end of protection";
		}
		const value = Number(milliseconds);
		return value > 0 && (value + CHINA_AHEAD) % DAY === 0 ? moment(value - DAY) : moment(value);
	}

	function period(of) {
		return `${moment(of.from)} – ${until(of.until)}`;
	}

	function count(number, one, many = `${one}s`) {
		return `${number} ${number === 1 ? one : many}`;
	}

	function duration(milliseconds) {
		const minutes = Math.floor(milliseconds / 60000);
		const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
		if (days >= 3) {
			return count(days, "day");
		}
		if (days > 0) {
			return `${count(days, "day")} ${count(hours, "hour")}`;
		}
		return hours > 0 ? `${count(hours, "hour")} ${count(minutes % 60, "minute")}` : count(minutes, "minute");
	}

	function territories(set) {
		const [name, list] = variant(set);
		if (name === "all-except") {
			return list.length === 0 ? "everywhere 全球" : `everywhere but ${list.join(" ")}`;
		}
		return list.join(" ");
	}

	function fields(set) {
		const [name, list] = variant(set);
		return name === "all" ? "all fields 全部领域" : list.join(" ");
	}

	function uses(acts) {
		return acts === "all" ? "all acts 全部行为" : acts.map((act) => code("use", act).join(" ")).join(", ");
	}

	function scope(of) {
		return [territories(of.territories), fields(of.fields), uses(of.acts)];
	}

	function consentRule(rule) {
		const [name, ppm] = variant(rule);
		const known = { any: "any one co-owner", all: "all co-owners", threshold: `co-owners of ${percent(ppm)}` };
		return known[name] || readable(rule);
	}

	// Bytes in hexadecimal as the text that they are, or else as they stand.
	function textOfHex(hex) {
		const bytes = Uint8Array.from(hex.match(/../g) || [], (pair) => parseInt(pair, 16));
		try {
			const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
			return readable(text) === text ? text : hex;
		} catch {
			return hex;
		}
	}

	return {
		code, consentRule, count, duration, moment, percent, period, readable, scope, textOfHex, until, variant,
	};
})();
