package conclave.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.config.Kit;
import conclave.config.Limits;
import conclave.config.Member;
import conclave.config.Place;
import conclave.config.Roster;
import conclave.exchange.MeetingFile.Policy;
import conclave.ledger.MemoryLedgers;
import conclave.link.Link;
import conclave.link.NoAnswer;
import conclave.meeting.event.Id.MeetingId;
import conclave.seal.SealedBlobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another server hands over may be anything and without end: it fills no disk, and no fault of it ends the looking. */
class FetchingTest {

    private static final MeetingId MEETING = new MeetingId("mtg_fetching");
    private static final String NAME = "a".repeat(64);

    @TempDir
    private Path folder;

    /** The other server: what it says to a question at an offset, and how often it was asked. */
    private record Other(AtomicLong asked, Answer said) implements Link {

        interface Answer {
            byte[] from(int offset);
        }

        Other(Answer said) {
            this(new AtomicLong(), said);
        }

        @Override
        public CompletableFuture<byte[]> ask(String peer, String about, byte[] question) {
            if (!about.equals("document")) return CompletableFuture.failedFuture(new NoAnswer("not that", false, null));
            asked.incrementAndGet();
            return CompletableFuture.completedFuture(said.from(Math.toIntExact(CanonicalJson.readObject(question).number("offset"))));
        }

        @Override
        public void answer(String about, Answering answering) {
            // Nobody asks this node.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }

    private Company company(Link link) {
        var members = List.of(member("a"), member("b"));
        return Company.of(new Roster(new Place(folder.resolve("cluster.conf"), new Kit("kit", Optional.empty(), "", members), members.getFirst())), link);
    }

    private static Member member(String name) {
        return new Member(name, Member.Role.SERVER, "peer-" + name, "127.0.0.1", new Member.Ports(0, 0, 0, 0), "");
    }

    private Fetching.Wanted wanted(long bytes) {
        return new Fetching.Wanted("document", MEETING, NAME, bytes);
    }

    @Test
    void aFileAsLargeAsItIsListedComesOverWhole() throws Exception {
        var file = new byte[(int) SealedBlobs.sealedAtMost(2L * Fetching.PART + 77)];
        Arrays.fill(file, (byte) 5);
        var here = folder.resolve("here");
        assertTrue(new Fetching(company(new Other(at -> Arrays.copyOfRange(file, Math.min(at, file.length), Math.min(file.length, at + Fetching.PART))))).fetch(wanted(2L * Fetching.PART + 77), sealed -> Files.copy(sealed, here)));
        assertArrayEquals(file, Files.readAllBytes(here));
    }

    /** The disk is full after the first piece: the rest is not asked for either. */
    @Test
    void whoeverCannotTakeItAsksForNoMore() throws Exception {
        var other = new Other(_ -> new byte[Fetching.PART]);
        assertFalse(new Fetching(company(other)).fetch(wanted(100L * Fetching.PART), sealed -> {
            if (sealed.read() >= 0) throw new IOException("no space left");
        }));
        assertEquals(1, other.asked().get());
    }

    @Test
    void aServerThatGoesOnForEverIsLeftAfterThePartInWhichItSaysTooMuch() throws Exception {
        var other = new Other(_ -> new byte[Fetching.PART]);
        var taken = new AtomicLong();
        assertFalse(new Fetching(company(other)).fetch(wanted(3L * Fetching.PART), sealed -> taken.set(drained(sealed))));
        assertEquals(4, other.asked().get());
        assertEquals(0, taken.get(), "whoever takes it hears that it failed");
    }

    private static long drained(InputStream sealed) throws IOException {
        long bytes = 0;
        while (sealed.read() >= 0) bytes++;
        return bytes;
    }

    /** Of one meeting's documents, and in the midst of them: the looking goes on in a second. */
    @Test
    void aFaultOfOursIsSaidAndTheLookingGoesOn() throws Exception {
        var other = new Other(_ -> {
            throw new StackOverflowError("a fault of ours");
        });
        try (var test = new TestHouse(folder, new MemoryLedgers((_, reason) -> {
            throw reason;
        }), Limits.DEFAULT, company(other))) {
            var hall = test.admit(1, Policy.REAL_NAME);
            for (var document : hall.originals().all()) hall.originals().drop(document);
            var before = other.asked().get();
            assertDoesNotThrow(test.house.supply()::look);
            assertDoesNotThrow(test.house.supply()::look);
            assertTrue(other.asked().get() >= before + 2, "each look has begun anew");
        }
    }
}
