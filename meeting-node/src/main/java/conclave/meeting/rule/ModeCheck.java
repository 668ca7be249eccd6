package conclave.meeting.rule;

import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Stage.AutoScore;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.event.Stage.Body;
import conclave.meeting.event.Stage.Cut;
import conclave.meeting.event.Stage.OpinionWriting;
import conclave.meeting.event.Stage.Ranking;
import conclave.meeting.event.Stage.Reading;
import conclave.meeting.event.Stage.Scoring;
import conclave.meeting.event.Stage.SignOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 会议模式, looked through before a meeting is held by it: stage by stage, and each against what comes before it. */
public final class ModeCheck {

    private static final int FINEST_SCALE = 6;
    private static final int MANY = 10_000;

    private final Mode mode;
    private final Notes notes = new Notes();
    private final Earlier earlier;

    private ModeCheck(Mode mode) {
        this.mode = mode;
        earlier = new Earlier(mode.stages(), notes);
    }

    /** Findings of the profile bear {@code profile.} before their place, those of the sheet {@code sheet.} */
    public static List<Finding> of(Mode mode, Optional<Profile> profile, Optional<Sheet> sheet) {
        var found = new ArrayList<>(of(mode));
        profile.ifPresent(rules -> ProfileCheck.of(rules).forEach(finding ->
                found.add(new Finding(finding.severity(), finding.code(), "profile." + finding.at(), finding.facts()))));
        sheet.ifPresent(form -> found.addAll(SheetStages.check(mode, form)));
        return List.copyOf(found);
    }

    public static List<Finding> of(Mode mode) {
        return new ModeCheck(mode).check();
    }

    private List<Finding> check() {
        notes.code(mode.code(), "code");
        notes.range(mode.scale(), 0, FINEST_SCALE, "scale");
        if (mode.stages().isEmpty()) notes.error("no-stages", "stages");
        for (int i = 0; i < mode.stages().size(); i++) {
            var at = "stages[" + i + "]";
            notes.code(mode.stages().get(i).code(), at + ".code");
            if (earlier.find(mode.stages().get(i).code(), i).isPresent()) notes.error("stage-twice", at + ".code", "stage", mode.stages().get(i).code());
            check(mode.stages().get(i), i, at);
        }
        order();
        signOff();
        return notes.all();
    }

    private void check(Stage stage, int i, String at) {
        switch (stage) {
            case AutoScore _, Reading _, SignOff _ -> { }
            case OpinionWriting opinions -> notes.range(opinions.fewest(), 1, MANY, at + ".fewest");
            case Scoring scoring -> {
                notes.range(scoring.reviewers(), 0, MANY, at + ".reviewers");
                new AggregationCheck(notes, at + ".aggregation").check(scoring);
                scoring.defence().ifPresent(defence -> {
                    notes.range(defence.minutesToSpeak(), 0, MANY, at + ".defence.minutesToSpeak");
                    notes.range(defence.minutesToAnswer(), 0, MANY, at + ".defence.minutesToAnswer");
                });
            }
            case Ranking ranking -> ranking(ranking, i, at);
            case Cut cut -> {
                if (!earlier.scores(i)) notes.error("cut-before-scores", at, "stage", cut.code());
                new CutCheck(notes, at).check(cut);
                if (cut.ties() == Stage.Ties.SECOND_BALLOT) earlier.secondBallot(cut.code(), i, at + ".ties");
            }
            case Balloting ballot -> new BallotCheck(notes, earlier, at, i).check(ballot);
        }
    }

    private void ranking(Ranking ranking, int i, String at) {
        if (!earlier.scores(i) && ranking.parts().isEmpty()) notes.error("ranking-before-scores", at, "stage", ranking.code());
        notes.weights(ranking.parts().stream().map(Stage.Part::weight).toList(), at + ".parts");
        for (int p = 0; p < ranking.parts().size(); p++) {
            var here = at + ".parts[" + p + "].stage";
            switch (earlier.named(ranking.parts().get(p).stage(), i, here)) {
                case null -> { }
                case AutoScore _, Scoring _, Balloting _ -> { }
                case Reading other -> notes.error("part-without-result", here, "stage", other.code());
                case OpinionWriting other -> notes.error("part-without-result", here, "stage", other.code());
                case Ranking other -> notes.error("part-without-result", here, "stage", other.code());
                case Cut other -> notes.error("part-without-result", here, "stage", other.code());
                case SignOff other -> notes.error("part-without-result", here, "stage", other.code());
            }
        }
    }

    /** Panels have signed before the committee sits, and do not come together again after it. */
    private void order() {
        var plenary = false;
        for (int i = 0; i < mode.stages().size(); i++) {
            var body = mode.stages().get(i).sitting();
            if (plenary && body.filter(Body.PANEL::equals).isPresent()) {
                notes.error("panel-after-plenary", "stages[" + i + "].body", "stage", mode.stages().get(i).code());
            }
            plenary |= body.filter(Body.PLENARY::equals).isPresent();
        }
    }

    private void signOff() {
        var last = mode.stages().size() - 1;
        if (mode.stages().stream().noneMatch(SignOff.class::isInstance)) notes.error("sign-off-missing", "stages");
        for (int i = 0; i < last; i++) {
            if (mode.stages().get(i) instanceof SignOff) notes.error("sign-off-not-last", "stages[" + i + "]");
        }
    }
}
