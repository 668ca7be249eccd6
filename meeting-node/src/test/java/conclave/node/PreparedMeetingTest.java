package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.DocumentId;
import conclave.document.NotAPortfolio;
import conclave.document.PageSize;
import conclave.document.Screener;
import conclave.document.TakenOver;
import conclave.document.ocr.Doubt;
import conclave.document.ocr.ScanReader;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFolder;
import conclave.exchange.Passage;
import conclave.exchange.PayloadFile;
import conclave.presence.SharedTasks;
import conclave.seal.Digests;
import conclave.seal.Stamp;
import conclave.workshop.Job;
import conclave.workshop.Preparing;
import conclave.workshop.Progress;
import conclave.workshop.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an office's workshop into a meeting: what was prepared is not made again, what lies is made anew, and nothing opens by itself. */
class PreparedMeetingTest {

    private static final String DOCUMENT = "data/documents/000001.pdf";

    @TempDir
    private Path folder;
    private Path source;
    private MeetingFile meeting;
    private TestHouse test;

    @BeforeEach
    void prepare() throws Exception {
        source = folder.resolve("source");
        var small = SmallMeeting.in(source, 1, MeetingFile.Policy.SINGLE_BLIND);
        meeting = new MeetingFile(small.meeting().with(MeetingFile.Screening.REQUIRED), small.people(), small.applicants(), small.sheet(), small.mode(),
                small.rules(), small.recusals(), small.files());
        var files = new TreeMap<>(meeting.files());
        try (var workshop = Workshop.open(folder.resolve("work"))) {
            var work = new Preparing(workshop, tools(true), true, SharedTasks.ALONE, new Progress() { });
            for (var id : work.run(Job.of(meeting), Passage.of(source, List.of(DOCUMENT)), 1).ids()) {
                var path = MeetingFolder.prepared(id);
                Files.createDirectories(source.resolve(path).getParent());
                try (var in = workshop.read(id)) {
                    Files.copy(in, source.resolve(path));
                }
                files.put(path, file(path));
            }
        }
        meeting = new MeetingFile(meeting.meeting(), meeting.people(), meeting.applicants(), meeting.sheet(), meeting.mode(), meeting.rules(), meeting.recusals(), files);
        test = new TestHouse(folder);
    }

    @AfterEach
    void close() throws IOException {
        test.close();
    }

    /** The screener of this venue cannot start a child, and its documents are screened all the same; and nothing is open yet. */
    @Test
    void whatAnOfficeHasScreenedIsNotScreenedAgainAndStaysClosed() throws Exception {
        var hall = admitted();
        assertEquals(Optional.of(new TakenOver(3, 6, new TreeMap<>())), hall.rendering().prepared().told());
        finish(hall);
        var applicant = hall.register().orElseThrow().applicants().values().getFirst();
        var document = applicant.documents().getFirst();
        var cleared = hall.meeting().clearance().of(applicant.id(), document);
        assertTrue(cleared.plan().isPresent() && hall.plans().holds(cleared.plan().get()));
        assertFalse(cleared.released(), "no machine releases anything");
        var ref = Admission.ref(document);
        assertTrue(hall.unmasked().page(ref, 2, PageSize.PAGE).get(30, TimeUnit.SECONDS).bytes().length > 0);
        var plan = cleared.plan().get();
        assertTrue(hall.masked(plan).page(ref, 1, PageSize.PAGE).get(30, TimeUnit.SECONDS).bytes().length > 0);
        assertEquals(3, hall.register().orElseThrow().applicants().values().stream()
                .filter(each -> hall.meeting().clearance().of(each.id(), each.documents().getFirst()).plan().isPresent()).count());
    }

    /** One word of an applicant has changed: theirs is screened here, and not by what was screened for another. */
    @Test
    void whatWasHeldAgainstOtherWordsIsNotTaken() throws Exception {
        var changed = meeting.applicants().stream().map(PreparedMeetingTest::renamed).toList();
        meeting = new MeetingFile(meeting.meeting(), meeting.people(), changed, meeting.sheet(), meeting.mode(), meeting.rules(), meeting.recusals(), meeting.files());
        var hall = admitted();
        var sieving = new Sieving(hall, new DiskSpace(folder, 0, test.now::get), test.now::get);
        sieving.goOn();
        assertEquals(Optional.of(ScreeningProgress.Fault.MACHINE), sieving.progress().fault(), "it would have to start a child, which it cannot here");
    }

    @Test
    void whatIsBrokenIsLeftAsideAndTheMeetingComesIn() throws Exception {
        var prepared = meeting.files().keySet().stream().filter(MeetingFolder::isPrepared).toList();
        for (var path : prepared) {
            var bytes = Files.readAllBytes(source.resolve(path));
            bytes[bytes.length - 1] ^= 1;
            Files.write(source.resolve(path), bytes);
        }
        var hall = admitted();
        assertEquals(Optional.of(new TakenOver(0, 0, new TreeMap<>(Map.of(NotAPortfolio.Aside.DAMAGED, 3)))), hall.rendering().prepared().told());
        assertFalse(hall.rendering().prepared().holds(new DocumentId(meeting.files().get(DOCUMENT).sha256())));
        assertEquals(3, hall.register().orElseThrow().applicants().size());
    }

    private static MeetingFile.Applicant renamed(MeetingFile.Applicant a) {
        return new MeetingFile.Applicant(a.code(), "吐尔逊·买买提", a.sex(), a.birth(), a.ethnicity(), a.idNumber(), a.phone(), a.unit(), a.recommender(),
                a.education(), a.currentTitle(), a.currentTitleDate(), a.specialty(), a.rank(), a.room(), a.facts(), a.names(), a.given(), a.documents(), a.route());
    }

    private Hall admitted() throws IOException {
        var admitted = new Admission(test.house).admit(meeting, source);
        return new Hall(admitted.chamber(), admitted.key(), admitted.requests(), admitted.faces(), admitted.originals(), admitted.rendering(),
                admitted.plans(), admitted.pages(), Optional.of(new Screener(admitted.originals(), tools(false),
                        new Stamp(admitted.key().derive("screening")))), admitted.titles(), admitted.ballots(), admitted.marking());
    }

    private void finish(Hall hall) throws InterruptedException, IOException {
        var sieving = new Sieving(hall, new DiskSpace(folder, 0, test.now::get), test.now::get);
        for (int i = 0; i < 10 && sieving.goOn(); i++) assertEquals(Optional.empty(), sieving.progress().fault());
        hall.screener().orElseThrow().close();
    }

    private PayloadFile file(String path) throws IOException {
        var bytes = Files.readAllBytes(source.resolve(path));
        return new PayloadFile(path, bytes.length, Digests.hex(Digests.sha256(bytes)));
    }

    /** @param sound whether it can start a child */
    private Screener.Tools tools(boolean sound) throws IOException {
        var scratch = Files.createDirectories(Path.of("target", "drawing-scratch").toAbsolutePath());
        var launch = Launch.likeThisProcess(scratch);
        return new Screener.Tools(sound ? launch : new Launch(folder.resolve("no-java"), launch.classPath(), scratch), Limits.usual(),
                () -> ScanReader.without(Doubt.PROGRAM_MISSING), Map.of());
    }
}
