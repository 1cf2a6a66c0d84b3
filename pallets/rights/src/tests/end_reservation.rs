use super::{reserve::reserve_for_buyer, *};

#[test]
fn end_reservation_should_happen_at_once_when_the_beneficiary_gives_it_up() {
	Ledger::new().build_and_execute(|| {
		reserve_for_buyer();
		assert_ok!(Rights::end_reservation(key(BUYER), PATENT, 1, None, None));
		assert!(title().reservations.is_empty());
		let ended = Event::ReservationEnded { achievement: PATENT, reservation: 1 };
		assert!(events().contains(&ended));
	});
}

#[test]
fn end_reservation_should_ask_the_beneficiary_when_the_owner_wants_it() {
	Ledger::new().build_and_execute(|| {
		reserve_for_buyer();
		assert_ok!(Rights::end_reservation(key(UNIVERSITY), PATENT, 1, None, None));
		assert_eq!(missing(), [(BUYER, ConsentRole::BlockingHolder)]);
	});
}

#[test]
fn end_reservation_should_fail_when_there_is_none() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(
			Rights::end_reservation(key(BUYER), PATENT, 1, None, None),
			refused!(T4, NoSuchReservation, 1)
		);
	});
}
