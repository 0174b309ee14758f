//! The `insyn` program: arguments in, exit code out. What they mean is decided in `insyn::cli`.

/// The system's own allocator took a fifth of the time of a build.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    insyn::cli::run()
}
