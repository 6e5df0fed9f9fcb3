//! Pages of which the program makes parts: each stands between `<!-- NAME -->` and `<!-- end -->`, and is held against what
//! is made for that name. With `README=overwrite` it is written anew.

#![allow(dead_code, reason = "every page takes what it needs of this")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

/// Holds every part of a page against what `make` gives for its name and what stands there.
pub(crate) fn check(page: &Path, mut make: impl FnMut(&str, &str) -> Option<String>) {
    let text = std::fs::read_to_string(page).expect("the page is there");
    let mut fresh = String::new();
    let mut rest = text.as_str();
    let mut checked = 0;
    while let Some((before, after)) = rest.split_once("<!-- ") {
        let (name, after) = after.split_once(" -->\n").expect("a marker ends its line");
        let (part, after) = after.split_once("<!-- end -->").expect("a part ends");
        let part = make(name, part).inspect(|_| checked += 1).unwrap_or_else(|| part.to_owned());
        write!(fresh, "{before}<!-- {name} -->\n{part}<!-- end -->").expect("a string takes everything");
        rest = after;
    }
    fresh.push_str(rest);
    assert!(checked > 0, "the page has no such part");
    if std::env::var_os("README").is_some_and(|value| value == "overwrite") {
        std::fs::write(page, &fresh).expect("the page can be written");
    } else {
        snapbox::assert_data_eq!(text, snapbox::Data::text(fresh).raw());
    }
}

/// Runs the commands of a console block one after the other in `cwd`, and gives the block with what they print.
pub(crate) fn run(block: &str, home: &Path, cwd: &Path) -> String {
    let mut shown = String::from("```console\n");
    for line in block.lines().filter_map(|line| line.strip_prefix("$ ")) {
        writeln!(shown, "$ {line}").expect("a string takes everything");
        let bin = Path::new(env!("CARGO_BIN_EXE_opsladder")).parent().expect("a binary lies in a directory");
        // A page may bring a program of its own.
        let path = [&home.join("bin"), bin, Path::new("/usr/bin"), Path::new("/bin")];
        let path = std::env::join_paths(path).expect("no colons in paths");
        let output = Command::new("sh")
            .args(["-c", line])
            .current_dir(cwd)
            .env_clear()
            .env("PATH", path)
            .env("HOME", home)
            .env("LC_ALL", "C.UTF-8")
            .output()
            .expect("there is a shell");
        let printed = [output.stdout, output.stderr].concat();
        let printed = String::from_utf8(printed).expect("output is UTF-8");
        shown.push_str(&printed.replace(&home.display().to_string(), "~"));
    }
    shown.push_str("```\n");
    shown
}
