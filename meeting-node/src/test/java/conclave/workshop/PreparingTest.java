package conclave.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.Screener;
import conclave.document.mask.FormTemplate;
import conclave.document.ocr.Doubt;
import conclave.document.ocr.ScanReader;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.exchange.MeetingFile;
import conclave.exchange.Passage;
import conclave.node.SmallMeeting;
import conclave.presence.SharedTasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prepared once, by whoever, whenever: what is done stays done, and losing the list of who does what loses nothing. */
class PreparingTest {

    @TempDir
    private Path folder;
    private Path source;
    private List<Job> jobs;
    private Map<String, FormTemplate> forms = Map.of();
    private final List<Progress.State> states = new ArrayList<>();

    @BeforeEach
    void begin() throws IOException {
        source = folder.resolve("source");
        // Three applicants with one document: a file for each, because each has other words that must not be read.
        jobs = Job.of(SmallMeeting.in(source, 1, MeetingFile.Policy.SINGLE_BLIND));
    }

    @Test
    void whatIsDoneIsNotDoneAgain() throws Exception {
        var first = run(SharedTasks.ALONE);
        assertEquals(3, first.ids().size());
        assertFalse(first.stopped());
        assertEquals(6, states.getLast().here());
        assertEquals(first, run(SharedTasks.ALONE));
        assertEquals(0, states.getLast().here());
        assertEquals("3/3 6/6", states.getLast().documents() + "/" + states.getLast().allDocuments() + " " + states.getLast().pages() + "/" + states.getLast().allPages());
        assertEquals(List.of(), in("machines"), "nothing is left on the tables");
        spoil(first.ids().getFirst());
        Files.delete(folder.resolve("work/prepared").resolve(first.ids().getLast()));
        try (var workshop = Workshop.open(folder.resolve("work"))) {
            assertTrue(workshop.head(first.ids().getFirst()).isEmpty(), "what the disk spoiled is nothing");
            assertEquals(0, workshop.mend(first.ids().subList(1, 2)));
        }
        assertEquals(first, run(SharedTasks.ALONE));
        assertEquals(4, states.getLast().here(), "only what is missing");
        for (var file : in("prepared")) assertFalse(clear(file).contains("conclave prepared"), "nothing of it lies in clear");
    }

    /** Two at once, both of which believe that they are alone: the same is done twice, and is one. */
    @Test
    void doneTwiceItIsTheSame() throws Exception {
        var other = Thread.ofVirtual().unstarted(() -> {
            try {
                prepare(SharedTasks.ALONE, new Progress() { });
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        other.start();
        var outcome = run(SharedTasks.ALONE);
        other.join();
        assertEquals(outcome.ids(), in("prepared"));
        assertEquals(List.of(), in("machines"));
    }

    /** What another machine is at is left to it, and done here when it lets it go. */
    @Test
    void whatAnotherLeavesUndoneIsDoneHere() throws Exception {
        Set<String> others = ConcurrentHashMap.newKeySet();
        var asked = new ArrayList<String>();
        var outcome = run(new Sharing() {
            @Override
            public boolean claim(String task) {
                if (asked.size() < 3) others.add(task);
                asked.add(task);
                if (asked.size() > 4) others.clear();
                return !others.contains(task);
            }
        });
        assertEquals(3, outcome.ids().size());
        assertTrue(asked.size() > 4, "asked again and again: " + asked.size());
    }

    @Test
    void stoppedAnywhereItGoesOnAndKilledItTidiesUp() throws Exception {
        var stopping = new Sharing() {
            private Preparing work;

            @Override
            public boolean claim(String task) {
                if (!in("prepared").isEmpty()) work.stop();
                return true;
            }
        };
        try (var workshop = Workshop.open(folder.resolve("work"))) {
            stopping.work = new Preparing(workshop, tools(), true, stopping, new Progress() { });
            assertTrue(stopping.work.run(jobs, passage(), 1).stopped());
        }
        int done = in("prepared").size();
        assertTrue(done > 0 && done < 3, "done " + done);
        // What a killed process leaves: its place, without anybody who holds it.
        var left = Files.createDirectories(folder.resolve("work/machines/killed/0/originals"));
        Files.write(folder.resolve("work/machines/killed/lock"), new byte[0]);
        Files.write(left.resolve("half.part"), new byte[100]);
        assertEquals(3, run(SharedTasks.ALONE).ids().size());
        assertEquals(6 - 2L * done, states.getLast().here());
        assertEquals(List.of(), in("machines"));
    }

    @Test
    void aDiskThatFailsEndsItAndKeepsWhatIsDone() throws Exception {
        run(SharedTasks.ALONE);
        var kept = in("prepared");
        Files.delete(folder.resolve("work/prepared").resolve(kept.getFirst()));
        Files.write(source.resolve("data/documents/000001.pdf"), new byte[] {'%', 'P', 'D', 'F', '-'});
        var failed = assertThrows(IOException.class, () -> run(SharedTasks.ALONE));
        assertTrue(failed.getMessage().contains("changed while it was read"), failed.getMessage());
        assertEquals(kept.subList(1, 3), in("prepared"));
        assertEquals(List.of(), in("machines"));
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone() throws Exception {
        Files.createDirectories(folder.resolve("else"));
        Files.writeString(folder.resolve("else/letter.txt"), "dear");
        assertThrows(NotAWorkshop.class, () -> Workshop.open(folder.resolve("else")));
        assertEquals(List.of("letter.txt"), listed(folder.resolve("else")));
    }

    /** What covers a form wherever it is filled in is part of how it was screened: other templates, another file. */
    @Test
    void templatesOfTheMeetingAreLaidOverItsPages() throws Exception {
        var first = run(SharedTasks.ALONE);
        forms = Map.of(jobs.getFirst().kind(), FormTemplate.read(("conclave form template 1\nkind " + jobs.getFirst().kind() + "\n1 PHOTO 7000 500 9500 3000\n").getBytes(StandardCharsets.UTF_8)));
        var laid = run(SharedTasks.ALONE);
        assertEquals(3, laid.ids().size());
        assertTrue(first.ids().stream().noneMatch(laid.ids()::contains));
        try (var workshop = Workshop.open(folder.resolve("work")); var file = workshop.read(laid.ids().getFirst())) {
            var said = new String(file.readNBytes(2_000), StandardCharsets.ISO_8859_1);
            assertTrue(said.contains("\n1 PHOTO 7000 500 9500 3000\n"), said);
        }
    }

    private Preparing.Outcome run(SharedTasks shared) throws Exception {
        states.clear();
        return prepare(shared, new Progress() {
            @Override
            public void advanced(State state) {
                states.add(state);
            }
        });
    }

    private Preparing.Outcome prepare(SharedTasks shared, Progress progress) throws Exception {
        try (var workshop = Workshop.open(folder.resolve("work"))) {
            return new Preparing(workshop, tools(), true, shared, progress).run(jobs, passage(), 1);
        }
    }

    private Passage passage() {
        return Passage.of(source, List.of("data/documents/000001.pdf"));
    }

    private Screener.Tools tools() throws IOException {
        var scratch = Files.createDirectories(Path.of("target", "drawing-scratch").toAbsolutePath());
        return new Screener.Tools(Launch.likeThisProcess(scratch), Limits.usual(), () -> ScanReader.without(Doubt.PROGRAM_MISSING), forms);
    }

    private void spoil(String id) throws IOException {
        var file = folder.resolve("work/prepared").resolve(id);
        var bytes = Files.readAllBytes(file);
        bytes[100] ^= 1;
        Files.write(file, bytes);
    }

    private String clear(String id) throws IOException {
        return new String(Files.readAllBytes(folder.resolve("work/prepared").resolve(id)), StandardCharsets.ISO_8859_1);
    }

    private List<String> in(String name) {
        return listed(folder.resolve("work").resolve(name));
    }

    private static List<String> listed(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Says yes to everybody, unless a test says otherwise. */
    private abstract static class Sharing implements SharedTasks {
        @Override
        public void release(String task) {
            // Nobody waits.
        }

        @Override
        public int machines() {
            return 2;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
