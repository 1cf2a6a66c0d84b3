//! What a verifier takes in at most, checked before anything is decoded or while it is.
//!
//! Like the bounds of the ledger they may grow and never shrink: a certificate within them stays readable.

/// Largest certificate, in bytes.
pub const MAX_CERTIFICATE_BYTES: usize = 16 * 1024 * 1024;
/// Most handovers: one for each change of validators since the first block.
pub const MAX_HANDOVERS: u32 = 4_096;
/// Most authorities of one set, and votes of one justification.
pub const MAX_AUTHORITIES: u32 = 1_024;
/// Most headers between the blocks voted for and the block that they justify.
pub const MAX_ANCESTRY: u32 = 256;
/// Most items in the digest of a header.
pub const MAX_DIGEST_ITEMS: u32 = 64;
/// Largest item: the announcement of [`MAX_AUTHORITIES`] authorities, with room.
pub const MAX_DIGEST_ITEM_BYTES: u32 = 64 * 1024;
/// Most nodes of the state proof: those of [`MAX_MEMBERS`] members and of the achievement.
pub const MAX_PROOF_NODES: u32 = 16_384;
/// Largest node: the value nodes of titles and records are the largest, with room.
pub const MAX_PROOF_NODE_BYTES: u32 = 64 * 1024;
/// Most members whose records are proved.
pub const MAX_MEMBERS: u32 = 1_024;
/// Most entries of a history in one certificate.
pub const MAX_HISTORY: u32 = 65_536;
/// Most versions of contracts whose terms are proved.
pub const MAX_CONTRACTS: u32 = 256;
/// Most openings.
pub const MAX_OPENINGS: u32 = 256;
/// Largest value that an opening shows, in bytes.
pub const MAX_OPENED_BYTES: u32 = 64 * 1024;
/// Longest name of a field of sealed terms, in bytes of UTF-8.
pub const MAX_FIELD_NAME_BYTES: u32 = 256;
/// Deepest nesting that the decoder follows.
pub const MAX_DEPTH: u32 = 16;
