package conclave.meeting;

import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Indicator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Later versions of the engineers' sheet with one thing changed. */
final class ChangedSheets {

    private ChangedSheets() {
    }

    /** Each indicator, parents and children, as the change leaves it. */
    static Sheet changed(UnaryOperator<Indicator> change) {
        return Stages.second(changed(TestPackage.engineering().indicators(), change));
    }

    private static List<Indicator> changed(List<Indicator> indicators, UnaryOperator<Indicator> change) {
        return indicators.stream().map(one -> change.apply(new Indicator(one.code(), one.name(), one.nameEn(), one.kind(), one.min(), one.max(), one.step(),
                one.weight(), one.gathering(), one.best(), one.source(), one.ceiling(), one.adjustment(), one.stage(), changed(one.children(), change)))).toList();
    }

    /** An indicator of this code reaches so far; what contains it, as far as it must to fit. */
    static Sheet reaching(String code, String max, String group) {
        return changed(one -> one.code().equals(code) ? reaching(one, max) : one.code().equals("A5") ? reaching(one, group) : one);
    }

    static Indicator reaching(Indicator one, String max) {
        return new Indicator(one.code(), one.name(), one.nameEn(), one.kind(), one.min(), new BigDecimal(max), one.step(), one.weight(), one.gathering(),
                one.best(), one.source(), one.ceiling(), one.adjustment(), one.stage(), one.children());
    }

    static Indicator weighted(Indicator group, String max) {
        return new Indicator(group.code(), group.name(), group.nameEn(), group.kind(), group.min(), new BigDecimal(max), group.step(), group.weight(),
                Gathering.WEIGHTED, 0, group.source(), group.ceiling(), group.adjustment(), group.stage(), group.children());
    }

    static Indicator weighing(Indicator one, String weight) {
        return new Indicator(one.code(), one.name(), one.nameEn(), one.kind(), one.min(), one.max(), one.step(), Optional.of(new BigDecimal(weight)),
                one.gathering(), one.best(), one.source(), one.ceiling(), one.adjustment(), one.stage(), one.children());
    }
}
