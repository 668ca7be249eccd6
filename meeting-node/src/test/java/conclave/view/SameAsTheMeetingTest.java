package conclave.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.Meeting;
import conclave.meeting.TestMeeting;
import conclave.meeting.TestPackage;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Item;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.sitting.Judges;
import conclave.meeting.sitting.Progress;
import conclave.meeting.sitting.Score;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables say what the state of the meeting says, whatever happened in it. */
class SameAsTheMeetingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverPeopleDidTheTablesTellTheSameStory(long seed) throws Exception {
        same(RandomMeeting.of(seed, 600));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void aSealedMeetingIsToldToItsEnd(long seed) throws Exception {
        var test = RandomMeeting.toTheEnd(seed, 400);
        same(test);
    }

    /** A score goes back, a round has one more, a dossier has other pages: the statistics say so. */
    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void whatIsAmendedIsToldAsItStands(long seed) throws Exception {
        var test = RandomMeeting.amended(seed, 500);
        assertTrue(test.facts().stream().map(fact -> fact.event().getClass().getSimpleName()).toList()
                .containsAll(List.of("DossierChanged", "ApplicantAdded", "ScoreReturned", "CandidateJoined")));
        same(test);
    }

    private void same(TestMeeting test) throws Exception {
        var book = new Book().with(TestMeeting.ID, test.facts());
        try (var open = OpenView.started(folder, book).current(book)) {
            var state = test.now();
            assertEquals(scores(state), sorted(open.rows("SELECT round, applicant, expert, revision, total, seq, voided FROM score")));
            assertEquals(history(test.facts()), sorted(open.rows(
                    "SELECT round, applicant, expert, revision, total, seq, voided_at IS NOT NULL FROM score_history")));
            assertEquals(marks(state), sorted(open.rows("""
                    SELECT s.round, s.applicant, s.expert, m.indicator, m.mark FROM mark m
                    JOIN score s ON s.meeting = m.meeting AND s.seq = m.seq""")));
            assertEquals(recusals(state), sorted(open.rows("SELECT applicant, expert, ground FROM recusal WHERE lifted_at IS NULL")));
            assertEquals(presences(state), sorted(open.rows("""
                    SELECT t.room, t.sitting, t.on_day, t.half_day, a.person FROM sitting t LEFT JOIN attendance a
                    ON a.meeting = t.meeting AND a.room = t.room AND a.sitting = t.sitting WHERE t.closed_at IS NULL""")));
            assertEquals(state.intake().alone().stream().map(one -> one.decision() + " " + one.node()).sorted().toList(),
                    sorted(open.rows("SELECT decision, node FROM alone")));
            assertEquals(pauses(state), sorted(open.rows("SELECT room, reason FROM pause WHERE ended_at IS NULL")));
            assertEquals(rounds(state), sorted(open.rows("SELECT round, room, stage, number, closed_at IS NULL FROM round")));
            assertEquals(applicants(state), sorted(open.rows("SELECT applicant, room, place, documents, pages FROM applicant")));
            assertEquals(candidates(state), sorted(open.rows("SELECT round, applicant FROM candidate")));
            assertEquals(tallies(state), sorted(open.rows("""
                    SELECT round, applicant, place, rank, scores, dropped, expert_points, automatic, bonus, deduction, total, vetoed, spread, diverged
                    FROM tally_row""")));
            assertEquals(signatures(state), sorted(open.rows("SELECT round, chair FROM signature")));
            assertEquals(unheld(state),
                    sorted(open.rows("SELECT room, chair FROM room_signature")));
            assertEquals(state.ending().isSealed(), open.rows("SELECT sealed_at IS NOT NULL FROM meeting").equals(List.of("TRUE")));
            assertEquals(progress(state), open.view.statistics().progressPerRoom(TestMeeting.ID).stream()
                    .map(p -> p.room().value() + " " + p.expected() + " " + p.given()).toList());
        }
    }

    private static List<String> scores(Meeting state) {
        return eachScore(state, (at, score) -> List.of(at + said(score)));
    }

    /** Every revision there ever was, as it stood when the next one came over it. */
    private static List<String> history(List<Fact> facts) {
        var all = new TreeMap<String, String>();
        var state = Meeting.NOT_FOUNDED;
        for (var fact : facts) {
            state = Meeting.evolve(state, fact);
            eachScore(state, (at, score) -> {
                all.put(at + score.revision(), at + said(score));
                return List.of();
            });
        }
        return sorted(List.copyOf(all.values()));
    }

    private static List<String> marks(Meeting state) {
        return eachScore(state, (at, score) -> score.voided() ? List.of() : score.marks().entrySet().stream()
                .map(mark -> at + mark.getKey() + " " + plain(mark.getValue())).toList());
    }

    private interface Saying {
        List<String> of(String at, Score score);
    }

    private static List<String> eachScore(Meeting state, Saying saying) {
        var all = new ArrayList<String>();
        state.floor().rounds().forEach(round -> round.getValue().sheets().scores().forEach(row -> row.getValue().forEach(score ->
                all.addAll(saying.of(round.getKey().value() + " " + row.getKey().value() + " " + score.getKey().value() + " ", score.getValue())))));
        return sorted(all);
    }

    private static String said(Score score) {
        return score.revision() + " " + plain(score.total()) + " " + score.seq() + " " + truth(score.voided());
    }

    private static List<String> recusals(Meeting state) {
        var all = new ArrayList<String>();
        state.floor().recusals().forEach(row -> row.getValue().forEach(one ->
                all.add(row.getKey().value() + " " + one.getKey().value() + " " + one.getValue())));
        return sorted(all);
    }

    private static List<String> presences(Meeting state) {
        var all = new ArrayList<String>();
        state.floor().sittings().forEach(entry -> {
            var sitting = entry.getValue();
            var at = entry.getKey().value() + " " + sitting.id().value() + " " + sitting.day() + " " + sitting.half() + " ";
            if (sitting.present().isEmpty()) all.add(at + "null");
            sitting.present().forEach(person -> all.add(at + person.getKey().value()));
        });
        return sorted(all);
    }

    private static List<String> pauses(Meeting state) {
        var all = new ArrayList<String>();
        state.floor().sittings().forEach(one -> one.getValue().pause().ifPresent(pause -> all.add(one.getKey().value() + " " + pause.reason())));
        return sorted(all);
    }

    private static List<String> rounds(Meeting state) {
        return sorted(state.floor().rounds().values().stream().map(round ->
                round.id().value() + " " + round.room().value() + " " + round.stage() + " " + round.number() + " " + truth(round.open())).toList());
    }

    /** Late ones as well, and of a dossier the version in force. */
    private static List<String> applicants(Meeting state) {
        return sorted(state.intake().register().orElseThrow().applicants().values().stream().map(one -> one.id().value() + " " + one.room().value() + " "
                + one.order() + " " + one.documents().size() + " " + one.documents().stream().mapToInt(Item.Document::pages).sum()).toList());
    }

    private static List<String> candidates(Meeting state) {
        return sorted(state.floor().rounds().values().stream().flatMap(round -> round.candidates().stream().map(one -> round.id().value() + " " + one.value())).toList());
    }

    private static List<String> tallies(Meeting state) {
        var all = new ArrayList<String>();
        state.tallies().of().forEach(tally -> {
            for (int i = 0; i < tally.getValue().rows().size(); i++) {
                all.add(tally.getKey().value() + " " + said(tally.getValue().rows().get(i), i + 1));
            }
        });
        return sorted(all);
    }

    private static String said(Row row, int place) {
        return String.join(" ", row.applicant().value(), "" + place, row.rank().map(rank -> "" + rank).orElse("null"), "" + row.scores(),
                "" + row.dropped(), maybe(row.expert()), plain(row.automatic()), plain(row.bonus()), plain(row.deduction()),
                maybe(row.total()), truth(row.vetoed()), maybe(row.range()), truth(row.diverged()));
    }

    private static List<String> signatures(Meeting state) {
        var all = new ArrayList<String>();
        state.ending().signatures().forEach(one -> all.add(one.getKey().value() + " " + one.getValue().chair().value()));
        return sorted(all);
    }

    private static List<String> unheld(Meeting state) {
        var all = new ArrayList<String>();
        state.ending().unheld().forEach(one -> all.add(one.getKey().value() + " " + one.getValue().chair().value()));
        return sorted(all);
    }

    private static List<String> progress(Meeting state) {
        var register = state.intake().register().orElseThrow();
        var all = new ArrayList<String>();
        for (int room = 1; room <= 2; room++) {
            var id = TestPackage.room(room);
            var candidates = state.floor().round(id).map(r -> r.candidates())
                    .orElseGet(() -> register.applicantsOf(id).stream().filter(state.book()::eligible).toList());
            var expected = candidates.stream().mapToInt(a -> state.floor().judges(register, id, a).size()).sum();
            var given = state.floor().round(id).map(round -> Progress.of(new Judges(register, state.book(), state.floor()), round).given()).orElse(0);
            all.add(id.value() + " " + expected + " " + given);
        }
        return all;
    }

    private static List<String> sorted(List<String> lines) {
        return List.copyOf(new TreeSet<>(lines));
    }

    private static String truth(boolean yes) {
        return yes ? "TRUE" : "FALSE";
    }

    private static String maybe(Optional<BigDecimal> number) {
        return number.map(SameAsTheMeetingTest::plain).orElse("null");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
