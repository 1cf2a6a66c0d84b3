//! Values of the ledger's types, for calls that are encoded by the chain's metadata.

use subxt::dynamic::Value;

/// A variant without fields.
pub(super) fn name(variant: &str) -> Value {
	Value::unnamed_variant(variant, [])
}

/// A bounded list: one wrapper around a sequence. Written out, since a list of one would otherwise
/// be taken for the wrapper itself.
pub(super) fn bounded(values: impl IntoIterator<Item = Value>) -> Value {
	Value::unnamed_composite([Value::unnamed_composite(values)])
}

/// Bounded bytes.
pub(super) fn bounded_bytes(bytes: &[u8]) -> Value {
	Value::unnamed_composite([Value::from_bytes(bytes)])
}

/// A text: one more wrapper around bounded bytes.
pub(super) fn text(text: &str) -> Value {
	Value::unnamed_composite([bounded_bytes(text.as_bytes())])
}
