//! The `insyn` program: arguments in, exit code out. What they mean is decided in `insyn::cli`.

fn main() -> std::process::ExitCode {
    insyn::cli::run()
}
