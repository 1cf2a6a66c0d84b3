"use strict";
// The verifier as a function of bytes. Each question has an instance of its own: one that trapped, or
// grew, is never asked again.

const Verifier = (() => {
	const ANY_AGE = 0xffffffff;

	function bytesOfBase64(text) {
		return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
	}

	let compiled = null;
	function module() {
		compiled = compiled || WebAssembly.compile(bytesOfBase64(QUANQI_VERIFIER));
		return compiled;
	}

	// Room in the module for a file, and its length; the module refuses what is too large before it is read.
	async function handOver(exports, file) {
		const length = Math.min(file.size, 0xffffffff);
		const pointer = exports.certificate_reserve(length) >>> 0;
		if (pointer !== 0) {
			const bytes = new Uint8Array(await file.arrayBuffer());
			new Uint8Array(exports.memory.buffer, pointer, length).set(bytes);
		}
		return [pointer, length];
	}

	// Asks whether `certificate` is valid under `trust`, both a File or Blob. `maxAgeDays` is a number or
	// null. The answer is that of `answer` in the crate. An error means that there is none.
	async function verify(certificate, trust, maxAgeDays, now) {
		const exports = (await WebAssembly.instantiate(await module(), {})).exports;
		const file = await handOver(exports, certificate);
		const trusted = await handOver(exports, trust);
		const began = performance.now();
		const age = maxAgeDays === null ? ANY_AGE : maxAgeDays;
		const found = exports.certificate_verify(...file, ...trusted, BigInt(now), age) >>> 0;
		const milliseconds = performance.now() - began;
		const length = new DataView(exports.memory.buffer).getUint32(found, true);
		const json = new TextDecoder().decode(new Uint8Array(exports.memory.buffer, found + 4, length));
		return { answer: JSON.parse(json), json, milliseconds };
	}

	return { verify, bytesOfBase64 };
})();
