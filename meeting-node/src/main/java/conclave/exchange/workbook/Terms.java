package conclave.exchange.workbook;

import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The words of the drop-down lists, and what they mean. The findings of the score sheet call things by the same words. */
final class Terms<T> {

    static final String YES = "是";
    static final String NO = "否";
    static final String INCLUDED = "含";
    static final String EXCLUDED = "不含";

    static final Terms<Boolean> FLAG = new Terms<>(List.of(true, false), it -> it ? YES : NO);
    static final Terms<Boolean> END = new Terms<>(List.of(true, false), it -> it ? INCLUDED : EXCLUDED);

    static final Terms<FieldType> TYPE = new Terms<>(List.of(FieldType.values()), type -> switch (type) {
        case NUMBER -> "数字";
        case CHOICE -> "选项";
        case DATE -> "日期";
        case FLAG -> "是否";
        case KEY -> "标识";
        case LIST -> "列表";
    });

    static final Terms<Kind> KIND = new Terms<>(List.of(Kind.values()), kind -> switch (kind) {
        case GROUP -> "分类";
        case AUTOMATIC -> "自动量化赋分";
        case EXPERT -> "专家评分";
        case MIXED -> "先计后评";
        case BONUS -> "加分";
        case DEDUCTION -> "扣分";
        case VETO -> "一票否决";
        case ENTRY -> "申报资格";
    });

    static final Terms<Gathering> GATHERING = new Terms<>(List.of(Gathering.values()), gathering -> switch (gathering) {
        case SUM -> "累计";
        case MAX -> "取高";
        case TOP_N -> "择优";
        case WEIGHTED -> "按权重";
    });

    /** Where points come from. */
    enum Origin { GIVEN, MEASURED, LISTED, PASS_RATE, CONDITION }

    static final Terms<Origin> ORIGIN = new Terms<>(List.of(Origin.values()), origin -> switch (origin) {
        case GIVEN -> "平台计分";
        case MEASURED -> "按值计分";
        case LISTED -> "按列表计分";
        case PASS_RATE -> "票决通过率";
        case CONDITION -> "条件";
    });

    /** What a line of a chart is. */
    enum Line { VALUE, OTHERWISE, BAND }

    static final Terms<Line> LINE = new Terms<>(List.of(Line.values()), line -> switch (line) {
        case VALUE -> "取值";
        case OTHERWISE -> "其他";
        case BAND -> "分段";
    });

    private final List<T> values;
    private final Function<T, String> word;

    private Terms(List<T> values, Function<T, String> word) {
        this.values = values;
        this.word = word;
    }

    String word(T value) {
        return word.apply(value);
    }

    List<String> words() {
        return values.stream().map(word).toList();
    }

    Optional<T> value(String text) {
        return Stream.of(text).flatMap(it -> values.stream().filter(value -> word.apply(value).equals(it))).findFirst();
    }
}
