//! Any bytes as nodes of the state tree, read with any key: no panic and no endless walk.

#![no_main]

use codec::Decode;
use quanqi_certificate::trie::StateProof;
use quanqi_types::digest::tagged_hash;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
	// Nodes, the root's first, and a key.
	let Ok((mut nodes, key)) = <(Vec<Vec<u8>>, Vec<u8>)>::decode(&mut &*bytes) else { return };
	let Some(root) = nodes.first().map(|node| tagged_hash(b"", &[node])) else { return };
	nodes.sort();
	nodes.dedup();
	let mut proof = StateProof::new(root, nodes.iter().map(Vec::as_slice)).expect("in order");
	let _ = proof.value(&key);
	let _ = proof.check_all_used();
});
