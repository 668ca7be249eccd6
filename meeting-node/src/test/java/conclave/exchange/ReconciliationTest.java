package conclave.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.BadJson;
import conclave.exchange.result.Erasure;
import conclave.exchange.result.Erasure.Hindrance;
import conclave.exchange.result.PlatformReceipt;
import conclave.exchange.result.PlatformReceipt.Answer;
import conclave.exchange.result.PlatformReceipt.Line;
import conclave.exchange.result.Reconciliation;
import conclave.exchange.result.Reconciliation.Code;
import conclave.exchange.result.Reconciliation.State;
import conclave.exchange.result.Reconciliation.Step;
import conclave.seal.MeetingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is settled before everything is accepted, and nothing is erased before it is settled. */
final class ReconciliationTest {

    private static final String MEETING = "mtg_reconciled";
    private static final String RESULT = "ab".repeat(32);
    private static final List<String> ITEMS = List.of("applicant/apl_1", "applicant/apl_2", "data/scores.jsonl", "data/result.json");
    private static final List<String> TWO = List.of("王主任", "李技术员");

    @TempDir
    Path place;

    private static Reconciliation unanswered() {
        return Reconciliation.of(MEETING, RESULT, ITEMS);
    }

    private static PlatformReceipt receipt(long number, Line... lines) {
        return new PlatformReceipt(MEETING, RESULT, number, "平台", 1_795_000_000_000L, List.of(lines));
    }

    private static Line said(String item, Answer answer) {
        return new Line(item, answer, answer == Answer.REFUSED ? Optional.of("与平台的名册不符") : Optional.empty());
    }

    private static Reconciliation taken(Reconciliation before, PlatformReceipt receipt) {
        return assertInstanceOf(Step.Taken.class, before.take(PlatformReceipt.read(receipt.bytes()))).now();
    }

    private static Code notTaken(Reconciliation before, PlatformReceipt receipt) {
        return assertInstanceOf(Step.NotTaken.class, before.take(receipt)).code();
    }

    private static Reconciliation settled() {
        return taken(unanswered(), receipt(1, ITEMS.stream().map(item -> said(item, Answer.ACCEPTED)).toArray(Line[]::new)));
    }

    @Test
    void itGoesOnUntilNothingIsOpen() {
        var first = taken(unanswered(), receipt(1, said(ITEMS.get(0), Answer.ACCEPTED), said(ITEMS.get(1), Answer.REFUSED), said(ITEMS.get(2), Answer.RESEND)));
        assertEquals(List.of("data/result.json"), first.in(State.UNANSWERED));
        assertEquals(List.of("data/scores.jsonl"), first.in(State.RESEND));
        assertFalse(first.settled());
        var second = taken(first, receipt(2, said(ITEMS.get(1), Answer.ACCEPTED), said(ITEMS.get(2), Answer.ACCEPTED), said(ITEMS.get(3), Answer.ACCEPTED)));
        assertTrue(second.settled());
        assertFalse(taken(second, receipt(3, said(ITEMS.get(0), Answer.REFUSED))).settled(), "refused afterwards, it is open again");
        assertFalse(Reconciliation.of(MEETING, RESULT, List.of()).settled(), "of nothing, nothing is settled");
    }

    @Test
    void aReceiptThatIsNotTheNextOneForThisResultChangesNothing() {
        var before = taken(unanswered(), receipt(1, said(ITEMS.get(0), Answer.ACCEPTED)));
        assertEquals(Code.OUT_OF_ORDER, notTaken(before, receipt(1, said(ITEMS.get(0), Answer.ACCEPTED))));
        assertEquals(Code.OUT_OF_ORDER, notTaken(before, receipt(3, said(ITEMS.get(0), Answer.ACCEPTED))));
        assertEquals(Code.UNKNOWN_ITEM, notTaken(before, receipt(2, said(ITEMS.get(1), Answer.ACCEPTED), said("data/other", Answer.ACCEPTED))));
        assertEquals(Code.ITEM_TWICE, notTaken(before, receipt(2, said(ITEMS.get(1), Answer.ACCEPTED), said(ITEMS.get(1), Answer.RESEND))));
        assertEquals(Code.NOTHING_SAID, notTaken(before, receipt(2)));
        assertEquals(Code.OTHER_MEETING, notTaken(before, new PlatformReceipt("mtg_other", RESULT, 2, "", 0, List.of())));
        assertEquals(Code.OTHER_RESULT, notTaken(before, new PlatformReceipt(MEETING, "cd".repeat(32), 2, "", 0, List.of())));
    }

    @Test
    void whateverThePlatformSaysItIsSettledWhenTheLastWordOnEverythingIsAccepted() {
        long seed = Long.getLong("conclave.seed", System.nanoTime());
        var random = new Random(seed);
        for (int run = 0; run < 500; run++) {
            var now = unanswered();
            var last = new TreeMap<String, Answer>();
            for (int number = 1; number < 8; number++) {
                var lines = new ArrayList<Line>();
                for (var item : ITEMS) {
                    if (random.nextInt(3) > 0) lines.add(said(item, Answer.values()[random.nextInt(7) / 5 + random.nextInt(7) / 6]));
                }
                if (lines.isEmpty()) lines.add(said(ITEMS.getFirst(), Answer.ACCEPTED));
                lines.forEach(line -> last.put(line.item(), line.answer()));
                now = taken(now, receipt(number, lines.toArray(Line[]::new)));
                assertEquals(last.size() == ITEMS.size() && last.values().stream().allMatch(Answer.ACCEPTED::equals), now.settled(), "seed " + seed);
            }
        }
    }

    @Test
    void whatIsNoReceiptIsSaidToBeNone() {
        for (var garbage : List.of("", "{}", "[]", "{\"format\":\"conclave-receipt/1\"}", new String(receipt(1, said("x", Answer.RESEND)).bytes(), UTF_8)
                .replace("resend", "burn"), new String(receipt(1, said("x", Answer.REFUSED)).bytes(), UTF_8).replace("与平台的名册不符", " "))) {
            assertThrows(BadJson.class, () -> PlatformReceipt.read(garbage.getBytes(UTF_8)), garbage);
        }
    }

    @Test
    void theKeyGoesOnlyWhenEverythingIsAcceptedAndTwoPersonsWantIt() throws IOException {
        var folder = Files.createDirectory(place.resolve(MEETING));
        MeetingKey.found(folder.resolve("key"), MEETING).close();
        var secret = Files.readAllBytes(folder.resolve("key"));
        Files.writeString(folder.resolve("evidence.jsonl"), "stays");
        assertEquals(Optional.of(Hindrance.OPEN_ITEMS), Erasure.hindrance(unanswered(), TWO, MEETING));
        assertEquals(Optional.of(Hindrance.TWO_PERSONS_NEEDED), Erasure.hindrance(settled(), List.of("王主任", " 王主任 ", ""), MEETING));
        for (var same : List.of("王 主任", "王主任\u200b", "\u202e王主任", "王\u00a0主任")) {
            assertEquals(Optional.of(Hindrance.TWO_PERSONS_NEEDED), Erasure.hindrance(settled(), List.of("王主任", same), MEETING), same);
        }
        assertEquals(Optional.of(Hindrance.OTHER_MEETING), Erasure.hindrance(settled(), TWO, "mtg_other"));
        assertThrows(IllegalStateException.class, () -> Erasure.erase(folder, unanswered(), TWO, 0));
        assertArrayEquals(secret, Files.readAllBytes(folder.resolve("key")));
        var certificate = Erasure.erase(folder, settled(), TWO, 1_795_000_000_000L);
        assertFalse(Files.exists(folder.resolve("key")));
        assertTrue(certificate.bytes() > 0 && !certificate.witness());
        assertTrue(new String(certificate.json(), UTF_8).contains(RESULT) && new String(certificate.json(), UTF_8).contains("李技术员"));
        assertEquals("stays", Files.readString(folder.resolve("evidence.jsonl")));
        assertTrue(Erasure.erase(folder, settled(), TWO, 0).witness(), "done once more, there is nothing to destroy and that is said");
    }
}
