package conclave.meeting.event;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * 量化赋分表: what is counted about an applicant, by whom, and up to what. All of it data: a new form needs no programmer.
 * Codes are ASCII and stay the same from version to version; names are for people. Expressions and conditions are text in
 * the small language of {@code conclave.meeting.rule.expression} and may speak of fields and charts by code or by name.
 *
 * @param cutoff the day up to which facts count (2025-12-31)
 * @param total what the indicators outside bonus and deduction may reach together
 * @param finalMax what the whole may reach, bonus included
 * @param scale to so many decimals the points of one automatic indicator are rounded, HALF_UP, once
 */
public record Sheet(String code, int version, String title, String titleEn, Optional<String> cutoff, BigDecimal total,
                    BigDecimal finalMax, int scale, List<Field> fields, List<Chart> charts, List<Indicator> indicators) {

    public Sheet {
        fields = List.copyOf(fields);
        charts = List.copyOf(charts);
        indicators = List.copyOf(indicators);
    }

    /** KEY names a thing without telling what it is: two entries of one key are the same project. */
    public enum FieldType { NUMBER, CHOICE, DATE, FLAG, KEY, LIST }

    /** One fact of the form that the sheet counts; a list has fields of its own, a choice the values that are allowed. */
    public record Field(String code, String name, FieldType type, boolean required, List<String> choices, List<Field> fields) {
        public Field {
            choices = List.copyOf(choices);
            fields = List.copyOf(fields);
        }
    }

    /** 对照表: from a value to points or to a coefficient; expressions call it by its code or name. */
    public sealed interface Chart {
        String code();

        String name();
    }

    /** A value that is not in the list gives {@code otherwise}; without one it is a finding. */
    public record Lookup(String code, String name, List<Entry> entries, Optional<BigDecimal> otherwise) implements Chart {
        public Lookup {
            entries = List.copyOf(entries);
        }
    }

    public record Entry(String value, BigDecimal points) {
    }

    /** Bands must neither overlap nor leave a gap between the lowest and the highest end. */
    public record Bands(String code, String name, List<Band> bands) implements Chart {
        public Bands {
            bands = List.copyOf(bands);
        }
    }

    /** An end that is left out is open to all numbers. */
    public record Band(Optional<BigDecimal> from, boolean fromIncluded, Optional<BigDecimal> to, boolean toIncluded, BigDecimal points) {
    }

    /**
     * GROUP only gathers. MIXED: counted first, then moved by the experts within limits. ENTRY and VETO give no points:
     * who does not meet an ENTRY condition is ineligible, whom a VETO meets is out; both are a status and never a zero.
     */
    public enum Kind { GROUP, AUTOMATIC, EXPERT, MIXED, BONUS, DEDUCTION, VETO, ENTRY }

    /** How points of children, or of the entries of a list, become one: all, the best, the best so many, or by weight. */
    public enum Gathering { SUM, MAX, TOP_N, WEIGHTED }

    /**
     * A node of the sheet.
     *
     * @param min what an expert must give at least; zero elsewhere
     * @param max what this node may reach; what is above is cut and the explanation says so
     * @param step marks of experts are min plus whole steps
     * @param weight what the node counts with under WEIGHTED; one where it is left out
     * @param best how many count under TOP_N; zero otherwise
     * @param source where the points of a leaf come from; absent at groups and where experts give them alone
     * @param ceiling an expression that the points may not exceed besides, such as the next level's score
     * @param adjustment how far experts may move what was counted (MIXED)
     * @param stage the stage of the mode in which experts mark it; the first scoring stage where it is left out
     */
    public record Indicator(String code, String name, String nameEn, Kind kind, BigDecimal min, BigDecimal max,
                            Optional<BigDecimal> step, Optional<BigDecimal> weight, Gathering gathering, int best,
                            Optional<Source> source, Optional<String> ceiling, Optional<Adjustment> adjustment,
                            Optional<String> stage, List<Indicator> children) {
        public Indicator {
            children = List.copyOf(children);
        }
    }

    public record Adjustment(BigDecimal down, BigDecimal up) {
    }

    public sealed interface Source {
    }

    /** The points come with the package, as the platform counted them. */
    public record Given() implements Source {
    }

    /** The product of the factors. */
    public record Measured(List<Factor> factors) implements Source {
        public Measured {
            factors = List.copyOf(factors);
        }
    }

    /**
     * Each entry of a list counts the product of the factors, seen from the entry.
     *
     * @param when only entries for which this holds
     * @param same entries with the same value here are one thing, of which the highest counts
     * @param category the choice by which {@code limits} tell entries apart
     */
    public record Listed(String list, Optional<String> when, List<Factor> factors, Optional<String> same,
                         Optional<String> category, List<Limit> limits, Gathering gathering, int best) implements Source {
        public Listed {
            factors = List.copyOf(factors);
            limits = List.copyOf(limits);
        }
    }

    /** Entries of this category together count so much at most. */
    public record Limit(String value, BigDecimal cap) {
    }

    /** 票决通过率: the share of yes among the votes of that stage, times the figure. */
    public record PassRate(String stage, BigDecimal times) implements Source {
    }

    /** For VETO: out where it holds. For ENTRY: eligible where it holds. */
    public record Condition(String expression) implements Source {
    }

    public sealed interface Factor {
    }

    /** What the chart says for the field. */
    public record Looked(String field, String chart) implements Factor {
    }

    public record Formula(String expression) implements Factor {
    }
}
