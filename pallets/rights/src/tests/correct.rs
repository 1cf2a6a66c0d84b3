use super::*;
use quanqi_title::Correction;

fn owners_should_be(lines: &[(u32, u32)]) -> Box<Correction> {
	Box::new(Correction {
		corrects: 0,
		owners: Some(shares(lines)),
		ends_right: None,
		right: None,
		status: None,
	})
}

/// T11: nothing is edited; an entry sets it right.
#[test]
fn correct_should_append_an_entry_when_decided() {
	Ledger::new().build_and_execute(|| {
		let before = crate::History::<Test>::get(PATENT, 0);
		let correction = owners_should_be(&[(UNIVERSITY, half()), (INSTITUTE, half())]);
		assert_ok!(Rights::correct(key(COURT), PATENT, correction, document("C-1")));
		assert_eq!(title().owners.part_of(member(INSTITUTE)), half());
		assert_eq!(crate::History::<Test>::get(PATENT, 0), before);
		assert_eq!(title().entries, 2);
	});
}

#[test]
fn correct_should_fail_when_the_caller_may_not_adjudicate() {
	Ledger::new().build_and_execute(|| {
		let correction = owners_should_be(&[(UNIVERSITY, half()), (INSTITUTE, half())]);
		assert_noop!(
			Rights::correct(key(UNIVERSITY), PATENT, correction, document("C-1")),
			sp_runtime::DispatchError::Other("not capable")
		);
	});
}

#[test]
fn correct_should_fail_when_it_names_no_earlier_entry() {
	Ledger::new().build_and_execute(|| {
		let mut correction = owners_should_be(&[(UNIVERSITY, half()), (INSTITUTE, half())]);
		correction.corrects = 5;
		assert_noop!(
			Rights::correct(key(COURT), PATENT, correction, document("C-1")),
			refused!(T11, NoSuchEntry, 5)
		);
	});
}

#[test]
fn correct_should_fail_when_it_brings_in_nobody() {
	Ledger::new().build_and_execute(|| {
		let correction = owners_should_be(&[(STRANGER, WHOLE_PPM)]);
		assert_noop!(
			Rights::correct(key(COURT), PATENT, correction, document("C-1")),
			Error::<Test>::UnknownMember
		);
	});
}
