//! What can go wrong, and what to do about it, as people read it.

use super::notices;

notices! {
    // How an error is introduced
    prefix(): "error:", "错误：";
    hint_prefix(): "hint:", "提示：";
    file_has_problems(path, line): "{path}, line {line}", "{path} 第 {line} 行";

    // The terminal
    terminal(source): "the terminal does not work: {source}", "终端无法使用：{source}";
    no_terminal(): "the interactive walk needs a terminal on standard input and output",
        "交互评估需要标准输入和标准输出都连接到终端";
    no_terminal_hint(): "use `opsladder assess --plain` for line-by-line questions, `opsladder score TARGET` for the result, `opsladder --help` for all commands",
        "可用 `opsladder assess --plain` 逐行作答，用 `opsladder score TARGET` 查看结果，用 `opsladder --help` 查看全部命令";
    rescued(path): "the answers could not be saved in their file; a copy is in {path}",
        "答案无法写入原文件；副本保存在 {path}";
    rescued_hint(): "once the cause is gone, move the copy over the file", "排除原因后，用该副本覆盖原文件即可";

    // The file system
    io(doing, path, source): "cannot {doing} {path}: {source}", "无法{doing} {path}：{source}";
    doing_read(): "read", "读取";
    doing_write(): "write", "写入";
    doing_create(): "create", "创建";
    doing_list(): "list", "列出";
    doing_lock(): "lock", "锁定";
    hint_permission(): "check who owns it and its permissions, or choose another place with `--store DIR`",
        "请检查其属主和权限，或用 `--store DIR` 另选位置";
    hint_read_only(): "the file system is read-only: choose another place with `--store DIR`",
        "文件系统为只读：请用 `--store DIR` 另选位置";
    hint_disk_full(): "free some space and try again", "请腾出空间后重试";
    hint_not_found(): "check the path; `opsladder list` shows what the store holds",
        "请检查路径；`opsladder list` 会列出评估库中的内容";
    hint_is_directory(): "name a file in it", "请指定其中的文件";

    // Ids and names
    id_empty(): "an id is empty", "标识为空";
    id_not_kebab(id): "`{id}` is not a kebab-case id", "`{id}` 不是 kebab-case 格式的标识";
    id_not_kebab_hint(): "use lower-case letters, digits and single hyphens, starting with a letter, like `full-cicd`",
        "请使用小写字母、数字和单个连字符，并以字母开头，例如 `full-cicd`";
}
