use super::*;
use crate::{types::NodeId, NodeIds, NodeOwners};
use frame_support::BoundedVec;

fn set(member: u32, nodes: &[NodeId]) -> sp_runtime::DispatchResult {
	Consortium::set_node_ids(key_of(member), nodes.to_vec().try_into().unwrap())
}

#[test]
fn set_node_ids_should_replace_the_list_and_its_owners() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set(1, &[node_id(2), node_id(1)]));
		assert_ok!(set(1, &[node_id(2), node_id(3)]));
		assert_last(Event::NodeIdsChanged {
			member: id(1),
			old: vec![node_id(1), node_id(2)],
			new: vec![node_id(2), node_id(3)],
		});
		assert_eq!(NodeOwners::<Test>::get(node_id(1)), None);
		assert_eq!(NodeOwners::<Test>::get(node_id(3)), Some(id(1)));
		assert_ok!(set(2, &[node_id(1)]));
		assert_eq!(NodeIds::<Test>::get(id(2)).len(), 1);
	});
}

#[test]
fn set_node_ids_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set(1, &[node_id(1)]));
		add_key(1, 11, &[Permission::Seat]);
		assert_noop!(
			Consortium::set_node_ids(signed(account(11)), BoundedVec::default()),
			Error::<Test>::PermissionMissing
		);
		assert_noop!(set(1, &[node_id(1)]), Error::<Test>::Unchanged);
		assert_noop!(set(2, &[node_id(1)]), Error::<Test>::NodeTaken(member_ref(1)));
		assert_noop!(set(2, &[node_id(5), node_id(5)]), Error::<Test>::NodeRepeated);
		let bytes = NodeId(vec![1, 2, 3].try_into().unwrap());
		assert_noop!(set(2, &[bytes]), Error::<Test>::NotAPeerId);
	});
}

#[test]
fn node_id_text_should_be_base_58_and_refuse_what_is_no_peer_id() {
	let text = "12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp";
	let node: NodeId = text.parse().unwrap();
	assert_eq!(node.to_string(), text);
	let json = serde_json::to_string(&node).unwrap();
	assert_eq!(serde_json::from_str::<NodeId>(&json).unwrap(), node);
	assert!("12D3KooW".parse::<NodeId>().is_err());
	assert!("not base 58: 0OIl".parse::<NodeId>().is_err());
}
