package conclave.exchange.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.parcel.Dispatches.Sent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What left, in order: the last whole result counts, a number is used once, and nobody changes a line unseen. */
class DispatchesTest {

    private static final String MEETING = "mtg_sent";
    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    private Path data;
    private Outbox outbox;

    @BeforeEach
    void begin() throws IOException {
        outbox = Outbox.open(data);
    }

    private Sent sent(String result, boolean whole) throws IOException {
        var dispatches = outbox.dispatches(MEETING);
        long sequence = dispatches.nextSequence(MEETING);
        return new Sent("pkg-" + sequence, MEETING + "-r" + sequence, MEETING, sequence, dispatches.last(MEETING), result, 9, 1, whole, List.of("ab".repeat(32)), List.of("ef".repeat(32)),
                List.of("王秘书"), AT.toString());
    }

    private String handed(String result, boolean whole) throws IOException {
        var sent = sent(result, whole);
        var dispatches = outbox.dispatches(MEETING);
        dispatches.begin(sent);
        dispatches.hand(sent.packageId(), "cd".repeat(32), AT);
        return sent.packageId();
    }

    @Test
    void theLastWholeResultCountsAndThoseBeforeItNoLonger() throws IOException {
        handed("one", true);
        assertFalse(outbox.dispatches(MEETING).isSuperseded(MEETING, "one"));
        handed("two", true);
        handed("two", false);
        var now = outbox.dispatches(MEETING);
        assertEquals("two", now.inForce(MEETING).orElseThrow().result());
        assertTrue(now.isSuperseded(MEETING, "one"));
        assertFalse(now.isSuperseded(MEETING, "two"));
        assertFalse(now.isSuperseded(MEETING, "never seen here"));
        assertEquals(Optional.of("pkg-3"), now.last(MEETING));
    }

    @Test
    void whatWasRevokedCountsNoLongerAndNothingTakesItsPlaceUntilTheNextExport() throws IOException {
        handed("one", true);
        var lost = handed("two", true);
        outbox.dispatches(MEETING).revoke(lost, "the stick was lost", List.of("王秘书"), AT);
        var now = outbox.dispatches(MEETING);
        assertEquals(Optional.empty(), now.inForce(MEETING));
        assertTrue(now.isSuperseded(MEETING, "two") && now.isSuperseded(MEETING, "one"));
        assertEquals(Optional.of(lost), now.last(MEETING), "the next names what it replaces");
        handed("three", true);
        assertEquals("three", outbox.dispatches(MEETING).inForce(MEETING).orElseThrow().result());
    }

    @Test
    void whatBrokeOffCountsNotAndItsNumberIsNotUsedAgain() throws IOException {
        outbox.dispatches(MEETING).begin(sent("one", true));
        var now = outbox.dispatches(MEETING);
        assertEquals(Optional.empty(), now.inForce(MEETING));
        assertEquals(Optional.empty(), now.last(MEETING));
        assertEquals(2, now.nextSequence(MEETING));
        assertEquals(List.of("pkg-1"), now.unfinished().stream().map(Sent::packageId).toList());
    }

    /** Killed between the copy that is kept here and the line that says it left: the result before it still counts, and is still here. */
    @Test
    void whatCountsIsKeptUntilTheNextOneIsHandedOverAndNothingElseStays() throws IOException {
        var first = kept("one");
        outbox.dispatches(MEETING).hand(first, "cd".repeat(32), AT);
        outbox.sweep(MEETING);
        assertEquals(List.of(first), results());
        var killed = kept("two");
        assertTrue(results().containsAll(List.of(first, killed)));
        assertEquals(first, Outbox.inForce(data, MEETING).orElseThrow().getFileName().toString());
        var third = kept("three");
        outbox.dispatches(MEETING).hand(third, "cd".repeat(32), AT);
        outbox.sweep(MEETING);
        assertEquals(List.of(third), results());
        assertEquals(third, Outbox.inForce(data, MEETING).orElseThrow().getFileName().toString());
    }

    private String kept(String result) throws IOException {
        var sent = sent(result, true);
        outbox.dispatches(MEETING).begin(sent);
        outbox.keep(Files.createDirectory(data.resolve(result)), sent.packageId());
        return sent.packageId();
    }

    private List<String> results() throws IOException {
        try (var all = Files.list(data.resolve("exports/results"))) {
            return all.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aLineThatWasChangedRemovedOrMovedIsNoticed() throws IOException {
        for (var result : List.of("one", "two", "three")) handed(result, true);
        var journal = outbox.journal(MEETING);
        var kept = Files.readAllLines(journal);
        for (int line = 0; line < kept.size() - 1; line++) {
            var cut = new ArrayList<>(kept);
            cut.remove(line);
            damaged(journal, String.join("\n", cut) + "\n");
            var moved = new ArrayList<>(kept);
            moved.add(line, moved.remove(line + 1));
            damaged(journal, String.join("\n", moved) + "\n");
        }
        damaged(journal, (String.join("\n", kept) + "\n").replaceFirst("\"result\":\"one\"", "\"result\":\"two\""));
        var seed = Long.getLong("conclave.seed", System.nanoTime());
        var chance = new Random(seed);
        for (int run = 0; run < 100; run++) {
            var bytes = (String.join("\n", kept.subList(0, kept.size() - 1)) + "\n" + kept.getLast() + "\n").getBytes(StandardCharsets.UTF_8);
            int before = bytes.length - kept.getLast().getBytes(StandardCharsets.UTF_8).length - 1;
            bytes[chance.nextInt(before)] ^= (byte) (1 << chance.nextInt(7));
            Files.write(journal, bytes);
            assertThrows(IOException.class, () -> outbox.dispatches(MEETING), "seed " + seed);
        }
    }

    private void damaged(Path journal, String text) throws IOException {
        Files.writeString(journal, text);
        assertEquals("export.journal", Packing.complaint(assertThrows(IOException.class, () -> outbox.dispatches(MEETING))).code());
    }

    @Test
    void oneExportAtATimeAndNothingIsLeftOfTheWork() throws IOException {
        Files.writeString(outbox.work().resolve("half"), "done");
        assertEquals("export.busy", Packing.complaint(assertThrows(IOException.class, () -> Outbox.open(data))).code());
        outbox.close();
        assertFalse(Files.exists(data.resolve("exports/work")));
    }
}
