package conclave.seal.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The statement has one form, and what it says of the volumes is held against them (R12, R14, R24). */
class StatementTest {

    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-01T00:00:00Z");
    private static final List<Volume> VOLUMES = List.of(volume("P.mpkg", 'a'), volume("P.mpkg.002", 'b'), volume("P.mpkg.003", 'c'));
    private static final Statement SOUND = new Statement(PackageType.MEETING, "pkg-2", 2, Optional.of("pkg-1"), "mtg-1", "水利高级评审", FROM, UNTIL,
            Profile.INTERNATIONAL, VOLUMES, List.of("d".repeat(64)), "conclave 0.1");

    private static Volume volume(String name, char hash) {
        return new Volume(name, 1000, String.valueOf(hash).repeat(64), Optional.empty());
    }

    @Test
    void itReadsAsItWasWritten() throws Refused {
        assertEquals(SOUND, Statement.read(SOUND.bytes()));
        assertEquals("P", SOUND.name());
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        for (var wrong : List.of("\"conclave-package/1\"→\"conclave-package/2\"→format", "\"meeting\",\"volumes\"→\"party\",\"volumes\"→type", "mtg-1→../x→meeting",
                "pkg-2→ →packageId", "pkg-1→p/1→predecessor", "2026-12-01→2026-10-01→notAfter", "2026-11-01T00:00:00Z→2026-11-01→notBefore",
                "2026-11-01T00:00:00Z→2026-11-01T00:00:00.5Z→notBefore", "\"sequence\":2→\"sequence\":0→sequence", "international→national→profile",
                "水利→\u202e利→purpose", "水利高级评审→→purpose", "conclave 0.1→" + "x".repeat(201) + "→tool", "\"size\":1000→\"size\":0→volumes.size",
                "\"size\":1000→\"size\":4294967296→volumes.size", "P.mpkg.002→P.mpkg.003→volumes.name", "P.mpkg\"→../P.mpkg\"→volumes.name",
                "a".repeat(64) + "→" + "A".repeat(64) + "→sha256", "d".repeat(64) + "→dd→recipients", "\"tool\"→\"took\"→fields",
                "\"volumes\":[→\"volumes\":[7,→volumes")) {
            var parts = wrong.split("→", -1);
            var text = new String(SOUND.bytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains(parts[0]), wrong);
            var changed = text.replace(parts[0], parts[1]).getBytes(StandardCharsets.UTF_8);
            var refused = assertThrows(Refused.class, () -> Statement.read(changed), wrong);
            assertEquals(Reason.STATEMENT_FIELD, refused.reason(), wrong);
            assertEquals(parts[2], refused.facts().get("field"), wrong);
        }
    }

    @Test
    void anotherFormOfTheSameIsRefused() {
        var text = new String(SOUND.bytes(), StandardCharsets.UTF_8);
        for (var other : List.of(text + " ", text.replace(",", ", "), "\ufeff" + text, text.replace("水", "\\u6c34"), text.replace("{\"format", "{\"format\":\"x\",\"format"),
                "", "[]", "null", "[".repeat(40_000), text + "}")) {
            assertEquals(Reason.STATEMENT_FORM, assertThrows(Refused.class, () -> Statement.read(other.getBytes(StandardCharsets.UTF_8))).reason());
        }
        assertEquals(Reason.STATEMENT_FORM, assertThrows(Refused.class, () -> Statement.read(new byte[70_000])).reason());
    }

    @Test
    void garbageIsARefusalAndNothingElse() {
        long seed = Long.getLong("conclave.seed", 31);
        var random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            var bytes = SOUND.bytes();
            for (int i = 0; i < 3; i++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
            try {
                Statement.read(bytes);
            } catch (Refused refused) {
                assertTrue(refused.code().startsWith("statement."), "seed " + seed + ", round " + round);
            }
        }
    }

    @Test
    void volumesAreThoseThatWereSignedForAllOfThemAndNoOthers() throws Refused {
        SOUND.requireVolumes(VOLUMES);
        assertEquals(Reason.VOLUME_MISSING, refusal(VOLUMES.subList(0, 2)));
        var more = new ArrayList<>(VOLUMES);
        more.add(volume("P.mpkg.004", 'e'));
        assertEquals(Reason.VOLUME_SURPLUS, refusal(more));
        var swapped = new ArrayList<>(VOLUMES);
        Collections.swap(swapped, 1, 2);
        assertEquals(Reason.VOLUME_NAME, refusal(swapped));
        assertEquals(Reason.VOLUME_HASH, refusal(List.of(VOLUMES.get(0), volume("P.mpkg.002", 'c'), VOLUMES.get(2))));
        assertEquals(Reason.VOLUME_SIZE, refusal(List.of(VOLUMES.get(0), new Volume("P.mpkg.002", 999, "b".repeat(64), Optional.empty()), VOLUMES.get(2))));
    }

    @Test
    void inTimeMeansFromTheFirstToTheLastMoment() throws Refused {
        SOUND.requireValidAt(FROM);
        SOUND.requireValidAt(UNTIL);
        assertEquals(Reason.EARLY, assertThrows(Refused.class, () -> SOUND.requireValidAt(FROM.minusSeconds(1))).reason());
        assertEquals(Reason.EXPIRED, assertThrows(Refused.class, () -> SOUND.requireValidAt(UNTIL.plusSeconds(1))).reason());
        assertEquals(Reason.STATEMENT_PROFILE, assertThrows(Refused.class, () -> SOUND.requireProfile(Profile.GM)).reason());
    }

    @Test
    void aStatementThatNobodyTakesIsNotWritten() {
        var wrong = new Statement(PackageType.MEETING, "pkg 2", 2, Optional.empty(), "mtg-1", "x", FROM, UNTIL, Profile.GM, VOLUMES, List.of(), "t");
        assertThrows(IllegalArgumentException.class, wrong::bytes);
    }

    @Test
    void everyReasonHasACodeOfItsOwnAndTwoSentences() {
        var codes = new ArrayList<String>();
        for (var reason : Reason.values()) {
            assertTrue(reason.code().matches("[a-z]+\\.[a-z-]+"), reason.code());
            assertTrue(reason.chinese().endsWith("。") && reason.chinese().contains("请"), reason.code());
            assertTrue(reason.english().endsWith("."), reason.code());
            codes.add(reason.code());
        }
        assertEquals(codes.size(), codes.stream().distinct().count());
    }

    private static Reason refusal(List<Volume> found) {
        return assertThrows(Refused.class, () -> SOUND.requireVolumes(found)).reason();
    }
}
