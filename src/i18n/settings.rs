//! What can be set, and who settled it.

use super::{phrases, sentences};

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
    set_by_config(line): "config.toml, line {line}", "config.toml 第 {line} 行";
    config_file(path): "Config file: {path}", "配置文件：{path}";
    config_file_missing(path): "Config file: {path} (not there)", "配置文件：{path}（不存在）";
}
