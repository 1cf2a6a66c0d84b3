//! Why the pallet refuses. Each error names the rule of the README that it comes from.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod errors {
	/// The rule that is broken.
	#[pallet::error]
	#[derive(PartialEq, Eq)]
	pub enum Error<T> {
		/// No notice has this number.
		NoSuchNotice,
		/// The notice has ended.
		NotOpen,
		/// N1: no statute gives the window of a notice opened today.
		WindowNotGoverned,
		/// N2: the same subject is noticed already, and that notice is open. What changes materially is
		/// another subject.
		OpenAlready,
		/// N3: the window for objections is over.
		WindowOver,
		/// N3: the member's earlier objection to this notice is undecided.
		UndecidedAlready,
		/// N3: the member has raised as many objections to this notice as one member can.
		TooManyOwnObjections,
		/// N3: the notice has as many objections as it can have.
		TooManyObjections,
		/// N4: an objection is undecided.
		Suspended,
		/// N5: who decides is a party of the notice, or objected itself.
		DeciderIsParty,
		/// N5: who decides sponsors a party of the notice or who objected.
		DeciderIsSponsor,
		/// N5: there is no such objection to this notice.
		NoSuchObjection,
		/// N5: the objection has been decided.
		DecidedAlready,
		/// N6: no statute gives the time to decide an objection raised today.
		DeadlineNotGoverned,
		/// N8: the window is not over.
		WindowRuns,
		/// N9: only who gave notice takes it back.
		NotGiver,
		/// N10: the member neither holds nor owns the achievement.
		NotHolder,
		/// N10: the achievement is not registered on this ledger.
		NotRegistered,
		/// No member has this number.
		UnknownMember,
		/// The notice would have more parties than it can name.
		TooManyParties,
		/// A text is empty, not UTF-8, or has a control character.
		InvalidText,
		/// There are no numbers left.
		NumbersExhausted,
	}
}
