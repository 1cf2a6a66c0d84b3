//! Limits of this chain. What is expensive to change after genesis says so.

use crate::BlockNumber;
use frame_support::weights::{constants::WEIGHT_REF_TIME_PER_MILLIS, Weight};
use sp_runtime::Perbill;

/// Length of a slot, and so the time between blocks, in milliseconds. Authoring stops for ever if
/// this changes on a running chain.
pub const SLOT_DURATION_MILLISECONDS: u64 = 1_000;

/// Blocks in a minute.
pub const MINUTES: BlockNumber = (60_000 / SLOT_DURATION_MILLISECONDS) as BlockNumber;
/// Blocks in an hour.
pub const HOURS: BlockNumber = 60 * MINUTES;
/// Blocks in a day.
pub const DAYS: BlockNumber = 24 * HOURS;

/// Blocks in a session, unless the chain spec gives another number. A new validator set is decided in one session and works from the next but
/// one.
pub const SESSION_BLOCKS: BlockNumber = 5 * MINUTES;

/// Half a second of computation in each one-second slot: the other half is for sending the block
/// and running it again.
pub const MAXIMUM_BLOCK_WEIGHT: Weight =
	Weight::from_parts(500 * WEIGHT_REF_TIME_PER_MILLIS, u64::MAX);

/// Share of a block that ordinary calls may fill; the rest is kept for operational ones.
pub const NORMAL_RATIO: Perbill = Perbill::from_percent(80);

/// Length of a block in bytes.
pub const MAXIMUM_BLOCK_LENGTH_BYTES: u32 = 5 * 1024 * 1024;

/// Blocks whose hashes the state remembers: the longest life of a mortal transaction, a little
/// over an hour.
pub const BLOCK_HASH_COUNT: BlockNumber = 4_096;

/// Institutions that can validate at the same time.
pub const MAXIMUM_VALIDATORS: u32 = 100;

/// Validators that a decision must leave: four can lose one and go on.
pub const MINIMUM_VALIDATORS: u32 = 4;

/// Versions one rule of the statutes can have.
pub const MAXIMUM_STATUTE_VERSIONS: u32 = 64;

/// Statute versions set in one call.
pub const MAXIMUM_STATUTE_BATCH: u32 = 64;

/// Requests for consents that can be open in one achievement.
pub const MAXIMUM_REQUESTS: u32 = 32;

/// Achievements that one call moves by succession.
pub const MAXIMUM_SUCCESSION: u32 = 64;

/// Days after which a request that nobody completed lapses.
pub const REQUEST_LIFE_DAYS: u32 = 365;

/// Seats in the council.
pub const MAXIMUM_COUNCIL_SEATS: u32 = 100;

/// Motions the council can have open.
pub const MAXIMUM_COUNCIL_MOTIONS: u32 = 100;

/// The general address prefix: addresses of this chain are not tied to a registered network.
pub const SS58_PREFIX: u16 = 42;
