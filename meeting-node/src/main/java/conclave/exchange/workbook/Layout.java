package conclave.exchange.workbook;

import static conclave.exchange.workbook.Column.choice;
import static conclave.exchange.workbook.Column.number;
import static conclave.exchange.workbook.Column.offered;
import static conclave.exchange.workbook.Column.text;
import static conclave.exchange.workbook.Column.whole;

import java.util.List;

/**
 * The pages of a score sheet's workbook and their columns: what is written and what is read.
 *
 * @param needed how many of the columns, from the left, must be there
 * @param fixed so many columns stay in sight when one scrolls
 */
record Layout(String page, int needed, int fixed, List<Column> columns) {

    static final String GUIDE = "说明";
    static final String RESULT = "检查结果";

    static final Layout WHOLE = new Layout("基本信息", 2, 1, List.of(
            text("项目", 18, ""),
            text("填写", 44, "按左边的项目填写。"),
            text("填写说明", 60, "")));

    static final Layout FIELDS = new Layout("事实字段", 3, 2, List.of(
            text("编号", 20, "字母开头，只用字母、数字和下划线，如 degree。定了就不要改，各版本靠它对应。"),
            text("名称", 22, "公式和提示里用的中文名称，如 学历。不能重复。"),
            choice("类型", 9, "数字、选项、日期、是否、标识（只用来分辨是不是同一件事）、列表（可填多项）。", Terms.TYPE.words()),
            choice("必填", 7, "申报人必须填写的选“是”。", Terms.FLAG.words()),
            text("可选值", 46, "类型是“选项”时，每个值一行（Alt+回车），或用分号隔开。"),
            text("所属列表", 20, "属于某个列表的，填那个列表字段的编号，如 projects；不属于就留空。")));

    static final Layout CHARTS = new Layout("对照表", 9, 2, List.of(
            text("编号", 20, "同一张表的每一行都填同一个编号，如 degree_points，并排在一起。"),
            text("名称", 22, "公式里可以直接写这个名称，如 学历分(学历)。"),
            choice("方式", 8, "取值：一个值对应一个分；其他：以上都不是时；分段：一段数对应一个分。", Terms.LINE.words()),
            text("取值", 22, "方式是“取值”时填，要与字段的可选值一字不差。"),
            number("下限", "方式是“分段”时填；没有下限就留空。"),
            choice("下限含", 8, "刚好等于下限时算不算在这一档。", Terms.END.words()),
            number("上限", "方式是“分段”时填；没有上限就留空。"),
            choice("上限含", 8, "刚好等于上限时算不算在这一档。", Terms.END.words()),
            number("分值", "得多少分，或者系数是多少。")));

    static final Layout INDICATORS = new Layout("指标", 6, 3, List.of(
            text("编号", 9, "如 A1、A1.1。定了就不要改，换版本、补评分都靠它对应。"),
            text("上级", 9, "填上级指标的编号；最上层留空。"),
            text("名称", 24, "评委和申报人看到的名称。"),
            text("英文名", 20, "可以不填。"),
            choice("类别", 14, "分类只用来汇总；先计后评是先自动计分、专家再在幅度内调整；一票否决和申报资格不计分。", Terms.KIND.words()),
            number("满分", "最多得几分；超过的核减。一票否决和申报资格留空。"),
            number("最低分", "专家至少要给几分；没有就留空。"),
            number("步长", "专家打分的最小间隔，如 0.5；不限就留空。"),
            number("权重", "上级“按权重”汇总时填，同一上级之下合计为 1。"),
            choice("汇总方式", 10, "下级之间，或列表各项之间怎样汇总；不填就是累计。", Terms.GATHERING.words()),
            whole("择优项数", "汇总方式是“择优”时，取最高的几项。"),
            choice("来源", 13, "分值从哪里来；分类和专家评分留空。", Terms.ORIGIN.words()),
            text("列表", 16, "来源是“按列表计分”时，填列表字段的编号或名称。"),
            offered("取值字段", 16, "拿哪个字段去查对照表。", "'事实字段'!$B$2:$B$400"),
            text("对照表", 16, "查哪张对照表（编号或名称）。"),
            offered("系数字段", 16, "还要乘系数的，拿哪个字段去查。", "'事实字段'!$B$2:$B$400"),
            text("系数对照表", 16, "系数查哪张对照表。"),
            text("计分式或条件", 36, "表格说不清的写算式，如 (考试成绩 - 60) * 0.25；一票否决和申报资格写条件，如 考试成绩 >= 60。"),
            text("筛选条件", 28, "列表里只计哪些项，如 万字 >= 5；都计就留空。"),
            text("去重字段", 14, "同一件事只计最高一项时，填用来分辨的字段。"),
            text("分类字段", 14, "要分项封顶时，填按哪个字段分；封顶数填在“分项封顶”表。"),
            text("上限公式", 24, "不得高于某个数时写算式，如 上一级得分；没有就留空。"),
            number("上调", "先计后评：专家最多加几分。"),
            number("下调", "先计后评：专家最多减几分。"),
            text("评分环节", 14, "专家在哪个环节评（环节编号）；不填就是第一个评分环节。"),
            text("票决环节", 14, "来源是“票决通过率”时，取哪个环节的结果。"),
            number("票决倍数", "通过率乘以多少分。")));

    static final Layout FACTORS = new Layout("更多因子", 2, 1, List.of(
            text("指标编号", 12, "一项指标要乘三个以上的数时才用这张表，按行的先后相乘。"),
            text("字段", 20, "拿哪个字段去查对照表。"),
            text("对照表", 20, "查哪张对照表。"),
            text("计分式", 44, "或者写算式；写了算式就不填字段和对照表。")));

    static final Layout LIMITS = new Layout("分项封顶", 3, 1, List.of(
            text("指标编号", 12, "哪一项指标。"),
            text("取值", 24, "分类字段的哪个取值，如 普通期刊。"),
            number("封顶", "这一类合起来最多计几分。")));

    /** In the order in which people fill them in. */
    static final List<Layout> PAGES = List.of(WHOLE, FIELDS, CHARTS, INDICATORS, FACTORS, LIMITS);

    Layout {
        columns = List.copyOf(columns);
    }

    List<String> titles() {
        return columns.stream().map(Column::title).toList();
    }
}
