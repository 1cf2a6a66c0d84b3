"use strict";
// The parts of a result as elements. Every text goes in as a text node: nothing in a certificate can
// become markup.

const Sections = (() => {
	const { code, consentRule, count, duration, moment, percent, period, readable, scope, textOfHex, until, variant } = Words;

	// Rows shown at once; the rest at the press of a button.
	const ROWS_AT_ONCE = 200;

	function element(name, attributes = {}, ...children) {
		const made = document.createElement(name);
		for (const [key, value] of Object.entries(attributes)) {
			made.setAttribute(key, value);
		}
		made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
		return made;
	}

	const chinese = (text) => (text ? element("span", { class: "zh", lang: "zh-Hans" }, text) : null);
	const term = (english, text) => element("span", {}, english, text ? " " : null, chinese(text));
	const coded = (list, name) => term(...code(list, name));
	const mono = (text) => element("code", {}, text);
	// Text of users stands apart, so that its direction of writing reaches no further.
	const said = (text) => element("bdi", {}, readable(text));
	const unbroken = (text) => element("span", { class: "nowrap" }, text);
	const lines = (list) => list.map((line) => element("div", {}, line));

	function facts(rows, attributes = { class: "facts" }) {
		const pairs = rows.filter(([, value]) => value !== null && value !== undefined && value !== "");
		return element("dl", attributes, pairs.map(([label, value]) => element("div", {}, element("dt", {}, label), element("dd", {}, value))));
	}

	function card(id, heading, ...children) {
		return element("section", { class: "card", id }, element("h3", {}, heading), ...children);
	}

	function table(caption, header, rows) {
		// On a narrow screen each cell stands on a line of its own, behind its label.
		const labels = header.map((cell) => cell.textContent);
		const row = (cells) => element("tr", {}, cells.map((cell, place) => element("td", { "data-label": labels[place] }, element("div", {}, cell))));
		const body = element("tbody", {}, rows.slice(0, ROWS_AT_ONCE).map(row));
		const shown = element("table", {},
			element("caption", { class: "unseen" }, caption),
			element("thead", {}, element("tr", {}, header.map((cell) => element("th", { scope: "col" }, cell)))),
			body);
		const parts = [element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption }, shown)];
		if (rows.length > ROWS_AT_ONCE) {
			const more = element("button", { type: "button", class: "button quiet more" }, `Show all ${rows.length} rows`);
			more.addEventListener("click", () => {
				body.append(...rows.slice(ROWS_AT_ONCE).map(row));
				more.remove();
			});
			parts.push(more);
		}
		return parts;
	}

	// Names of members as the certificate proves them, or opens them.
	function namesOf(verdict) {
		const proved = new Map(verdict.members);
		const opened = new Map();
		for (const opening of verdict.openings) {
			const [kind, member] = variant(opening.of);
			if (kind === "person") {
				opened.set(member, textOfHex(opening.value));
			}
		}
		const naming = (member) => {
			const [kind, text] = proved.has(member) ? variant(proved.get(member).identity) : [null, null];
			return kind === "open" ? readable(text) : opened.get(member) || null;
		};
		return {
			plain: (member) => naming(member) || `member ${member}`,
			full: (member) => {
				const name = naming(member);
				const record = proved.get(member);
				const details = [name === null ? null : `member ${member} 成员`];
				details.push(record ? code("member", record.kind).join(" ") : "name not in this certificate");
				details.push(record && record.credit_code ? record.credit_code : null);
				const small = details.filter(Boolean).join(" · ");
				return [element("strong", {}, element("bdi", {}, name || `Member ${member}`)), element("div", { class: "small muted" }, small)];
			},
		};
	}

	function titleName(verdict) {
		const opening = verdict.openings.find((one) => one.of === "achievement-title");
		if (opening) {
			return [textOfHex(opening.value), "opened here 已开启: the ledger holds a commitment to this name 承诺值"];
		}
		const [kind, text] = verdict.record ? variant(verdict.record.title) : [null, null];
		if (kind === "open") {
			return [readable(text), null];
		}
		const why = kind === "sealed" ? "its name is sealed 封存" : "a short certificate does not show its name";
		return [`Achievement ${verdict.achievement}`, why];
	}

	function achievement(verdict, inForce, names) {
		const body = verdict.title;
		const [name, remark] = titleName(verdict);
		const identifier = (one) => {
			const issuer = one.issuer === undefined || one.issuer === null ? "" : `${one.issuer}/`;
			return element("div", {}, mono(readable(`${one.country} ${issuer}${one.text}`)), " ", coded("scheme", one.scheme));
		};
		const record = verdict.record;
		return element("section", { class: "card title-card", id: "achievement" },
			element("p", { class: "over" }, term("Achievement", "科技成果"), ` ${verdict.achievement} · `, coded("kind", body.kind)),
			element("h2", { id: "achievement-name" }, element("bdi", {}, name)),
			remark ? element("p", { class: "small muted" }, remark) : null,
			facts([
				[term("Official status", "官方状态"), coded("official", body.official_status)],
				[term("On this ledger", "登记状态"), coded("ledger", body.ledger_status)],
				[term("In force then", "当时有效"), inForce.title ? "yes 是" : "no 否"],
				[term("Protected until", "保护期"), body.protection_until === null ? "not known" : until(body.protection_until)],
				[term("Holder unit", "持有单位"), record ? names.full(record.holder) : null],
				[term("Numbers", "编号"), record && record.identifiers.length ? record.identifiers.map(identifier) : null],
			]));
	}

	function owners(verdict, names) {
		const body = verdict.title;
		const bar = (ppm) => {
			const fill = element("span", { class: "fill" });
			fill.style.width = `${ppm / 10000}%`;
			return element("span", { class: "bar", "aria-hidden": "true" }, fill);
		};
		const preEmption = (member) => {
			const found = body.pre_emption.find(([who]) => who === member);
			return found ? element("div", { class: "small muted" }, "pre-emption 优先受让权 as ", coded("pre-emption", found[1])) : null;
		};
		const rows = body.owners.lines.map((line) => [
			[names.full(line.member), preEmption(line.member)],
			element("span", { class: "share" }, element("strong", {}, percent(line.ppm)), bar(line.ppm)),
		]);
		const others = body.pre_emption.filter(([who]) => !body.owners.lines.some((line) => line.member === who));
		return card("owners", term("Owners", "权利人"),
			table("Owners and their shares", [term("owner", "权利人"), term("share", "份额")], rows),
			element("p", { class: "small muted" }, "Shares are ", coded("shares", body.owners.basis), "."),
			others.length ? element("p", { class: "small" }, term("Pre-emption", "优先受让权"), ": ",
				others.map(([who, by]) => `${names.plain(who)} (${code("pre-emption", by).join(" ")})`).join(", ")) : null);
	}

	const state = (isLive) => element("span", { class: isLive ? "tag live" : "tag" }, isLive ? "in force 有效" : "not in force 失效");

	function rights(verdict, inForce, names) {
		const held = (terms) => terms.holders.lines.map((line) =>
			element("div", {}, names.full(line.member), terms.holders.lines.length > 1 ? percent(line.ppm) : null));
		const may = (terms) => [
			terms.transferable ? "transferable 可转让" : null,
			terms.sublicensable ? "may be sublicensed 可分许可" : null,
			terms.subject_to.length ? `subject to use right ${terms.subject_to.join(", ")}` : null,
		].filter(Boolean);
		const rows = verdict.title.rights.map((right) => [
			[`#${right.sequence}`, element("div", {}, state(inForce.rights.includes(right.sequence)))],
			held(right.terms),
			[element("div", {}, coded("form", right.terms.form)), element("div", { class: "small muted" }, Acts.basis(right.terms.basis), ` from ${names.plain(right.terms.grantor)}`)],
			[...lines(scope(right.terms.scope)), element("div", { class: "small muted" }, may(right.terms).join(", "))],
			lines(period(right.terms.period).split(" – ").map((day, place) => unbroken(place === 0 ? day : `– ${day}`))),
		]);
		const header = [term("entry", "条目"), term("holder", "持有人"), term("form", "形式"), term("scope", "范围"), term("period", "期限")];
		return card("rights", term("Use rights", "使用权"),
			rows.length ? table("Use rights", header, rows) : element("p", { class: "muted" }, "None 无"));
	}

	function encumbrances(verdict, inForce, names) {
		const body = verdict.title;
		const kept = (of) => [...scope(of.scope), period(of.period)].join("; ");
		const rows = [
			...body.pledges.map((one) => [`#${one.sequence}`, term("pledge", "质押"),
				`${names.plain(one.pledgor)} to ${names.plain(one.pledgee)}`,
				`${percent(one.ppm)} of ${Acts.target(one.target, names.plain)}; until ${one.until === null ? "released" : until(one.until)}`,
				state(inForce.pledges.includes(one.sequence))]),
			...body.holds.map((one) => [`#${one.sequence}`, term("hold", "保全"),
				[names.plain(one.order.authority), ", ", said(one.order.document)],
				`${Acts.target(one.target, names.plain)}; until ${one.until === null ? "lifted" : until(one.until)}`,
				state(inForce.holds.includes(one.sequence))]),
			...body.reservations.map((one) => [`#${one.sequence}`, term("reservation", "预留"), names.plain(one.beneficiary), kept(one), ""]),
			...body.agreed_transfers.map((one) => [`#${one.sequence}`, term("agreed transfer", "约定转让"),
				`${names.plain(one.from)} to ${names.plain(one.to)}`, `${percent(one.ppm)}, not yet effective`, ""]),
			...(body.pool ? [[`#${body.pool.sequence}`, term("pool entry", "入池"), names.plain(body.pool.terms.by), kept(body.pool.terms), state(inForce.pool)]] : []),
		];
		const agreement = body.agreement ? [element("h4", {}, term("The co-owners' own rules", "共有人约定")),
			facts(body.agreement.lines.map((line) => [coded("consent-act", line.act), consentRule(line.rule)]))] : [];
		const header = [term("entry", "条目"), term("what", "种类"), term("who", "当事人"), term("on", "标的"), term("state", "状态")];
		return card("encumbrances", term("Pledges, holds and what else stands on it", "负担"),
			rows.length ? table("Pledges, holds and what else stands on the title", header, rows) : element("p", { class: "muted" }, "None 无"),
			...agreement);
	}

	function history(verdict, names) {
		const note = "This certificate is in the short form: it proves who holds what, not how it came about.";
		const rows = verdict.history.map((entry) => [
			`#${entry.sequence}`,
			[lines(moment(entry.time).split(" ").map(unbroken)), element("div", { class: "small muted" }, `block ${entry.block}`)],
			[element("strong", {}, term(...Acts.title(entry.act))), element("div", {}, Acts.sentence(entry.act, names.plain)),
				Acts.remarks(entry, names.plain).map((line) => element("div", { class: "small muted" }, line))],
			names.plain(entry.actor.member),
			Acts.cause(entry.cause, names.plain),
			lines(entry.consents.map((consent) => Acts.consent(consent, names.plain))),
		]);
		const header = [term("entry", "条目"), term("time", "时间"), term("what happened", "内容"), term("by", "行为人"), term("cause", "依据"), term("consents", "同意")];
		return card("history", term("History", "权属历史"),
			element("p", { class: "small muted" }, rows.length ? `${count(rows.length, "entry", "entries")}, each done again by this page under the ledger's rules.` : note),
			rows.length ? table("Every entry of the history", header, rows) : null);
	}

	function contracts(verdict, names) {
		const party = (one) => `${names.plain(one.member)} (${code("party", one.role).join(" ")})`;
		const rows = verdict.contracts.map(({ contract, version, facts: stands, terms }) => [
			[element("strong", {}, said(terms.number)), element("div", { class: "small muted" }, `contract ${contract}, version ${version}`)],
			[coded("contract", terms.kind), element("div", {}, element("span", { class: "tag" }, code("contract-state", stands.state).join(" ")),
				element("div", { class: "small muted" }, version <= stands.version ? "signed by every party" : "not signed by every party"))],
			lines(terms.parties.map(party)),
			[unbroken(terms.date), element("div", { class: "small muted" }, terms.seal ? `${count(terms.seal.fields, "sealed field")} 密封` : "terms are open"),
				element("div", { class: "hash small" }, "document 签署文本 ", mono(terms.instrument))],
		]);
		const header = [term("contract", "合同"), term("kind", "类别"), term("parties", "当事人"), term("date", "日期")];
		return rows.length ? card("contracts", term("Technology contracts", "技术合同"), table("Technology contracts", header, rows)) : null;
	}

	function openings(verdict) {
		const label = (of) => {
			const [kind, what] = variant(of);
			const known = {
				"person": () => `identity of member ${what} 身份`,
				"achievement-title": () => "name of the achievement 名称",
				"secured-amount": () => `amount secured by the pledge of entry ${what} 担保金额`,
				"contract-field": () => `contract ${what.contract}, version ${what.version}, field ${what.place} 合同条款`,
			};
			return known[kind] ? known[kind]() : readable(of);
		};
		const field = (one) => (one.field ? [said(one.field.name), ": "] : []);
		const rows = verdict.openings.map((one) => [label(one.of), [...field(one), element("bdi", {}, textOfHex(one.value))]]);
		return rows.length ? card("openings", term("Opened here", "开启"),
			element("p", { class: "small muted" }, "What the ledger holds as a commitment only 承诺值, shown by this certificate and checked."),
			table("Openings", [term("what", "事项"), term("value", "内容")], rows)) : null;
	}

	function basis(rests) {
		const [kind, of] = variant(rests);
		const handovers = of.handovers === 0 ? "no handover since" : `${count(of.handovers, "handover")} since`;
		return kind === "checkpoint"
			? [`the checkpoint 检查点 at block ${of.number} of ${of.date}, ${handovers}`]
			: [`the first validators 创世, ${handovers}`, element("div", { class: "small muted" }, "Keys of any past set of validators could make another history that passes. A checkpoint rules that out.")];
	}

	function proof(answer) {
		const { anchor, head, runtime, genesis_hash: genesis, rests_on: rests } = answer.verdict;
		return card("proof", term("Proof", "证明"), facts([
			[term("Made", "证明时间"), [element("strong", { id: "proof-date" }, `${moment(anchor.time)} UTC+8`), element("div", { class: "small muted" }, `${duration(answer.age_milliseconds)} ago`)]],
			[term("Block", "区块"), [`${anchor.number}`, element("div", { class: "hash" }, mono(anchor.hash))]],
			[term("Set of validators", "验证人组"), `${anchor.set_id}: ${anchor.votes} of ${anchor.authorities} votes, as many as needed`],
			[term("Rests on", "信任起点"), basis(rests)],
			[term("Chain", "链"), element("div", { class: "hash" }, mono(genesis))],
			[term("History", "历史哈希"), [count(head.entries, "entry", "entries"), element("div", { class: "hash" }, mono(head.history_hash))]],
			[term("Runtime", "运行时"), `${readable(runtime.name)} ${runtime.version}`],
		]));
	}

	function checks(answer) {
		const line = (one) => element("li", { "data-check": one.check, "data-state": one.state },
			element("span", { class: "mark", "aria-hidden": "true" }),
			element("div", {}, element("strong", {}, coded("check", one.check)), " ", element("span", { class: "small muted" }, coded("check-state", one.state)),
				element("div", { class: "small" }, one.sentence)));
		return card("checks", term("Checks", "检查"), element("ol", { class: "checks" }, answer.checks.map(line)));
	}

	return { achievement, checks, chinese, contracts, element, encumbrances, facts, history, mono, namesOf, openings, owners, proof, rights, said, term };
})();
