package conclave.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** Equal values have equal bytes, and they are the bytes that RFC 8785 prescribes. */
class CanonicalJsonTest {

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());
    private final Random chance = new Random(seed);
    private final RandomRecords random = new RandomRecords(seed);

    @Test
    void ourBytesAreThoseOfTheReference() throws IOException {
        for (int i = 0; i < 5000; i++) {
            var value = Json.object(new TreeMap<>()).with("value", value(0)).with("list", new Json.Arr(List.of(value(0), value(1))));
            var text = CanonicalJson.text(value);
            assertEquals(new JsonCanonicalizer(text).getEncodedString(), text, "seed " + seed);
            assertEquals(value, CanonicalJson.read(CanonicalJson.bytes(value)), "seed " + seed);
        }
    }

    @Test
    void theOrderOfTheSenderAndItsSpacesDoNotMatter() {
        assertEquals("{\"A\":[1,2],\"a\":{\"b\":\"é\"}}", canonical(" { \"a\" : {\"b\":\"\\u00e9\"},\n\"A\":[ 1 , 2 ] } "));
    }

    @Test
    void whatIsNotOfOurKindIsRefused() {
        for (var text : List.of("", " ", "{", "[1,]", "{\"a\":1,\"a\":2}", "1.5", "1e3", "-0.0", "{\"ä\":1}", "{} {}", "{\"a\":1} x",
                "9007199254740992", "-9007199254740992", "123456789012345678901234567890", "NaN", "'a'", "// c\n1", "[".repeat(40) + "]".repeat(40))) {
            assertThrows(BadJson.class, () -> canonical(text), text);
        }
    }

    @Test
    void theLastSafeNumberIsStillANumber() {
        assertEquals("[9007199254740991,-9007199254740991,0]", canonical("[9007199254740991,-9007199254740991,0]"));
        assertEquals("0", canonical("-0"));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        for (var bytes : List.of(new byte[] {'"', (byte) 0xff, '"'}, new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}, new byte[] {'"', (byte) 0xe4, '"'})) {
            assertThrows(BadJson.class, () -> CanonicalJson.read(bytes));
        }
    }

    /** One by one or all at once: the same items, and the same is refused. */
    @Test
    void aListThatIsReadItemByItemIsTheSameList() {
        for (int i = 0; i < 500; i++) {
            var list = new Json.Arr(List.of(value(0), value(1), value(2)));
            var items = new ArrayList<Json>();
            assertEquals(Optional.empty(), CanonicalJson.each(CanonicalJson.bytes(list), items::add), "seed " + seed);
            assertEquals(list.items(), items, "seed " + seed);
            var other = Json.object().with("value", value(0));
            assertEquals(Optional.of(other), CanonicalJson.each(CanonicalJson.bytes(other), items::add), "seed " + seed);
        }
        for (var text : List.of("", "[", "[1,]", "[1 2]", "[1][2]", "[{\"a\":1,\"a\":2}]", "[1.5]", "[[]")) {
            assertThrows(BadJson.class, () -> CanonicalJson.each(text.getBytes(StandardCharsets.UTF_8), _ -> { }), text);
        }
        assertEquals(BadJson.Kind.NOT_UTF8, assertThrows(BadJson.class, () -> CanonicalJson.each(new byte[] {'[', '"', (byte) 0xff, '"', ']'}, _ -> { })).kind());
    }

    private static String canonical(String text) {
        return CanonicalJson.text(CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Json value(int depth) {
        return switch (chance.nextInt(depth > 3 ? 4 : 6)) {
            case 0 -> new Json.Str(random.text());
            case 1 -> new Json.Num(random.number());
            case 2 -> new Json.Bool(chance.nextBoolean());
            case 3 -> Json.Null.NULL;
            case 4 -> {
                var items = new ArrayList<Json>();
                for (int i = chance.nextInt(4); i > 0; i--) items.add(value(depth + 1));
                yield new Json.Arr(items);
            }
            default -> {
                var fields = new TreeMap<String, Json>();
                for (int i = chance.nextInt(5); i > 0; i--) fields.put(random.key(), value(depth + 1));
                yield new Json.Obj(fields);
            }
        };
    }
}
