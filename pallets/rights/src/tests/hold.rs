use super::*;
use quanqi_title::HoldTarget;

/// T10: an adjudicated order blocks disposals.
#[test]
fn hold_should_block_a_transfer_when_the_whole_title_is_held() {
	Ledger::new().build_and_execute(|| {
		let until = Some(in_days(180));
		assert_ok!(Rights::hold(key(COURT), PATENT, HoldTarget::Whole, until, document("H-1")));
		assert!(events().contains(&Event::HoldPlaced {
			achievement: PATENT,
			hold: 1,
			target: HoldTarget::Whole,
			until,
			renewed: None,
		}));
		assert_noop!(
			Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None),
			refused!(T10, HoldInTheWay, 1)
		);
	});
}

#[test]
fn hold_should_be_placed_when_an_outside_order_is_relayed() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(Rights::hold(key(RELAY), PATENT, HoldTarget::Whole, None, document("H-1")));
		assert_eq!(title().holds[0].order.authority, member(RELAY));
	});
}

#[test]
fn hold_should_fail_when_the_caller_is_no_authority() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(
			Rights::hold(key(INSTITUTE), PATENT, HoldTarget::Whole, None, document("H-1")),
			sp_runtime::DispatchError::Other("not capable")
		);
	});
}

/// T10: an authority that is a party decides nothing.
#[test]
fn hold_should_fail_when_the_authority_is_an_owner() {
	Ledger::new().owned_by(&[(UNIVERSITY, half()), (COURT, half())]).build_and_execute(|| {
		let target = HoldTarget::Share(member(UNIVERSITY));
		assert_noop!(
			Rights::hold(key(COURT), PATENT, target, None, document("H-1")),
			refused!(T10, AuthorityIsParty, COURT)
		);
	});
}
