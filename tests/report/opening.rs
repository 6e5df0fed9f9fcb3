//! `--open`: what the browser is given, and what is said where there is none.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;
use std::time::Duration;

use super::small;
use crate::world::{Ran, World};

/// A directory with the opener of a desktop in it, and nothing else.
const DESKTOP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/report/desktop");
/// Nothing waits so long but what is broken.
const FOR_EVER: Duration = Duration::from_mins(1);

/// A world whose temporary files are its own, with a named pipe that tells what was opened.
struct Desk {
    world: World,
}

impl Drop for Desk {
    fn drop(&mut self) {
        // Lets go of the openers of a test that failed before it listened to them.
        drop(File::options().read(true).write(true).open(self.pipe()));
    }
}

impl Desk {
    fn new() -> Self {
        let desk = Self { world: small() };
        fs::create_dir(desk.world.path("tmp")).expect("a directory");
        let made = Command::new("mkfifo").arg(desk.pipe()).status().expect("mkfifo runs");
        assert!(made.success());
        desk
    }

    fn pipe(&self) -> PathBuf {
        self.world.path("opened")
    }

    /// A file of the working directory.
    fn file(&self, name: &str) -> PathBuf {
        self.world.path("work").join(name)
    }

    /// Runs `report` in a surrounding that has only what `variables` say.
    fn report(&self, variables: &[(&str, &str)], args: &[&str]) -> Ran {
        self.run(variables, &[&["report", "Search 搜索"], args].concat())
    }

    /// The same with any command.
    fn run(&self, variables: &[(&str, &str)], args: &[&str]) -> Ran {
        let mut command = self.world.command(args);
        // Without a PATH, openers would be looked for where this machine keeps its own.
        command.env("PATH", self.world.path("nowhere")).env("TMPDIR", self.world.path("tmp"));
        command.env("OPENED", self.pipe()).envs(variables.iter().copied());
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || sender.send(command.output()));
        let output = receiver.recv_timeout(FOR_EVER).expect("the program does not wait for the browser");
        self.world.ran(&output.expect("the program runs"))
    }

    /// The files that openers were given, in the order of their names. Until now, all of them were waiting to say so.
    fn opened(&self, count: usize) -> Vec<PathBuf> {
        let (sender, receiver) = mpsc::channel();
        let pipe = self.pipe();
        std::thread::spawn(move || {
            let mut told = String::new();
            while told.lines().count() < count {
                told += &fs::read_to_string(&pipe).expect("the pipe can be read");
            }
            sender.send(told)
        });
        let told = receiver.recv_timeout(FOR_EVER).expect("as many files are opened");
        let mut files: Vec<PathBuf> = told.lines().map(PathBuf::from).collect();
        files.sort();
        files
    }

    /// The directories among the temporary files.
    fn private(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.world.path("tmp")).expect("the directory");
        entries.map(|entry| entry.expect("an entry").path()).collect()
    }

    /// The only one.
    fn only_private(&self) -> PathBuf {
        let mut dirs = self.private();
        assert_eq!(dirs.len(), 1, "{dirs:?}");
        dirs.remove(0)
    }

    /// What was said, with the name of the only private directory made known.
    fn said(&self, ran: &Ran) -> String {
        let dir = self.only_private();
        let name = dir.file_name().expect("a name").to_string_lossy();
        assert!(name.starts_with("opsladder-"), "{name}");
        ran.err.replace(&*name, "[PRIVATE]")
    }
}

fn is_page(path: &Path) -> bool {
    fs::read_to_string(path).is_ok_and(|text| text.starts_with("<!DOCTYPE html>") && text.ends_with("</html>\n"))
}

#[test]
fn a_page_without_a_name_lies_where_only_the_user_may_look() {
    for (lang, told) in [
        ("en", "written to [ROOT]/tmp/[PRIVATE]/Search-搜索-2026-11-23.html\n"),
        ("zh", "报告已写入 [ROOT]/tmp/[PRIVATE]/Search-搜索-2026-11-23.html\n"),
    ] {
        for display in ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"] {
            let desk = Desk::new();
            // The opener goes on as long as nobody listens, and this comes back.
            let ran = desk.report(&[(display, ":0"), ("PATH", DESKTOP)], &["--open", "--lang", lang]);
            assert_eq!((ran.status, ran.out.as_str(), desk.said(&ran).as_str()), (0, "", told), "{display}");
            let page = desk.only_private().join("Search-搜索-2026-11-23.html");
            assert!(is_page(&page));
            assert_eq!(desk.opened(1), [page]);
            let mode = fs::metadata(desk.only_private()).expect("the directory").permissions().mode();
            assert_eq!(mode & 0o777, 0o700);
        }
    }
}

#[test]
fn a_file_that_is_named_is_opened_where_it_is() {
    let desk = Desk::new();
    let desktop = [("DISPLAY", ":0"), ("PATH", DESKTOP)];
    for (option, file) in [("-ocard.html", "card.html"), ("-o./deep.htm", "deep.htm"), ("--output=-card", "-card")] {
        let ran = desk.report(&desktop, &["--open", option]);
        assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""), "{file}");
        assert_eq!(desk.opened(1), [desk.file(file)]);
        assert!(is_page(&desk.file(file)));
    }
    assert!(desk.private().is_empty());
}

#[test]
fn of_several_targets_every_page_is_opened() {
    let desk = Desk::new();
    let desktop = [("DISPLAY", ":0"), ("PATH", DESKTOP)];
    let names = ["Search-搜索-2026-05-01.html", "Search-搜索-2026-11-23.html"];
    let ran = desk.report(&desktop, &["Search 搜索~1", "--open", "-o", "site/"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(desk.opened(2), names.map(|name| desk.file("site").join(name)));
    let ran = desk.report(&desktop, &["Search 搜索~1", "--open"]);
    assert_eq!((ran.status, desk.said(&ran).as_str()), (0, "written to [ROOT]/tmp/[PRIVATE]\n"));
    assert_eq!(desk.opened(2), names.map(|name| desk.only_private().join(name)));
}

#[test]
fn without_a_browser_the_page_is_written_and_said_to_be() {
    let hint = "hint: open it on a machine that has a browser, or name a program with BROWSER\n";
    // No screen, though there is an opener; and a screen without one.
    for surrounding in [&[("PATH", DESKTOP), ("DISPLAY", ""), ("BROWSER", "")][..], &[("DISPLAY", ":0")]] {
        let desk = Desk::new();
        let ran = desk.report(surrounding, &["--open"]);
        let told = "no browser was found; written to [ROOT]/tmp/[PRIVATE]/Search-搜索-2026-11-23.html\n";
        assert_eq!((ran.status, ran.out.as_str()), (0, ""));
        assert_eq!(desk.said(&ran), format!("{told}{hint}"));
        assert!(is_page(&desk.only_private().join("Search-搜索-2026-11-23.html")));
        let ran = desk.report(surrounding, &["--open", "-o", "card.html"]);
        assert_eq!((ran.status, ran.err), (0, format!("no browser was found; written to card.html\n{hint}")));
        let ran = desk.report(surrounding, &["Search 搜索~1", "--open", "-o", "site/", "--lang", "zh"]);
        let told =
            "未找到浏览器；报告已写入 site\n提示：请在有浏览器的机器上打开，或用环境变量 BROWSER 指定浏览器程序\n";
        assert_eq!((ran.status, ran.err.as_str()), (0, told));
    }
}

#[test]
fn browser_names_the_program() {
    let desk = Desk::new();
    let named = format!("{DESKTOP}/xdg-open");
    let ran = desk.report(&[("BROWSER", &named)], &["--open", "-o", "card.html"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert_eq!(desk.opened(1), [desk.file("card.html")]);
    // It goes before the desktop's.
    let missing = [("BROWSER", "no-such\u{1b}"), ("DISPLAY", ":0"), ("PATH", DESKTOP)];
    for (lang, told) in [
        (
            "en",
            "BROWSER names `no-such`, which does not start: No such file or directory (os error 2); written to card.html\n\
             hint: open it on a machine that has a browser, or name a program with BROWSER\n",
        ),
        (
            "zh",
            "BROWSER 指定的 `no-such` 无法启动：No such file or directory (os error 2)；报告已写入 card.html\n\
             提示：请在有浏览器的机器上打开，或用环境变量 BROWSER 指定浏览器程序\n",
        ),
    ] {
        let ran = desk.report(&missing, &["--open", "-o", "card.html", "--lang", lang]);
        assert_eq!((ran.status, ran.err.as_str()), (0, told));
    }
}

#[test]
fn what_is_no_file_cannot_be_opened() {
    let desk = Desk::new();
    let desktop = [("DISPLAY", ":0"), ("PATH", DESKTOP)];
    for (lang, output, told) in [
        (
            "en",
            "-",
            "error: `--open` opens a file, and `-` is none\nhint: leave `-o` out, or name a file that ends in .html\n",
        ),
        (
            "zh",
            "/dev/null",
            "错误：`--open` 只能打开文件，而 `/dev/null` 不是文件\n提示：请去掉 `-o`，或指定以 .html 结尾的文件\n",
        ),
    ] {
        let ran = desk.report(&desktop, &["--open", "-o", output, "--lang", lang]);
        assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (2, "", told));
    }
    assert!(desk.private().is_empty());
}

#[test]
fn what_cannot_be_written_leaves_nothing_behind() {
    let desk = Desk::new();
    let ran = desk.report(&[("DISPLAY", ":0"), ("PATH", DESKTOP)], &["nobody", "--open"]);
    assert_eq!(ran.status, 2);
    assert!(desk.private().is_empty());
    let nowhere = desk.world.path("no/such/place").display().to_string();
    for (lang, told) in [
        (
            "en",
            "error: no temporary directory can be made in [ROOT]/no/such/place: entity not found\n\
             hint: name a file with `-o FILE`, or another directory with TMPDIR\n",
        ),
        (
            "zh",
            "错误：无法在 [ROOT]/no/such/place 中创建临时目录：entity not found\n\
             提示：请用 `-o 文件` 指定文件，或用环境变量 TMPDIR 另选目录\n",
        ),
    ] {
        let ran = desk.report(&[("TMPDIR", &nowhere)], &["--open", "--lang", lang]);
        assert_eq!((ran.status, ran.err.as_str()), (2, told));
    }
}

#[test]
fn of_all_reports_the_index_is_opened() {
    let desk = Desk::new();
    let ran = desk.run(&[("PATH", DESKTOP), ("DISPLAY", ":0")], &["report", "--all", "--open", "-o", "site/"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(desk.opened(1), [desk.file("site/index.html")]);
    assert!(is_page(&desk.file("site/index.html")));
}
