//! What a WebAssembly module without a host has to bring itself: memory, and an end.

/// Nothing is imported, so memory is the module's own.
#[global_allocator]
static ALLOCATOR: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;

/// Traps. The host sees a runtime error, drops this instance and says that there is no answer: a panic
/// is never a verdict.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
	core::arch::wasm32::unreachable()
}
