package conclave.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conclave.codec.CanonicalJson;
import conclave.ledger.Receipt;
import conclave.meeting.RandomLives;
import conclave.meeting.Stages;
import conclave.meeting.Released;
import conclave.meeting.TestMeeting;
import conclave.meeting.TestPackage;
import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.PrepareEvent.DocumentsReleased;
import conclave.meeting.event.PrepareEvent.ReleaseConfirmed;
import conclave.meeting.event.SittingCommand.CastPaper;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.TallyEvent.BallotCounted;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.event.TallyEvent.TallyComputed;
import conclave.meeting.event.Vote;
import conclave.seal.Digests;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier in Python, which shares nothing with ours but the description of the formats: both say the same of a result. */
final class SecondVerifierTest {

    private static final int MEETINGS = 3;
    private static final int ORDERS = 150;
    private static final List<String> ADDED_UP = List.of("evidence/evidence.jsonl", "evidence/evidence.jsonl", "evidence/roots.jsonl", "scores.jsonl", "tallies.jsonl", "attendance.jsonl",
            "audit.jsonl", "counts.json", "result.json");

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path place;

    private record Said(int code, String text) {
    }

    @BeforeEach
    void pythonIsThere() {
        var there = List.of(System.getenv("PATH").split(":")).stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
        assumeTrue(there, "python3 is not installed, and the second verifier was not tried");
    }

    private Said verify(Path result, String... more) throws IOException {
        var command = new ArrayList<>(List.of("python3", Path.of(System.getProperty("conclave.project"), "appliance/src/main/python/verify_result.py").toString(),
                result.toString(), "--key", key("a.pub", Outcome.A.publicKey()), "--key", key("b.pub", Outcome.B.publicKey())));
        command.addAll(List.of(more));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        var process = builder.start();
        try {
            var text = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
            return new Said(process.exitValue(), text);
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private String key(String name, byte[] key) throws IOException {
        return Files.write(place.resolve(name), key).toString();
    }

    private static List<Fact> sealed() {
        var meeting = TestMeeting.roomOf(5, 3).scoring();
        for (int applicant = 1; applicant <= 3; applicant++) meeting.givenByAll(applicant, "30", "31.5", "33", "28", "3" + applicant);
        return meeting.closed().tallied().signedOff().sealed().facts().stream().filter(fact -> fact.event().evidence()).toList();
    }

    @Test
    void whatHoldsHereHoldsThereAndItsMeansAreAddedUp() throws IOException {
        for (long run = seed; run < seed + MEETINGS; run++) {
            var said = verify(Outcome.of(place.resolve("m" + run), RandomLives.evidence(run, ORDERS)));
            assertEquals(0, said.code, "seed " + run + ": " + said.text);
        }
        var said = verify(Outcome.of(place.resolve("sealed"), sealed()));
        assertEquals(0, said.code, said.text);
        assertTrue(said.text.contains("评分15份，均值3个"), said.text);
    }

    @Test
    void whatIsChangedIsFoundThereToo() throws IOException {
        var result = Outcome.of(place.resolve("m"), sealed());
        int anew = 0;
        for (var file : ADDED_UP) {
            var path = result.resolve("data").resolve(file);
            var sound = Files.readAllBytes(path);
            var lines = Outcome.lines(path);
            var ways = List.of(Tampering.DELETED, Tampering.EDITED, Tampering.DOUBLED, Tampering.TRUNCATED);
            boolean listed = anew++ > 0;
            var tampering = ways.get(random.nextInt(ways.size()));
            int number = 1 + random.nextInt(lines.size());
            Files.write(path, tampering.of(lines, number, edited(lines.get(number - 1))), UTF_8);
            var told = file + " " + tampering + " " + number + ", seed " + seed + ": ";
            if (listed) Outcome.listAnew(result);
            var said = verify(result);
            assertTrue(said.code == 1 && said.text.contains("✗"), told + said.text);
            if (!listed) assertTrue(said.text.contains("data/" + file), told + said.text);
            Files.write(path, sound);
            Outcome.listAnew(result);
        }
    }

    /** One figure is another. */
    private static String edited(String line) {
        for (int i = line.length() - 1; i >= 0; i--) {
            if (line.charAt(i) >= '1' && line.charAt(i) <= '8' && line.charAt(i - 1) != 'u') {
                return line.substring(0, i) + (char) (line.charAt(i) + 1) + line.substring(i + 1);
            }
        }
        return "{}";
    }

    @Test
    void aMeanThatAllNodesTogetherMadeUpDoesNotAddUp() throws IOException {
        var facts = new ArrayList<>(sealed());
        for (int i = 0; i < facts.size(); i++) {
            if (!(facts.get(i).event() instanceof TallyComputed e)) continue;
            var was = facts.get(i);
            facts.set(i, new Fact(was.at(), was.by(), was.key(), was.request(), new TallyComputed(e.round(), e.rows().stream().map(SecondVerifierTest::raised).toList())));
        }
        var said = verify(Outcome.of(place.resolve("m"), facts));
        assertTrue(said.code == 1 && said.text.contains("的专家评分应为"), said.text);
    }

    private static Row raised(Row row) {
        return new Row(row.applicant(), row.rank(), row.scores(), row.dropped(), row.expert().map(BigDecimal.ONE::add), row.automatic(), row.bonus(),
                row.deduction(), row.total(), row.vetoed(), row.range(), row.diverged());
    }

    /** Three of five for the first, five of five for the second; four are needed. */
    private static List<Fact> voted() {
        var test = TestMeeting.of(TestPackage.rooms(1, 5, 2).by(TestPackage.counted()).by(Stages.ballot(Secrecy.NAMED))).scoring();
        for (int expert = 1; expert <= 5; expert++) {
            var paper = new TreeMap<>(Map.of(test.applicant(1).value(), expert <= 3 ? "yes" : "against", test.applicant(2).value(), "yes"));
            test.accepted(test.expert(expert), new CastPaper(test.round(), paper));
        }
        return test.closed().tallied().signedOff().sealed().facts().stream().filter(fact -> fact.event().evidence()).toList();
    }

    @Test
    void aCandidateBelowTheThresholdWhomAllNodesTogetherLetPassIsFound() throws IOException {
        var sound = verify(Outcome.of(place.resolve("sound"), voted()));
        assertTrue(sound.code == 0 && sound.text.contains("通过门槛2项"), sound.text);
        var passed = verify(Outcome.of(place.resolve("passed"), changed(vote -> with(vote, vote.needed(), Stage.Effect.PASS))));
        assertTrue(passed.code == 1 && passed.text.contains("的结论与票数不符"), passed.text);
        var lowered = verify(Outcome.of(place.resolve("lowered"), changed(vote -> with(vote, 3, vote.effect()))));
        assertTrue(lowered.code == 1 && lowered.text.contains("须得4票"), lowered.text);
    }

    /** A name was found on it; two answered for it, it was taken back, and two answered again. */
    private static List<Fact> released() {
        var test = Released.screened(TestMeeting.of(TestPackage.rooms(1, 3, 1).screening()).scoring(), 1, Released.A_NAME.getFirst());
        Released.looked(Released.withdrawn(Released.looked(Released.releasedByTwo(test, 1), 1, 1), 1), 2, 1);
        Released.screened(Released.renamed(test, 1), 1);
        return Released.releasedByTwo(test, 1).givenByAll(1, "1", "2", "3").closed().tallied().signedOff().sealed().facts();
    }

    @Test
    void aReleaseThatOnePersonConfirmedForThemselvesIsFoundHoweverManyNodesMadeItUp() throws IOException {
        var sound = verify(Outcome.of(place.resolve("sound"), released()));
        assertEquals(0, sound.code, sound.text);
        var alone = Outcome.of(place.resolve("alone"), by(ReleaseConfirmed.class, TestPackage.secretary(1)));
        var said = verify(alone);
        assertTrue(said.code == 1 && said.text.contains("复核人不是另一人"), said.text);
        assertTrue(Outcome.audit(alone).findings().stream().anyMatch(finding -> finding.matter() == Matter.NOT_BY_THE_RULES), alone::toString);
        var judge = verify(Outcome.of(place.resolve("judge"), by(DocumentsReleased.class, TestPackage.expert(1, 1))));
        assertTrue(judge.code == 1 && judge.text.contains("不得放行"), judge.text);
    }

    private static List<Fact> by(Class<? extends Event> kind, PersonId person) {
        return released().stream().map(was -> kind.isInstance(was.event()) ? new Fact(was.at(), person, was.key(), was.request(), was.event()) : was).toList();
    }

    private static Vote with(Vote vote, int needed, Stage.Effect effect) {
        return new Vote(vote.applicant(), vote.yes(), vote.against(), vote.abstained(), vote.denominator(), needed, vote.place(), effect, vote.tied());
    }

    private static List<Fact> changed(UnaryOperator<Vote> change) {
        var facts = new ArrayList<>(voted());
        for (int i = 0; i < facts.size(); i++) {
            if (!(facts.get(i).event() instanceof BallotCounted e)) continue;
            var was = facts.get(i);
            facts.set(i, new Fact(was.at(), was.by(), was.key(), was.request(),
                    new BallotCounted(e.round(), e.issued(), e.returned(), e.valid(), e.open(), e.votes().stream().map(change).toList())));
        }
        return facts;
    }

    @Test
    void receiptsAndSlipsAreFoundAndForgedOnesAreNot() throws IOException {
        var result = Outcome.of(place.resolve("m"), sealed());
        var lines = Outcome.lines(result.resolve("data/evidence/evidence.jsonl"));
        int seq = 1 + random.nextInt(lines.size());
        var slip = Receipt.shortForm(Digests.sha256(lines.get(seq - 1).getBytes(UTF_8)));
        var found = verify(result, "--receipt", slip.toLowerCase(Locale.ROOT).replace('0', 'o'));
        assertTrue(found.code == 0 && found.text.contains("第" + seq + "行"), "seed " + seed + ": " + found.text);
        assertEquals(1, verify(result, "--receipt", "ZZZZZ-ZZZZZ").code);
        try (var kept = new Kept(place.resolve("again"), Outcome.A, TestMeeting.ID.value(), lines.stream().map(Kept::body).toList(), 5)) {
            var receipt = kept.receipts.get(seq - 1).toJson();
            var file = place.resolve("receipt.json");
            Files.write(file, CanonicalJson.bytes(receipt));
            var whole = verify(result, "--receipt", file.toString());
            assertTrue(whole.code == 0 && whole.text.contains("第" + seq + "行"), "seed " + seed + ": " + whole.text);
            var other = kept.receipts.get(seq % lines.size());
            Files.write(file, CanonicalJson.bytes(receipt.with("line", other.line())));
            assertEquals(1, verify(result, "--receipt", file.toString()).code, "seed " + seed);
            Files.writeString(file, "{}");
            assertEquals(1, verify(result, "--receipt", file.toString()).code);
        }
    }

    @Test
    void whatIsNoResultIsSaidAndNothingIsThrown() throws IOException {
        var result = Outcome.of(place.resolve("m"), sealed());
        for (var garbage : List.of("", "\n", "{}\n", "[]\n", "{\"seq\":1.5}\n", "\0\0", "{\"event\":{\"type\":\"Attended\"}}\n")) {
            var path = result.resolve("data").resolve(ADDED_UP.get(random.nextInt(ADDED_UP.size())));
            var sound = Files.readAllBytes(path);
            Files.writeString(path, garbage);
            Outcome.listAnew(result);
            var said = verify(result);
            assertTrue(said.code == 1 && !said.text.contains("Traceback"), path + " " + garbage + ", seed " + seed + ": " + said.text);
            Files.write(path, sound);
        }
        var called = new ProcessBuilder("python3", Path.of(System.getProperty("conclave.project"), "appliance/src/main/python/verify_result.py").toString())
                .redirectErrorStream(true).start();
        called.getInputStream().readAllBytes();
        assertEquals(Optional.of(2), called.onExit().thenApply(Process::exitValue).thenApply(Optional::of).join());
    }
}
