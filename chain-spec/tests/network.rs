//! What building a network writes, and what it leaves behind when it cannot. The runtime's wasm builds
//! the genesis.

use quanqi_chain_spec::{build, parse, BuildError, BuildOptions, Consortium};

const GOOD: &str = include_str!("../../examples/consortium.toml");

fn good() -> Consortium {
	parse(GOOD).expect("the example is without fault; qed")
}

/// A contradiction that is found only by the runtime: what reads files would not let it pass.
fn contradictory() -> Consortium {
	let mut consortium = good();
	let code = consortium.institution[0].get_ref().credit_code.clone();
	consortium.institution[1].get_mut().credit_code = code;
	consortium
}

#[test]
fn corrected_network_should_be_built_in_the_same_folder_when_the_runtime_refused_the_first() {
	let folder = tempfile::tempdir().unwrap();
	let options = BuildOptions { out: folder.path().join("networks/one"), password: None };
	let refused = build(&contradictory(), &options);
	assert!(matches!(refused, Err(BuildError::Refused(_))), "{refused:?}");
	assert!(!options.out.exists(), "secrets of a refused network were written");

	let built = build(&good(), &options).unwrap();
	assert!(built.chain_spec.is_file() && options.out.join("institutions.json").is_file());
	for institution in &built.institutions {
		let keys = institution.folder.as_ref().expect("all keys of the example are made; qed");
		assert!(keys.join("member.json").is_file() && keys.join("node.key").is_file());
		assert_eq!(keys.join("keystore").read_dir().unwrap().count(), 2);
	}
	assert!(matches!(build(&good(), &options), Err(BuildError::Exists(_))));
}

/// What reads files knows the runtime's least quota.
#[test]
fn network_should_be_built_when_its_quota_has_room_for_just_one_block() {
	let folder = tempfile::tempdir().unwrap();
	let options = BuildOptions { out: folder.path().join("network"), password: None };
	let quota = "quota = { window_blocks = 1, ref_time = 500000000000, bytes = 5242880 }";
	let text = GOOD.replacen("kind = \"test\"", &format!("kind = \"test\"\n{quota}"), 1);
	let consortium = parse(&text).expect("the quota has room for a block; qed");
	assert!(consortium.network.quota.is_some());
	build(&consortium, &options).unwrap();
}
