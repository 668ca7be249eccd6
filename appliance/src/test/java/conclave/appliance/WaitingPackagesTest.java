package conclave.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.pack.Counter;
import conclave.codec.CanonicalJson;
import conclave.config.DataFolder;
import conclave.config.NodeConfig;
import conclave.exchange.MeetingFolder;
import conclave.exchange.parcel.Progress;
import conclave.exchange.parcel.Shelf;
import conclave.main.ConclaveNode;
import conclave.main.PackageRoom;
import conclave.node.Admission;
import conclave.node.Imported;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
        serveAlone(node -> admit(node, "pkg-w"));
        serve(new Unwanted(), node -> assertEquals(1, registers(node)));
        assertFalse(Files.exists(temp.resolve("data/intake/meetings/pkg-w")));
    }

    /** In a kit somebody may import it at both servers: the second finds in the record that it is there. */
    @Test
    void whatAnotherServerHasTakenInIsNotTakenInOnceMore() throws Exception {
        serveAlone(node -> {
            try (var shelf = Shelf.open(node.data().root())) {
                admit(node, shelf, "pkg-w", (_, _) -> { });
            }
        });
        serve(new Unwanted(), node -> assertEquals(1, registers(node)));
    }

    @Test
    void whatWasDamagedOnTheDiskIsNotUsedAndMayBeImportedAgain() throws Exception {
        try (var volume = new RandomAccessFile(temp.resolve("data/intake/meetings/pkg-w/P.mpkg").toFile(), "rw")) {
            volume.seek(volume.length() / 2);
            int old = volume.read();
            volume.seek(volume.length() / 2);
            volume.write(old ^ 1);
        }
        serve(new Unwanted(), node -> assertEquals(0, registers(node)));
        assertEquals(0, counter.bring("--json"), counter::said);
        assertTrue(counter.said().contains("\"already\":false"), counter::said);
        serve(new Unwanted(), node -> assertEquals(1, registers(node)));
    }

    /** Every byte below the data folder, while the package waits and when it is a meeting; the search itself is tried on the open folder. */
    @Test
    void nothingOfAPersonLiesInClearBeforeOrAfter() throws Exception {
        var open = temp.resolve("sample");
        var canaries = Canaries.of(MeetingFolder.read(open).meeting().orElseThrow(), open);
        assertTrue(canaries.below(open).size() > 10, "the search finds what is open");
        assertEquals(List.of(), canaries.below(temp.resolve("data")));
        serve(new Unwanted(), node -> assertEquals(1, registers(node)));
        assertEquals(List.of(), canaries.below(temp.resolve("data")));
    }

    /** A second meeting arrives while the first is being held: the node sees it by itself, and the command says so. */
    @Test
    void whatIsImportedWhileANodeRunsIsThereWithinSeconds() throws Exception {
        var waiting = new WaitingPackages(new Unwanted());
        start(waiting::begin, node -> {
            waiting.prepare(node);
            waiting.meanwhile(node);
            assertEquals(0, counter.build("--id", "pkg-v", "--name", "V", "--meeting", "second"), counter::said);
            assertEquals(0, counter.bringNamed("V", "--wait", "90", "--json"), counter::said);
            assertTrue(counter.said().contains("\"state\":\"in\""), counter::said);
            assertEquals(2, registers(node));
            assertEquals(Guest.of(node.house()).size(), invited(node), "its people's codes are known without a start");
            assertFalse(Files.exists(temp.resolve("data/intake/meetings/pkg-v")));
            waiting.abandon();
        });
    }

    private static void admit(ConclaveNode node, String id) throws IOException {
        try (var shelf = Shelf.open(node.data().root())) {
            var journal = shelf.journal();
            admit(node, shelf, id, (pkg, meeting) -> journal.begun(pkg, meeting, Instant.now()));
        }
    }

    private static void admit(ConclaveNode node, Shelf shelf, String id, Noted noted) throws IOException {
        var held = shelf.held(id).orElseThrow();
        var suites = PackageRoom.cryptography();
        new Admission(node.house()).admit(held.meeting(suites, Progress.SILENT).orElseThrow(), held.contents(suites, Progress.SILENT), Imported.idOf(id),
                meeting -> noted.note(id, meeting.value()));
    }

    @FunctionalInterface
    private interface Noted {
        void note(String packageId, String meeting) throws IOException;
    }

    private static long registers(ConclaveNode node) {
        return node.house().halls().stream().filter(hall -> hall.register().isPresent()).count();
    }

    private static int invited(ConclaveNode node) throws Exception {
        return CanonicalJson.readObject(Files.readAllBytes(node.data().runFile())).list("people").size();
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
