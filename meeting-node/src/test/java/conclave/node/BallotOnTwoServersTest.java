package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ballot.BallotBox.Answer;
import conclave.ballot.Elector;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.link.NoAnswer;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.Column;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.node.SecretBallots.Agreement;
import conclave.node.SecretBallots.Where;
import conclave.seal.CoverKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A secret ballot in a kit of two servers and a witness: whoever sits at which of them, and whichever of them is gone in the middle. */
class BallotOnTwoServersTest {

    private static final int VOTERS = 9;

    private final BallotKit kit = new BallotKit(VOTERS);
    private List<Elector> electors;

    private void issued(String announcing) throws InterruptedException {
        kit.announced(announcing);
        electors = kit.issued();
        kit.barred();
    }

    private void voted(int from, int to, Answer expected) {
        for (int v = from; v < to; v++) assertEquals(expected, kit.cast(paper(v), BallotKit.SERVERS.get(v % 2)), "voter " + v);
    }

    private byte[] paper(int voter) {
        return electors.get(voter).paper(voter < 6 ? 1 : 2, 0);
    }

    private void counted(String at) throws InterruptedException {
        var said = kit.recorded(kit.opened(at, false));
        assertEquals(VOTERS, said.tokens().size());
        assertEquals(List.of(0, 6, 3), said.columns().getFirst().times());
    }

    @Test
    void whereverTheySitTheyVoteAndAnyServerOpensTheBox() throws InterruptedException {
        issued("a");
        assertEquals(2, kit.round().casting().orElseThrow().issue().orElseThrow().announced().signers().size(), "each server signs");
        voted(0, VOTERS, Answer.LIES_IN_THE_BOX);
        assertEquals(List.of(true, true), List.of(kit.at("a").complete(kit.round()), kit.at("b").complete(kit.round())));
        counted("b");
        assertEquals(Answer.CLOSED, kit.cast(paper(0), "a"), "keys and box are gone at the other one too");
        assertTrue(kit.at("a").record(kit.record.round()).isPresent() && kit.at("b").record(kit.record.round()).isPresent());
    }

    @Test
    void whoPassesAPaperOnCannotReadItAndWhoReadsItIsNotTold() throws InterruptedException {
        issued("a");
        kit.travelled.clear();
        voted(0, VOTERS, Answer.LIES_IN_THE_BOX);
        assertEquals(List.of("a>b ballot-cast", "b>a ballot-cast"), kit.travelled.stream().map(one -> one.substring(0, 15)).distinct().sorted().toList());
        assertEquals(1, kit.travelled.stream().map(one -> one.substring(16)).distinct().count(), "all of one length: " + kit.travelled);
        var body = Elector.covered(paper(0), kit.at("a").cover(kit.round()).orElseThrow());
        assertEquals(Answer.WRONG_COVER, kit.at("b").cast(body).map(CompletableFuture::join).orElseThrow(), "a cover for this server is no cover");
        assertEquals(Answer.WRONG_COVER, kit.at("a").cast(paper(0)).map(CompletableFuture::join).orElseThrow(), "bare it would be read here");
    }

    @Test
    void aServerThatDiesAfterTheBarrierLosesNoPaper() throws InterruptedException {
        issued("a");
        voted(0, 6, Answer.LIES_IN_THE_BOX);
        kit.stop("a");
        assertEquals(Answer.NOT_NOW, kit.cast(paper(6), "b"), "it may be busy");
        kit.silence();
        for (int v = 6; v < VOTERS; v++) assertEquals(Answer.LIES_AT_ONE_SERVER, kit.cast(paper(v), "b"));
        assertTrue(kit.at("b").complete(kit.round()));
        counted("b");
    }

    @Test
    void aServerThatWasStartedAgainPassesOnWhatItDoesNotHold() throws InterruptedException {
        issued("a");
        voted(0, 5, Answer.LIES_IN_THE_BOX);
        kit.stop("a");
        kit.start("a");
        kit.second();
        assertEquals(Where.ELSEWHERE, kit.at("a").where(kit.round()));
        for (int v = 5; v < VOTERS; v++) assertEquals(Answer.LIES_AT_ONE_SERVER, kit.cast(paper(v), BallotKit.SERVERS.get(v % 2)), "voter " + v);
        kit.second();
        assertTrue(kit.at("a").complete(kit.round()));
        counted("a");
    }

    /** Within a second of its loss the other server has what it needs, whatever becomes of the third node after that. */
    @Test
    void whenTheThirdNodeIsStartedAgainAfterAServerNothingMoreIsLost() throws InterruptedException {
        issued("a");
        voted(0, VOTERS, Answer.LIES_IN_THE_BOX);
        kit.stop("a");
        kit.start("a");
        kit.second();
        kit.second();
        kit.settled();
        kit.stop("w");
        kit.start("w");
        counted("b");
    }

    @Test
    void aSignerThatIsLostWhileTokensAreTakenLosesTheBallotAndBothSayIt() throws InterruptedException {
        kit.announced("b");
        assertTrue(kit.issued(1, kit.elector("a"), "a"));
        kit.stop("b");
        kit.second();
        var waits = kit.elector("a");
        assertFalse(kit.issued(2, waits, "a"), "one signature is none");
        assertEquals(Where.HERE, kit.at("a").where(kit.round()), "it may only be away");
        kit.start("b");
        assertEquals(Where.UNHEARD, kit.at("b").where(kit.round()), "nothing is sure before the other one is heard");
        kit.second();
        assertEquals(List.of(Where.LOST, Where.LOST), List.of(kit.at("a").where(kit.round()), kit.at("b").where(kit.round())));
    }

    @Test
    void twoThatLiveAndDoNotHearEachOtherPromiseNothingAndOpenNothing() throws InterruptedException {
        issued("a");
        voted(0, 4, Answer.LIES_IN_THE_BOX);
        kit.cut("a", "b");
        voted(4, 6, Answer.NOT_NOW);
        assertInstanceOf(Opened.OtherUnheard.class, kit.opened("a", true), "the witness hears the other one");
        kit.mend();
        voted(4, VOTERS, Answer.LIES_IN_THE_BOX);
        counted("a");
    }

    @Test
    void theSpareKeyIsNotHandedOutWhileItsOwnerLives() throws InterruptedException {
        issued("a");
        var wire = kit.at("a").wire();
        var twin = kit.at("a").held(kit.round()).orElseThrow().twin().orElseThrow();
        assertTrue(wire.spare(twin, kit.record.round()).isCompletedExceptionally() || failed(wire.spare(twin, kit.record.round())));
        kit.stop("b");
        for (int second = 1; second < BallotNews.SILENT; second++) kit.second();
        assertTrue(failed(wire.spare(twin, kit.record.round())), "one second less is a busy machine");
        kit.second();
        kit.behind.add("w");
        assertTrue(failed(wire.spare(twin, kit.record.round())), "who is behind the majority may be the one that was left");
        kit.behind.clear();
        assertFalse(failed(wire.spare(twin, kit.record.round())));
    }

    @Test
    void whoAnswersOnceInBetweenIsAliveAndTheSecondsAreCountedAnew() throws InterruptedException {
        issued("a");
        var wire = kit.at("a").wire();
        var twin = kit.at("a").held(kit.round()).orElseThrow().twin().orElseThrow();
        kit.cut("b", "w");
        for (int second = 1; second < BallotNews.SILENT; second++) kit.second();
        kit.mend();
        kit.second();
        kit.cut("b", "w");
        for (int second = 1; second < BallotNews.SILENT; second++) kit.second();
        assertTrue(failed(wire.spare(twin, kit.record.round())));
    }

    /** Three of those that this server's laptops were told lie in the box. */
    @Test
    void aServerThatHandsOverFewerPapersThanItAcknowledgedIsFoundAndNothingIsCounted() throws InterruptedException {
        issued("a");
        voted(0, VOTERS, Answer.LIES_IN_THE_BOX);
        kit.tampering = (by, about, honest) -> by.equals("b") && about.equals(BallotWire.PAPERS) ? honest.thenApply(said -> fewer(said, 3)) : honest;
        assertInstanceOf(Opened.Differs.class, kit.opened("a", true));
        assertInstanceOf(Opened.Differs.class, kit.opened("a", true), "asked again it is no better");
        kit.tampering = (_, _, honest) -> honest;
        counted("a");
    }

    private static byte[] fewer(byte[] said, int many) {
        var papers = CanonicalJson.readObject(said).list("papers");
        return CanonicalJson.bytes(Json.object().with("papers", Json.array(papers.subList(0, many))));
    }

    @Test
    void aServerThatSaysItHasCountedFewerIsNotBelieved() throws InterruptedException {
        issued("a");
        voted(0, VOTERS, Answer.LIES_IN_THE_BOX);
        kit.opened("b", false);
        kit.tampering = (by, about, honest) -> by.equals("b") && about.equals(BallotWire.PAPERS) ? honest.thenApply(this::lessCounted) : honest;
        assertInstanceOf(Opened.Differs.class, kit.opened("a", false));
        assertInstanceOf(Opened.Differs.class, kit.opened("a", false), "its own count is not recorded either");
    }

    private byte[] lessCounted(byte[] said) {
        var order = assertInstanceOf(Opened.Said.class, opened("b")).order();
        var less = new OpenBox(order.round(), order.tokens().subList(1, VOTERS), VOTERS - 1, order.columns());
        return CanonicalJson.bytes(CanonicalJson.readObject(said).with("order", ((Json.Obj) BallotWire.opened(new Opened.Said(less))).text("order")));
    }

    private Opened opened(String at) {
        try {
            return kit.opened(at, false);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatOneServerRecordsIsHeldAgainstWhatTheOtherHas() throws InterruptedException {
        issued("a");
        voted(0, VOTERS, Answer.LIES_IN_THE_BOX);
        counted("b");
        for (var at : BallotKit.SERVERS) assertEquals(Optional.of(Agreement.AGREES), kit.at(at).agreement(kit.record.round()), at);
    }

    @Test
    void aBoxThatIsRecordedWithoutOneOfThePapersIsADisagreementAtTheOtherServer() throws InterruptedException {
        issued("a");
        voted(0, VOTERS, Answer.LIES_IN_THE_BOX);
        var said = assertInstanceOf(Opened.Said.class, kit.opened("a", false)).order();
        var columns = said.columns().stream().map(column -> new Column(column.applicant(), oneLess(column.times()))).toList();
        assertFalse(kit.ordered(kit.record.secretary(), new OpenBox(said.round(), said.tokens().subList(1, VOTERS), VOTERS - 1, columns)).isEmpty());
        assertEquals(Optional.of(Agreement.DIFFERS), kit.at("b").agreement(kit.record.round()));
    }

    private static List<Integer> oneLess(List<Integer> times) {
        var less = new ArrayList<>(times);
        for (int mark = 0; mark < less.size(); mark++) {
            if (less.get(mark) == 0) continue;
            less.set(mark, less.get(mark) - 1);
            break;
        }
        return less;
    }

    @Test
    void whoWasNotHeardWhenTheBoxWasOpenedSaysThatItHasNotChecked() throws InterruptedException {
        issued("a");
        voted(0, VOTERS, Answer.LIES_IN_THE_BOX);
        kit.cut("a", "b");
        kit.cut("b", "w");
        assertInstanceOf(Opened.OtherUnheard.class, kit.opened("a", false));
        kit.silence();
        counted("a");
        assertEquals(Optional.of(Agreement.UNCHECKED), kit.at("b").agreement(kit.record.round()));
    }

    /** A laptop that was handed it would have to think its token burnt, and the round void. */
    @Test
    void whatIsNoSignatureOfItsPlaceIsNoneAndSpoilsNone() throws InterruptedException {
        kit.announced("a");
        var elector = kit.elector("a");
        kit.tampering = (by, about, honest) -> by.equals("b") && about.equals(BallotWire.SIGN) ? honest.thenApply(said -> {
            var part = CanonicalJson.readObject(said);
            var signature = BallotWire.read(part, "signed");
            signature[signature.length - 1] ^= 1;
            return CanonicalJson.bytes(part.with("signed", BallotWire.written(signature)));
        }) : honest;
        assertFalse(kit.issued(1, elector, "a"), "one signature is missing and none is spoilt");
        kit.tampering = (_, _, honest) -> honest;
        assertTrue(kit.issued(1, elector, "a"));
    }

    @Test
    void forRoundsThatTheRecordDoesNotKnowNobodyMakesKeysOrKeepsThem() {
        var wire = kit.at("a").wire();
        var nowhere = new RoundId("rnd_nowhere0001");
        assertTrue(failed(wire.leaveSpare("w", nowhere, CoverKey.fresh())));
        assertTrue(failed(wire.offer("b", nowhere, new BallotTwin.Offer("w", new byte[0], new byte[0]))));
        assertFalse(failed(wire.leaveSpare("w", kit.record.round(), CoverKey.fresh())));
    }

    /** So that one server alone stuffs no box: the other one looks into the record by itself. */
    @Test
    void theOtherServerSignsOnlyWhatTheRecordHoldsForThisPerson() throws InterruptedException {
        kit.announced("a");
        var elector = kit.elector("a");
        var wire = kit.at("a").wire();
        assertTrue(failed(wire.sign("b", kit.record.round(), kit.record.expert(1), elector.asked())), "nothing is recorded");
        assertTrue(kit.issued(1, elector, "a"));
        assertFalse(failed(wire.sign("b", kit.record.round(), kit.record.expert(1), elector.asked())));
        assertTrue(failed(wire.sign("b", kit.record.round(), kit.record.expert(1), kit.elector("a").asked())), "other numbers");
        assertTrue(failed(wire.sign("b", kit.record.round(), kit.record.expert(2), elector.asked())), "another person");
    }

    private static boolean failed(CompletableFuture<?> asked) {
        return asked.handle((_, no) -> no != null).join();
    }

    @Test
    void withoutTheOtherServerItIsHeldOnOneAndTheOtherPassesOn() throws InterruptedException {
        kit.stop("b");
        kit.announced("a");
        kit.start("b");
        kit.second();
        assertEquals(Optional.empty(), kit.at("b").cover(kit.round()));
        electors = kit.issued();
        kit.barred();
        voted(0, VOTERS, Answer.LIES_IN_THE_BOX);
        counted("b");
    }

    @Test
    void theOneWhoOpensDoesNotCountBeforeItHasThePapersOfTheOther() throws InterruptedException {
        issued("a");
        voted(0, 8, Answer.LIES_IN_THE_BOX);
        assertFalse(kit.at("a").complete(kit.round()));
        assertInstanceOf(Opened.PapersOut.class, kit.opened("a", false));
        voted(8, 9, Answer.LIES_IN_THE_BOX);
        assertTrue(kit.at("a").complete(kit.round()));
        var again = kit.opened("a", false);
        assertEquals(again, kit.opened("a", false), "asked again, the box has said the same");
        counted("a");
    }

    @Test
    void bothMayOpenAtOnceAndSayTheSame() throws InterruptedException {
        issued("b");
        voted(0, VOTERS, Answer.LIES_IN_THE_BOX);
        var one = assertInstanceOf(Opened.Said.class, kit.opened("a", false)).order();
        assertEquals(one, assertInstanceOf(Opened.Said.class, kit.opened("b", false)).order());
    }

    @Test
    void aRoundThatEndsWithoutABoxIsForgottenEverywhere() throws InterruptedException {
        issued("a");
        voted(0, 3, Answer.LIES_IN_THE_BOX);
        var digest = kit.round().casting().orElseThrow().issue().orElseThrow().announced();
        kit.ordered(kit.record.secretary(), new CloseRound(digest.round(), true, Optional.of(new Ciphertext("c2VhbGVk"))));
        for (var at : BallotKit.SERVERS) {
            assertEquals(Optional.empty(), kit.at(at).cast(Elector.covered(paper(4), CoverKey.fresh().publicKey())));
            assertEquals(Optional.empty(), kit.at(at).held(kit.round()));
        }
        assertFalse(kit.nodes.get("w").ballots.open(digest.round()));
    }
}
