//! Closed lists and sets over them.

use codec::{Decode, Encode};
use quanqi_types::{codes::UnknownCode, *};

fn assert_list<T>(list: &[T])
where
	T: Copy
		+ PartialEq
		+ core::fmt::Debug
		+ core::fmt::Display
		+ core::str::FromStr<Err = UnknownCode>,
	T: Encode + Decode + serde::Serialize + serde::de::DeserializeOwned,
{
	for (index, code) in list.iter().enumerate() {
		let name = code.to_string();
		assert_eq!(name.parse::<T>(), Ok(*code), "{name}");
		assert_eq!(serde_json::to_string(code).unwrap(), format!("\"{name}\""));
		assert_eq!(serde_json::from_str::<T>(&format!("\"{name}\"")).unwrap(), *code);
		assert_eq!(code.encode(), [index as u8], "{name}");
		assert_eq!(T::decode(&mut &[index as u8][..]), Ok(*code));
	}
	assert!(T::decode(&mut &[list.len() as u8][..]).is_err());
	assert_eq!("no-such-code".parse::<T>(), Err(UnknownCode));
}

#[test]
fn names_and_numbers_should_agree_with_json_and_codec_in_every_list() {
	assert_list(MemberKind::ALL);
	assert_list(Capability::ALL);
	assert_list(AchievementKind::ALL);
	assert_list(ExclusionClass::ALL);
	assert_list(OfficialStatus::ALL);
	assert_list(LedgerStatus::ALL);
	assert_list(UseForm::ALL);
	assert_list(Permission::ALL);
	assert_list(ConsentAct::ALL);
	assert_list(PreEmption::ALL);
	assert_list(Force::ALL);
	assert_list(StatuteStatus::ALL);
}

#[test]
fn name_should_be_kebab_case() {
	assert_eq!(Capability::RegisterContracts.to_string(), "register-contracts");
	assert_eq!("know-how".parse(), Ok(AchievementKind::KnowHow));
	assert_eq!(Capability::Administer.index(), 12);
}

#[test]
fn capabilities_should_hold_what_was_put_in() {
	let mut set = Capabilities::NONE;
	assert!(set.is_empty());
	set.insert(Capability::Sponsor);
	set.insert(Capability::Validate);
	assert!(set.contains(Capability::Sponsor) && !set.contains(Capability::Audit));
	assert_eq!(serde_json::to_string(&set).unwrap(), r#"["validate","sponsor"]"#);
	assert_eq!(serde_json::from_str::<Capabilities>(r#"["sponsor","validate"]"#).unwrap(), set);
	set.remove(Capability::Sponsor);
	assert_eq!(set.iter().collect::<Vec<_>>(), [Capability::Validate]);
	assert_eq!(set.encode(), [1, 0, 0, 0]);
}

#[test]
fn set_should_be_refused_when_a_bit_stands_for_no_code() {
	assert_eq!(Capabilities::decode(&mut &[0xff, 0x1f, 0, 0][..]), Ok(Capabilities::all()));
	assert!(Capabilities::decode(&mut &[0, 0x20, 0, 0][..]).is_err());
	assert!(Permissions::decode(&mut &[0x80, 0][..]).is_err());
}

#[test]
fn full_key_should_have_every_permission() {
	for permission in Permission::ALL {
		assert!(Permissions::FULL.contains(*permission));
	}
	assert_eq!(Permissions::FULL.iter().collect::<Vec<_>>(), [Permission::Full]);
	let seat: Permissions = [Permission::Seat].into_iter().collect();
	assert!(seat.contains(Permission::Seat));
	assert!(!seat.contains(Permission::Full) && !seat.contains(Permission::Dispose));
}

#[test]
fn rights_should_be_live_only_while_the_office_says_so() {
	use OfficialStatus::*;
	let dead = [Lapsed, Invalidated, Expired, Withdrawn, Rejected];
	for status in OfficialStatus::ALL {
		assert_eq!(status.is_live(), !dead.contains(status), "{status}");
	}
}

#[test]
fn location_should_be_invalid_when_no_list_has_it() {
	let foreign = |code: &str, register: &[u8]| Location::Foreign {
		country: code.parse().unwrap(),
		register: Text(register.to_vec().try_into().unwrap()),
	};
	assert!(Location::Division(330_100).is_valid());
	assert!(!Location::Division(990_100).is_valid());
	assert!(!Location::Division(33).is_valid());
	assert!(!Location::Division(3_301_000).is_valid());
	assert!(foreign("DE", b"HRB 1234").is_valid());
	assert!(!foreign("330000", b"HRB 1234").is_valid());
	assert!(!foreign("DE", b"").is_valid());
}
