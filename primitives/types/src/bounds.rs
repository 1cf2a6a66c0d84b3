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
