package conclave.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger promises, whatever it stands on. */
abstract class LedgerContract {

    final BlockingQueue<Broken> alarms = new LinkedBlockingQueue<>();
    final LedgerId id = new LedgerId(UUID.randomUUID());
    Ledgers ledgers;

    abstract Ledgers start() throws Exception;

    /** A new process on the same disk. */
    abstract Ledgers restart() throws Exception;

    void alarm(LedgerId ledger, Broken reason) {
        alarms.add(reason);
    }

    @BeforeEach
    void begin() throws Exception {
        ledgers = start();
    }

    @AfterEach
    void end() {
        ledgers.close();
    }

    /** Remembers what it read. */
    static final class Pages implements Ledgers.Reader {
        final List<byte[]> entries = Collections.synchronizedList(new ArrayList<>());
        final List<Long> indices = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void committed(long index, byte[] entry) {
            indices.add(index);
            entries.add(entry);
        }

        List<String> texts() {
            return entries.stream().map(e -> new String(e, StandardCharsets.UTF_8)).toList();
        }
    }

    static byte[] entry(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void append(Ledger ledger, String text) throws Exception {
        ledger.append(entry(text)).get(10, TimeUnit.SECONDS);
    }

    static Throwable failure(CompletableFuture<?> answer) {
        return assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS)).getCause();
    }

    @Test
    void whatOneSubmitterSendsIsReadInItsOrder() {
        var pages = new Pages();
        var ledger = ledgers.found(id, pages);
        var answers = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < 1000; i++) answers.add(ledger.append(entry("e" + i)));
        answers.forEach(CompletableFuture::join);
        for (int i = 0; i < 1000; i++) assertEquals("e" + i, pages.texts().get(i));
        for (int i = 1; i < 1000; i++) assertTrue(pages.indices.get(i) > pages.indices.get(i - 1));
    }

    @Test
    void anAnswerNeverComesBeforeTheReaderHasRead() {
        var pages = new Pages();
        var ledger = ledgers.found(id, pages);
        for (int i = 0; i < 50; i++) {
            var size = i + 1;
            ledger.append(entry("e" + i)).thenAccept(_ -> assertTrue(pages.entries.size() >= size)).join();
        }
        assertEquals(pages.indices.getLast(), ledger.applied());
    }

    @Test
    void sixtyFourSubmittersLoseNothingAndNothingStandsTwice() throws Exception {
        var pages = new Pages();
        var ledger = ledgers.found(id, pages);
        var submitters = new ArrayList<Thread>();
        for (int s = 0; s < 64; s++) {
            var name = "s" + s;
            submitters.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 50; i++) ledger.append(entry(name + "-" + i)).join();
            }));
        }
        for (var submitter : submitters) submitter.join();
        assertEquals(3200, pages.entries.size());
        assertEquals(3200, new HashSet<>(pages.texts()).size());
        var own = pages.texts().stream().filter(t -> t.startsWith("s7-")).toList();
        for (int i = 0; i < 50; i++) assertEquals("s7-" + i, own.get(i));
    }

    @Test
    void closedAndOpenedAgainEverythingIsReadOnceMore() throws Exception {
        var before = new Pages();
        var ledger = ledgers.found(id, before);
        for (int i = 0; i < 20; i++) append(ledger, "e" + i);
        ledger.close();
        var after = new Pages();
        var opened = ledgers.open(id, after);
        assertEquals(before.texts(), after.texts());
        assertEquals(before.indices, after.indices);
        append(opened, "more");
        assertEquals("more", after.texts().getLast());
        assertEquals(20, before.entries.size());
    }

    @Test
    void aRestartKeepsEveryAcknowledgedEntry() throws Exception {
        var ledger = ledgers.found(id, new Pages());
        for (int i = 0; i < 20; i++) append(ledger, "e" + i);
        for (int round = 1; round <= 3; round++) {
            ledgers = restart();
            var pages = new Pages();
            var opened = ledgers.open(id, pages);
            assertEquals(19 + round, pages.entries.size());
            append(opened, "round" + round);
        }
        assertTrue(alarms.isEmpty());
    }

    @Test
    void ledgersSideBySideDoNotMix() throws Exception {
        var other = new LedgerId(UUID.randomUUID());
        var ours = new Pages();
        var theirs = new Pages();
        var one = ledgers.found(id, ours);
        var two = ledgers.found(other, theirs);
        for (int i = 0; i < 10; i++) {
            append(one, "ours" + i);
            append(two, "theirs" + i);
        }
        assertTrue(ours.texts().stream().allMatch(t -> t.startsWith("ours")));
        assertTrue(theirs.texts().stream().allMatch(t -> t.startsWith("theirs")));
        one.close();
        append(two, "theirs still");
        assertEquals(11, theirs.entries.size());
    }

    @Test
    void foundingTwiceIsRefusedAndChangesNothing() throws Exception {
        var pages = new Pages();
        assertFalse(ledgers.founded(id));
        var ledger = ledgers.found(id, pages);
        append(ledger, "first");
        assertTrue(ledgers.founded(id));
        assertThrows(Broken.class, () -> ledgers.found(id, new Pages()));
        append(ledger, "second");
        ledgers = restart();
        assertThrows(Broken.class, () -> ledgers.found(id, new Pages()));
        var after = new Pages();
        ledgers.open(id, after);
        assertEquals(List.of("first", "second"), after.texts());
    }

    @Test
    void whatWasNeverFoundedIsNotOpened() {
        assertThrows(Broken.class, () -> ledgers.open(id, new Pages()));
        assertFalse(ledgers.founded(id));
    }

    @Test
    void openingTwiceAtOnceIsRefused() throws Exception {
        var ledger = ledgers.found(id, new Pages());
        assertThrows(Broken.class, () -> ledgers.open(id, new Pages()));
        append(ledger, "still good");
    }

    @Test
    void aClosedLedgerAcknowledgesNothing() {
        var ledger = ledgers.found(id, new Pages());
        ledger.close();
        failure(ledger.append(entry("too late")));
        assertTrue(alarms.isEmpty());
    }

    @Test
    void entriesOfTwoMebibytesComeBackByteForByte() throws Exception {
        var random = new Random(7);
        var large = new ArrayList<byte[]>();
        var ledger = ledgers.found(id, new Pages());
        for (int i = 0; i < 8; i++) {
            var bytes = new byte[i == 0 ? 0 : 2 << 20];
            random.nextBytes(bytes);
            large.add(bytes);
        }
        CompletableFuture.allOf(large.stream().map(ledger::append).toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
        ledgers = restart();
        var pages = new Pages();
        ledgers.open(id, pages);
        assertEquals(large.size(), pages.entries.size());
        for (int i = 0; i < large.size(); i++) assertArrayEquals(large.get(i), pages.entries.get(i));
    }

    @Test
    void aReaderThatStumblesRingsTheAlarmOnceAndNothingIsAcknowledgedAnyMore() throws Exception {
        var ledger = new AtomicReference<Ledger>();
        ledger.set(ledgers.found(id, (_, bytes) -> {
            if (new String(bytes, StandardCharsets.UTF_8).equals("bad")) throw new IllegalArgumentException("stumbled");
        }));
        append(ledger.get(), "good");
        var bad = ledger.get().append(entry("bad"));
        var behind = ledger.get().append(entry("behind"));
        assertInstanceOf(Broken.class, failure(bad));
        assertInstanceOf(Broken.class, failure(behind));
        assertInstanceOf(Broken.class, failure(ledger.get().append(entry("later"))));
        assertTrue(alarms.poll(10, TimeUnit.SECONDS).getMessage().contains("entry"));
        ledger.get().close();
        assertTrue(alarms.isEmpty());
    }

    @Test
    void aReaderThatStumblesDuringReplayIsNotOpened() throws Exception {
        var ledger = ledgers.found(id, new Pages());
        append(ledger, "good");
        ledgers = restart();
        var reason = new Broken("the evidence differs");
        assertEquals(reason, assertThrows(Broken.class, () -> ledgers.open(id, (_, _) -> {
            throw reason;
        })));
        assertEquals(reason, alarms.poll(10, TimeUnit.SECONDS));
        var pages = new Pages();
        ledgers = restart();
        ledgers.open(id, pages);
        assertEquals(List.of("good"), pages.texts());
    }
}
