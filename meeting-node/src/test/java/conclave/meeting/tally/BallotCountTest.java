package conclave.meeting.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Profile.Denominator;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Form;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.Stage.Ties;
import conclave.meeting.event.Table;
import conclave.meeting.event.TallyEvent;
import conclave.meeting.event.Vote;
import conclave.meeting.tally.BallotCount.Counted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BallotCountTest {

    private static final Table<ApplicantId, Integer> NOBODY = Table.empty();

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());
    private final Random chance = new Random(seed);

    @Test
    void yesOfThoseAttendingAndSilenceIsNoYes() {
        var counted = counted(approve(9, 2, "yy", "yn", "ya", "y-", "yy", "ny", "an"));
        assertEquals(List.of(new Vote(Some.applicant(1), 5, 1, 1, 9, 6, Optional.empty(), Effect.FAIL, false),
                new Vote(Some.applicant(2), 3, 2, 2, 9, 6, Optional.empty(), Effect.FAIL, false)), counted.votes());
        assertEquals(List.of(9, 7, 7, 0), List.of(counted.issued(), counted.returned(), counted.valid(), counted.invalid()));
        assertEquals(List.of(Effect.PASS), effects(approve(9, 1, "y", "y", "y", "y", "y", "y")));
    }

    @Test
    void anInvalidPaperStaysInTheDenominator() {
        var foreign = new TreeMap<>(Some.paper("y"));
        foreign.put(Some.applicant(9), Poll.YES);
        var papers = new ArrayList<>(Some.papers("y", "y"));
        papers.add(foreign);
        papers.add(new TreeMap<>(java.util.Map.of(Some.applicant(1), "perhaps")));
        var counted = counted(poll(Some.balloting(Form.APPROVE, 0, 0, Ties.SHARED), 1, papers, 4, 4, NOBODY, Optional.empty()));
        assertEquals(List.of(2, 0, 4), List.of(counted.votes().getFirst().yes(), counted.votes().getFirst().abstained(), counted.votes().getFirst().denominator()));
        assertEquals(List.of(4, 2), List.of(counted.returned(), counted.invalid()));
    }

    @Test
    void recusalChangesTheDenominatorOnlyWhereTheProfileSaysSo() {
        var recused = Table.<ApplicantId, Integer>empty().with(Some.applicant(1), 2);
        var papers = Some.papers("y", "y", "y", "y", "a", "-", "-");
        var balloting = Some.balloting(Form.APPROVE, 0, 0, Ties.SHARED);
        var with = counted(new Poll(balloting, Some.profile(Some.TWO_THIRDS, Denominator.ATTENDING), applicants(1), papers, 7, 7, recused, Optional.empty()));
        var without = counted(new Poll(balloting, Some.profile(Some.TWO_THIRDS, Denominator.ATTENDING_MINUS_RECUSED), applicants(1), papers, 7, 7, recused, Optional.empty()));
        assertEquals(new Vote(Some.applicant(1), 4, 0, 1, 7, 5, Optional.empty(), Effect.FAIL, false), with.votes().getFirst());
        assertEquals(new Vote(Some.applicant(1), 4, 0, 1, 5, 4, Optional.empty(), Effect.PASS, false), without.votes().getFirst());
    }

    @Test
    void whoHasFewerJudgesIsNotTheWorseForIt() {
        var recused = Table.<ApplicantId, Integer>empty().with(Some.applicant(1), 4);
        var papers = Some.papers("yy", "yy", "yy", "yy", "yy", "-y", "-y", "--", "--", "--");
        var poll = new Poll(Some.balloting(Form.APPROVE, 0, 1, Ties.SHARED), Some.profile(Some.TWO_THIRDS, Denominator.ATTENDING_MINUS_RECUSED), applicants(2),
                papers, 10, 10, recused, Optional.of(1));
        assertEquals(List.of(Effect.PASS, Effect.FAIL), effects(poll), "5 of 6 is more than 7 of 10");
    }

    @Test
    void morePapersThanWereGivenOutAreNoVote() {
        assertEquals(TallyEvent.Void.MORE_RETURNED_THAN_ISSUED, cause(poll(Some.balloting(Form.APPROVE, 0, 0, Ties.SHARED), 1, Some.papers("y", "y", "y"), 2, 5, NOBODY, Optional.empty())));
        assertEquals(TallyEvent.Void.MORE_RETURNED_THAN_ATTENDING, cause(poll(Some.balloting(Form.APPROVE, 0, 0, Ties.SHARED), 1, Some.papers("y", "y", "y"), 3, 2, NOBODY, Optional.empty())));
    }

    @Test
    void tooFewPapersWouldTellWhoVotedHow() {
        assertEquals(TallyEvent.Void.TOO_FEW_FOR_SECRECY, cause(approve(5, 1, "y", "n")));
        var secret = Some.balloting(Form.APPROVE, 0, 0, Ties.SHARED);
        var named = new Balloting("b", "记名", secret.body(), Form.APPROVE, Secrecy.NAMED, secret.entrants(), 0, 0, Optional.empty(), Effect.PASS, Effect.FAIL, Ties.SHARED);
        assertInstanceOf(Counted.class, BallotCount.of(poll(named, 1, Some.papers("y", "n"), 5, 5, NOBODY, Optional.empty())));
    }

    @Test
    void choosingMoreThanAllowedSpoilsThePaper() {
        var counted = counted(poll(Some.balloting(Form.CHOOSE, 2, 2, Ties.SHARED), 3, Some.papers("yy-", "y-y", "yyy", "y--"), 4, 4, NOBODY, Optional.of(2)));
        assertEquals(List.of(3, 1, 1), counted.votes().stream().map(Vote::yes).toList());
        assertEquals(1, counted.invalid());
        assertEquals(List.of(Effect.PASS, Effect.FAIL, Effect.FAIL), counted.votes().stream().map(Vote::effect).toList());
    }

    @Test
    void aWinnerNeedsTheThresholdAndAPlace() {
        var papers = new String[] {"yyy", "yyy", "yyy", "yy-", "y--"};
        assertEquals(List.of(Effect.PASS, Effect.FAIL, Effect.FAIL), effects(limited(Ties.SHARED, 1, papers)));
        assertEquals(List.of(Optional.of(1), Optional.of(2), Optional.of(3)), counted(limited(Ties.SHARED, 1, papers)).votes().stream().map(Vote::place).toList());
        assertEquals(List.of(Effect.PASS, Effect.PASS, Effect.FAIL), effects(limited(Ties.SHARED, 3, papers)));
    }

    @Test
    void equalsAtTheEdgeGoByTheRuleForTies() {
        var papers = new String[] {"yyy", "yyy", "yyy", "yyy", "y--"};
        assertEquals(List.of(Effect.PASS, Effect.PASS, Effect.PASS), effects(limited(Ties.SHARED, 2, papers)));
        assertEquals(List.of(Effect.PASS, Effect.FAIL, Effect.FAIL), effects(limited(Ties.ALL_OUT, 2, papers)));
        var second = counted(limited(Ties.SECOND_BALLOT, 2, papers));
        assertEquals(List.of(false, true, true), second.votes().stream().map(Vote::tied).toList());
        assertEquals(List.of(2, 1, 0), List.of(second.taken(), second.open(), second.over()));
        assertEquals(List.of(2, 0, 1), List.of(counted(limited(Ties.SHARED, 2, papers))).stream().flatMap(c -> List.of(c.taken(), c.open(), c.over()).stream()).toList());
    }

    @Test
    void anOrderIsCountedInPoints() {
        var counted = counted(poll(Some.balloting(Form.RANK, 0, 1, Ties.SECOND_BALLOT), 3, Some.papers("123", "132", "213", "11-", "4--"), 5, 5, NOBODY, Optional.of(1)));
        assertEquals(List.of(8, 6, 4), counted.votes().stream().map(Vote::yes).toList());
        assertEquals(List.of(15, 0), List.of(counted.votes().getFirst().denominator(), counted.votes().getFirst().needed()));
        assertEquals(2, counted.invalid());
        assertEquals(List.of(Effect.PASS, Effect.FAIL, Effect.FAIL), counted.votes().stream().map(Vote::effect).toList());
    }

    @Test
    void whomNoPaperPlacesCannotWin() {
        assertEquals(List.of(Effect.PASS, Effect.FAIL), effects(poll(Some.balloting(Form.RANK, 0, 2, Ties.SHARED), 2, Some.papers("1-", "1-", "1-"), 3, 3, NOBODY, Optional.of(2))));
    }

    @Test
    void theOrderOfPapersAndNamesChangesNothing() {
        for (int i = 0; i < 3_000; i++) {
            var poll = any();
            var shuffled = new ArrayList<>(poll.papers());
            Collections.shuffle(shuffled, chance);
            assertEquals(BallotCount.of(poll), BallotCount.of(with(poll, shuffled)), () -> "seed " + seed);
            var turned = new ArrayList<>(poll.candidates());
            Collections.reverse(turned);
            var other = BallotCount.of(new Poll(poll.balloting(), poll.profile(), turned, poll.papers(), poll.issued(), poll.attending(), poll.recused(), poll.placesLeft()));
            if (BallotCount.of(poll) instanceof Counted one && other instanceof Counted two) assertEquals(one.votes(), two.votes().reversed(), () -> "seed " + seed);
        }
    }

    @Test
    void oneMoreYesNeverTurnsPassIntoFail() {
        var turned = 0;
        for (int i = 0; i < 5_000; i++) {
            var poll = any();
            if (poll.balloting().form() == Form.RANK || poll.papers().isEmpty()) continue;
            var at = chance.nextInt(poll.papers().size());
            var lucky = poll.candidates().get(chance.nextInt(poll.candidates().size()));
            var paper = new TreeMap<>(poll.papers().get(at));
            if (Poll.YES.equals(paper.put(lucky, Poll.YES)) || poll.balloting().form() == Form.CHOOSE && paper.size() > poll.balloting().choose()) continue;
            var papers = new ArrayList<>(poll.papers());
            papers.set(at, paper);
            if (!(BallotCount.of(poll) instanceof Counted before) || !(BallotCount.of(with(poll, papers)) instanceof Counted after)) continue;
            var was = effect(before, lucky);
            var is = effect(after, lucky);
            assertTrue(was != Effect.PASS || is == Effect.PASS, () -> "seed " + seed + " " + poll);
            if (was != is) turned++;
        }
        assertTrue(turned > 10, "a yes never mattered, seed " + seed);
    }

    @Test
    void winnersNeverExceedThePlacesExceptWhereEqualsMay() {
        for (int i = 0; i < 5_000; i++) {
            var poll = any();
            if (poll.placesLeft().isEmpty() || !(BallotCount.of(poll) instanceof Counted counted)) continue;
            var in = counted.votes().stream().filter(vote -> vote.effect() == Effect.PASS).count();
            assertTrue(in <= poll.placesLeft().get() + counted.over(), () -> "seed " + seed + " " + counted);
            if (poll.balloting().ties() == Ties.ALL_OUT || poll.balloting().ties() == Ties.SECOND_BALLOT) {
                assertTrue(counted.over() == 0 && in + counted.open() <= poll.placesLeft().get(), () -> "seed " + seed + " " + counted);
            }
        }
    }

    @Test
    void wordsOnValidPapersAddUp() {
        for (int i = 0; i < 3_000; i++) {
            var poll = any();
            if (poll.balloting().form() == Form.RANK || !(BallotCount.of(poll) instanceof Counted counted)) continue;
            for (var vote : counted.votes()) {
                var sum = vote.yes() + vote.against() + vote.abstained();
                var recused = poll.recused().get(vote.applicant()).orElse(0);
                assertTrue(sum <= counted.valid() && sum >= counted.valid() - recused, () -> "seed " + seed + " " + vote);
            }
        }
    }

    private Poll any() {
        var candidates = 1 + chance.nextInt(5);
        var form = Form.values()[chance.nextInt(3)];
        var attending = 1 + chance.nextInt(11);
        var papers = new ArrayList<SortedMap<ApplicantId, String>>();
        for (int i = chance.nextInt(attending + 1); i > 0; i--) papers.add(Some.paper(paper(form, candidates)));
        var recused = NOBODY;
        for (int i = 1; i <= candidates; i++) if (chance.nextInt(4) == 0) recused = recused.with(Some.applicant(i), chance.nextInt(3));
        var places = chance.nextInt(3) == 0 ? Optional.<Integer>empty() : Optional.of(chance.nextInt(5));
        return new Poll(Some.balloting(form, 1 + chance.nextInt(3), 0, Ties.values()[chance.nextInt(4)]),
                Some.profile(Some.TWO_THIRDS, Denominator.values()[chance.nextInt(2)]), applicants(candidates), papers, attending, attending, recused, places);
    }

    private String paper(Form form, int candidates) {
        var signs = switch (form) {
            case APPROVE -> "yyyyna-1";
            case CHOOSE -> "yy--";
            case RANK -> "12345-";
        };
        return chance.ints(candidates, 0, signs.length()).mapToObj(i -> signs.substring(i, i + 1)).reduce("", String::concat);
    }

    private static Poll approve(int attending, int candidates, String... papers) {
        return poll(Some.balloting(Form.APPROVE, 0, 0, Ties.SHARED), candidates, Some.papers(papers), attending, attending, NOBODY, Optional.empty());
    }

    private static Poll limited(Ties ties, int places, String... papers) {
        return poll(Some.balloting(Form.APPROVE, 0, places, ties), 3, Some.papers(papers), 5, 5, NOBODY, Optional.of(places));
    }

    private static Poll poll(Balloting balloting, int candidates, List<SortedMap<ApplicantId, String>> papers, int issued, int attending,
                             Table<ApplicantId, Integer> recused, Optional<Integer> places) {
        return new Poll(balloting, Some.profile(Some.TWO_THIRDS, Denominator.ATTENDING), applicants(candidates), papers, issued, attending, recused, places);
    }

    private static Poll with(Poll poll, List<SortedMap<ApplicantId, String>> papers) {
        return new Poll(poll.balloting(), poll.profile(), poll.candidates(), papers, poll.issued(), poll.attending(), poll.recused(), poll.placesLeft());
    }

    private static List<ApplicantId> applicants(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(Some::applicant).toList();
    }

    private static Counted counted(Poll poll) {
        return assertInstanceOf(Counted.class, BallotCount.of(poll));
    }

    private static TallyEvent.Void cause(Poll poll) {
        return assertInstanceOf(BallotCount.Void.class, BallotCount.of(poll)).cause();
    }

    private static List<Effect> effects(Poll poll) {
        return counted(poll).votes().stream().map(Vote::effect).toList();
    }

    private static Effect effect(Counted counted, ApplicantId candidate) {
        return counted.votes().stream().filter(vote -> vote.applicant().equals(candidate)).findFirst().orElseThrow().effect();
    }
}
