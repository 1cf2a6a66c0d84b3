//! What verification costs against the ed25519 checks of its votes alone, which nobody can do without.

use criterion::{criterion_group, criterion_main, Criterion, Throughput};
use ed25519_dalek::{Signature, VerifyingKey};
use quanqi_certificate::{verify, Certificate, Trust};
use std::{fs, hint::black_box, path::PathBuf};

/// A certificate and what is trusted, from the folder that `QUANQI_SAMPLES` names.
struct Sample {
	name: String,
	bytes: Vec<u8>,
	trust: Trust,
}

fn samples() -> Vec<Sample> {
	let folder =
		std::env::var_os("QUANQI_SAMPLES").expect("QUANQI_SAMPLES names the folder of samples");
	let files = fs::read_dir(PathBuf::from(folder)).expect("the folder of samples");
	let mut all: Vec<_> = files
		.map(|file| file.expect("a file").path())
		.filter(|path| path.extension().is_some_and(|extension| extension == "qcert"))
		.map(|path| Sample {
			name: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
			bytes: fs::read(&path).expect("a certificate"),
			trust: serde_json::from_slice(
				&fs::read(path.with_extension("trust.json")).expect("its trust"),
			)
			.expect("a trust file"),
		})
		.collect();
	all.sort_by(|left, right| left.name.cmp(&right.name));
	all
}

/// Every signature of a certificate as the verifier checks it: message, key, signature.
fn signatures(certificate: &Certificate) -> Vec<(Vec<u8>, [u8; 32], [u8; 64])> {
	let blocks = certificate.handover.iter().chain([&certificate.anchor]);
	let steps = (certificate.first_set..).zip(blocks);
	let of_block = steps.flat_map(|(set, block)| {
		let justification = &block.justification;
		justification.commit.precommits.iter().map(move |vote| {
			(vote.precommit.signed_bytes(justification.round, set), vote.id, vote.signature)
		})
	});
	of_block.collect()
}

fn check_signatures(all: &[(Vec<u8>, [u8; 32], [u8; 64])]) -> bool {
	all.iter().all(|(message, id, signature)| {
		let key = VerifyingKey::from_bytes(id);
		key.is_ok_and(|key| key.verify_strict(message, &Signature::from_bytes(signature)).is_ok())
	})
}

fn verification(criterion: &mut Criterion) {
	for sample in samples() {
		verify(&sample.bytes, &sample.trust).expect("a valid sample");
		let signatures = signatures(&Certificate::from_bytes(&sample.bytes).expect("read above"));
		assert!(check_signatures(&signatures));
		let mut group = criterion.benchmark_group(&sample.name);
		group.throughput(Throughput::Bytes(sample.bytes.len() as u64));
		group.bench_function("signatures alone", |bencher| {
			bencher.iter(|| check_signatures(black_box(&signatures)));
		});
		group.bench_function("verify", |bencher| {
			bencher.iter(|| verify(black_box(&sample.bytes), black_box(&sample.trust)));
		});
		group.finish();
	}
}

criterion_group!(benches, verification);
criterion_main!(benches);
