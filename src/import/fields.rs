//! What a column may hold, and by which headers it is recognised.

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The published number.
    Code,
    /// The title.
    Title,
    /// What is meant.
    Guidance,
    /// The level, in any spelling.
    Level,
    /// A mark where the item is of this level.
    LevelMark(u8),
    /// The area.
    Area,
    /// The published number of the area.
    AreaCode,
    /// The area within the area.
    Section,
    /// Its published number.
    SectionCode,
    /// A text of an item, by its key.
    Text(&'static str),
    /// Pages, or whatever else says where the item comes from.
    References,
    /// Numbers of a scheme.
    Scheme(String),
}

/// What a command line wants of a column: `FIELD=COLUMN`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// What stands in it.
    pub field: Field,
    /// Its header, or its number from 1; empty for "in none".
    pub column: String,
}

impl Field {
    /// The names that a command line knows, beside `level-1` to `level-9` and `ref.SCHEME`.
    pub const NAMES: [&str; 15] = [
        "code",
        "title",
        "guidance",
        "level",
        "area",
        "area-code",
        "section",
        "section-code",
        "check",
        "pitfall",
        "remedy",
        "yes",
        "partial",
        "no",
        "references",
    ];

    /// The field of a name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "code" => Self::Code,
            "title" => Self::Title,
            "guidance" => Self::Guidance,
            "level" => Self::Level,
            "area" => Self::Area,
            "area-code" => Self::AreaCode,
            "section" => Self::Section,
            "section-code" => Self::SectionCode,
            "check" => Self::Text("check"),
            "pitfall" => Self::Text("pitfall"),
            "remedy" => Self::Text("remedy"),
            "yes" => Self::Text("yes"),
            "partial" => Self::Text("partial"),
            "no" => Self::Text("no"),
            "references" => Self::References,
            _ => {
                if let Some(scheme) = name.strip_prefix("ref.") {
                    return (!scheme.trim().is_empty()).then(|| Self::Scheme(scheme.trim().to_owned()));
                }
                let digit = name.strip_prefix("level-")?.parse().ok()?;
                return (1..=9).contains(&digit).then_some(Self::LevelMark(digit));
            }
        })
    }

    /// What a command line calls it.
    pub fn name(&self) -> String {
        match self {
            Self::Code => "code".to_owned(),
            Self::Title => "title".to_owned(),
            Self::Guidance => "guidance".to_owned(),
            Self::Level => "level".to_owned(),
            Self::LevelMark(level) => format!("level-{level}"),
            Self::Area => "area".to_owned(),
            Self::AreaCode => "area-code".to_owned(),
            Self::Section => "section".to_owned(),
            Self::SectionCode => "section-code".to_owned(),
            Self::Text(key) => (*key).to_owned(),
            Self::References => "references".to_owned(),
            Self::Scheme(scheme) => format!("ref.{scheme}"),
        }
    }

    /// The headers that it is recognised by, the surest first, without blanks and signs and in small letters.
    fn words(&self) -> std::str::SplitWhitespace<'static> {
        let words = match self {
            Self::Code => {
                "code reqid requirementid controlid itemid criterionid questionid identifier shortcode id ref number nr no \
                 编号 代码 编码 标识 条款号 条款 序号 編號 代碼 序號"
            }
            Self::Title => {
                "title name itemname controlname requirementname item criterion criteria control question practice activity \
                 check requirement statement 标题 名称 评估项 检查项 评估标准 评估内容 检查内容 检查点 条目 要求 控制项 指标项 问题 项目 \
                 内容 標題 名稱 檢查項 評估項 問題 項目 內容"
            }
            Self::Guidance => {
                "guidance description reqdescription requirementdescription controldescription details detail explanation \
                 requirement statement text discussion 说明 描述 指引 详情 解释 要求 评估标准 内容 說明 詳情 解釋 備註 备注"
            }
            Self::Level => {
                "level l lvl levels maturity maturitylevel tier 级别 等级 层级 成熟度 成熟度等级 成熟度级别 阶段 級別 等級 層級 階段"
            }
            Self::Area => {
                "area areaname chaptername chapter category categoryname domain domainname group groupname family familyname \
                 pillar dimension theme 领域 类别 分类 大类 章 章节 模块 维度 域 一级指标 領域 類別 分類 大類 章節 模組 維度"
            }
            Self::AreaCode => {
                "areaid areacode chapterid chaptercode chapternr categoryid domainid groupid familyid 领域编号 类别编号 分类编号 \
                 章节编号 章编号 領域編號 類別編號"
            }
            Self::Section => {
                "section sectionname subarea subcategory subdomain subgroup topic subdimension 小节 子类 子领域 子类别 小类 子域 \
                 二级指标 小節 子類 子領域"
            }
            Self::SectionCode => "sectionid sectioncode sectionnr subcategoryid subdomainid 小节编号 小節編號",
            Self::Text("check") => {
                "howtocheck verification check test testing audit 检查方法 验证方法 核查方法 检查方式 验证方式 檢查方法 驗證方法"
            }
            Self::Text("pitfall") => "pitfall pitfalls 误区 常见误区 誤區 常見誤區",
            Self::Text("remedy") => {
                "remedy remediation recommendation action fix 整改 整改建议 整改措施 改进建议 改进措施 建议 整改建議 改進建議 建議"
            }
            Self::Text("yes") => "yes 是 满足 滿足",
            Self::Text("partial") => "partial 部分 部分满足 部分滿足",
            Self::Text("no") => "no 否 不满足 不滿足",
            Self::References => {
                "references reference refs source sources link links url 参考 参考资料 引用 来源 依据 链接 參考 來源 依據 連結"
            }
            Self::Text(_) | Self::Scheme(_) | Self::LevelMark(_) => "",
        };
        words.split_whitespace()
    }
}

/// What is recognised, in the order in which columns are given away.
const GUESSED: [Field; 15] = [
    Field::AreaCode,
    Field::SectionCode,
    Field::Text("yes"),
    Field::Text("partial"),
    Field::Code,
    Field::Title,
    Field::Guidance,
    Field::Level,
    Field::Area,
    Field::Section,
    Field::Text("check"),
    Field::Text("pitfall"),
    Field::Text("remedy"),
    Field::Text("no"),
    Field::References,
];

/// Schemes that have columns of their own in published lists, and where a number of theirs is read.
pub(super) const SCHEMES: [(&str, Option<&str>); 12] = [
    ("CWE", Some("https://cwe.mitre.org/data/definitions/{id}.html")),
    ("CAPEC", Some("https://capec.mitre.org/data/definitions/{id}.html")),
    ("OpenCRE", Some("https://www.opencre.org/cre/{id}")),
    ("NIST", None),
    ("ISO", None),
    ("ISO27001", None),
    ("CIS", None),
    ("CCM", None),
    ("PCI", None),
    ("SAMM", None),
    ("ASVS", None),
    ("MASVS", None),
];

/// A header without blanks and signs, in small letters.
pub(super) fn plain(header: &str) -> String {
    header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What stands in each column, as far as its header tells; the columns that `taken` names are given away already.
pub(super) fn guess(headers: &[String], taken: &mut Vec<(Field, usize)>, refused: &[Field]) {
    let plain: Vec<String> = headers.iter().map(|header| plain(header)).collect();
    let is_free = |taken: &[(Field, usize)], at: usize| taken.iter().all(|(_, column)| *column != at);
    for (at, header) in plain.iter().enumerate() {
        if !is_free(taken, at) {
            continue;
        }
        let scheme = SCHEMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(header));
        let field = level_mark(header).map(Field::LevelMark).or_else(|| Some(Field::Scheme(scheme?.0.to_owned())));
        if let Some(field) =
            field.filter(|field| !refused.contains(field) && !taken.iter().any(|(own, _)| own == field))
        {
            taken.push((field, at));
        }
    }
    // "No" is a number, but for where there is "yes".
    let yes = plain.iter().any(|header| Field::Text("yes").words().any(|word| word == header));
    for field in GUESSED.iter().filter(|field| !refused.contains(field)) {
        if taken.iter().any(|(own, _)| own == field) {
            continue;
        }
        let is_word = |word: &&str| match field {
            Field::Code => !(yes && *word == "no"),
            Field::Text("no") => yes,
            _ => true,
        };
        let mut words = field.words().filter(is_word);
        let found = words.find_map(|word| {
            let mut all =
                (0..plain.len()).filter(|at| plain.get(*at).is_some_and(|own| own == word) && is_free(taken, *at));
            // In front of "yes" it is still a number.
            if *field == Field::Text("no") { all.next_back() } else { all.next() }
        });
        taken.extend(found.map(|at| (field.clone(), at)));
    }
    // Where nothing is a title, what is described is what is asked.
    if !taken.iter().any(|(field, _)| *field == Field::Title)
        && !refused.contains(&Field::Title)
        && let Some((field, _)) = taken.iter_mut().find(|(field, _)| *field == Field::Guidance)
    {
        *field = Field::Title;
    }
}

/// The level that a column marks: `level1`, `L2`, `3级`, `L1 required`.
fn level_mark(header: &str) -> Option<u8> {
    let header = header.strip_suffix("required").unwrap_or(header);
    let digits: Vec<char> = header.chars().filter(char::is_ascii_digit).collect();
    let [digit @ '1'..='9'] = digits.as_slice() else { return None };
    let rest: String = header.chars().filter(|c| !c.is_ascii_digit()).collect();
    let words = ["level", "lvl", "l", "asvslevel", "maturitylevel", "级", "等级", "级别", "第级", "級", "等級"];
    words.contains(&rest.as_str()).then(|| digit.to_digit(10).and_then(|n| u8::try_from(n).ok())).flatten()
}

#[cfg(test)]
mod tests {
    use super::{Field, guess};

    fn guessed(headers: &[&str]) -> Vec<String> {
        let headers: Vec<String> = headers.iter().map(|&header| header.to_owned()).collect();
        let mut taken = Vec::new();
        guess(&headers, &mut taken, &[]);
        let name =
            |at| taken.iter().find(|(_, column)| *column == at).map_or("-".to_owned(), |(field, _)| field.name());
        (0..headers.len()).map(name).collect()
    }

    #[test]
    fn columns_are_known_by_their_headers() {
        assert_eq!(
            guessed(&[
                "chapter_id",
                "chapter_name",
                "section_id",
                "section_name",
                "req_id",
                "req_description",
                "level1",
                "CWE"
            ]),
            ["area-code", "area", "section-code", "section", "code", "title", "level-1", "ref.CWE"]
        );
        assert_eq!(
            guessed(&["ID", "Title", "Description", "Level", "Owner"]),
            ["code", "title", "guidance", "level", "-"]
        );
        assert_eq!(
            guessed(&["编号", "检查项", "说明", "等级", "类别"]),
            ["code", "title", "guidance", "level", "area"]
        );
        assert_eq!(guessed(&["No.", "Question", "Yes", "No"]), ["-", "title", "yes", "no"]);
        assert_eq!(guessed(&["No", "Question"]), ["code", "title"]);
        assert_eq!(guessed(&["L1 required", "等级2", "text"]), ["level-1", "level-2", "title"]);
    }

    #[test]
    fn every_name_is_a_field() {
        for name in Field::NAMES.iter().copied().chain(["level-3", "ref.CWE"]) {
            assert_eq!(Field::named(name).map(|field| field.name()).as_deref(), Some(name));
        }
        assert_eq!(Field::named("level-0"), None);
        assert_eq!(Field::named("ref."), None);
    }
}
