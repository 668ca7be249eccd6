package conclave.meeting.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.codec.RuleBookFiles;
import conclave.exchange.Presets;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Condition;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Given;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet.PassRate;
import conclave.meeting.event.Sheet.Source;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A preset with one thing changed in it: the finding that it must give, and where. */
class ModeCheckTest {

    @Test
    void stagesThatDoNotFitEachOther() {
        mode("score-only", "\"code\":\"rank\"", "\"code\":\"score\"", "stage-twice", "stages[3].code");
        mode("score-only", "\"code\":\"rank\"", "\"code\":\"ra nk\"", "code-malformed", "stages[3].code");
        mode("score-only", "\"scale\":2", "\"scale\":7", "number-out-of-range", "scale");
        mode("score-only", "\"type\":\"SignOff\"", "\"type\":\"Reading\"", "sign-off-missing", "stages");
        mode("score-only", "\"type\":\"AutoScore\"", "\"type\":\"SignOff\"", "sign-off-not-last", "stages[0]");
        assertEquals(List.of("no-stages stages", "sign-off-missing stages"),
                found(ModeCheck.of(new Mode("m", 1, "空", "Empty", 2, List.of()))));
    }

    @Test
    void aCutOrARankingOfNothing() {
        assertEquals(List.of("cut-before-scores stages[0]"), found(ModeCheck.of(stages(
                "{\"type\":\"Cut\",\"code\":\"cut\",\"name\":\"线\",\"body\":\"panel\",\"entry\":\"60\",\"winners\":\"stay\",\"ties\":\"shared\"}"))));
        assertEquals(List.of("ranking-before-scores stages[0]"), found(ModeCheck.of(stages(
                "{\"type\":\"Ranking\",\"code\":\"rank\",\"name\":\"排序\",\"body\":\"panel\",\"parts\":[]}"))));
        mode("score-only", "\"parts\":[]", "\"parts\":[{\"stage\":\"reading\",\"weight\":\"1\"}]", "part-without-result", "stages[3].parts[0].stage");
        mode("score-only", "\"parts\":[]", "\"parts\":[{\"stage\":\"sign\",\"weight\":\"1\"}]", "stage-not-earlier", "stages[3].parts[0].stage");
        mode("score-only", "\"parts\":[]", "\"parts\":[{\"stage\":\"dream\",\"weight\":\"1\"}]", "stage-unknown", "stages[3].parts[0].stage");
        mode("score-only", "\"parts\":[]", "\"parts\":[{\"stage\":\"score\",\"weight\":\"0.9\"}]", "weights-not-one", "stages[3].parts");
        mode("score-only", "\"parts\":[]", "\"parts\":[{\"stage\":\"score\",\"weight\":\"-1\"}]", "weight-not-positive", "stages[3].parts[0].weight");
    }

    @Test
    void marksThatCannotBecomeAFigure() {
        mode("score-only", "\"trimFrom\":5", "\"trimFrom\":2", "trim-from-too-few", "stages[2].aggregation.trimFrom");
        mode("score-only", "\"trimFrom\":5", "\"trimFrom\":4", "trim-from-few", "stages[2].aggregation.trimFrom");
        mode("score-only", "\"reviewers\":0", "\"reviewers\":-1", "number-out-of-range", "stages[2].reviewers");
        var halves = "\"weights\":[{\"expertClass\":\"A\",\"weight\":\"0.5\"},{\"expertClass\":\"A\",\"weight\":\"0.5\"}]";
        mode("score-only", "\"weights\":[]", halves, "class-twice", "stages[2].aggregation.weights[1].expertClass");
        mode("score-only", "\"weights\":[]", halves, "left-out-within-class", "stages[2].aggregation.method");
        mode("blind-review", "\"range\":\"15\"", "\"range\":\"0\"", "range-not-positive", "stages[2].aggregation.divergence.range");
        mode("blind-review", "\"reviewers\":3", "\"reviewers\":0", "extra-reviewer-of-all", "stages[2].aggregation.divergence.remedy");
        mode("blind-review", "\"trimFrom\":4", "\"trimFrom\":5", "extra-reviewer-drops-nothing", "stages[2].aggregation.divergence.remedy");
        mode("blind-review", "\"fewest\":3", "\"fewest\":0", "number-out-of-range", "stages[1].fewest");
        mode("defence", "\"minutesToSpeak\":10", "\"minutesToSpeak\":-1", "number-out-of-range", "stages[2].defence.minutesToSpeak");
    }

    @Test
    void cutsThatCannotBeMade() {
        mode("joint-review", "\"entry\":\"60\",", "", "cut-cuts-nothing", "stages[5]");
        mode("quota-ranking", "\"lockedIn\":{\"number\":3,\"type\":\"Places\"}", "\"lockedIn\":{\"number\":-3,\"type\":\"Places\"}", "number-out-of-range", "stages[4].lockedIn.number");
        mode("quota-ranking", "\"lockedIn\":{\"number\":3,\"type\":\"Places\"}", "\"lockedIn\":{\"hundredths\":101,\"type\":\"Percent\"}", "number-out-of-range", "stages[4].lockedIn.hundredths");
        mode("quota-ranking", "\"lockedIn\":{\"number\":3,\"type\":\"Places\"}", "\"lockedIn\":{\"number\":3,\"type\":\"Places\"},\"places\":{\"number\":2,\"type\":\"Places\"}",
                "locks-above-places", "stages[4].lockedIn");
        mode("quota-ranking", "\"lockedIn\":{\"number\":3,\"type\":\"Places\"},\"lockedOut\":{\"number\":3,\"type\":\"Places\"}",
                "\"lockedIn\":{\"hundredths\":60,\"type\":\"Percent\"},\"lockedOut\":{\"hundredths\":60,\"type\":\"Percent\"}", "locks-overlap", "stages[4].lockedOut");
        mode("talent-elimination", "\"places\":{\"number\":20,\"type\":\"Places\"},\"ties\":\"allIn\",\"type\":\"Cut\",\"winners\":\"stay\"",
                "\"places\":{\"number\":20,\"type\":\"Places\"},\"ties\":\"allIn\",\"type\":\"Cut\",\"winners\":\"fail\"", "winners-fail", "stages[3].winners");
        mode("quota-ranking", "\"ties\":\"shared\",\"type\":\"Cut\"", "\"ties\":\"secondBallot\",\"type\":\"Cut\"", "second-ballot-missing", "stages[4].ties");
    }

    @Test
    void ballotsThatCannotBeHeld() {
        mode("ballot-only", "\"winners\":\"pass\"", "\"winners\":\"fail\"", "winners-fail", "stages[1].winners");
        mode("ballot-only", "\"losers\":\"fail\"", "\"losers\":\"pass\"", "losers-pass", "stages[1].losers");
        mode("ballot-only", "\"losers\":\"fail\"", "\"losers\":\"stay\"", List.of());
        assertTrue(found(ModeCheck.of(changed("ballot-only", "\"losers\":\"fail\"", "\"losers\":\"stay\"", "\"winners\":\"pass\"", "\"winners\":\"stay\"")))
                .contains("ballot-decides-nothing stages[1].winners"));
        mode("ballot-only", "\"choose\":0", "\"choose\":3", "number-out-of-range", "stages[1].choose");
        mode("ballot-only", "\"places\":0", "\"places\":-1", "number-out-of-range", "stages[1].places");
        mode("ballot-only", "\"form\":\"approve\"", "\"form\":\"rank\"", "order-without-places", "stages[1].places");
        mode("ballot-only", "\"form\":\"approve\"", "\"form\":\"choose\"", "number-out-of-range", "stages[1].choose");
        mode("blind-review", "\"form\":\"approve\"", "\"form\":\"choose\"", "no-refusals-on-paper", "stages[3].passing");
        mode("blind-review", "\"form\":\"approve\"", "\"form\":\"rank\"", "order-without-threshold", "stages[3].passing");
        mode("blind-review", "\"than\":2", "\"than\":0", "number-out-of-range", "stages[3].passing.than");
        mode("talent-elimination", "\"choose\":15", "\"choose\":16", "choose-above-places", "stages[4].choose");
        mode("quota-ranking", "\"stage\":\"ballot\"", "\"stage\":\"lock\"", "nobody-tied", "stages[6].entrants.stage");
        mode("quota-ranking", "\"stage\":\"ballot\"", "\"stage\":\"sign\"", "stage-not-earlier", "stages[6].entrants.stage");
        mode("quota-ranking", "\"stage\":\"ballot\"", "\"stage\":\"lock\"", "second-ballot-missing", "stages[5].ties");
        assertTrue(found(ModeCheck.of(changed("quota-ranking", "\"body\":\"plenary\",\"choose\":0,\"code\":\"second\"",
                "\"body\":\"panel\",\"choose\":0,\"code\":\"second\"")))
                .containsAll(List.of("tied-elsewhere stages[6].entrants.stage", "panel-after-plenary stages[6].body")));
    }

    @Test
    void aReconsiderationOfWhatCannotComeBack() {
        mode("reconsideration", "\"ballot\":\"ballot\"", "\"ballot\":\"score\"", "not-a-ballot", "stages[6].entrants.ballot");
        mode("reconsideration", "\"ballot\":\"ballot\"", "\"ballot\":\"vote\"", "stage-unknown", "stages[6].entrants.ballot");
        mode("reconsideration", "\"ballot\":\"ballot\"", "\"ballot\":\"again\"", "stage-not-earlier", "stages[6].entrants.ballot");
        var twice = new ArrayList<>(Presets.mode("reconsideration").stages());
        twice.add(7, changed("reconsideration", "\"ballot\":\"ballot\"", "\"ballot\":\"again\"", "\"code\":\"again\"", "\"code\":\"third\"").stages().get(6));
        assertEquals(List.of("reconsidered-twice stages[7].entrants.ballot"), found(ModeCheck.of(new Mode("m", 1, "复议", "Twice", 2, twice))));
        mode("reconsideration", "\"code\":\"ballot\",\"entrants\":{\"type\":\"Undecided\"},\"form\":\"approve\",\"losers\":\"fail\"",
                "\"code\":\"ballot\",\"entrants\":{\"type\":\"Undecided\"},\"form\":\"approve\",\"losers\":\"stay\"", "nobody-failed", "stages[6].entrants.ballot");
        mode("reconsideration", "\"numerator\":2", "\"numerator\":1", "reconsidered-nobody", "stages[6].entrants.below", "\"denominator\":3", "\"denominator\":2");
        mode("reconsideration", "\"numerator\":2", "\"numerator\":4", "share-above-all", "stages[6].entrants.below");
    }

    @Test
    void thresholdsThatNobodyOrNothingReaches() {
        profile("title-senior", "\"passing\":{\"denominator\":3,\"numerator\":2", "\"passing\":{\"denominator\":0,\"numerator\":0", "share-of-nothing", "passing");
        profile("title-senior", "\"passing\":{\"denominator\":3,\"numerator\":2", "\"passing\":{\"denominator\":3,\"numerator\":4", "share-above-all", "passing");
        profile("award-half", "\"passing\":{\"denominator\":2,\"numerator\":1", "\"passing\":{\"denominator\":1,\"numerator\":1", "share-above-all", "passing");
        profile("title-senior", "\"quorum\":{\"denominator\":3,\"numerator\":2,\"strict\":false,\"type\":\"Share\"}", "\"quorum\":{\"than\":2,\"type\":\"FewerAgainst\"}",
                "quorum-by-refusals", "quorum");
        profile("table-9-7", "{\"needed\":5,\"of\":7}", "{\"needed\":8,\"of\":7}", "need-impossible", "passing.needs[1]");
        profile("table-9-7", "{\"needed\":5,\"of\":7}", "{\"needed\":3,\"of\":7}", "needs-falling", "passing.needs");
        profile("table-9-7", "{\"needed\":5,\"of\":7}", "{\"needed\":5,\"of\":5}", "size-twice", "passing.needs");
    }

    @Test
    void numbersThatNoCommitteeCanKeep() {
        profile("title-senior", "\"panelMinimum\":3", "\"panelMinimum\":2", "panel-small", "panelMinimum");
        profile("title-senior", "\"panelMinimum\":3", "\"panelMinimum\":0", "number-out-of-range", "panelMinimum");
        profile("title-senior", "\"committeeMinimum\":25", "\"committeeMinimum\":24", "minimum-even", "committeeMinimum");
        profile("title-senior", "\"committeeForbidsMultipleOf3\":false,\"committeeMinimum\":25", "\"committeeForbidsMultipleOf3\":true,\"committeeMinimum\":27",
                "minimum-of-three", "committeeMinimum");
        profile("title-senior", "\"fewestSecret\":5", "\"fewestSecret\":2", "secret-small", "fewestSecret");
        profile("title-senior", "\"paperBelow\":9", "\"paperBelow\":2", "paper-below-fewest", "paperBelow");
    }

    @Test
    void aSheetThatNamesStagesTheModeDoesNotHave() {
        var mode = Presets.mode("panel-score-plenary-ballot");
        var counted = leaf("A1", Kind.AUTOMATIC, Optional.of(new Given()), Optional.empty());
        var marked = leaf("A2", Kind.EXPERT, Optional.empty(), Optional.empty());
        assertEquals(List.of(), found(check(mode, counted, marked)));
        sheet("indicator-stage-unknown sheet.indicators[0].stage", check(mode, leaf("A", Kind.EXPERT, Optional.empty(), Optional.of("dream")), counted, marked));
        sheet("indicator-stage-no-scoring sheet.indicators[0].stage", check(mode, leaf("A", Kind.EXPERT, Optional.empty(), Optional.of("ballot")), counted, marked));
        sheet("nothing-to-mark stages[3]", check(mode, counted));
        sheet("nothing-to-count stages[0]", check(mode, marked));
        sheet("pass-rate-of-no-ballot sheet.indicators[0].source.stage", check(mode, leaf("A", Kind.AUTOMATIC, Optional.of(rate("score")), Optional.empty()), counted, marked));
        sheet("pass-rate-too-late sheet.indicators[0].source.stage", check(mode, leaf("A", Kind.AUTOMATIC, Optional.of(rate("ballot")), Optional.empty()), counted, marked));
        sheet("nobody-marks sheet.indicators[1]", check(changed("ballot-only", "\"type\":\"Reading\"", "\"type\":\"AutoScore\""), counted, marked));
        sheet("nobody-counts stages", check(Presets.mode("blind-review"), marked, leaf("V", Kind.VETO, Optional.of(new Condition("犯规")), Optional.empty())));
        assertEquals(List.of("sheet-unused stages"), found(check(Presets.mode("ballot-only"), counted, marked)));
        var group = new Indicator("G", "组", "Group", Kind.GROUP, BigDecimal.ZERO, BigDecimal.TEN, Optional.empty(), Optional.empty(), Gathering.SUM, 0,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(leaf("A", Kind.MIXED, Optional.of(new Given()), Optional.of("dream"))));
        sheet("indicator-stage-unknown sheet.indicators[1].children[0].stage", check(mode, marked, group));
    }

    @Test
    void underOneCapStandTheMarksOfOneStageAndNoVote() {
        var mode = Presets.mode("panel-score-plenary-ballot");
        var marked = leaf("A2", Kind.EXPERT, Optional.empty(), Optional.empty());
        var counted = leaf("A1", Kind.AUTOMATIC, Optional.of(new Given()), Optional.empty());
        var voted = leaf("A3", Kind.AUTOMATIC, Optional.of(rate("ballot")), Optional.empty());
        assertEquals(List.of(), found(check(mode, capped("10", marked, counted))));
        assertEquals(List.of("pass-rate-too-late sheet.indicators[0].children[2].source.stage"), found(check(mode, capped("30", marked, counted, voted))));
        sheet("vote-under-one-cap sheet.indicators[0]", check(mode, capped("29", marked, counted, voted)));
        sheet("vote-under-one-cap sheet.indicators[0].children[1]", check(mode, capped("30", counted, capped("10", marked, voted))));
    }

    private static Indicator capped(String max, Indicator... children) {
        return new Indicator("G", "组", "Group", Kind.GROUP, BigDecimal.ZERO, new BigDecimal(max), Optional.empty(), Optional.empty(), Gathering.SUM, 0,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(children));
    }

    @Test
    void findingsOfTheProfileSayWhoseTheyAre() {
        var profile = RuleBookFiles.profile(text(RuleBookFiles.bytes(Presets.profile("title-senior"))).replace("\"paperBelow\":9", "\"paperBelow\":2").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("paper-below-fewest profile.paperBelow"), found(ModeCheck.of(Presets.mode("score-only"), Optional.of(profile), Optional.empty())));
    }

    /** Whoever adds a finding shows once that it is found. */
    @Test
    void everyFindingIsShownHere() throws IOException {
        var said = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
        var codes = new TreeSet<String>();
        for (var file : List.of("Notes", "ModeCheck", "Earlier", "AggregationCheck", "CutCheck", "BallotCheck", "ThresholdCheck", "ProfileCheck", "SheetStages")) {
            said.matcher(Files.readString(Path.of("src/main/java/conclave/meeting/rule/" + file + ".java"))).results().forEach(code -> codes.add(code.group(1)));
        }
        var here = Files.readString(Path.of("src/test/java/conclave/meeting/rule/ModeCheckTest.java"));
        assertEquals(List.of(), codes.stream().filter(code -> !here.contains("\"" + code)).toList());
        assertTrue(codes.size() > 40, codes::toString);
    }

    private static void mode(String preset, String part, String instead, String code, String at, String... more) {
        mode(preset, part, instead, List.of(code + " " + at), more);
    }

    private static void mode(String preset, String part, String instead, List<String> expected, String... more) {
        var changes = Stream.concat(Stream.of(part, instead), Stream.of(more)).toArray(String[]::new);
        var found = found(ModeCheck.of(changed(preset, changes)));
        assertTrue(found.containsAll(expected), () -> preset + " with " + instead + ": " + found);
    }

    private static Mode changed(String preset, String... changes) {
        return RuleBookFiles.mode(replaced(text(RuleBookFiles.bytes(Presets.mode(preset))), changes));
    }

    private static void profile(String preset, String part, String instead, String code, String at) {
        Profile profile = RuleBookFiles.profile(replaced(text(RuleBookFiles.bytes(Presets.profile(preset))), part, instead));
        var found = found(ProfileCheck.of(profile));
        assertTrue(found.contains(code + " " + at), () -> preset + " with " + instead + ": " + found);
    }

    private static byte[] replaced(String text, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            assertTrue(text.contains(changes[i]), changes[i] + " is not in " + text);
            text = text.replace(changes[i], changes[i + 1]);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return CanonicalJson.text(CanonicalJson.read(bytes));
    }

    private static Mode stages(String first) {
        return RuleBookFiles.mode(("{\"format\":\"conclave-mode 1\",\"code\":\"m\",\"version\":1,\"name\":\"\",\"nameEn\":\"\",\"scale\":2,\"stages\":["
                + first + ",{\"type\":\"SignOff\",\"code\":\"sign\",\"name\":\"签字\"}]}").getBytes(StandardCharsets.UTF_8));
    }

    private static void sheet(String expected, List<Finding> findings) {
        assertTrue(found(findings).contains(expected), () -> expected + " is not in " + found(findings));
    }

    private static List<Finding> check(Mode mode, Indicator... indicators) {
        return ModeCheck.of(mode, Optional.empty(), Optional.of(new Sheet("s", 1, "表", "Sheet", Optional.empty(), BigDecimal.TEN, BigDecimal.TEN, 2,
                List.of(), List.of(), List.of(indicators))));
    }

    private static Source rate(String stage) {
        return new PassRate(stage, BigDecimal.TWO);
    }

    private static Indicator leaf(String code, Kind kind, Optional<Source> source, Optional<String> stage) {
        return new Indicator(code, code, code, kind, BigDecimal.ZERO, BigDecimal.TEN, Optional.empty(), Optional.empty(), Gathering.SUM, 0, source,
                Optional.empty(), Optional.empty(), stage, List.of());
    }

    private static List<String> found(List<Finding> findings) {
        return findings.stream().map(finding -> finding.code() + " " + finding.at()).toList();
    }
}
