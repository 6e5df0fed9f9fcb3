//! Keeping a store in order: the list of its teams, deleting, bringing back, renaming.

use super::notices;

notices! {
    doing_delete(): "delete", "删除";
    doing_restore(): "bring back", "恢复";
    still_in_trash(path): "it is still in the trash: {path}", "它仍在回收站中：{path}";
    not_of_a_team(path, store): "{path} is no file of a team in {store}", "{path} 不是 {store} 中某个团队的文件";
    not_of_a_team_hint(): "what lies elsewhere is yours to delete", "其他位置的文件请自行删除";
    rename_taken(name, path): "`{name}` is taken: {path} is there already", "名称 `{name}` 已被占用：{path} 已存在";
    rename_other_team(path, team): "{path} is of another team, `{team}`, and lies in the same directory", "{path} 属于另一团队 `{team}`，却在同一目录中";
    rename_other_team_hint(): "move that file into a directory of its own team first", "请先将该文件移到其团队自己的目录";
}
