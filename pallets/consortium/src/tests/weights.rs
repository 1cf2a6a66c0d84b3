use super::*;
use crate::WeightInfo;

/// The weights of this pallet and the limits of the mock, which are the chain's.
#[test]
fn integrity_should_hold() {
	Consortium::do_integrity_test();
}

#[test]
fn bulk_weights_should_grow_with_items_and_keys() {
	let weight = |n, k| <() as WeightInfo>::sponsor_many(n, k).ref_time();
	assert!(weight(200, 0) > weight(199, 0));
	assert!(weight(200, 1) > weight(200, 0));
	let call = crate::Call::<Test>::admit_many {
		applications: vec![university(5), university(6)].try_into().unwrap(),
		mode: crate::types::BulkMode::AllOrNone,
	};
	let info = frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&call);
	assert_eq!(info.call_weight, <() as WeightInfo>::admit_many(2, 2));
}
