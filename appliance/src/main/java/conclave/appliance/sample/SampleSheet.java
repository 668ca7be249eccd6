package conclave.appliance.sample;

import conclave.exchange.Presets;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Stage;
import java.math.BigDecimal;
import java.util.Optional;

/** The score sheet, the mode and the rules that the sample meeting brings along: those that anybody may start from. */
final class SampleSheet {

    private SampleSheet() {
    }

    /** The engineers' sheet, counting up to the end of this year; where nothing is counted by itself, what experts mark of it. */
    static Sheet sheet(int cutoffYear, Mode mode) {
        var s = Presets.sheet("engineering");
        var counts = mode.stages().stream().anyMatch(Stage.AutoScore.class::isInstance) || mode.stages().stream().noneMatch(Stage.Scoring.class::isInstance);
        var indicators = counts ? s.indicators() : s.indicators().stream().filter(SampleSheet::marked).toList();
        var total = counts ? s.total() : indicators.stream().map(Indicator::max).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Sheet(s.code(), s.version(), s.title(), s.titleEn(), Optional.of(cutoffYear + "-12-31"), total, counts ? s.finalMax() : total,
                s.scale(), s.fields(), s.charts(), indicators);
    }

    private static boolean marked(Indicator indicator) {
        return indicator.kind() == Kind.EXPERT || !indicator.children().isEmpty() && indicator.children().stream().allMatch(SampleSheet::marked);
    }

    static Mode mode(String code) {
        return Presets.mode(code);
    }

    /** As for senior titles, but a rehearsal's committee may be small. */
    static Profile rules() {
        var p = Presets.profile("title-senior");
        return new Profile(p.code(), p.version(), p.name(), p.quorum(), p.passing(), p.denominator(), p.panelMinimum(), 7, p.committeeParity(),
                p.committeeForbidsMultipleOf3(), p.fewestSecret(), p.paperBelow(), p.swap());
    }
}
