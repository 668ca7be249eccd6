package conclave.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.pack.Counter;
import conclave.config.DataFolder;
import conclave.config.NodeConfig;
import conclave.exchange.MeetingFolder;
import conclave.exchange.parcel.Shelf;
import conclave.main.ConclaveNode;
import conclave.node.Admission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was imported while nobody served is a meeting when somebody does: once, and nothing of it stays in clear. */
class WaitingPackagesTest {

    @TempDir
    private Path temp;
    private Counter counter;

    @BeforeEach
    void begin() throws Exception {
        counter = Counter.at(temp);
        assertEquals(0, counter.build("--id", "pkg-w"), counter::said);
        assertEquals(0, counter.bring(), counter::said);
    }

    @Test
    void anImportedPackageIsAMeetingAndNoSampleIsMade() throws Exception {
        serve(new Unwanted(), node -> assertEquals(1, registers(node)));
        assertFalse(Files.exists(temp.resolve("data/intake/meetings/pkg-w")), "persons' data in clear");
        serve(Preparation.NONE, node -> assertEquals(1, registers(node)));
    }

    /** Cut off between the last entry of the log and the journal: it is there, and is not taken in a second time. */
    @Test
    void cutOffBehindTheLastEntryItIsNotTakenInTwice() throws Exception {
        serveAlone(node -> {
            try (var shelf = Shelf.open(node.data().root())) {
                var journal = shelf.journal();
                var folder = shelf.meeting("pkg-w");
                new Admission(node.house()).admit(MeetingFolder.read(folder).meeting().orElseThrow(), folder,
                        meeting -> journal.begun("pkg-w", meeting.value(), Instant.now()));
            }
        });
        serve(new Unwanted(), node -> assertEquals(1, registers(node)));
        assertFalse(Files.exists(temp.resolve("data/intake/meetings/pkg-w")));
    }

    @Test
    void whatWasDamagedOnTheDiskIsNotUsedAndMayBeImportedAgain() throws Exception {
        Files.writeString(temp.resolve("data/intake/meetings/pkg-w/data/people.json"), "[]");
        serve(new Unwanted(), node -> assertEquals(0, registers(node)));
        assertEquals(0, counter.bring("--json"), counter::said);
        assertTrue(counter.said().contains("\"already\":false"), counter::said);
        serve(new Unwanted(), node -> assertEquals(1, registers(node)));
    }

    private static long registers(ConclaveNode node) {
        return node.house().halls().stream().filter(hall -> hall.register().isPresent()).count();
    }

    private void serve(Preparation otherwise, Visit visit) throws Exception {
        var waiting = new WaitingPackages(otherwise);
        start(waiting::begin, node -> {
            waiting.prepare(node);
            visit.pay(node);
        });
    }

    private void serveAlone(Visit visit) throws Exception {
        start(_ -> { }, visit);
    }

    private void start(Begin begin, Visit visit) throws Exception {
        var config = NodeConfig.read(Optional.empty(), Map.of("data", temp.resolve("data").toString(), "port", "0")).value().orElseThrow();
        try (var node = ConclaveNode.start(config, begin::begin, broken -> {
            throw broken;
        }).value().orElseThrow()) {
            visit.pay(node);
        }
    }

    @FunctionalInterface
    private interface Begin {
        void begin(DataFolder data) throws IOException;
    }

    @FunctionalInterface
    private interface Visit {
        void pay(ConclaveNode node) throws Exception;
    }

    /** A sample would be somebody else's meeting. */
    private static final class Unwanted implements Preparation {

        @Override
        public void begin(DataFolder data) {
            throw new AssertionError("a sample was begun");
        }

        @Override
        public void prepare(ConclaveNode node) {
            throw new AssertionError("a sample was made");
        }
    }
}
