//! Properties that hold of every split, payment and price.

use super::*;
use proptest::prelude::*;
use quanqi_types::{Force, ShareBasis, ShareLine};

/// Any payee of a node.
fn payee(choice: u8) -> Payee {
	match choice % 4 {
		0 => unit_line(),
		1 => Payee::Member { member: MemberId(choice.into()), label: None },
		2 => Payee::Completers(people(choice % 5 + 1)),
		_ => Payee::Contributors(people(choice % 5 + 1)),
	}
}

/// A well-formed split of up to 32 nodes: first up to four nodes at the top, then up to six below the
/// groups among them, then the rest below the groups among those.
fn split() -> impl Strategy<Value = Split> {
	let node = (1u64..10_000, any::<u8>());
	prop::collection::vec(node, 1..=32).prop_map(|seeds| {
		let parents: Vec<Option<u8>> = seeds
			.iter()
			.enumerate()
			.map(|(place, (_, choice))| match place {
				0..4 => None,
				4..10 => Some(choice % 4),
				_ => Some(4 + choice % 6),
			})
			.collect();
		let nodes = seeds.iter().enumerate().map(|(place, (weight, choice))| {
			let has_members = parents.contains(&Some(place as u8));
			let target = match has_members {
				true => SplitTarget::Group,
				false => SplitTarget::Payee(payee(*choice)),
			};
			SplitNode { parent: parents[place], weight: *weight, target }
		});
		Split(bounded(nodes))
	})
}

fn quantity() -> impl Strategy<Value = Quantity> {
	prop_oneof![
		(0..=u128::from(u64::MAX)).prop_map(fen),
		any::<u64>().prop_map(Quantity::Units),
		(0..=1_000_000u32).prop_map(Quantity::Ppm),
	]
}

fn owners() -> impl Strategy<Value = Shares> {
	(1..1_000_000u32, any::<bool>()).prop_map(|(ppm, alone)| match alone {
		true => Shares::single(UNIT),
		false => {
			let lines = [
				ShareLine { member: UNIT, ppm },
				ShareLine { member: COMPLETERS[0], ppm: 1_000_000 - ppm },
			];
			Shares::new(lines, ShareBasis::Agreed).unwrap()
		}
	})
}

proptest! {
	#[test]
	fn c9_lines_should_sum_to_the_base_for_every_split(
		split in split(),
		received in quantity(),
		owners in owners(),
	) {
		prop_assert_eq!(split.check(), Ok(()));
		let income = Income::of(received).owned(owners);
		let done = income.distribute(&split, &DistributionLaw::agreement()).unwrap();
		let paid: u128 = numbers(&done).iter().sum();
		let co_owned: u128 = done.co_owners.iter().map(|line| line.quantity.number()).sum();
		prop_assert_eq!(paid, done.base.number());
		prop_assert_eq!(paid + co_owned, received.number());
		prop_assert_eq!(done.check(), Ok(()));
		assert_round_trip(&done);
	}

	#[test]
	fn c9_no_line_should_be_below_the_floor_of_its_weights(split in split(), minor in any::<u64>()) {
		let done = Income::of(fen(minor.into()))
			.distribute(&split, &DistributionLaw::agreement())
			.unwrap();
		let tops: Vec<_> = split.0.iter().filter(|node| node.parent.is_none()).collect();
		let total: u128 = tops.iter().map(|node| u128::from(node.weight)).sum();
		if tops.len() == split.0.len() {
			for (node, paid) in tops.iter().zip(numbers(&done)) {
				let floor = u128::from(minor) * u128::from(node.weight) / total;
				prop_assert!(paid >= floor);
				prop_assert!(paid < floor + tops.len() as u128);
			}
		}
	}

	#[test]
	fn c9_binding_floor_should_refuse_exactly_what_is_below_it(
		split in split(),
		minor in 0u64..1_000_000_000,
		deducted in 0u64..1_000,
		ppm in 0u32..=1_000_000,
	) {
		let income =
			Income::of(fen(u128::from(minor) + 1_000)).deduct("年费", deducted.into());
		let free = income.distribute(&split, &DistributionLaw::agreement()).unwrap();
		let meets =
			free.to_people().number() * 1_000_000 >= free.base.number() * u128::from(ppm);
		let binding = income.distribute(&split, &law(ppm, Force::Binding));
		prop_assert_eq!(binding.is_ok(), meets);
		let flagged = income.distribute(&split, &law(ppm, Force::Encouraged)).unwrap();
		prop_assert_eq!(flagged.is_flagged(), !meets);
		prop_assert_eq!(numbers(&flagged), numbers(&free));
	}

	#[test]
	fn c9_record_should_be_refused_when_any_line_is_one_off(
		split in split(),
		minor in 1u64..1_000_000,
		place in any::<prop::sample::Index>(),
	) {
		let done = Income::of(fen(minor.into()))
			.distribute(&split, &DistributionLaw::agreement())
			.unwrap();
		let mut lines = done.lines.to_vec();
		let line = place.index(lines.len());
		lines[line].quantity = fen(lines[line].quantity.number() + 1);
		let corrupted = Distribution { lines: bounded(lines), ..done };
		prop_assert!(corrupted.check().is_err(), "one fen is too many");
	}

	#[test]
	fn c8_payments_should_never_exceed_a_fixed_total_net_of_refunds(
		total in 1u64..1_000,
		steps in prop::collection::vec((any::<bool>(), 1u64..400), 0..40),
	) {
		let consideration = Consideration {
			currency: Currency::CNY,
			parts: bounded([ConsiderationPart::LumpSum(Amount::fen(total.into()))]),
			total: Total::Fixed(Amount::fen(total.into())),
		};
		prop_assert_eq!(consideration.check(), Ok(()));
		let mut payments = Payments::new(&consideration);
		let mut net = 0;
		for (is_refund, minor) in steps {
			let amount = Amount::fen(minor.into());
			let next = match is_refund {
				true => payments.with_refund(&consideration, 0, amount),
				false => payments.with_payment(&consideration, 0, amount),
			};
			let expected = match is_refund {
				true => u64::checked_sub(net, minor),
				false => Some(net + minor).filter(|sum| *sum <= total),
			};
			prop_assert_eq!(next.is_ok(), expected.is_some());
			if let (Ok(next), Some(expected)) = (next, expected) {
				payments = next;
				net = expected;
			}
			prop_assert_eq!(payments.net(), Some(Amount::fen(net.into())));
		}
		assert_round_trip(&payments);
	}

	#[test]
	fn c8_total_should_be_accepted_only_when_exact(
		amounts in prop::collection::vec(0u64..1_000_000, 1..=8),
		off in -2i64..=2,
	) {
		let sum: u64 = amounts.iter().sum();
		let stated = sum.saturating_add_signed(off);
		let consideration = Consideration {
			currency: Currency::CNY,
			parts: bounded(
				amounts.iter().map(|minor| ConsiderationPart::LumpSum(Amount::fen((*minor).into()))),
			),
			total: Total::Fixed(Amount::fen(stated.into())),
		};
		prop_assert_eq!(consideration.check().is_ok(), stated == sum);
		assert_round_trip(&consideration);
	}

	#[test]
	fn c7_allocation_should_be_accepted_only_when_exact(
		amounts in prop::collection::vec(0u64..1_000_000, 1..=32),
		off in -2i64..=2,
	) {
		let sum: u64 = amounts.iter().sum();
		let price = sum.saturating_add_signed(off);
		let event = PriceEvent {
			lots: bounded(amounts.iter().map(|_| described("标的"))),
			allocation: Allocation::PerLot(bounded(
				amounts.iter().map(|minor| Amount::fen((*minor).into())),
			)),
			price: Price::Amount(Amount::fen(price.into())),
			starting: None,
			..auction()
		};
		prop_assert_eq!(event.check().is_ok(), price == sum);
	}

	#[test]
	fn decode_should_never_panic_and_check_should_judge_what_it_read(
		bytes in prop::collection::vec(any::<u8>(), 0..400),
	) {
		if let Ok(event) = PriceEvent::decode(&mut &bytes[..]) {
			let _ = event.check();
		}
		if let Ok(consideration) = Consideration::decode(&mut &bytes[..]) {
			let _ = consideration.check();
		}
		if let Ok(split) = Split::decode(&mut &bytes[..]) {
			let _ = split.divide(&fen(1_000), UNIT);
		}
		if let Ok(distribution) = Distribution::decode(&mut &bytes[..]) {
			let _ = distribution.check();
		}
	}
}
