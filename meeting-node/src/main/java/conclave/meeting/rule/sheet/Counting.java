package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet.PassRate;
import conclave.meeting.rule.expression.Expression;
import conclave.meeting.rule.expression.Fraction;
import conclave.meeting.rule.expression.Remark;
import conclave.meeting.rule.expression.Value;
import conclave.meeting.rule.sheet.Step.What;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Where the points of a leaf come from, ready to be counted. The steps add up to the points, before any cap. */
sealed interface Counting {

    /** No steps: the points are not there yet. */
    List<Step> steps(Form form, Inputs inputs);

    record GivenPoints(String code) implements Counting {
        @Override
        public List<Step> steps(Form form, Inputs inputs) {
            var points = inputs.given().get(code);
            if (points == null || !Bounds.sensible(points)) return List.of(Step.of(What.NOT_GIVEN, code, Fraction.ZERO, Fraction.ZERO));
            return List.of(Step.of(What.GIVEN, code, Fraction.of(points), Fraction.of(points)));
        }
    }

    record MeasuredPoints(List<Figure> figures) implements Counting {
        @Override
        public List<Step> steps(Form form, Inputs inputs) {
            var within = new ArrayList<Step>(figures.size());
            var product = Figure.product(figures, form, within);
            return List.of(new Step(What.MEASURED, 0, "", "", product, product, within));
        }
    }

    record ListedPoints(Entries entries) implements Counting {
        @Override
        public List<Step> steps(Form form, Inputs inputs) {
            return entries.steps(form);
        }
    }

    /** Of nobody's votes: nothing. */
    record PassRatePoints(PassRate rate) implements Counting {
        @Override
        public List<Step> steps(Form form, Inputs inputs) {
            var outcome = inputs.outcomes().get(rate.stage());
            if (outcome == null) return List.of();
            var share = Fraction.of(outcome.yes()).dividedBy(Fraction.of(outcome.of()));
            var points = share.times(Fraction.of(rate.times()));
            return List.of(new Step(What.PASS_RATE, 0, rate.stage(), outcome.yes() + "/" + outcome.of(), Fraction.of(rate.times()), points, List.of()));
        }
    }

    /** What cannot be told does not hold: nobody is out, and nobody is in, because of a fact that is missing. */
    record ConditionHolds(Expression expression) implements Counting {
        @Override
        public List<Step> steps(Form form, Inputs inputs) {
            var said = new ArrayList<Remark>();
            var holds = expression.value(form, said) instanceof Value.Flag flag && flag.it();
            return List.of(new Step(holds ? What.HOLDS : What.HOLDS_NOT, 0, "", expression.text(), Fraction.ZERO, Fraction.ZERO, Figure.steps(said)));
        }
    }

    /** The platform says it: anything but zero. */
    record GivenHolds(String code) implements Counting {
        @Override
        public List<Step> steps(Form form, Inputs inputs) {
            var given = inputs.given().getOrDefault(code, BigDecimal.ZERO);
            var what = given.signum() != 0 ? What.HOLDS : What.HOLDS_NOT;
            return List.of(Step.of(what, code, Fraction.ZERO, Fraction.ZERO));
        }
    }
}
