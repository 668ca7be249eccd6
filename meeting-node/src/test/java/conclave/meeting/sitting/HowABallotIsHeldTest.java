package conclave.meeting.sitting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.meeting.event.Ground;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.Table;
import conclave.meeting.event.Threshold;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tokens where they hide somebody and can be filled in; paper everywhere else. */
class HowABallotIsHeldTest {

    private static final Profile NINE = new Profile("p", 1, "p", new Threshold.Share(2, 3, false), new Threshold.Share(2, 3, false),
            Profile.Denominator.ATTENDING, 3, 11, Profile.Parity.ODD, false, 5, 9, Profile.Swap.VOID_SCORES);

    @Test
    void fewVotersGoOnPaper() {
        assertEquals(Secrecy.BLIND_TOKEN, held(Secrecy.BLIND_TOKEN, Floor.EMPTY, 3, 9));
        assertEquals(Secrecy.PAPER, held(Secrecy.BLIND_TOKEN, Floor.EMPTY, 3, 8));
    }

    @Test
    void moreNamesThanASealedPaperHoldsGoOnPaper() {
        assertEquals(Secrecy.BLIND_TOKEN, held(Secrecy.BLIND_TOKEN, Floor.EMPTY, 255, 9));
        assertEquals(Secrecy.PAPER, held(Secrecy.BLIND_TOKEN, Floor.EMPTY, 256, 9));
    }

    @Test
    void whereAVoterMayNotMarkANameItGoesOnPaper() {
        var recused = Floor.EMPTY.withRecusals(Table.<ApplicantId, Table<PersonId, Ground>>empty()
                .with(applicant(2), Table.<PersonId, Ground>empty().with(person(9), Ground.KINSHIP)));
        assertEquals(Secrecy.PAPER, held(Secrecy.BLIND_TOKEN, recused, 3, 9));
        assertEquals(Secrecy.BLIND_TOKEN, held(Secrecy.BLIND_TOKEN, recused, 1, 9), "another applicant's recusal hinders nobody");
    }

    @Test
    void whatTheModeWantsOpenOrOnPaperStaysSo() {
        assertEquals(Secrecy.NAMED, held(Secrecy.NAMED, Floor.EMPTY, 3, 20));
        assertEquals(Secrecy.PAPER, held(Secrecy.PAPER, Floor.EMPTY, 3, 20));
    }

    private static Secrecy held(Secrecy wanted, Floor floor, int candidates, int electors) {
        var ballot = new Balloting("vote", "票决", Stage.Body.PANEL, Stage.Form.APPROVE, wanted, new Stage.Entrants.Undecided(), 0, 0,
                Optional.empty(), Stage.Effect.PASS, Stage.Effect.FAIL, Stage.Ties.ALL_IN);
        return SecretBallot.secrecy(ballot, NINE, floor, some(candidates, HowABallotIsHeldTest::applicant), some(electors, HowABallotIsHeldTest::person));
    }

    private static <T> List<T> some(int many, IntFunction<T> of) {
        return IntStream.rangeClosed(1, many).mapToObj(of).toList();
    }

    private static String id(String prefix, int number) {
        return prefix + (10_000_000 + number);
    }

    private static ApplicantId applicant(int number) {
        return new ApplicantId(id("apl_", number));
    }

    private static PersonId person(int number) {
        return new PersonId(id("per_", number));
    }
}
