package conclave.appliance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.sample.Sample;
import conclave.appliance.sample.SampleOptions;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Kind;
import conclave.exchange.MeetingFolder;
import conclave.meeting.prepare.Finding;
import conclave.meeting.prepare.Matter;
import conclave.meeting.prepare.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The new folder is there whole or not at all. */
class NewFolderTest {

    @TempDir
    private static Path sampled;
    private static Path sample;

    @TempDir
    private Path temp;
    private Path meeting;
    private Path target;
    private Plan plan;

    @BeforeAll
    static void make() throws IOException {
        sample = sampled.resolve("sample");
        Sample.make(new SampleOptions(1, 3, 1, 1, Kind.REHEARSAL, LocalDate.of(2026, 5, 18), sample));
    }

    @BeforeEach
    void plan() throws IOException {
        meeting = new Altered(MeetingFolder.read(sample).meeting().orElseThrow()).written(sample, temp.resolve("m"));
        target = temp.resolve("new");
        plan = Planning.plan(MeetingFolder.read(meeting).meeting().orElseThrow(), new Terms(Units.NONE, List.of(), 1, OptionalInt.empty(), Recuse.CERTAIN));
    }

    @Test
    void aDocumentThatChangesMeanwhileIsNotCarriedOver() throws IOException {
        var document = meeting.resolve(plan.file().applicants().getFirst().documents().getFirst().file());
        var bytes = Files.readAllBytes(document);
        bytes[bytes.length / 2] ^= 1;
        Files.write(document, bytes);
        nothingLeft(new NewFolder(meeting, target).write(plan));
    }

    @Test
    void aDocumentThatIsGoneLeavesNothingBehind() throws IOException {
        Files.delete(meeting.resolve(plan.file().applicants().getFirst().documents().getLast().file()));
        nothingLeft(new NewFolder(meeting, target).write(plan));
    }

    /** Ctrl-C: the one who asks waits until what was begun is taken back. */
    @Test
    void whoIsStoppedTakesBackWhatWasBegunBeforeTheEnd() throws Exception {
        var stop = new Stop();
        var asking = Thread.ofVirtual().start(stop::stop);
        while (!asked(stop)) Thread.onSpinWait();
        nothingLeft(new NewFolder(meeting, target).write(plan, stop));
        assertTrue(asking.isAlive());
        stop.close();
        asking.join();
    }

    @Test
    void nobodyStoppedAndTheFolderStands() {
        assertEquals(Optional.empty(), new NewFolder(meeting, target).write(plan));
        assertEquals(List.of(), MeetingFolder.read(target).findings().stream().filter(it -> it.isError()).toList());
        assertFalse(Files.exists(temp.resolve("new.part")));
    }

    private static boolean asked(Stop stop) {
        try {
            stop.check();
            return false;
        } catch (IOException stopped) {
            assertEquals("stopped", stopped.getMessage());
            return true;
        }
    }

    private void nothingLeft(Optional<Finding> said) {
        assertEquals(Matter.NOT_WRITTEN, said.orElseThrow().matter());
        assertFalse(Files.exists(target));
        assertFalse(Files.exists(temp.resolve("new.part")));
    }

    static Applicant in(String room, Applicant a) {
        return new Applicant(a.code(), a.name(), a.sex(), a.birth(), a.ethnicity(), a.idNumber(), a.phone(), a.unit(), a.recommender(),
                a.education(), a.currentTitle(), a.currentTitleDate(), a.specialty(), a.rank(), room, a.facts(), a.names(), a.given(),
                a.documents());
    }
}
