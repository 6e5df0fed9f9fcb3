//! Keeping a store in order: the list of its teams, deleting, bringing back, renaming.

use super::{notices, phrases, sentences};

phrases! {
    // The list of teams
    open_column: "Open", "未评";
    findings_column: "Find.", "问题";
    age_column: "Age", "距今";
    no_team_found: "No team of that name; Esc shows all.", "没有符合的团队；按 Esc 显示全部。";
    form_or_sample: "Esc: look around in a sample first", "按 Esc 可先看看示例";

    // Deleting and renaming
    delete_title: "Delete this assessment?", "删除此评估？";
    delete_open: "It is open; the walk is closed.", "该评估正打开着，将随之关闭。";
    rename_how: "The new name, for all of the team's files; remarks in them stay", "新名称，将写入该团队的所有文件；文件中的注释保持不变";

    // The sample
    never_saved: "sample: not saved", "示例：不保存";
    sample_team: "Sample team", "示例团队";
    sample_person: "Sam", "小林";
    sample_note: "Deploy is scripted; rollback is by hand.", "部署已脚本化，回滚还靠手工。";
}

sentences! {
    delete_then(key): "The file stays as it is in the store's .trash, where git does not see it; {key} brings it back.", "文件原样留在评估库的 .trash 中，git 不会看到；按 {key} 可恢复。";
    home_empty(new, sample): "No assessment yet: each team and day gets a file of its own here, fit for git.\n`{new}` starts one: a walk through a checklist, every answer saved at once.\n`{sample}` opens a sample to look around in; nothing of it is saved.",
        "还没有评估。每个团队每次评估各存一个文件，适合纳入 git。\n按 `{new}` 新建：逐项走完清单，每项结果都即时保存。\n按 `{sample}` 打开示例随便看看，其中的一切都不会保存。";
    age(days): "{days} d", "{days} 天";
    at_line(line, problem): "line {line}: {problem}", "第 {line} 行：{problem}";
    teams_found(found, all): "{found} of {all}", "{found}/{all}";
    delete_what(file): "{file} goes into the trash.", "{file} 将移入回收站。";
    rename_title(team): "Rename {team}", "重命名 {team}";
}

notices! {
    discarded(path, key): "deleted, now in {path}; {key} brings it back", "已删除，现位于 {path}；按 {key} 恢复";
    restored(path): "brought back: {path}", "已恢复：{path}";
    nothing_deleted(): "nothing was deleted in this sitting; what was deleted before lies in the store's .trash", "本次会话没有删除过文件；此前删除的仍在评估库的 .trash 中";
    rename_other_has_it(team): "that is the name of a team already: {team}", "已有团队使用此名称：{team}";
    reported(path): "report written: {path}", "报告已写入：{path}";
    save_first(): "not done: the answers are not saved yet", "未执行：评估结果尚未保存";
    doing_delete(): "delete", "删除";
    doing_restore(): "bring back", "恢复";
    still_in_trash(path): "it is still in the trash: {path}", "它仍在回收站中：{path}";
    not_of_a_team(path, store): "{path} is no file of a team in {store}", "{path} 不是 {store} 中某个团队的文件";
    not_of_a_team_hint(): "what lies elsewhere is yours to delete", "其他位置的文件请自行删除";
    rename_taken(name, path): "`{name}` is taken: {path} is there already", "名称 `{name}` 已被占用：{path} 已存在";
    rename_other_team(path, team): "{path} is of another team, `{team}`, and lies in the same directory", "{path} 属于另一团队 `{team}`，却在同一目录中";
    rename_other_team_hint(): "move that file into a directory of its own team first", "请先将该文件移到其团队自己的目录";
}
