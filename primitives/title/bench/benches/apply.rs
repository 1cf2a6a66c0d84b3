//! How many entries a second `apply` takes: on a small title, on a large one, and in a replay.

#[allow(dead_code, reason = "a bench needs only a part of it")]
#[path = "../../tests/law/world.rs"]
mod world;

use criterion::{criterion_group, criterion_main, Criterion, Throughput};
use quanqi_title::{head::replay, Entry, Title};
use quanqi_types::UseForm;
use std::hint::black_box;
use world::*;

/// A title with so many ordinary rights, and one more such right as the next entry.
fn licensed(rights: u32) -> (World, Entry) {
	let mut world = World::joint_patent();
	for _ in 0..rights {
		world.granted(licence(UseForm::Ordinary));
	}
	let next = Entry::V1(world.act(grant(rival(UseForm::Ordinary))).willing().body.clone());
	(world, next)
}

fn apply(criterion: &mut Criterion) {
	let mut group = criterion.benchmark_group("apply");
	group.throughput(Throughput::Elements(1));
	for rights in [0, 10, 100, 250] {
		let (world, next) = licensed(rights);
		group.bench_function(format!("ordinary licence beside {rights}"), |bencher| {
			bencher.iter(|| Title::apply(black_box(world.title.as_ref()), black_box(&next)))
		});
	}
	group.finish();
}

fn replayed(criterion: &mut Criterion) {
	let mut group = criterion.benchmark_group("replay");
	for entries in [10, 100] {
		let (world, _) = licensed(entries);
		group.throughput(Throughput::Elements(world.entries.len() as u64));
		group.bench_function(format!("{entries} licences"), |bencher| {
			bencher.iter(|| replay(black_box(&[0; 32]), black_box(&world.entries)))
		});
	}
	group.finish();
}

criterion_group!(benches, apply, replayed);
criterion_main!(benches);
