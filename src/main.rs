//! The binary: parses, dispatches, and turns an error into an exit status.

fn main() {}
