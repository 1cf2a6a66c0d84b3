//! What trials leave in the history of an achievement.

use super::*;
use codec::Encode;
use quanqi_types::MemberKind;

/// A busy year: two hundred trials at once, half of them stopped by their users, half left to run out.
/// Less than 32 kB of history keeps a certificate of many such years a small file.
#[test]
fn history_of_two_hundred_trials_should_stay_small() {
	Ledger::new().build_and_execute(|| {
		let bytes = || FakeTitles::history(PATENT).encode().len();
		entered(EntryTerms { parallel_limit: 200, ..terms() });
		let before = bytes();
		for user in 1_000..1_200 {
			FakeMembers::admit(user, MemberKind::Enterprise, false);
			let id = running(user);
			if user % 2 == 0 {
				assert_ok!(Trials::declare_stop(key(user), id, None));
				assert_ok!(Trials::close(key(UNIVERSITY), id, None));
			}
		}
		let in_title = bytes() - before;
		let entries = FakeTitles::history(PATENT).len();
		println!("{in_title} bytes in {entries} entries");
		assert_eq!(entries, 2 + 200 + 100);
		assert!(in_title < 32 * 1_024, "{in_title}");
	});
}
