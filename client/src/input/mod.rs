//! What people write, read with the types that the chain uses: numbers, dates, shares, scopes,
//! identifiers and tables. Everything that can be known to be wrong is refused here, before
//! anything is signed.

pub mod amounts;
pub mod application;
pub mod certificate;
pub mod chain_spec;
pub mod codes;
pub mod contract;
pub mod dates;
pub mod declaration;
pub mod documents;
pub mod members;
pub mod scope;
pub mod shares;
pub mod table;
pub mod words;
