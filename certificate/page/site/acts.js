"use strict";
// What the entries of a history say, in sentences. `name` gives a member's name.

const Acts = (() => {
	const { code, consentRule, moment, percent, period, readable, scope, until, variant } = Words;

	const NAMES = {
		"registered": ["registered", "登记"],
		"status-changed": ["status changed", "状态变更"],
		"transfer-agreed": ["transfer agreed", "约定转让"],
		"transfer-cancelled": ["transfer cancelled", "取消转让"],
		"share-transferred": ["share transferred", "份额转移"],
		"use-granted": ["use right granted", "许可"],
		"use-transferred": ["use right transferred", "使用权转让"],
		"use-divided": ["use right divided", "使用权分割"],
		"use-ended": ["use right ended", "使用权终止"],
		"pledged": ["pledged", "质押"],
		"pledge-released": ["pledge released", "解除质押"],
		"held": ["held", "保全"],
		"hold-lifted": ["hold lifted", "解除保全"],
		"pool-entered": ["pool entered", "入池"],
		"pool-left": ["pool left", "出池"],
		"reserved": ["reserved", "预留"],
		"reservation-ended": ["reservation ended", "预留终止"],
		"agreement-set": ["agreement set", "约定"],
		"succeeded": ["succeeded", "承继"],
		"corrected": ["corrected", "更正"],
		"retired": ["retired", "注销"],
	};

	const english = (list, value) => code(list, value)[0];

	function title(act) {
		const [kind, terms] = variant(act);
		return kind === "retired" && terms && terms.voided ? ["voided", "撤销登记"] : NAMES[kind] || [readable(kind), ""];
	}

	function shares(of, name) {
		return of.lines.map((line) => `${name(line.member)} ${percent(line.ppm)}`).join(", ");
	}

	function basis(of) {
		const [kind, parent] = variant(of);
		const [word, chinese] = code("basis", kind);
		return kind === "sublicence" ? `${word} of use right ${parent} ${chinese}` : `${word} ${chinese}`;
	}

	function target(of, name) {
		const [kind, what] = variant(of);
		const known = {
			"whole": "the whole title",
			"share": `the share of ${name(what)}`,
			"use-right": `use right ${what}`,
		};
		return known[kind] || readable(of);
	}

	function grant(terms, name) {
		const parts = [
			`${english("form", terms.form)} ${basis(terms.basis)} from ${name(terms.grantor)} to ${shares(terms.holders, name)}`,
			...scope(terms.scope),
			period(terms.period),
		];
		if (terms.subject_to.length > 0) {
			parts.push(`subject to ${terms.subject_to.join(", ")}`);
		}
		if (terms.replaces !== null) {
			parts.push(`replaces ${terms.replaces}`);
		}
		return parts.join("; ");
	}

	function correction(of, name) {
		const parts = [`entry ${of.corrects}`];
		if (of.owners) {
			parts.push(`owners ${shares(of.owners, name)}`);
		}
		if (of.ends_right !== null) {
			parts.push(`use right ${of.ends_right} ends`);
		}
		if (of.right) {
			parts.push(`use right ${of.right[0]}: ${grant(of.right[1], name)}`);
		}
		if (of.status) {
			parts.push(`status ${english("official", of.status[0])}, protected until ${protectedUntil(of.status[1])}`);
		}
		return parts.join("; ");
	}

	function protectedUntil(end) {
		return end === null ? "a day not known" : until(end);
	}

	const moved = (of, name) => `${percent(of.ppm)} from ${name(of.from)} to ${name(of.to)}`;
	const dated = (end) => (end === null ? "" : `, until ${until(end)}`);

	const SENTENCES = {
		"registered": (of, name) =>
			`${english("kind", of.kind)}, ${english("official", of.status)}; owners ${shares(of.owners, name)}`,
		"status-changed": (of) =>
			`${english("kind", of.kind)}, ${english("official", of.status)}; protected until ${protectedUntil(of.protection_until)}`,
		"transfer-agreed": moved,
		"transfer-cancelled": (of) => `what entry ${of.agreed} agreed`,
		"share-transferred": (of, name) => moved(of, name) + (of.agreed === null ? "" : `, as entry ${of.agreed} agreed`),
		"use-granted": grant,
		"use-transferred": (of, name) => `use right ${of.right}: ${moved(of, name)}`,
		"use-divided": (of, name) => `use right ${of.right}: ${shares(of.holders, name)}`,
		"use-ended": (of) => `use right ${of.right}: ${english("end", of.reason)}`,
		"pledged": (of, name) =>
			`${percent(of.ppm)} of ${target(of.target, name)}, by ${name(of.pledgor)} to ${name(of.pledgee)}${dated(of.until)}`,
		"pledge-released": (of) => `pledge ${of.pledge}`,
		"held": (of, name) =>
			`${target(of.target, name)}${dated(of.until)}${of.renews === null ? "" : `, renews hold ${of.renews}`}`,
		"hold-lifted": (of) => `hold ${of.hold}`,
		"pool-entered": (of) => [...scope(of.scope), period(of.period)].join("; "),
		"reserved": (of, name) => [`for ${name(of.beneficiary)}`, ...scope(of.scope), period(of.period)].join("; "),
		"reservation-ended": (of) => `reservation ${of.reservation}`,
		"agreement-set": (of) =>
			of.lines.map((line) => `${english("consent-act", line.act)}: ${consentRule(line.rule)}`).join("; "),
		"succeeded": (of, name) => `${name(of.from)} by ${shares(of.heirs, name)}`,
		"corrected": correction,
		"pool-left": () => "",
		"retired": () => "",
	};

	// What an act does; one that is newer than this page as it stands.
	function sentence(act, name) {
		const [kind, terms] = variant(act);
		return SENTENCES[kind] ? SENTENCES[kind](terms, name) : readable(act);
	}

	function cause(of, name) {
		const [kind, what] = variant(of);
		const known = {
			"declaration": () => "declaration 声明",
			"grant": () => `grant ${what} 赋权`,
			"trial": () => `trial ${what} 试用`,
			"contract": () => `contract ${what} 技术合同`,
			"decision": () => `decision 裁决 ${readable(what.document)} of ${name(what.authority)}`,
			"office": () => `office 登记机关 ${readable(what)}`,
			"due": () => "due 到期",
		};
		return known[kind] ? known[kind]() : readable(of);
	}

	function consent(of, name) {
		const details = [english("role", of.role)];
		if (of.deemed) {
			details.push("by silence 视为同意");
		}
		if (of.mandate) {
			details.push(`by ${name(of.mandate.agent)} under mandate ${of.mandate.id}`);
		}
		return `${name(of.member)} (${details.join(", ")})`;
	}

	// Lines that stand under an entry's time and actor.
	function remarks(entry, name) {
		const lines = [];
		if (entry.legal_date) {
			lines.push(`legal date 法定日期 ${moment(entry.legal_date.moment)}, attested by ${name(entry.legal_date.attested_by)}`);
		}
		if (entry.actor.mandate) {
			lines.push(`by ${name(entry.actor.mandate.agent)} under mandate ${entry.actor.mandate.id} 授权委托`);
		}
		return lines;
	}

	return { basis, cause, consent, remarks, sentence, target, title };
})();
