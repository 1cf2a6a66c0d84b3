use super::*;
use crate::{
	runtime_api::MemberView,
	types::{IdentityKey, Quota},
};
use quanqi_types::{Commitment, MandateId};

fn numbers(views: &[MemberView<AccountId>]) -> Vec<u32> {
	views.iter().map(|view| view.id.0).collect()
}

#[test]
fn member_view_should_show_keys_seat_and_nodes_and_survive_json() {
	ExtBuilder::default().build_and_execute(|| {
		add_key(1, 11, &[Permission::Seat]);
		assert_ok!(Consortium::set_node_ids(key_of(1), vec![node_id(1)].try_into().unwrap()));
		let view = Consortium::member_view(id(1)).unwrap();
		assert_eq!(view.name, Some(name("机构 1")));
		assert_eq!(view.keys.len(), 2);
		assert_eq!(view.seat_account, Some(Consortium::seat_account(id(1))));
		assert!(view.seat && view.validator);
		assert_eq!(view.node_ids, vec![node_id(1)]);
		let json = serde_json::to_value(&view).unwrap();
		assert_eq!(json["status"], "active");
		assert_eq!(json["kind"], "university");
		assert_eq!(json["credit_code"], credit_code(1).to_string());
		let back: MemberView<AccountId> = serde_json::from_value(json).unwrap();
		assert_eq!(back, view);
	});
}

#[test]
fn members_should_be_found_by_code_commitment_and_account() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		let find = |key| Consortium::member_by_identity(key).map(|view| view.id);
		assert_eq!(find(IdentityKey::CreditCode(credit_code(2))), Some(id(2)));
		assert_eq!(find(IdentityKey::Commitment(Commitment([7; 32]))), Some(anna));
		assert_eq!(find(IdentityKey::CreditCode(credit_code(77))), None);
		let by_account = |who| Consortium::member_by_account(&who).map(|view| view.id);
		assert_eq!(by_account(account(3)), Some(id(3)));
		assert_eq!(by_account(Consortium::seat_account(id(3))), Some(id(3)));
		assert_eq!(by_account(account(99)), None);
		let view = Consortium::member_view(anna).unwrap();
		assert_eq!((view.name, view.commitment), (None, Some(Commitment([7; 32]))));
	});
}

#[test]
fn members_should_come_in_pages() {
	ExtBuilder::default().build_and_execute(|| {
		let page = |after, limit| numbers(&Consortium::members_page(id(after), limit));
		assert_eq!(page(0, 3), vec![1, 2, 3]);
		assert_eq!(page(3, 3), vec![4]);
		assert_eq!(page(4, 3), Vec::<u32>::new());
		assert_eq!(page(u32::MAX, 3), Vec::<u32>::new());
		(100..320).for_each(|number| {
			admit(number);
		});
		assert_eq!(page(0, u32::MAX).len(), 200);
	});
}

#[test]
fn seats_validators_mandates_and_enactments_should_be_listed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Consortium::seat_views().len(), 4);
		let validators = Consortium::validator_views();
		assert_eq!(validators[0].account, Consortium::seat_account(validators[0].member));
		assert_eq!(Consortium::mandate_view(MandateId(1)), None);
		let remark = frame_system::Call::remark { remark: vec![0xab] };
		assert_ok!(Consortium::schedule_enactment(council(), Box::new(remark.into())));
		let waiting = Consortium::enactment_views();
		assert_eq!((waiting[0].id, waiting[0].call.as_str()), (1, "000004ab"));
		assert_eq!(Consortium::quota_view(), Quota::default());
	});
}

#[test]
fn refusals_should_be_told_before_anything_is_sent() {
	ExtBuilder::default().build_and_execute(|| {
		let refusal = |who| Consortium::signing_member(&who).err();
		assert_eq!(refusal(account(1)), None);
		assert_eq!(refusal(account(99)), Some(1));
		assert!(Consortium::refusal_text(1).unwrap().contains("not a key"));
	});
}
