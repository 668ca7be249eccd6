package conclave.meeting.rule;

import conclave.meeting.event.Mode;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet.PassRate;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Stage.AutoScore;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.event.Stage.Cut;
import conclave.meeting.event.Stage.Ranking;
import conclave.meeting.event.Stage.Scoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sheet names stages of a mode, and every scoring stage wants something to mark. */
final class SheetStages {

    private final Mode mode;
    private final Notes notes = new Notes();
    private final List<String> marked = new ArrayList<>();
    private boolean counted;

    private SheetStages(Mode mode) {
        this.mode = mode;
    }

    static List<Finding> check(Mode mode, Sheet sheet) {
        // Where nothing is counted and nobody marks, the sheet only lies beside the vote.
        if (mode.stages().stream().noneMatch(stage -> stage instanceof AutoScore || stage instanceof Scoring)) {
            return List.of(Finding.warning("sheet-unused", "stages"));
        }
        var check = new SheetStages(mode);
        check.walk(sheet.indicators(), "sheet.indicators");
        check.stages();
        new OneStage(mode, check.notes).check(sheet.indicators(), "sheet.indicators");
        return check.notes.all();
    }

    private void walk(List<Indicator> indicators, String at) {
        for (int i = 0; i < indicators.size(); i++) {
            var here = at + "[" + i + "]";
            var indicator = indicators.get(i);
            look(indicator, here);
            walk(indicator.children(), here + ".children");
        }
    }

    private void look(Indicator indicator, String at) {
        var byExperts = indicator.children().isEmpty() && (indicator.kind() == Kind.EXPERT || indicator.kind() == Kind.MIXED);
        counted |= indicator.source().filter(source -> !(source instanceof PassRate)).isPresent();
        if (byExperts) mark(indicator, at);
        if (indicator.source().isPresent() && indicator.source().get() instanceof PassRate rate) passRate(indicator, rate, at + ".source.stage");
    }

    private void mark(Indicator indicator, String at) {
        if (indicator.stage().isEmpty()) {
            var first = mode.stages().stream().filter(Scoring.class::isInstance).findFirst();
            if (first.isEmpty()) notes.error("nobody-marks", at, "indicator", indicator.code());
            first.ifPresent(stage -> marked.add(stage.code()));
            return;
        }
        var found = stage(indicator.stage().get());
        if (found.isEmpty()) notes.error("indicator-stage-unknown", at + ".stage", "indicator", indicator.code(), "stage", indicator.stage().get());
        else if (!(found.get() instanceof Scoring)) notes.error("indicator-stage-no-scoring", at + ".stage", "indicator", indicator.code(), "stage", found.get().code());
        else marked.add(found.get().code());
    }

    private void passRate(Indicator indicator, PassRate rate, String at) {
        var found = stage(rate.stage());
        if (found.isEmpty() || !(found.get() instanceof Balloting)) {
            notes.error("pass-rate-of-no-ballot", at, "indicator", indicator.code(), "stage", rate.stage());
            return;
        }
        var after = mode.stages().subList(mode.stages().indexOf(found.get()) + 1, mode.stages().size());
        if (after.stream().noneMatch(stage -> stage instanceof Ranking || stage instanceof Cut)) {
            notes.warning("pass-rate-too-late", at, "indicator", indicator.code(), "stage", rate.stage());
        }
    }

    private void stages() {
        var automatic = false;
        for (int i = 0; i < mode.stages().size(); i++) {
            var stage = mode.stages().get(i);
            automatic |= stage instanceof AutoScore;
            if (stage instanceof Scoring && !marked.contains(stage.code())) notes.error("nothing-to-mark", "stages[" + i + "]", "stage", stage.code());
            if (stage instanceof AutoScore && !counted) notes.warning("nothing-to-count", "stages[" + i + "]", "stage", stage.code());
        }
        if (counted && !automatic) notes.error("nobody-counts", "stages");
    }

    private Optional<Stage> stage(String code) {
        return mode.stages().stream().filter(stage -> stage.code().equals(code)).findFirst();
    }
}
