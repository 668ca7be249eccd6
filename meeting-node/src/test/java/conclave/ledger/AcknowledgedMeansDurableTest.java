package conclave.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conclave.ledger.ratis.RatisLedgers;
import conclave.ledger.ratis.RatisOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes, real files, real fsync (R1 and R3 for one node). */
final class AcknowledgedMeansDurableTest {

    private static final LedgerId ID = new LedgerId(UUID.fromString("3b1c1e6e-31c7-4ea0-9c5e-0d3ad9c7f0aa"));

    @TempDir
    Path folder;

    private RatisOptions options() {
        return new RatisOptions(folder, "node-1", "127.0.0.1", 0, Optional.empty(), (_, _) -> { });
    }

    private void found() throws Exception {
        try (var ledgers = new RatisLedgers(options()); var ledger = ledgers.found(ID, (_, _) -> { })) {
            for (long number = 1; number <= 5; number++) ledger.append(AppendingChild.entry(number)).join();
        }
    }

    private Set<Long> kept() throws Exception {
        var kept = new TreeSet<Long>();
        try (var ledgers = new RatisLedgers(options())) {
            ledgers.open(ID, (_, entry) -> {
                var number = Long.parseLong(new String(entry, 6, 7, StandardCharsets.US_ASCII)) - 1_000_000;
                assertTrue(kept.add(number), "twice: " + number);
            });
        }
        return kept;
    }

    private static void assertNothingMissing(Child child, Set<Long> kept) {
        var missing = new TreeSet<>(child.acknowledged());
        missing.removeAll(kept);
        assertEquals(Set.of(), missing);
    }

    @Test
    void killedInTheMiddleOfItsWorkNothingAcknowledgedIsMissing() throws Exception {
        for (int round = 0; round < 2; round++) {
            var child = Child.start(List.of(), folder, ID, 1 + round * 100_000L, 100_000, 16);
            child.killAfter(1000 + 500 * round);
            assertTrue(child.acknowledged().size() >= 1000, child.said.toString());
            assertNothingMissing(child, kept());
        }
    }

    /** Each sync is held back by 20 ms, so that whoever does not wait for it is overtaken and seen. */
    @Test
    void noAcknowledgementIsSpokenBeforeTheSegmentThatHoldsItIsSynced() throws Exception {
        assumeTrue(Child.installed("strace"), "skipped: strace is not installed (Debian package strace)");
        var trace = folder.resolve("trace");
        var child = Child.start(List.of("strace", "-f", "-y", "-s", "4096", "-o", trace.toString(),
                "-e", "trace=fdatasync,write,pwrite64,writev", "-e", "inject=fdatasync:delay_enter=20000"), folder.resolve("data"), ID, 1, 40, 1);
        child.listenToTheEnd();
        assertEquals(40, child.acknowledged().size(), child.said.toString());
        var order = new SyncOrder(Files.readAllLines(trace, StandardCharsets.ISO_8859_1));
        for (long number = 1; number <= 40; number++) {
            assertTrue(order.syncedBetween(AppendingChild.name(number), "ack " + number + "\\n"), "entry " + number);
        }
    }

    /** One fdatasync fails with EIO and all later ones succeed: whoever tried again would acknowledge what the kernel has dropped. */
    @ParameterizedTest
    @ValueSource(ints = {2, 25})
    void aFailedSyncNeverBecomesAnAcknowledgement(int failing) throws Exception {
        assumeTrue(Child.installed("strace"), "skipped: strace is not installed (Debian package strace)");
        found();
        var child = Child.start(List.of("strace", "-f", "-o", "/dev/null", "-e", "trace=fdatasync",
                "-e", "inject=fdatasync:error=EIO:when=" + failing), folder, ID, 100, 500, 4);
        child.listenToTheEnd();
        assertFalse(child.alarm().isEmpty(), "no alarm: " + child.said);
        assertEquals(Set.of(), child.acknowledgedAfterTheAlarm());
        assertTrue(child.acknowledged().size() < 500);
        assertNothingMissing(child, kept());
    }

    /** A limit on the size of files stands in for a full disk: it needs no mount and no rights. */
    @Test
    void aFullDiskEndsTheAcknowledgementsAndLosesNone() throws Exception {
        var child = Child.start(List.of("sh", "-c", "ulimit -f 10240; exec \"$@\"", "sh"), folder, ID, 1, 100_000, 16);
        child.listenToTheEnd();
        assertTrue(child.acknowledged().size() > 1000, child.said.toString());
        assertFalse(child.alarm().isEmpty(), "no alarm");
        assertEquals(Set.of(), child.acknowledgedAfterTheAlarm());
        assertNothingMissing(child, kept());
    }
}
