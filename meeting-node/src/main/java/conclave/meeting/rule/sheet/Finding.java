package conclave.meeting.rule.sheet;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Something about a sheet, or about the facts of a form, that somebody should see to: where, what, and the facts for the words. */
public record Finding(Severity severity, Code code, Place place, SortedMap<String, String> facts) {

    public enum Severity { ERROR, WARNING }

    public enum Part { SHEET, FIELD, CHART, INDICATOR, FACT }

    /**
     * @param code of the field ({@code projects.level} inside a list), chart or indicator
     * @param aspect which of its properties: {@code max}, {@code when}, {@code factor}; empty for the whole
     * @param row the line of a chart, the entry of a list, the number of a factor, from one; zero for none
     */
    public record Place(Part part, String code, String aspect, int row) {
    }

    public enum Code {
        TOO_MANY, TOO_DEEP, NUMBER_TOO_LONG, TEXT_TOO_LONG,
        CODE_MALFORMED, CODE_TWICE, NAME_MISSING, NAME_TWICE, RESERVED_WORD,
        SCALE_OUT_OF_RANGE, CUTOFF_MALFORMED, TOTAL_NOT_POSITIVE, FINAL_BELOW_TOTAL, INDICATORS_MISSING, EXPERTS_MISSING,
        CHOICES_MISSING, CHOICE_TWICE, CHOICES_NOT_EXPECTED, LIST_WITHOUT_FIELDS, LIST_IN_LIST, FIELDS_NOT_EXPECTED,
        CHART_EMPTY, ENTRY_TWICE, BAND_EMPTY, BANDS_OVERLAP, BANDS_GAP,
        MAX_NEGATIVE, MIN_ABOVE_MAX, MIN_NOT_EXPECTED, STEP_NOT_POSITIVE, STEP_DOES_NOT_DIVIDE, FINER_THAN_SCALE,
        COUNT_MISSING, WEIGHT_MISSING, WEIGHT_NEGATIVE, WEIGHTS_NOT_ONE, ADJUSTMENT_MISSING, ADJUSTMENT_NEGATIVE, ADJUSTMENT_NOT_EXPECTED,
        SOURCE_MISSING, SOURCE_NOT_EXPECTED, SOURCE_UNFIT, CHILDREN_MISSING, CHILDREN_NOT_EXPECTED, KIND_INSIDE,
        FACTORS_MISSING, GATHERING_UNFIT, UNKNOWN_FIELD, UNKNOWN_CHART, UNKNOWN_LIST, FIELD_TYPE, CHART_MISSES, EXPRESSION, REFERS_TO_INDICATOR,
        UNKNOWN_CHOICE, LIMIT_TWICE, LIMIT_NEGATIVE, LIMITS_WITHOUT_CATEGORY, STAGE_MISSING, TIMES_NOT_POSITIVE,
        CANNOT_REACH, ABOVE_MAX, COUNTED_TOGETHER,
        UNKNOWN_FACT, FACT_MISSING, NOT_A_NUMBER, NOT_A_CHOICE, NOT_A_DATE, NOT_A_FLAG, FACT_TOO_LONG, TOO_MANY_ENTRIES, NOT_A_LIST,
        UNKNOWN_GIVEN, GIVEN_MISSING
    }

    public Finding {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public boolean error() {
        return severity == Severity.ERROR;
    }
}
