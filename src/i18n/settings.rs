//! What can be set, and who settled it.

use super::{notices, phrases, sentences};

phrases! {
    setting: "Setting", "设置项";
    setting_value: "Value", "值";
    set_by_command_line: "command line", "命令行";
    set_by_directory: "nearest directory that has a store", "最近的评估库目录";
    set_by_locale: "locale", "区域设置";
    set_by_terminal: "terminal", "终端";
    set_by_default: "default", "默认值";
    no_config_place: "there is no place for config.toml: no home directory is known", "没有存放 config.toml 的位置：无法确定主目录";
}

sentences! {
    set_by_variable(name): "environment: {name}", "环境变量 {name}";
    keys_clash(key, one, other, place): "`{key}` would be both `{one}` and `{other}` ({place})", "`{key}` 会同时是 `{one}` 和 `{other}`（{place}）";
    set_by_config(line): "config.toml, line {line}", "config.toml 第 {line} 行";
    config_file(path): "Config file: {path}", "配置文件：{path}";
    config_file_missing(path): "Config file: {path} (not there)", "配置文件：{path}（不存在）";
}

notices! {
    unknown_command(name): "no command is called `{name}`", "没有名为 `{name}` 的命令";
    no_keys(command): "`{command}` is given no key", "没有给 `{command}` 任何按键";
    no_keys_hint(): "name at least one, or leave the line out for the usual ones", "请至少写一个；若要用默认按键，请删去此行";
    unknown_stroke(name): "no key is called `{name}`", "没有名为 `{name}` 的按键";
    unknown_stroke_hint(named): "a key is a character, or one of {named}, F1 to F12, Shift-F1 and so on, or Ctrl and a letter, as in `Ctrl-R`; Ctrl-I and Ctrl-M are Tab and Enter, and there is no Alt",
        "按键写作单个字符，或以下之一：{named}，F1 至 F12、Shift-F1 等，或 Ctrl 加字母，如 `Ctrl-R`；Ctrl-I 与 Ctrl-M 即 Tab 与 Enter，不支持 Alt";
    fixed_key(key): "`{key}` cannot be given to a command", "`{key}` 不能指定给命令";
    fixed_key_hint(): "Enter, Esc and Ctrl-C do the same whatever is set; digits and . - < > begin what is typed, or choose", "Enter、Esc 与 Ctrl-C 的作用固定不变；数字和 . - < > 用于开始输入或按序号选择";
    keys_clash_hint(other, line, own): "`{other}` has it by line {line}, this is line {own}: give one of them another key", "`{other}` 在第 {line} 行已用此键，而这是第 {own} 行：请为其中之一另选按键";
    key_is_taken_hint(other): "`{other}` has it anyway: give it another one too, or choose another one here", "`{other}` 默认使用此键：请也为它另选按键，或在此处换用其他按键";
}
