package conclave.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.Meeting;
import conclave.meeting.RandomLives;
import conclave.meeting.Stages;
import conclave.meeting.TestMeeting;
import conclave.meeting.TestPackage;
import conclave.meeting.event.Fact;
import conclave.meeting.event.SittingCommand.CastPaper;
import conclave.meeting.event.Stage.Secrecy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Forms say what the record says, under the names that somebody may know, and nothing of what is nobody's business. */
final class FormsTest {

    private static final int LIVES = 6;
    private static final int ORDERS = 120;

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());

    private static Held sealed(boolean named) {
        var meeting = TestMeeting.roomOf(5, 3).scoring();
        for (int applicant = 1; applicant <= 3; applicant++) meeting.givenByAll(applicant, "30", "31.5", "33", "28", "3" + applicant);
        return held(meeting.closed().tallied().signedOff().sealed(), named);
    }

    private static Held held(TestMeeting meeting, boolean named) {
        List<Fact> facts = meeting.facts().stream().filter(fact -> fact.event().evidence()).toList();
        return Rolls.held(facts, meeting.now(), named ? Rolls.of(meeting.now()) : Roll.NONE);
    }

    private static Form form(Held held, String name) {
        return Forms.of(held).stream().filter(form -> form.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void everyApplicantStandsOnceInTheSummaryWithItsTotal() {
        var held = sealed(true);
        var table = (Part.Grid) form(held, "summary").parts().getFirst();
        assertEquals(3, table.rows().size());
        var heads = table.heads().stream().map(Head::title).toList();
        for (var row : table.rows()) {
            var code = row.get(heads.indexOf("申报人编号")).shown();
            assertEquals("申报人" + code, row.get(heads.indexOf("姓名")).shown());
            assertTrue(row.get(heads.indexOf("总分")) instanceof Value.Number, code);
        }
        assertEquals(List.of("1", "2", "3"), table.rows().stream().map(row -> row.getFirst().shown()).toList());
    }

    @Test
    void howSomebodyAppliesStandsBesideTheNameAndIsCounted() {
        var held = sealed(true);
        assertTrue(Rolls.text(form(held, "summary")).contains("|高级工程师|破格申报|"), () -> Rolls.text(form(held, "summary")));
        assertTrue(Rolls.text(form(held, "filing")).contains("|高级工程师|正常申报|"), () -> Rolls.text(form(held, "filing")));
        var counted = Rolls.text(form(held, "completeness"));
        assertTrue(counted.contains("申报人：破格申报|2|按申报方式") && counted.contains("申报人：正常申报|1|按申报方式"), counted);
        for (var form : Forms.of(sealed(false))) assertFalse(Rolls.text(form).contains("破格"), form.name());
    }

    @Test
    void withoutNamesNobodyIsNamedAnywhere() {
        for (var form : Forms.of(sealed(false))) assertFalse(Rolls.text(form).contains("专家单位") || Rolls.text(form).contains("申报人R"), form.name());
    }

    @Test
    void anOpenMeetingSaysOnEveryFormThatItIsNotFinal() {
        var held = held(TestMeeting.roomOf(5, 3).scoring().given(1, 1, "30"), false);
        for (var form : Forms.of(held)) assertTrue(form.basis().contains("不是最终结果"), form.name());
        var completeness = Rolls.text(form(held, "completeness"));
        assertTrue(completeness.contains("尚未封存") && completeness.contains("尚未结束"), completeness);
    }

    @Test
    void whatIsPublishedNamesOnlyWhoPassedAndNothingElse() {
        int published = 0;
        for (long run = seed; run < seed + LIVES; run++) {
            var facts = RandomLives.evidence(run, ORDERS);
            var held = Rolls.held(facts, Rolls.end(facts), Roll.NONE);
            if (held.end().intake().register().isEmpty()) continue;
            assertEquals(Optional.empty(), Publicity.of(held, Optional.empty()), "without names, seed " + run);
        }
        var held = sealed(true);
        var text = Rolls.text(Publicity.of(held, Optional.empty()).orElseThrow());
        for (var applicant : held.applicants()) {
            assertEquals(Outcome.of(held, applicant).passed(), text.contains("申报人" + applicant.code()), applicant.code());
            assertFalse(text.contains("推荐" + applicant.code()) || text.contains(applicant.id().value()), text);
            published++;
        }
        assertEquals(3, published);
        for (var secret : List.of("专家", Rolls.HEAD, "总分", "排名", "赞成", "mtg_")) assertFalse(text.contains(secret), secret + " in " + text);
        var open = held(TestMeeting.roomOf(5, 3).scoring(), true);
        assertEquals(Optional.empty(), Publicity.of(open, Optional.empty()));
    }

    @Test
    void whateverHappenedInAMeetingEveryFormCanBeMadeTwiceAndIsTheSame() {
        for (long run = seed; run < seed + LIVES; run++) {
            var facts = RandomLives.evidence(run, ORDERS);
            var end = Rolls.end(facts);
            if (end.intake().register().isEmpty()) continue;
            var held = Rolls.held(facts, end, Rolls.of(end));
            assertEquals(Forms.of(held), Forms.of(held), "seed " + run);
            noExpertBesideAVote(held, end, run);
        }
    }

    /** Whoever voted: on the forms of results no expert is named at all. */
    private static void noExpertBesideAVote(Held held, Meeting end, long run) {
        for (var name : List.of("summary", "ballots", "filing", "completeness")) {
            var text = Rolls.text(form(held, name));
            for (var person : end.walk().register().people().values()) assertFalse(text.contains(person.id().value()), name + ", seed " + run);
        }
    }

    /** Three of five for the first, who fails; five of five for the second. */
    private static TestMeeting voted() {
        var test = TestMeeting.of(TestPackage.rooms(1, 5, 2).by(TestPackage.counted()).by(Stages.ballot(Secrecy.NAMED))).scoring();
        for (int expert = 1; expert <= 5; expert++) {
            var paper = new TreeMap<>(Map.of(test.applicant(1).value(), expert <= 3 ? "yes" : "against", test.applicant(2).value(), "yes"));
            test.accepted(test.expert(expert), new CastPaper(test.round(), paper));
        }
        return test.closed().tallied().signedOff();
    }

    @Test
    void aBallotStandsThereWithItsCountsAndWithoutWhoCastThem() {
        var held = held(voted().sealed(), true);
        var text = Rolls.text(form(held, "ballots"));
        assertTrue(text.contains("|3|2|0|5|4||未通过") && text.contains("|5|0|0|5|4||通过"), text);
        assertFalse(text.contains("专家"), text);
        var published = Rolls.text(Publicity.of(held, Optional.empty()).orElseThrow());
        assertTrue(published.contains("通过人数：1"), published);
        assertTrue(Rolls.text(form(held, "summary")).contains("3/5"));
        assertTrue(Rolls.text(form(held, "completeness")).contains("结论：完整。"), () -> Rolls.text(form(held, "completeness")));
    }

    @Test
    void whatAnObjectionCameToDecidesWhatIsFiled() {
        var held = held(voted().sealed(), true);
        var codes = held.applicants().stream().map(it -> it.code()).toList();
        for (var ending : Objections.Ending.values()) {
            var known = new TreeMap<String, List<Objections.Objection>>();
            for (var code : codes) known.put(code, List.of(new Objections.Objection(code, "2026-12-03", "学历", ending, "")));
            var expected = switch (ending) {
                case DISMISSED -> "予以备案";
                case UPHELD -> "不予备案";
                case OPEN -> "暂缓备案";
            };
            assertEquals(List.of("不予备案", expected), filed(held, Optional.of(new Objections(known))), ending.name());
        }
        assertEquals(List.of("不予备案", "予以备案"), filed(held, Optional.of(Objections.NONE)));
    }

    @Test
    void nothingIsFiledBeforeItWasPublishedNorOfAMeetingThatMayStillChange() {
        assertEquals(List.of("不予备案", "待公示"), filed(held(voted().sealed(), true), Optional.empty()));
        assertEquals(List.of("会议未封存", "会议未封存"), filed(held(voted(), true), Optional.of(Objections.NONE)));
    }

    private static List<String> filed(Held held, Optional<Objections> objections) {
        return ((Part.Grid) FilingForm.of(held, objections).parts().getFirst()).rows().stream().map(row -> row.getLast().shown()).toList();
    }
}
