package conclave.exchange.workbook;

import java.util.Locale;

/** What a workbook must keep to, besides what a score sheet must: each with what is wrong and what to do, {0} and {1} filled in. */
enum Rule {
    FILE_EMPTY("文件是空的。", "请核对是否选错了文件。"),
    FILE_TOO_LARGE("文件超过 {0} MB。", "请删去图片和无关的工作表，或核对是否选错了文件。"),
    OLD_EXCEL("文件是旧版 Excel 格式（.xls）。", "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”。"),
    PROTECTED("文件设了打开密码，无法读取。", "请取消密码后另存。"),
    NOT_A_WORKBOOK("文件不是 Excel 工作簿（.xlsx），只改扩展名不行。", "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”。"),
    TORN("文件残缺或已损坏，无法读取。", "请重新复制一份，或用 Excel 打开修复后另存。"),
    BOMB("文件解开后过大（{0}），不予读取。", "请核对文件来源；正常的赋分表只有几百 KB。"),
    MACROS("文件带有宏。", "请另存为不带宏的“Excel 工作簿（.xlsx）”。"),
    PAGE_MISSING("没有工作表“{0}”。", "请用模板填写，不要删除或改名。"),
    PAGE_HIDDEN("工作表被隐藏，却要计入。", "请取消隐藏，核对后再用。"),
    OTHER_PAGE_HIDDEN("有一张隐藏的工作表，不读取。", "请核对是否需要，不需要就删除。"),
    HEADING_MISSING("没有“{0}”一列。", "请补上这一列的标题，或用模板重填。"),
    HEADING_TWICE("有两列都叫“{0}”。", "请删去一列。"),
    HEADING_UNKNOWN("“{0}”不是要填的列，不读取。", "请核对标题是否写错；备注可以保留。"),
    ROW_HIDDEN("这一行被隐藏或被筛选掉，却填有内容。", "请取消隐藏和筛选，核对后再用。"),
    COLUMN_HIDDEN("这一列被隐藏，却填有内容。", "请取消隐藏，核对后再用。"),
    MERGED("{0} 是合并单元格，只有左上角的一格有内容。", "请取消合并，逐格填写。"),
    TOO_MANY_ROWS("超过 {0} 行。", "请删去多余的行，或分成几个文件。"),
    FORMULA("单元格是 Excel 公式，结果会变，不能作为依据。", "请复制后选择性粘贴为“数值”。"),
    CELL_ERROR("单元格是错误值 {0}。", "请改为实际内容。"),
    NOT_A_NUMBER("“{0}”不是数字。", "请只写数字，如 12 或 12.5，不带单位和符号。"),
    NUMBER_AS_TEXT("数字是以文本形式存放的，按 {0} 读取。", "请把单元格转换为数字，以免误读。"),
    PERCENT("单元格是百分比格式，按 {0} 读取。", "请核对单位；要写 20 而不是 0.2 时，请改为常规格式重填。"),
    NUMBER_TOO_LONG("数字过长或有误差，整数至多 12 位，小数至多 6 位。", "请核对后重填。"),
    NOT_WHOLE("“{0}”不是整数。", "请填 0 以上的整数。"),
    REQUIRED("“{0}”没有填写。", "请填写。"),
    NOT_A_WORD("“{0}”不在可选的写法之中。", "请从下拉列表选取：{1}。"),
    CHOICES_MALFORMED("可选值的引号不成对。", "请每个值一行，或用分号隔开；值里有分号时整个用半角双引号括起来。"),
    UNUSED("这里填的“{0}”不起作用。", "请核对“{1}”是否选对，不需要就删去。"),
    ITEM_UNKNOWN("“{0}”不是基本信息的项目，不读取。", "请核对项目名称，不要改动第一列。"),
    ITEM_TWICE("“{0}”填了两次。", "请删去一行。"),
    LIST_UNKNOWN("没有类型为“列表”的字段“{0}”。", "请先填这个列表字段，或核对“所属列表”。"),
    CHART_KINDS("对照表“{0}”既有取值又有分段。", "请拆成两张对照表。"),
    CHART_NAMES("对照表“{0}”前后名称不一致。", "请改为同一个名称。"),
    CHART_APART("对照表“{0}”的各行没有连在一起。", "请把同一张表的各行排在一起，并核对编号。"),
    OTHERWISE_TWICE("对照表“{0}”有两个“其他”。", "请删去一行。"),
    END_UNSAID("没有说明 {0} 算不算在这一档。", "请选“含”或“不含”。"),
    PARENT_UNKNOWN("没有编号为“{0}”的上级指标。", "请填已有指标的编号，最上层留空。"),
    PARENT_CYCLE("上级循环引用：{0}。", "请改正其中一处上级，最上层留空。"),
    PARENT_DEEP("指标层级超过 {0} 层。", "请减少层级。"),
    INDICATOR_UNKNOWN("没有编号为“{0}”的指标。", "请核对编号。"),
    NOT_FOR_SOURCE("指标“{0}”的来源不是“{1}”，这一行不起作用。", "请核对指标编号，不需要就删去。"),
    APPLICANT_UNKNOWN("“申报人”表中没有编号“{0}”。", "请先在“申报人”表中填写，或核对编号。"),
    APPLICANT_TWICE("申报人编号“{0}”重复。", "请改为不同的编号。"),
    APPLICANTS_MISSING("没有填写申报人。", "请在“申报人”表中每人填一行。"),
    TOO_MANY_APPLICANTS("申报人超过 {0} 人。", "请分成几个文件试算。"),
    TWICE("“{0}”填了两次。", "请删去一行。"),
    OUTCOME_IMPOSSIBLE("赞成票 {0} 多于总票数 {1}。", "请核对票数。");

    private final String what;
    private final String fix;

    Rule(String what, String fix) {
        this.what = what;
        this.fix = fix;
    }

    CellFinding at(boolean error, Spot spot, String value, Object... facts) {
        return new CellFinding(error, name().toLowerCase(Locale.ROOT).replace('_', '-'), spot, value, filled(what, facts), filled(fix, facts));
    }

    private static String filled(String sentence, Object... facts) {
        var text = sentence;
        for (int i = 0; i < facts.length; i++) text = text.replace("{" + i + "}", CellFinding.shortened(facts[i].toString()));
        return text;
    }
}
