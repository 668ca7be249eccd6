package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.rule.expression.Fraction;
import conclave.meeting.rule.sheet.Step.What;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the sheet makes of one applicant's facts, before and beside the experts. A veto is a status: the points are
 * there all the same. With one expert's marks in it the same record holds the whole: what is said of the automatic part below
 * is then said of both together.
 *
 * @param because the codes of the VETO or ENTRY indicators that decided it
 * @param lines every indicator, parents before their children, in the order of the sheet
 * @param automatic the counted part of the base, cut at the sheet's total; what experts move (MIXED) is not in it
 * @param steps how the lines at the top become {@code automatic}
 */
public record AutoScore(Status status, List<String> because, List<Line> lines, BigDecimal automatic, BigDecimal bonus,
                        BigDecimal deduction, List<Step> steps) {

    public enum Status { ELIGIBLE, INELIGIBLE, VETOED }

    /** COUNTED: the points stand. MARKED: experts give or move them. OPEN: a ballot's result is missing. STATUS: gives no points. */
    public enum State { COUNTED, MARKED, OPEN, STATUS }

    /** From where to where experts may mark. */
    public record Range(BigDecimal from, BigDecimal to) {
    }

    /** One indicator. {@code points} of a MIXED indicator are the counted base; {@code max} is what the sheet allows. */
    public record Line(String code, String name, Kind kind, int depth, State state, BigDecimal max, BigDecimal points,
                       Optional<Range> range, List<Step> steps) {
        public Line {
            steps = List.copyOf(steps);
        }
    }

    public AutoScore {
        because = List.copyOf(because);
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
    }

    /** What the lines at the top come to before the sheet's total cuts it. */
    BigDecimal uncut() {
        return Plain.number(steps.stream().filter(step -> step.what() != What.CAPPED).map(Step::points).reduce(Fraction.ZERO, Fraction::plus).over());
    }

    public Optional<Line> line(String code) {
        return lines.stream().filter(line -> line.code().equals(code)).findFirst();
    }
}
