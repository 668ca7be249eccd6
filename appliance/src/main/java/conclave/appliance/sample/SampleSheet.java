package conclave.appliance.sample;

import conclave.exchange.Presets;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Sheet;
import java.util.Optional;

/** The score sheet, the mode and the rules that the sample meeting brings along: those that anybody may start from. */
final class SampleSheet {

    private SampleSheet() {
    }

    /** The engineers' sheet, counting up to the end of this year. */
    static Sheet sheet(int cutoffYear) {
        var s = Presets.sheet("engineering");
        return new Sheet(s.code(), s.version(), s.title(), s.titleEn(), Optional.of(cutoffYear + "-12-31"), s.total(), s.finalMax(), s.scale(),
                s.fields(), s.charts(), s.indicators());
    }

    static Mode mode() {
        return Presets.mode("score-only");
    }

    /** As for senior titles, but a rehearsal's committee may be small. */
    static Profile rules() {
        var p = Presets.profile("title-senior");
        return new Profile(p.code(), p.version(), p.name(), p.quorum(), p.passing(), p.denominator(), p.panelMinimum(), 7, p.committeeParity(),
                p.committeeForbidsMultipleOf3(), p.fewestSecret(), p.paperBelow(), p.swap());
    }
}
