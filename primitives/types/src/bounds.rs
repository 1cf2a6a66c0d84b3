//! Every bound of the ledger, with its reason.
//!
//! Bounds are for ever: narrowing one makes old bytes undecodable. They may only grow.

/// Most co-owners of a title or holders of one use right. Larger teams hold through a representative.
pub const MAX_SHARE_LINES: u32 = 64;
/// Most use rights that are live or agreed for a future date in one title; ended ones live in the history.
pub const MAX_LIVE_RIGHTS: u32 = 256;
/// Most transfers of shares agreed but not yet effective.
pub const MAX_AGREED_TRANSFERS: u32 = 16;
/// Most pledges at once in one title.
pub const MAX_PLEDGES: u32 = 16;
/// Most holds at once in one title.
pub const MAX_HOLDS: u32 = 16;
/// Most reservations at once in one title.
pub const MAX_RESERVATIONS: u32 = 16;
/// Most consents one entry carries: every co-owner, every pre-emption holder and some blocking holders.
pub const MAX_CONSENTS: u32 = 192;
/// Most statute values one entry carries.
pub const MAX_ENTRY_STATUTES: u32 = 8;
/// Most prior rights a new right can be made subject to.
pub const MAX_SUBJECT_TO: u32 = 64;
/// Largest encoded title, in bytes: a state proof of one title stays small.
pub const MAX_TITLE_BYTES: u32 = 32 * 1024;
/// Largest encoded entry, in bytes: replay and proofs stay cheap.
pub const MAX_ENTRY_BYTES: u32 = 4 * 1024;
/// Most territories named, or excluded, in one scope.
pub const MAX_TERRITORIES: u32 = 48;
/// Most IPC classes named in one scope.
pub const MAX_FIELDS_OF_USE: u32 = 32;
/// Longest title of an achievement, bytes of UTF-8 (domain §5).
pub const MAX_TITLE_TEXT_BYTES: u32 = 512;
/// Longest name of a member, bytes of UTF-8.
pub const MAX_NAME_BYTES: u32 = 256;
/// Longest short label, code text or document number, bytes of UTF-8.
pub const MAX_LABEL_BYTES: u32 = 96;
/// Longest citation of a policy or law, bytes of UTF-8.
pub const MAX_CITATION_BYTES: u32 = 512;
/// Longest identifier text, bytes.
pub const MAX_IDENTIFIER_BYTES: u32 = 64;
/// Most identifiers of one achievement.
pub const MAX_IDENTIFIERS: u32 = 8;
/// Most completers of one achievement.
pub const MAX_COMPLETERS: u32 = 64;
/// Most pieces of evidence of one achievement.
pub const MAX_EVIDENCE: u32 = 32;
/// Most classification symbols of one achievement.
pub const MAX_CLASSIFICATIONS: u32 = 32;
/// Most records in one bulk registration (domain §5).
pub const MAX_BULK_RECORDS: u32 = 200;
/// Most keys of one member (domain §3).
pub const MAX_KEYS: u32 = 16;
/// Most nodes that one member names: a validator, its spare and some query nodes.
pub const MAX_NODES: u32 = 16;
/// Longest peer id of a node, bytes: a multihash of 34 or 38 bytes, with room for a longer hash.
pub const MAX_NODE_ID_BYTES: u32 = 64;
/// Most successors recorded of one member: the parts of a division.
pub const MAX_SUCCESSORS: u32 = 16;
/// Most enactments that wait at the same time: root is rare, and each is kept whole.
pub const MAX_ENACTMENTS: u32 = 16;
/// Longest call that waits for its enactment, bytes. New code is authorised by its hash.
pub const MAX_ENACTMENT_BYTES: u32 = 16 * 1024;
/// Most codes in one governed list.
pub const MAX_CODES: u32 = 64;
/// Entries one history can hold; keeps a sequence number inside three bytes of an error.
pub const MAX_ENTRIES: u32 = 0x00ff_fffe;
/// Most levels of a Merkle tree: the number of leaves is a `u32`.
pub const MAX_MERKLE_DEPTH: u32 = 32;
/// Most working days in one term: each is looked at, so a longer term would be dear; two years of work.
pub const MAX_TERM_WORKING_DAYS: u32 = 500;
/// Most days in a row without work; a calendar with a longer gap is a mistake and ends no term.
pub const MAX_DAYS_WITHOUT_WORK: u32 = 60;
/// Most parties of one contract: all co-owners of a title and those who take.
pub const MAX_CONTRACT_PARTIES: u32 = 64;
/// Most effects on rights of one contract, over all its versions: each is a step in a history.
pub const MAX_CONTRACT_EFFECTS: u32 = 32;
/// Most price events one contract names.
pub const MAX_CONTRACT_PRICE_EVENTS: u32 = 8;
/// Largest encoded terms of a contract, in bytes.
pub const MAX_CONTRACT_BYTES: u32 = 32 * 1024;
/// Most versions of one contract.
pub const MAX_CONTRACT_VERSIONS: u32 = 64;
/// Most members named as parties of one notice: a unit, a full team, every co-owner, and some room.
pub const MAX_NOTICE_PARTIES: u32 = 192;
/// Most parties that who opens a price notice names beside owners and completers.
pub const MAX_NAMED_PARTIES: u32 = 32;
/// Most objections to one notice; each lies under a key of its own.
pub const MAX_OBJECTIONS: u32 = 256;
/// Most objections of one member to one notice, so that nobody shuts the others out.
pub const MAX_OBJECTIONS_EACH: u32 = 4;
/// Most committed terms of one long-term use right: 5 + 5 years, and some room.
pub const MAX_COMMITTED_TERMS: u32 = 8;
/// Most lines of a recorded income split: one for each kind of payee.
pub const MAX_INCOME_LINES: u32 = 8;
/// Most trials of one pool entry at once: a busy achievement, and well below [`MAX_LIVE_RIGHTS`].
pub const MAX_PARALLEL_TRIALS: u32 = 200;
/// Most flags on one trial or pool entry; each kind of flag is raised once.
pub const MAX_TRIAL_FLAGS: u32 = 8;
/// Most services around one trial.
pub const MAX_TRIAL_SERVICES: u32 = 64;
/// Conversions of one achievement that its idle clock keeps; of more, the earliest are forgotten.
pub const MAX_CONVERSIONS_KEPT: u32 = 8;
/// Most lots of one price event; an auction of more is recorded in several.
pub const MAX_LOTS: u32 = 32;
/// Most achievements of one lot.
pub const MAX_LOT_ACHIEVEMENTS: u32 = 32;
/// Most parts of one consideration: each form once, and some room.
pub const MAX_CONSIDERATION_PARTS: u32 = 8;
/// Most instalments, or milestones, of one part of a consideration: a year of months.
pub const MAX_INSTALMENTS: u32 = 12;
/// Most recipients of equity that one contract names; a team receives under one line.
pub const MAX_EQUITY_RECIPIENTS: u32 = 16;
/// Most deductions recorded of one payment.
pub const MAX_DEDUCTIONS: u32 = 16;
/// Most nodes of one split of income, groups included; persons share a line.
pub const MAX_SPLIT_NODES: u32 = 32;
/// Most levels of a split of income: the unit's, a team's, and one within.
pub const MAX_SPLIT_DEPTH: u32 = 3;
