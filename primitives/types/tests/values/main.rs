//! Tests of the values through their public interface, one module per subject.

mod amount;
mod bounds;
mod codes;
mod date;
mod golden;
mod identifier;
mod scope;
mod shares;
mod statute;
mod term;
