"use strict";
// Takes the two files in, asks the verifier, and shows what it answers.

(() => {
	const { code, count, duration, moment, readable, variant } = Words;
	const { chinese, element, facts, mono, said, term } = Sections;
	const byId = (id) => document.getElementById(id);

	const chosen = { certificate: null, trust: null };
	// Counts questions, so that a late answer to an old one is dropped.
	let asked = 0;

	const HEADLINES = {
		"valid": ["Valid", "有效"],
		"invalid": ["Not valid", "无效"],
		"refresh": ["Ask for a fresh one", "请重新出具"],
		"unreadable": ["Not readable", "无法读取"],
		"no-trust": ["The trust file cannot be used", "信任文件不可用"],
		"none": ["No answer", "没有结论"],
	};

	// Why a check failed; an age in hours too, as days alone can look allowed.
	function reason(answer) {
		const { error, message } = answer.failure;
		const [kind, of] = error === null ? [null, null] : variant(error);
		return kind === "too-old" ? `the proof is ${duration(answer.age_milliseconds)} old, and at most ${count(of.max_days, "day")} may be` : message;
	}

	// The sentences below the headline.
	function explanation(answer) {
		const { failure, outcome, verdict } = answer;
		const check = failure && failure.check ? code("check", failure.check).join(" ") : null;
		if (outcome === "valid") {
			return [`Everything below was part of the chain's finalised state on ${moment(verdict.anchor.time)} (UTC+8), ${duration(answer.age_milliseconds)} ago.`];
		}
		if (outcome === "no-trust") {
			return [`Nothing was verified: ${failure.message}.`, "Take the trust file from the consortium, or from somebody else whom you believe."];
		}
		const why = `The check “${check}” failed: ${reason(answer)}.`;
		if (outcome === "refresh") {
			return [why, verdict ? "All other checks passed: below is what was true at the time of the proof." : "That says nothing against the title."];
		}
		return [why, outcome === "invalid" ? "It proves nothing. Do not rely on it." : "That says nothing about any title."];
	}

	function banner(outcome, sentences) {
		const [english, text] = HEADLINES[outcome];
		return element("section", { class: "banner", id: "verdict", "data-outcome": outcome },
			element("span", { class: "seal", "aria-hidden": "true" }),
			element("div", {},
				element("h2", {}, english, " ", chinese(text)),
				...sentences.map((sentence, place) => element("p", place === 0 ? { id: "why" } : {}, sentence))));
	}

	function fileFacts(asking, found) {
		const { answer, milliseconds } = found;
		const save = element("a", { class: "button quiet", download: "verdict.json", href: URL.createObjectURL(new Blob([found.json], { type: "application/json" })) }, "Save the answer as JSON");
		const print = element("button", { type: "button", class: "button quiet" }, "Print 打印");
		print.addEventListener("click", () => window.print());
		const [name, digest] = (answer.file_digest || ":").split(":");
		return element("section", { class: "card", id: "file" }, element("h3", {}, term("File", "文件")),
			facts([
				[term("Certificate", "权属证明文件"), [said(asking.certificate.name), `, ${count(asking.certificate.size, "byte")}`]],
				[name, digest ? element("div", { class: "hash" }, mono(digest)) : null],
				[term("Trust file", "信任文件"), said(asking.trust.name)],
				[term("Verified", "验证时间"), `${moment(asking.now)} UTC+8, in ${Math.max(1, Math.round(milliseconds))} ms, by version ${answer.verifier}`],
			]),
			element("p", { class: "actions" }, print, save));
	}

	function show(asking, found) {
		const { answer } = found;
		byId("status").replaceChildren(banner(answer.outcome, explanation(answer)));
		const side = element("div", { class: "side" }, answer.verdict ? Sections.proof(answer) : null, Sections.checks(answer), answer.verdict ? null : fileFacts(asking, found));
		const { verdict, in_force: inForce } = answer;
		if (!verdict) {
			byId("result").replaceChildren(element("div", { class: "columns alone" }, side));
			return;
		}
		const names = Sections.namesOf(verdict);
		byId("result").replaceChildren(element("div", { class: "columns" },
			element("div", { class: "main" },
				Sections.achievement(verdict, inForce, names), Sections.owners(verdict, names), Sections.rights(verdict, inForce, names),
				Sections.encumbrances(verdict, inForce, names), Sections.contracts(verdict, names), Sections.openings(verdict)),
			side,
			element("div", { class: "wide" }, Sections.history(verdict, names), fileFacts(asking, found))));
	}

	function showNoAnswer(error) {
		byId("status").replaceChildren(banner("none", [`The verifier stopped: ${readable(String(error))}.`, "This is no verdict, neither for nor against the certificate."]));
		byId("result").replaceChildren();
	}

	async function ask() {
		const question = ++asked;
		if (!chosen.certificate || !chosen.trust) {
			byId("status").replaceChildren();
			byId("result").replaceChildren();
			return;
		}
		const age = byId("age").value;
		const asking = { ...chosen, now: Date.now(), maxAgeDays: age === "any" ? null : Number(age) };
		byId("result").replaceChildren();
		byId("status").replaceChildren(element("p", { class: "note" }, "Verifying 验证中 …"));
		// Lets the line above appear before the verifier takes the thread.
		await new Promise((resume) => setTimeout(resume));
		try {
			const found = await Verifier.verify(asking.certificate, asking.trust, asking.maxAgeDays, asking.now);
			if (question === asked) {
				show(asking, found);
			}
		} catch (error) {
			if (question === asked) {
				showNoAnswer(error);
			}
		}
	}

	// What a trust file says, for the reader to compare; the verifier reads it again by itself.
	async function describeTrust(file) {
		const list = byId("trust-facts");
		list.hidden = true;
		if (file.size > 1024 * 1024) {
			return;
		}
		try {
			const trust = JSON.parse(await file.text());
			const point = trust.start.checkpoint;
			const set = (point || trust.start.genesis).authorities.length;
			list.replaceChildren(...facts([
				[term("chain", "链"), element("div", { class: "hash" }, mono(readable(trust.genesis_hash)))],
				[term("from", "起点"), point ? `checkpoint 检查点 at block ${Number(point.number)} of ${readable(point.date)}` : "the first block 创世"],
				[term("validators", "验证人"), String(set)],
			]).children);
			list.hidden = false;
		} catch {
			// Not a trust file: the answer will say so.
		}
	}

	function take(kind, file, label) {
		chosen[kind] = file;
		byId(`${kind}-chosen`).replaceChildren(element("strong", {}, said(label || file.name)));
		byId(`${kind}-card`).classList.add("filled");
		return kind === "trust" ? describeTrust(file) : null;
	}

	// A file dropped on the page is a trust file if it is JSON, whatever it is called.
	async function isJson(file) {
		return (await file.slice(0, 64).text()).trimStart().startsWith("{");
	}

	async function drop(files) {
		for (const file of files) {
			await take((await isJson(file)) ? "trust" : "certificate", file);
		}
		ask();
	}

	function listen() {
		for (const kind of ["certificate", "trust"]) {
			const input = byId(`${kind}-file`);
			input.addEventListener("change", async () => {
				if (input.files.length > 0) {
					await take(kind, input.files[0]);
					ask();
				}
				// So that choosing the same file again, once it has changed, is a change.
				input.value = "";
			});
		}
		byId("age").addEventListener("change", ask);
		// Paper has no button to press.
		window.addEventListener("beforeprint", () => document.querySelectorAll(".more").forEach((more) => more.click()));
		const over = (isOver) => (event) => {
			event.preventDefault();
			document.body.classList.toggle("dragging", isOver);
		};
		document.addEventListener("dragover", over(true));
		document.addEventListener("dragleave", over(false));
		document.addEventListener("drop", (event) => {
			over(false)(event);
			drop([...event.dataTransfer.files]);
		});
	}

	function pinTrust() {
		if (QUANQI_PINNED_TRUST !== null) {
			const file = new File([Verifier.bytesOfBase64(QUANQI_PINNED_TRUST)], "the trust file of this page");
			take("trust", file, "Given by whoever published this page");
		}
	}

	listen();
	pinTrust();
	document.documentElement.dataset.ready = "yes";
})();
