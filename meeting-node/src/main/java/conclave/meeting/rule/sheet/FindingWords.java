package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.rule.expression.Fault;
import conclave.meeting.rule.expression.Type;
import conclave.meeting.rule.sheet.Finding.Place;
import java.util.stream.Stream;

/** Findings as sentences: where, what is wrong, and what to do about it. */
public final class FindingWords {

    private FindingWords() {
    }

    public static String sentence(Finding finding) {
        return (finding.error() ? "错误：" : "提示：") + where(finding.place()) + "，" + what(finding);
    }

    public static String where(Place place) {
        var row = place.row() == 0 ? "" : "第" + place.row() + (place.part() == Finding.Part.CHART ? "行" : "项");
        return switch (place.part()) {
            case SHEET -> "赋分表" + aspect(place.aspect());
            case FIELD -> "字段 " + place.code();
            case CHART -> "对照表 " + place.code() + row;
            case INDICATOR -> "指标 " + place.code() + aspect(place.aspect()) + row;
            case FACT -> "申报事实 " + place.code() + row;
        };
    }

    private static String aspect(String aspect) {
        var words = switch (aspect) {
            case "scale" -> "小数位数";
            case "cutoff" -> "截止日";
            case "total" -> "总分";
            case "finalMax" -> "最高分";
            case "indicators" -> "指标";
            case "kind" -> "类别";
            case "max" -> "满分";
            case "min" -> "最低分";
            case "step" -> "步长";
            case "weight" -> "权重";
            case "best" -> "择优项数";
            case "gathering" -> "汇总方式";
            case "source" -> "分值来源";
            case "children" -> "下级指标";
            case "adjustment" -> "调整幅度";
            case "ceiling" -> "上限公式";
            case "condition" -> "条件";
            case "when" -> "计分条件";
            case "list" -> "列表";
            case "same" -> "去重字段";
            case "category" -> "分类字段";
            case "limit" -> "分项封顶";
            case "factor" -> "计分因子";
            case "stage" -> "环节";
            case "times" -> "倍数";
            case String other -> other;
        };
        return words.isEmpty() ? "" : "的" + words;
    }

    private static String what(Finding finding) {
        var f = finding.facts();
        return switch (finding.code()) {
            case TOO_MANY -> "数量超过 " + f.get("most") + "，请拆分或删减。";
            case TOO_DEEP -> "指标层级超过 " + f.get("most") + " 层，请减少层级。";
            case NUMBER_TOO_LONG -> "数字过长，整数至多 " + f.get("digits") + " 位，小数至多 " + f.get("places") + " 位。";
            case TEXT_TOO_LONG -> "文字超过 " + f.get("most") + " 个字符，请缩短。";
            case CODE_MALFORMED -> "代码“" + f.get("code") + "”不合规则，请以字母开头，只用字母、数字和下划线。";
            case CODE_TWICE -> "代码“" + f.get("code") + "”已经用过，请换一个。";
            case NAME_MISSING -> "没有名称，请填写。";
            case NAME_TWICE -> "名称“" + f.get("name") + "”已经用过，公式无法区分，请换一个。";
            case RESERVED_WORD -> "“" + f.get("code") + "”或“" + f.get("name") + "”是公式的保留字，请换一个。";
            case SCALE_OUT_OF_RANGE -> "小数位数应为 0 至 6。";
            case CUTOFF_MALFORMED -> "“" + f.get("value") + "”不是日期，请写成 2025-12-31 的形式。";
            case TOTAL_NOT_POSITIVE -> "应大于 0。";
            case FINAL_BELOW_TOTAL -> "低于总分 " + f.get("total") + "，请核对。";
            case INDICATORS_MISSING -> "没有指标，请至少填写一项。";
            case EXPERTS_MISSING -> "没有专家评分的指标，请确认只作自动赋分。";
            case CHOICES_MISSING -> "是选项字段，却没有列出取值。";
            case CHOICE_TWICE -> "取值“" + f.get("value") + "”为空或重复，请删改。";
            case CHOICES_NOT_EXPECTED -> "不是选项字段，列出的取值不起作用。";
            case LIST_WITHOUT_FIELDS -> "是列表，却没有下级字段。";
            case LIST_IN_LIST -> "列表里不能再有列表。";
            case FIELDS_NOT_EXPECTED -> "不是列表，不能有下级字段。";
            case CHART_EMPTY -> "对照表是空的，请填写。";
            case ENTRY_TWICE -> "取值“" + f.get("value") + "”重复，请删去一行。";
            case BAND_EMPTY -> "分段 " + f.get("band") + " 不含任何数，请核对起止。";
            case BANDS_OVERLAP -> "分段 " + f.get("lower") + " 与 " + f.get("upper") + " 重叠，请改为首尾相接。";
            case BANDS_GAP -> "分段 " + f.get("lower") + " 与 " + f.get("upper") + " 之间有空档，请补齐。";
            case MAX_NEGATIVE -> "满分不能小于 0。";
            case MIN_ABOVE_MAX -> "最低分 " + f.get("min") + " 应在 0 与满分 " + f.get("max") + " 之间。";
            case MIN_NOT_EXPECTED -> "只有专家评分的指标才有最低分，这里不起作用。";
            case STEP_NOT_POSITIVE -> "步长应大于 0。";
            case STEP_DOES_NOT_DIVIDE -> "步长 " + f.get("value") + " 不能整分 " + f.get("min") + " 至 " + f.get("max") + "，专家打不到满分。";
            case FINER_THAN_SCALE -> f.get("value") + " 的小数位数超过赋分表的 " + f.get("scale") + " 位。";
            case COUNT_MISSING -> "择优若干项，却没有写明项数。";
            case WEIGHT_MISSING -> "上级按权重汇总，请填写权重。";
            case WEIGHT_NEGATIVE -> "权重不能小于 0。";
            case WEIGHTS_NOT_ONE -> "下级权重之和为 " + f.get("sum") + "，不等于 1，请核对。";
            case ADJUSTMENT_MISSING -> "先计后评的指标应写明专家可以上调和下调多少。";
            case ADJUSTMENT_NEGATIVE -> "调整幅度不能小于 0。";
            case ADJUSTMENT_NOT_EXPECTED -> "只有先计后评的指标才有调整幅度，这里不起作用。";
            case SOURCE_MISSING -> "没有分值来源，请写明按什么计分。";
            case SOURCE_NOT_EXPECTED -> "这一类指标不能有分值来源。";
            case SOURCE_UNFIT -> "分值来源与类别“" + kind(f.get("kind")) + "”不符。";
            case CHILDREN_MISSING -> "是分类，却没有下级指标。";
            case CHILDREN_NOT_EXPECTED -> "类别“" + kind(f.get("kind")) + "”不能有下级指标。";
            case KIND_INSIDE -> "“" + kind(f.get("kind")) + "”不能放在“" + kind(f.get("parent")) + "”之下。";
            case FACTORS_MISSING -> "没有计分因子，请写明查哪张表或用什么公式。";
            case GATHERING_UNFIT -> "列表不能按权重汇总，请选累计、取高或择优。";
            case UNKNOWN_FIELD -> "没有字段“" + f.get("name") + "”。";
            case UNKNOWN_CHART -> "没有对照表“" + f.get("name") + "”。";
            case UNKNOWN_LIST -> "没有列表“" + f.get("name") + "”。";
            case FIELD_TYPE -> "字段“" + f.get("name") + "”是" + type(f.get("type")) + "，用在这里不合适。";
            case CHART_MISSES -> missed(f.get("chart"), f.get("value"));
            case EXPRESSION -> "公式第 " + f.get("at") + " 个字符处：" + fault(Fault.Cause.valueOf(f.get("cause")), f.get("about"), f.get("wanted"));
            case REFERS_TO_INDICATOR -> "公式第 " + f.get("at") + " 个字符处引用了指标“" + f.get("about") + "”。公式只能用字段和对照表，以免循环引用。";
            case UNKNOWN_CHOICE -> "“" + f.get("value") + "”不在取值 " + f.get("choices") + " 之中。";
            case LIMIT_TWICE -> "“" + f.get("value") + "”写了两次封顶，请删去一次。";
            case LIMIT_NEGATIVE -> "封顶不能小于 0。";
            case LIMITS_WITHOUT_CATEGORY -> "有分项封顶，却没有写明按哪个字段分类。";
            case STAGE_MISSING -> "没有写明取哪个票决环节的通过率。";
            case TIMES_NOT_POSITIVE -> "倍数应大于 0。";
            case CANNOT_REACH -> "最多只能得到 " + f.get("reach") + " 分，到不了 " + f.get("max") + " 分，请核对。";
            case ABOVE_MAX -> "合起来可达 " + f.get("reach") + " 分，超过 " + f.get("max") + " 分的部分将被核减，请确认。";
            case COUNTED_TOGETHER -> "自动计分与专家评分在这里一起封顶或择优，专家评分只计入未被核减的部分，请确认。";
            case UNKNOWN_FACT -> "赋分表没有字段“" + f.get("name") + "”。";
            case FACT_MISSING -> "“" + f.get("name") + "”必填，没有填写。";
            case NOT_A_NUMBER -> "“" + f.get("value") + "”不是数字，请只写数字，如 12 或 12.5。";
            case NOT_A_CHOICE -> "“" + f.get("value") + "”不在取值 " + f.get("choices") + " 之中。";
            case NOT_A_DATE -> "“" + f.get("value") + "”不是日期，请写成 2025-12-31 的形式。";
            case NOT_A_FLAG -> "“" + f.get("value") + "”应为“是”或“否”。";
            case FACT_TOO_LONG -> "内容超过 " + f.get("most") + " 个字符。";
            case TOO_MANY_ENTRIES -> "填了 " + f.get("count") + " 项，至多 " + f.get("most") + " 项。";
            case NOT_A_LIST -> "“" + f.get("name") + "”应逐项填写，不能只写一个值。";
            case UNKNOWN_GIVEN -> "平台给出了“" + f.get("name") + "”的分值，而赋分表没有这项指标，或这项不由平台计分。";
            case GIVEN_MISSING -> "平台没有给出“" + f.get("name") + "”的分值。";
        };
    }

    private static String missed(String chart, String value) {
        return value.isEmpty() ? "对照表“" + chart + "”应写明“其他”取值的分值，因为这里可能出现任何值。"
                : "对照表“" + chart + "”里没有取值“" + value + "”，请补上，或写明“其他”取值的分值。";
    }

    private static String fault(Fault.Cause cause, String about, String wanted) {
        return switch (cause) {
            case TOO_LONG -> "公式太长。";
            case TOO_DEEP -> "括号嵌套太深。";
            case UNFINISHED -> "公式没有写完。";
            case NOT_EXPECTED -> "“" + about + "”不该出现在这里。";
            case UNKNOWN_NAME -> "没有字段“" + about + "”。";
            case UNKNOWN_FUNCTION -> "没有函数或对照表“" + about + "”。";
            case WRONG_TYPE -> "这里需要" + type(wanted) + "，写的是" + type(about) + "。";
            case UNKNOWN_CHOICE -> "“" + about + "”不在取值 " + wanted + " 之中。";
            case TABLE_MISSES -> missed(wanted, about);
            case NOT_A_LIST -> "“" + about + "”不是列表。";
            case LIST_IN_LIST -> "列表里不能再数另一个列表。";
            case NUMBER_TOO_LONG -> "数字“" + about + "”太长。";
        };
    }

    private static String type(String type) {
        if (Stream.of(FieldType.values()).anyMatch(it -> it.name().equals(type))) return type(FieldType.valueOf(type));
        return type.equals(Type.TEXT.name()) ? "文字" : "“" + type + "”";
    }

    private static String type(FieldType type) {
        return switch (type) {
            case NUMBER -> "数字";
            case CHOICE -> "选项";
            case DATE -> "日期";
            case FLAG -> "是否";
            case KEY -> "标识";
            case LIST -> "列表";
        };
    }

    private static String kind(String kind) {
        return switch (Kind.valueOf(kind)) {
            case GROUP -> "分类";
            case AUTOMATIC -> "自动量化赋分";
            case EXPERT -> "专家评分";
            case MIXED -> "先计后评";
            case BONUS -> "加分";
            case DEDUCTION -> "扣分";
            case VETO -> "一票否决";
            case ENTRY -> "申报资格";
        };
    }
}
