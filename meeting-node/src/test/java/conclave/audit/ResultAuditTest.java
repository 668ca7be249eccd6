package conclave.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.exchange.result.ResultFolder.NoResult;
import conclave.ledger.Receipt;
import conclave.meeting.Meeting;
import conclave.meeting.RandomLives;
import conclave.meeting.TestMeeting;
import conclave.meeting.event.Fact;
import conclave.meeting.event.IntakeEvent.MeetingFounded;
import conclave.meeting.event.TallyEvent.TallyComputed;
import conclave.seal.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result goes out with its evidence; whatever of it is changed on the way, or by those who hold the keys, is found. */
final class ResultAuditTest {

    private static final int MEETINGS = 2;
    private static final int ORDERS = 120;

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path place;

    @Test
    void aResultThatNobodyTouchedHoldsAndEveryCountWasWorkedOutAgain() throws IOException {
        for (long run = seed; run < seed + MEETINGS; run++) {
            var verdict = Outcome.audit(Outcome.of(place.resolve("m" + run), RandomLives.evidence(run, ORDERS)));
            assertEquals(List.of(), breaking(verdict), "seed " + run);
            assertTrue(verdict.holds() && verdict.recounted(), "seed " + run);
        }
    }

    @Test
    void whateverIsDoneToAFileIsFoundByTheListsAndByTheEvidenceWhereTheListsAreMadeAnew() throws IOException {
        var tried = new TreeMap<String, Integer>();
        for (long run = seed; run < seed + MEETINGS; run++) {
            var result = Outcome.of(place.resolve("m" + run), run == seed ? sealed() : RandomLives.evidence(run, ORDERS));
            var foreign = Outcome.of(place.resolve("f" + run), RandomLives.evidence(run + 1_000_000, ORDERS));
            for (var file : payload(result)) {
                for (var tampering : Tampering.values()) {
                    if (tampered(result, foreign, file, tampering, run)) tried.merge(file, 1, Integer::sum);
                }
            }
        }
        assertTrue(tried.size() >= 13, "seed " + seed + ": " + tried);
    }

    /** People in random meetings go on alone without a paper that says why; that is told, and breaks nothing. */
    private static List<Finding> breaking(Verdict verdict) {
        return verdict.findings().stream().filter(Finding::breaks).toList();
    }

    /** A meeting that goes its way to the end: counted, signed, sealed. */
    private static List<Fact> sealed() {
        var meeting = TestMeeting.roomOf(5, 3).scoring();
        for (int applicant = 1; applicant <= 3; applicant++) meeting.givenByAll(applicant, "30", "31.5", "33", "28", "3" + applicant);
        return meeting.closed().tallied().signedOff().sealed().facts().stream().filter(fact -> fact.event().evidence()).toList();
    }

    private static List<String> payload(Path result) throws IOException {
        try (var all = Files.walk(result.resolve("data"))) {
            return all.filter(Files::isRegularFile).map(file -> result.relativize(file).toString()).sorted().toList();
        }
    }

    private boolean tampered(Path result, Path foreign, String file, Tampering tampering, long run) throws IOException {
        var path = result.resolve(file);
        var sound = Files.readAllBytes(path);
        var lines = Outcome.lines(path);
        var others = Outcome.lines(foreign.resolve(file));
        if (lines.isEmpty()) return false;
        if (others.isEmpty()) others = List.of("{}");
        int number = 1 + random.nextInt(lines.size());
        var changed = tampering.of(lines, number, others.get(random.nextInt(others.size())));
        if (changed.equals(lines) || changed.isEmpty() && tampering == Tampering.SWAPPED) return false;
        var told = file + " " + tampering + " " + number + ", seed " + run;
        try {
            Files.write(path, changed, UTF_8);
            if (tampering == Tampering.EDITED) assertTrue(changed(Outcome.audit(result), file), told);
            Outcome.listAnew(result);
            // One statement of a node less, or said twice, is still no other history: the signature outside has to say that.
            if (!file.endsWith("heads.jsonl") || tampering == Tampering.EDITED) assertFalse(Outcome.audit(result).holds(), told);
            return true;
        } finally {
            Files.write(path, sound);
            Outcome.listAnew(result);
        }
    }

    private static boolean changed(Verdict verdict, String file) {
        return verdict.findings().stream().anyMatch(one -> one.matter() == Matter.FILE_CHANGED && one.facts().get("file").equals(file));
    }

    @Test
    void aFlippedBitAnywhereIsFound() throws IOException {
        var result = Outcome.of(place.resolve("m"), RandomLives.evidence(seed, ORDERS));
        for (var file : payload(result)) {
            var sound = Files.readAllBytes(result.resolve(file));
            if (sound.length == 0) continue;
            var changed = sound.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(result.resolve(file), changed);
            Outcome.listAnew(result);
            assertFalse(Outcome.audit(result).holds(), file + ", seed " + seed);
            Files.write(result.resolve(file), sound);
        }
    }

    @Test
    void whatAllNodesTogetherMadeUpIsFoundByTheRules() throws IOException {
        int forged = 0;
        for (long run = seed; forged < 3; run++) {
            var facts = new ArrayList<>(RandomLives.evidence(run, ORDERS));
            int at = counted(facts);
            if (at < 0) continue;
            var was = facts.get(at);
            var rows = ((TallyComputed) was.event()).rows();
            facts.set(at, new Fact(was.at(), was.by(), was.key(), was.request(), new TallyComputed(((TallyComputed) was.event()).round(), rows.reversed())));
            var verdict = Outcome.audit(Outcome.of(place.resolve("m" + run), facts));
            assertEquals(List.of(Matter.COMES_OTHERWISE), breaking(verdict).stream().map(Finding::matter).toList(), "seed " + run);
            assertEquals(Integer.toString(at + 1), breaking(verdict).getFirst().facts().get("line"), "seed " + run);
            forged++;
        }
    }

    @Test
    void whatWasHeldByOtherRulesIsNotCountedByOurs() throws IOException {
        var facts = new ArrayList<>(sealed());
        var was = facts.getFirst();
        facts.set(0, new Fact(was.at(), was.by(), was.key(), was.request(), new MeetingFounded(TestMeeting.ID, "conclave-rules-0")));
        var failed = assertThrows(NoResult.class, () -> Outcome.of(place.resolve("m"), facts));
        assertTrue(failed.getMessage().contains(Meeting.RULES));
        assertFalse(Files.exists(place.resolve("m/result")) || Files.exists(place.resolve("m/result.part")));
        var verdict = WholeAudit.of(place.resolve("m/a"), Outcome.KIT, Audit.Held.NOTHING);
        assertEquals(List.of(Matter.NOT_RECOUNTED), verdict.findings().stream().map(Finding::matter).toList());
        assertTrue(verdict.holds() && !verdict.recounted());
    }

    private static int counted(List<Fact> facts) {
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).event() instanceof TallyComputed e && e.rows().size() > 1) return i;
        }
        return -1;
    }

    @Test
    void aSlipAndAReceiptAreFoundInTheResultHoweverTheyWereTyped() throws IOException {
        var result = Outcome.of(place.resolve("m"), RandomLives.evidence(seed, ORDERS));
        var lines = Outcome.lines(result.resolve("data/evidence/evidence.jsonl"));
        int seq = 1 + random.nextInt(lines.size());
        var slip = Receipt.shortForm(Digests.sha256(lines.get(seq - 1).getBytes(UTF_8)));
        for (var typed : List.of(slip, slip.replace("-", ""), slip.toLowerCase(Locale.ROOT), slip.replace('0', 'O').replace('1', 'l'), " " + slip + " ")) {
            var verdict = WholeAudit.of(result, Outcome.KIT, new Audit.Held(List.of(), List.of(), List.of(typed)));
            assertEquals(List.of(new Verdict.Found(typed, seq)), verdict.found(), "seed " + seed);
            assertTrue(verdict.holds(), "seed " + seed);
        }
        var absent = WholeAudit.of(result, Outcome.KIT, new Audit.Held(List.of(), List.of(), List.of("ZZZZZ-ZZZZZ")));
        assertEquals(List.of(Matter.SLIP_ABSENT), breaking(absent).stream().map(Finding::matter).toList());
        try (var kept = new Kept(place.resolve("again"), Outcome.A, TestMeeting.ID.value(),
                lines.stream().map(Kept::body).toList(), 5)) {
            var file = Files.write(place.resolve("receipt.json"), CanonicalJson.bytes(kept.receipts.get(seq - 1).toJson()));
            var verdict = WholeAudit.of(result, Outcome.KIT, new Audit.Held(List.of(file), List.of()));
            assertEquals(List.of(new Verdict.Found("receipt.json", seq)), verdict.found(), "seed " + seed);
        }
    }
}
