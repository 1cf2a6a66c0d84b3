//! What is granted, to whom and on what terms.

use quanqi_types::{
	bounds::{MAX_COMMITTED_TERMS, MAX_INCOME_LINES, MAX_SUBJECT_TO},
	AchievementId, BoundedVec, ConstU32, Digest, MemberId, Ppm, Scope, Shares, Term, UseForm,
	WHOLE_PPM,
};

stored! {
	/// The terms of a grant (赋权): what is proposed, approved, noticed and accepted as one whole.
	#[serde(deny_unknown_fields)]
	pub struct Terms {
		/// The achievement.
		pub achievement: AchievementId,
		/// What is granted.
		pub content: Content,
		/// The team (团队): its completers and their inner shares (G4).
		pub team: Shares,
		/// Who represents the team (赋权代表), one of it.
		pub representative: Option<MemberId>,
		/// A legal-basis code of the governed list (G3).
		pub legal_basis: u16,
		/// Digest of the co-ownership agreement: income split, decisions, costs, fees (G7).
		pub agreement: Digest,
		/// How the unit's income is split (G8).
		pub income: BoundedVec<IncomeLine, ConstU32<MAX_INCOME_LINES>>,
	}

	/// What is granted.
	#[serde(rename_all = "kebab-case")]
	pub enum Content {
		/// A share of the ownership (所有权).
		#[codec(index = 0)]
		Ownership {
			/// How much of the whole the team receives; the unit may keep any share from 0.
			ppm: Ppm,
			/// Whether each of the team holds its part or the representative all of it.
			holding: Holding,
		},
		/// A long-term use right (长期使用权), held by the team in its inner shares.
		#[codec(index = 1)]
		LongTermUse {
			/// Exclusive, sole or ordinary.
			form: UseForm,
			/// Where, for what, how.
			scope: Scope,
			/// For how long (G5), from the day it is agreed.
			length: Length,
			/// May be transferred or divided (T7).
			transferable: bool,
			/// May be sublicensed (T5).
			sublicensable: bool,
			/// A sublicence of it outlives it (T5).
			sublicences_survive: bool,
			/// Rights it is subject to (T4).
			subject_to: BoundedVec<u32, ConstU32<MAX_SUBJECT_TO>>,
		},
	}

	/// Who stands in the title for the team.
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum Holding {
		/// Each of the team with its own part.
		#[codec(index = 0)]
		Each,
		/// The representative with all of it (代持); the inner shares are the grant's.
		#[codec(index = 1)]
		Representative,
	}

	/// For how long a long-term use right runs (G5).
	#[serde(rename_all = "kebab-case")]
	pub enum Length {
		/// One committed term after the other: 10, or 5 + 5 years.
		#[codec(index = 0)]
		Committed(BoundedVec<Term, ConstU32<MAX_COMMITTED_TERMS>>),
		/// To the end of protection.
		#[codec(index = 1)]
		ToEndOfProtection,
	}

	/// One line of the recorded income split.
	#[derive(Copy)]
	#[serde(deny_unknown_fields)]
	pub struct IncomeLine {
		/// To whom.
		pub payee: IncomePayee,
		/// How much of the income.
		pub ppm: Ppm,
	}

	/// Who has a part in the income.
	#[derive(Copy, PartialOrd, Ord)]
	#[serde(rename_all = "kebab-case")]
	pub enum IncomePayee {
		/// The completers (完成人).
		#[codec(index = 0)]
		Completers,
		/// Others who contributed to the conversion (重要贡献人员).
		#[codec(index = 1)]
		Contributors,
		/// The unit itself.
		#[codec(index = 2)]
		Unit,
		/// A department of it.
		#[codec(index = 3)]
		Department,
		/// A fund of it.
		#[codec(index = 4)]
		Fund,
		/// Anyone else.
		#[codec(index = 5)]
		Other,
	}
}

impl Terms {
	/// What completers and contributors together receive (G8).
	pub fn income_of_completers(&self) -> Ppm {
		let counts = |payee| matches!(payee, IncomePayee::Completers | IncomePayee::Contributors);
		let lines = self.income.iter().filter(|line| counts(line.payee));
		lines.fold(0, |sum: Ppm, line| sum.saturating_add(line.ppm))
	}

	/// Whether the lines of the split ascend, each payee once and above zero, and sum to the whole.
	pub fn is_income_whole(&self) -> bool {
		let ascend = self.income.is_sorted_by(|one, two| one.payee < two.payee);
		let sum = self.income.iter().fold(0, |sum: Ppm, line| sum.saturating_add(line.ppm));
		ascend && sum == WHOLE_PPM && self.income.iter().all(|line| line.ppm > 0)
	}
}
