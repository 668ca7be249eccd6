package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import conclave.ballot.Elector;
import conclave.meeting.event.Role;
import conclave.node.TestHouse;
import conclave.seal.Digests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a node leaves behind of a secret ballot, on its disk, in its logs and in its figures: nothing that leads from a voter to a paper. */
class SecretBallotTraceTest {

    @TempDir
    Path folder;

    @Test
    void castingLeavesNoTraceAndTheRecordNamesNoVoter() throws IOException {
        try (var room = new SecretRoom(folder, 9); var heard = new Heard()) {
            drawn(room);
            room.announce();
            var electors = room.issued();
            room.bar();
            var papers = electors.stream().map(elector -> elector.paper(1, 2, 0)).toList();
            signed();
            var disk = disk();
            var figures = figures(room);
            heard.from();
            for (var paper : papers) assertEquals("LIES_IN_THE_BOX", room.cast(paper));
            room.cast(electors.getFirst().paper(2, 2, 2));
            room.cast(new byte[10]);
            room.site.cast(papers.getFirst(), "Cookie", room.experts.getFirst().cookie);
            assertEquals(disk, disk(), "a file that changes at a cast tells when it was");
            assertEquals(figures, figures(room), "a figure that grows with each cast tells the same");
            assertEquals(List.of(), heard.said(), "nothing was said while papers were cast");
            for (var secret : secrets(electors, papers)) assertEquals(List.of(), filesWith(secret), "before the box is opened");
            room.open();
            var lines = linesWith(electors);
            assertEquals(1, lines.size(), "tokens stand in the one record of the box and nowhere else");
            for (var person : persons(room)) assertFalse(lines.getFirst().contains(person), "the record of the box names " + person);
            for (var paper : papers) {
                for (var sealed : written(Arrays.copyOfRange(paper, paper.length - 384, paper.length))) {
                    assertEquals(List.of(), filesWith(sealed), "a sealed choice");
                }
            }
        }
    }

    /** The pages of dossiers are drawn in the background; that is not what is looked for here. */
    private static void drawn(SecretRoom room) {
        var rendering = room.site.hall.rendering();
        for (int i = 0; i < 12_000 && rendering.progress().done() < rendering.progress().total(); i++) LockSupport.parkNanos(5_000_000);
        assertEquals(rendering.progress().total(), rendering.progress().done());
    }

    /** Within a second the node signs for what it has written so far; that is about what came before. */
    private void signed() throws IOException {
        var last = "\"size\":" + Files.readAllLines(found("evidence.jsonl")).size() + "}";
        for (int i = 0; i < 12_000 && !Files.readString(found("heads.jsonl")).contains(last); i++) LockSupport.parkNanos(5_000_000);
        assertTrue(Files.readString(found("heads.jsonl")).contains(last), last);
    }

    private Path found(String name) throws IOException {
        return files().stream().filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }

    /** Every file below the folder, by the digest of its contents. */
    private TreeMap<String, String> disk() throws IOException {
        var disk = new TreeMap<String, String>();
        for (var file : files()) disk.put(file.toString(), Digests.hex(Digests.sha256(Files.readAllBytes(file))));
        return disk;
    }

    private List<Path> files() throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** How often which request was answered; this very question is not counted among them. */
    private static List<String> figures(SecretRoom room) {
        return room.site.browser().get("/metrics").body().lines()
                .filter(line -> line.startsWith("conclave_requests_seconds_count") && !line.contains("operation=\"metrics\"")).toList();
    }

    /** Token, signature and paper of each voter, in every way in which somebody might write them down. */
    private static List<byte[]> secrets(List<Elector> electors, List<byte[]> papers) {
        var all = new ArrayList<byte[]>();
        for (var elector : electors) elector.secrets().forEach(secret -> all.addAll(written(secret)));
        papers.forEach(paper -> all.addAll(written(Arrays.copyOfRange(paper, paper.length - 384, paper.length))));
        return all;
    }

    private static List<byte[]> written(byte[] secret) {
        var hex = HexFormat.of().formatHex(secret);
        return List.of(secret, ascii(hex), ascii(hex.toUpperCase(Locale.ROOT)), ascii(Base64.getEncoder().withoutPadding().encodeToString(secret)),
                ascii(Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private List<Path> filesWith(byte[] secret) throws IOException {
        var found = new ArrayList<Path>();
        var wanted = new String(secret, StandardCharsets.ISO_8859_1);
        for (var file : files()) {
            if (content(file).contains(wanted)) found.add(file);
        }
        return found;
    }

    /** A picture that is being drawn may get its name between the look and the reading. */
    private static String content(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            if (file.toString().contains("unfinished")) return "";
            throw e;
        }
    }

    private List<String> linesWith(List<Elector> electors) throws IOException {
        var lines = new ArrayList<String>();
        for (var line : Files.readAllLines(found("evidence.jsonl"))) {
            var tokens = electors.stream().filter(elector -> line.contains(Digests.hex(elector.secrets().getFirst()))).count();
            if (tokens > 0) {
                assertEquals(electors.size(), tokens, "all tokens at once");
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<String> persons(SecretRoom room) {
        return TestHouse.people(room.site.hall, Role.EXPERT, "R01").stream().map(person -> person.id().value()).toList();
    }

    /** Whatever is logged at any level by our own rooms, by the server at the usual one, and whatever is printed. */
    private static final class Heard implements AutoCloseable {
        private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        private final Logger own = (Logger) LoggerFactory.getLogger("conclave");
        private final Level before = own.getLevel();
        private final Level rootBefore = root.getLevel();
        private final ListAppender<ILoggingEvent> events = new ListAppender<>();
        private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
        private final PrintStream out = System.out;
        private final PrintStream err = System.err;

        void from() {
            root.addAppender(events);
            root.setLevel(Level.INFO);
            own.setLevel(Level.TRACE);
            events.start();
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        }

        List<String> said() {
            System.setOut(out);
            System.setErr(err);
            var said = new ArrayList<>(events.list.stream().map(event -> event.getLoggerName() + ": " + event.getFormattedMessage()).toList());
            if (printed.size() > 0) said.add(printed.toString(StandardCharsets.UTF_8));
            close();
            return said;
        }

        @Override
        public void close() {
            System.setOut(out);
            System.setErr(err);
            root.detachAppender(events);
            root.setLevel(rootBefore);
            own.setLevel(before);
        }
    }
}
