package conclave.meeting.rule.sheet;

import conclave.meeting.rule.expression.Expression;
import conclave.meeting.rule.expression.Fraction;
import conclave.meeting.rule.expression.Names.Name;
import conclave.meeting.rule.expression.Names.Table;
import conclave.meeting.rule.expression.Remark;
import conclave.meeting.rule.expression.Value;
import conclave.meeting.rule.expression.Value.Absent;
import conclave.meeting.rule.sheet.Step.What;
import java.util.ArrayList;
import java.util.List;

/** One factor, ready to be computed for a form or for an entry of its list. */
interface Figure {

    /** The step says what the factor is and how it came about; by itself it adds no points. */
    Step in(Form here);

    static Figure looked(Name field, Table table) {
        return here -> {
            var value = here.value(field.code());
            if (value == Absent.ABSENT) return Step.of(What.ABSENT, field.code(), Fraction.ZERO, Fraction.ZERO);
            var said = new ArrayList<Remark>(1);
            table.told(value, said);
            return step(said.getFirst());
        };
    }

    static Figure formula(Expression expression) {
        return here -> {
            var said = new ArrayList<Remark>(2);
            var figure = expression.value(here, said) instanceof Value.Number n ? n.it() : Fraction.ZERO;
            return new Step(What.COMPUTED, 0, "", expression.text(), figure, Fraction.ZERO, steps(said));
        };
    }

    static List<Step> steps(List<Remark> said) {
        return said.isEmpty() ? List.of() : said.stream().distinct().map(Figure::step).toList();
    }

    private static Step step(Remark remark) {
        var what = switch (remark.kind()) {
            case READ -> What.READ;
            case LOOKED_UP -> What.LOOKED_UP;
            case NOT_IN_TABLE -> What.OUTSIDE_CHART;
            case ABSENT -> What.ABSENT;
            case DIVIDED_BY_ZERO -> What.DIVIDED_BY_ZERO;
            case TOO_LONG -> What.TOO_LONG;
        };
        return new Step(what, 0, remark.about(), Plain.of(remark.value()), remark.figure(), Fraction.ZERO, List.of());
    }

    /** The factors in turn, and their product. */
    static Fraction product(List<Figure> figures, Form here, List<Step> steps) {
        Fraction product = null;
        for (var figure : figures) {
            var step = figure.in(here);
            steps.add(step);
            product = product == null ? step.figure() : product.times(step.figure()).settled();
        }
        return product == null ? Fraction.ZERO : product;
    }
}
