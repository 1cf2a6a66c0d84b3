//! The idle clock (三年未转化): conversions, and why an idle achievement was kept out of the pool.

use quanqi_types::{
	bounds::MAX_CONVERSIONS_KEPT, AchievementId, BoundedVec, ConstU32, ContractId, Digest,
	MemberId, Moment,
};

choice! {
	/// A way of conversion (转化方式, Promotion Law art. 16).
	pub enum ConversionWay {
		/// Transfer (转让).
		#[codec(index = 0)]
		Transfer,
		/// Licence or sublicence (许可).
		#[codec(index = 1)]
		Licence,
		/// Own investment and use (自行投资实施转化).
		#[codec(index = 2)]
		OwnUse,
		/// Joint use with others (合作实施).
		#[codec(index = 3)]
		JointUse,
		/// Contribution to a company's capital (作价投资).
		#[codec(index = 4)]
		Equity,
		/// Another way that was agreed (其他协商确定的方式).
		#[codec(index = 5)]
		Other,
		/// As a technology contract says; no entry shows it.
		#[codec(index = 6)]
		Contract,
	}
}

record! {
	/// One conversion.
	#[derive(Copy)]
	pub struct NotedConversion {
		/// In which way.
		pub way: ConversionWay,
		/// When.
		pub at: Moment,
		/// The entry that shows it, for transfers and licences.
		pub entry: Option<u32>,
		/// The contract behind that entry, if there is one.
		pub contract: Option<ContractId>,
		/// From whom to whom, for transfers: a transfer back undoes it.
		pub moved: Option<(MemberId, MemberId)>,
		/// Who says so, where no entry shows it and no contract says it.
		pub by: Option<MemberId>,
		/// The evidence it gave.
		pub evidence: Option<Digest>,
	}
}

impl NotedConversion {
	/// A conversion that no entry shows, on the word of a member, or of a contract.
	pub fn told(way: ConversionWay, at: Moment, word: Option<(MemberId, Digest)>) -> Self {
		let (by, evidence) = word.unzip();
		Self { way, at, entry: None, contract: None, moved: None, by, evidence }
	}
}

record! {
	/// What the clock of one achievement knows.
	#[derive(Default)]
	pub struct Clock {
		/// When its title came onto the ledger.
		pub registered: Option<Moment>,
		/// When the office granted it, where it did since.
		pub granted: Option<Moment>,
		/// Conversions that stand, in the order they were told.
		pub conversions: BoundedVec<NotedConversion, ConstU32<MAX_CONVERSIONS_KEPT>>,
	}
}

record! {
	/// A clock by the version of its layout.
	pub enum ClockRecord {
		/// Version 1.
		#[codec(index = 1)]
		V1(Clock),
	}
}

choice! {
	/// Why the holder keeps an idle achievement out of the pool.
	pub enum DeclineReason {
		/// A conversion is being negotiated (正在洽谈).
		#[codec(index = 0)]
		Negotiating,
		/// It is not ripe for use (尚不成熟).
		#[codec(index = 1)]
		NotRipe,
		/// Others have a contractual claim to it (合同约束).
		#[codec(index = 2)]
		BoundByContract,
		/// The holder is about to give it up (拟放弃).
		#[codec(index = 3)]
		ToBeGivenUp,
		/// Another reason, in the document.
		#[codec(index = 4)]
		Other,
	}
}

record! {
	/// Why an idle achievement was kept out of the pool.
	#[derive(Copy)]
	pub struct Declination {
		/// Who says so.
		pub by: MemberId,
		/// When.
		pub at: Moment,
		/// The reason.
		pub reason: DeclineReason,
		/// Digest of the explanation.
		pub document: Digest,
	}
}

record! {
	/// An idle achievement, as the list shows it.
	#[derive(Copy)]
	pub struct IdleItem {
		/// Which.
		pub achievement: AchievementId,
		/// Who holds it.
		pub holder: MemberId,
		/// When its clock started.
		pub started: Moment,
		/// Since when it is idle.
		pub idle_since: Moment,
		/// Why it was kept out of the pool, if the holder said so.
		pub declined: Option<Declination>,
	}
}
