//! Builds the wasm that is the runtime; the native build only embeds it.

fn main() {
	#[cfg(feature = "std")]
	substrate_wasm_builder::WasmBuilder::build_using_defaults();
}
