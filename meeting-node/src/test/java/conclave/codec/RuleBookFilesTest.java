package conclave.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.BadJson.Kind;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Sheet;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RuleBookFilesTest {

    private static final String MODE = """
            {"format":"conclave-mode 1","code":"m","version":1,"name":"打分","nameEn":"Scores","scale":2,"stages":[
            {"type":"Reading","code":"read","name":"审阅材料"},
            {"type":"Scoring","code":"score","name":"打分","body":"panel","reviewers":0,
             "aggregation":{"method":"trimmedMean","trimFrom":5,"per":"sheet","weights":[{"expertClass":"A","weight":"0.5"}]}}]}
            """;

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());
    private final RandomRecords random = new RandomRecords(seed);

    @Test
    void whatIsWrittenIsRead() {
        for (int i = 0; i < 1_000; i++) {
            comesBack(random.any(Mode.class), RuleBookFiles::bytes, RuleBookFiles::mode);
            comesBack(random.any(Profile.class), RuleBookFiles::bytes, RuleBookFiles::profile);
            comesBack(random.any(Sheet.class), RuleBookFiles::bytes, RuleBookFiles::sheet);
            comesBack(random.any(Facts.class), RuleBookFiles::bytes, RuleBookFiles::facts);
        }
    }

    @Test
    void whatDoesNotFitSaysWhereItStands() {
        refused("\"trimFrom\":5", "\"trimFrom\":\"5\"", Kind.WRONG_FORM, "stages[1].aggregation.trimFrom", "number");
        refused("\"trimFrom\":5", "\"trimFrom\":5000000000", Kind.NUMBER_OUT_OF_RANGE, "stages[1].aggregation.trimFrom", "");
        refused("\"trimFrom\":5,", "", Kind.FIELD_MISSING, "stages[1].aggregation.trimFrom", "number");
        refused("\"trimFrom\":5,", "\"trimFrom\":5,\"note\":1,", Kind.FIELD_UNKNOWN, "stages[1].aggregation.note", "divergence, method, per, trimFrom, weights");
        refused("trimmedMean", "median", Kind.WORD_UNKNOWN, "stages[1].aggregation.method", "mean, trimmedMean, dropFarthest");
        refused("\"weight\":\"0.5\"", "\"weight\":\"half\"", Kind.WRONG_FORM, "stages[1].aggregation.weights[0].weight", "decimal");
        refused("\"type\":\"Reading\"", "\"type\":\"Dreaming\"", Kind.WORD_UNKNOWN, "stages[0].type",
                "AutoScore, Balloting, Cut, OpinionWriting, Ranking, Reading, Scoring, SignOff");
        refused("\"type\":\"Reading\",", "", Kind.FIELD_MISSING, "stages[0].type", "text");
        refused("\"stages\":[", "\"stages\":[7,", Kind.WRONG_FORM, "stages[0]", "object");
        refused("conclave-mode 1", "conclave-sheet 1", Kind.OTHER_FORMAT, "format", "conclave-mode 1");
        refused("\"format\":\"conclave-mode 1\",", "", Kind.OTHER_FORMAT, "format", "conclave-mode 1");
        refused("\"scale\":2", "\"" + "x".repeat(60) + "\":2,\"scale\":2", Kind.FIELD_UNKNOWN, "x".repeat(40) + "…", "code, name, nameEn, scale, stages, version");
    }

    @Test
    void aTextThatIsNoJsonSaysInWhichLine() {
        var trouble = assertThrows(BadJson.class, () -> RuleBookFiles.mode(bytes(MODE.replace("\"read\",", "\"read\""))));
        assertEquals(Kind.MALFORMED, trouble.kind());
        assertEquals(2, trouble.line());
        assertEquals(4, assertThrows(BadJson.class, () -> RuleBookFiles.mode(bytes(MODE.replace("\"0.5\"", "0.5")))).line());
    }

    @Test
    void otherEncodingsAreNamedAndTheMarkOfAnEditorIsNot() {
        for (var encoding : new String[] {"GB18030", "UTF-16"}) {
            assertEquals(Kind.NOT_UTF8, assertThrows(BadJson.class, () -> RuleBookFiles.mode(MODE.getBytes(Charset.forName(encoding)))).kind(), encoding);
        }
        assertEquals(RuleBookFiles.mode(bytes(MODE)), RuleBookFiles.mode(bytes("\ufeff" + MODE)));
    }

    @Test
    void whatIsTooDeepOrTooLargeIsRefusedAndNoOverflow() {
        var deep = "{\"format\":\"conclave-sheet 1\",\"indicators\":" + "[{\"children\":".repeat(200_000);
        assertEquals(Kind.TOO_DEEP, assertThrows(BadJson.class, () -> RuleBookFiles.sheet(bytes(deep))).kind());
        assertEquals(Kind.TOO_LARGE, assertThrows(BadJson.class, () -> RuleBookFiles.facts(new byte[RuleBookFiles.LARGEST + 1])).kind());
        assertEquals(Kind.MALFORMED, assertThrows(BadJson.class, () -> RuleBookFiles.facts(new byte[0])).kind());
    }

    @Test
    void aDamagedFileIsBadJsonAndNothingElse() {
        var chance = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            var file = RuleBookFiles.bytes(random.any(Mode.class));
            for (int j = 1 + chance.nextInt(3); j > 0; j--) file[chance.nextInt(file.length)] = (byte) "0123456789{}[]\",:ntu.-\u007f".charAt(chance.nextInt(23));
            try {
                RuleBookFiles.bytes(RuleBookFiles.mode(file));
            } catch (BadJson refused) {
                assertTrue(refused.getMessage() != null, "seed " + seed);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ", " + new String(file, StandardCharsets.UTF_8), e);
            }
        }
    }

    private <T> void comesBack(T value, Function<T, byte[]> write, Function<byte[], T> read) {
        var bytes = write.apply(value);
        assertEquals(value, read.apply(bytes), () -> "seed " + seed);
        assertArrayEquals(bytes, write.apply(read.apply(bytes)), () -> "seed " + seed);
    }

    private static void refused(String part, String instead, Kind kind, String path, String expected) {
        assertTrue(MODE.contains(part), part);
        var trouble = assertThrows(BadJson.class, () -> RuleBookFiles.mode(bytes(MODE.replace(part, instead))), instead);
        assertEquals(kind + " " + path + ": " + expected, trouble.kind() + " " + trouble.path() + ": " + trouble.expected());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
