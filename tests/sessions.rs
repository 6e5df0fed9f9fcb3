//! A facilitated session from the first screen to the last, frame by frame, in each language: what `docs/` shows is what the
//! program draws.
//!
//! `README=overwrite cargo test --test sessions` writes the pages anew; read the difference before it is committed.

mod support_app;

use std::fmt::Write as _;
use std::path::Path;

use opsladder::i18n::Lang;
use opsladder::reading::Reading;
use opsladder::style::Theme;
use opsladder::tui::app::{App, Saved, Walk};
use opsladder::tui::screen::form::Form;
use opsladder::tui::update::Effect;

use support_app::{TODAY, builtin, press, screen};

/// What is pressed, and what is said of the screen that comes then, in English and in Chinese.
type Frame = (&'static str, &'static str, &'static str);

/// The first screen, to the end of its form.
const FORM: &[Frame] = &[
    ("", "The first start asks who is assessed.", "第一次启动先问评估谁。"),
    (
        "Payments<Enter><Right><Right>",
        "The team, and who staffs operations: Left and Right choose.",
        "填团队，再用左右方向键选择由谁负责运维。",
    ),
];

/// The session after it.
const WALK: &[Frame] = &[
    (
        "",
        "The first criterion. Three lines say what decides the level, what explains it, and that everything is saved.",
        "第一个评估项。三行字说明：什么决定等级，什么说明原因，一切即时保存。",
    ),
    ("m", "`m` puts one item at a time before the room.", "按 `m`，一次只在投影上放一个条目。"),
    (
        "y",
        "The room says yes; the screen stays, and says what that did.",
        "大家认为“是”；画面停在原处，说明这个结果的作用。",
    ),
    ("<Enter>y<Enter>y", "Two more, and level 1 is reached.", "再评两项，达到 1 级。"),
    (
        "<Enter>!rollback is scripted, but who has tried it?<Enter>",
        "Somebody disagrees: `!` parks the item with a note, and the next one comes.",
        "有人有不同意见：按 `!` 带备注搁置该条目，先看下一条。",
    ),
    ("n", "No, says the room.", "大家认为“否”。"),
    (
        "<Esc>",
        "`Esc` leads back to the walk, on the same item: what it lacks stands first.",
        "按 `Esc` 回到评估，仍在同一条目；所缺的最先列出。",
    ),
    (
        "<Right>pjy",
        "`Right` goes among what the item is linked to: each is answered where it stands.",
        "按右方向键进入关联条目，就地评估。",
    ),
    ("<Left>iAlerts exist for two of five services.", "A note explains the answer.", "用备注说明这个结果。"),
    ("<C-s>oSam<Enter>d+6w<Enter>", "Who closes the gap, and by when.", "谁来弥补差距，什么时候完成。"),
    ("M99.95<Down>180<Down>0.4<Down>", "`M`: the metrics, typed down one table.", "按 `M`：指标在一张表里逐行输入。"),
    ("<Esc>/rollback", "`/` finds words in all that is said of an item.", "按 `/` 在条目的所有文字里查找。"),
    ("<Esc>w", "`w`: what would the next level take?", "按 `w`：升一级还差什么？"),
    (
        "N",
        "`N` supposes all of the shortest way; nothing of it is saved.",
        "按 `N` 假设最短路径全部做到；假设不会保存。",
    ),
    ("<Esc>s", "`s`: the score on one screen.", "按 `s`：一屏看完得分。"),
    ("P", "`P`: the plan, a line for each gap.", "按 `P`：改进计划，每个差距一行。"),
    ("<Esc>f", "`f` makes it final, after saying what is open.", "按 `f` 定稿，先列出未完成之处。"),
];

fn app(lang: Lang) -> App {
    let mut app = App::new(lang, Theme::default(), TODAY, "~/payments/.opsladder".into());
    app.size = (80, 24);
    app.layers.push(Form::new(TODAY, builtin()).into());
    app
}

/// The session as a page.
fn page(lang: Lang) -> String {
    let (title, pressed) = match lang {
        Lang::En => ("A session, frame by frame", "Keys"),
        Lang::Zh => ("一次评估会，逐帧记录", "按键"),
    };
    let mut page = format!("# {title}\n");
    let mut app = app(lang);
    let mut add = |app: &mut App, (keys, en, zh): Frame| {
        press(app, keys);
        if let Some(walk) = &mut app.walk
            && walk.saved == Saved::Pending
        {
            walk.saved = Saved::Yes(Some("10:42:07".into()));
        }
        let said = if lang == Lang::En { en } else { zh };
        write!(page, "\n{said}\n").expect("a string takes everything");
        if !keys.is_empty() {
            write!(page, "\n{pressed}: `` {keys} ``\n").expect("a string takes everything");
        }
        write!(page, "\n```text\n{}\n```\n", screen(app).trim_end()).expect("a string takes everything");
    };
    for frame in FORM {
        add(&mut app, *frame);
    }
    let effects = press(&mut app, "<Enter><Enter>Lin, Sam<Enter>");
    let [Effect::Create(made)] = effects.as_slice() else { panic!("{effects:?}") };
    app.open(Walk::new(Reading::new(builtin(), made.assessment.clone())));
    for frame in WALK {
        add(&mut app, *frame);
    }
    page
}

#[test]
fn the_recorded_sessions_are_what_the_program_draws() {
    for lang in Lang::ALL {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/session.{}.md", lang.tag()));
        let fresh = page(lang);
        if std::env::var_os("README").is_some_and(|value| value == "overwrite") {
            std::fs::create_dir_all(path.parent().expect("a directory")).expect("the directory is made");
            std::fs::write(&path, fresh).expect("the page is written");
        } else {
            let stored = std::fs::read_to_string(&path).expect("the session is recorded");
            snapbox::assert_data_eq!(stored, snapbox::Data::text(fresh).raw());
        }
    }
}
