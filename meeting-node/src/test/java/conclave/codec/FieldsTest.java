package conclave.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The fields of an object are the sorted map that they stand for, in whatever order and number they come. */
class FieldsTest {

    private static final int RUNS = 400;
    private static final int MOST = 200;

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());
    private final Random chance = new Random(seed);

    @Test
    void anyOrderGivesWhatATreeGives() {
        for (int run = 0; run < RUNS; run++) {
            var tree = new TreeMap<String, Json>();
            var fields = new JsonFields();
            for (int i = chance.nextInt(MOST); i > 0; i--) {
                var key = "k" + chance.nextInt(MOST);
                var value = new Json.Num(chance.nextInt());
                assertEquals(tree.put(key, value) == null, fields.add(key, value), "seed " + seed);
            }
            assertSame(tree, fields.end());
            assertEquals(new Json.Obj(tree), fields.end(), "seed " + seed);
        }
    }

    @Test
    void oneMoreChangesNothingOfWhatWasThere() {
        var tree = new TreeMap<String, Json>();
        var object = Json.object();
        for (int i = 0; i < MOST; i++) {
            var before = object;
            var told = CanonicalJson.text(before);
            var key = "k" + chance.nextInt(MOST);
            tree.put(key, new Json.Num(i));
            object = object.with(key, i);
            assertSame(tree, object);
            assertEquals(told, CanonicalJson.text(before), "seed " + seed);
        }
    }

    private void assertSame(TreeMap<String, Json> tree, Json.Obj object) {
        var fields = object.fields();
        assertEquals(tree, fields, "seed " + seed);
        assertEquals(tree.hashCode(), fields.hashCode(), "seed " + seed);
        assertEquals(List.copyOf(tree.keySet()), List.copyOf(fields.keySet()), "seed " + seed);
        assertEquals(tree.toString(), fields.toString(), "seed " + seed);
        assertNull(fields.get("none"));
        assertFalse(fields.containsKey("none"));
        if (tree.isEmpty()) return;
        assertEquals(tree.firstKey(), fields.firstKey(), "seed " + seed);
        assertEquals(tree.lastKey(), fields.lastKey(), "seed " + seed);
        assertEquals(tree.headMap("k5"), fields.headMap("k5"), "seed " + seed);
        assertEquals(tree.tailMap("k5"), fields.tailMap("k5"), "seed " + seed);
        assertEquals(tree.subMap("k3", "k5"), fields.subMap("k3", "k5"), "seed " + seed);
    }

    @Test
    void nobodyChangesThem() {
        var fields = Json.object().with("a", 1).with("b", 2).fields();
        assertThrows(UnsupportedOperationException.class, () -> fields.put("c", Json.Null.NULL));
        assertThrows(UnsupportedOperationException.class, () -> fields.remove("a"));
        assertThrows(UnsupportedOperationException.class, fields::clear);
        assertThrows(UnsupportedOperationException.class, () -> fields.firstEntry().setValue(Json.Null.NULL));
        assertThrows(UnsupportedOperationException.class, () -> fields.headMap("b").clear());
        assertThrows(NoSuchElementException.class, Json.object().fields()::firstKey);
        assertThrows(NoSuchElementException.class, Json.object().fields()::lastKey);
    }

    @Test
    void whatIsNamedTwiceIsRefusedHoweverMuchStandsBetween() {
        for (int between : List.of(0, 1, 20, 63, 64, 65, 300)) {
            var names = new ArrayList<>(IntStream.range(0, between).mapToObj(i -> "\"k" + i + "\":1").toList());
            Collections.shuffle(names, chance);
            names.addFirst("\"twice\":1");
            CanonicalJson.readObject(object(names));
            names.add("\"twice\":1");
            assertThrows(BadJson.class, () -> CanonicalJson.readObject(object(names)), between + ", seed " + seed);
        }
    }

    @Test
    void manyInTheWorstOrderAreReadAsQuickly() {
        var names = IntStream.range(0, 500_000).map(i -> 999_999 - i).mapToObj(i -> "\"" + i + "\":1").toList();
        assertTimeout(Duration.ofSeconds(20), () -> assertEquals(500_000, CanonicalJson.readObject(object(names)).fields().size()));
    }

    @Test
    void whatIsSentAsTheSignOfUnreadableTextIsTextAllTheSame() {
        var sent = "{\"a\":\"\ufffd\"}";
        assertEquals(sent, CanonicalJson.text(CanonicalJson.read(sent.getBytes(StandardCharsets.UTF_8))));
        assertThrows(BadJson.class, () -> CanonicalJson.read(new byte[] {'"', (byte) 0xff, '"'}));
        assertThrows(BadJson.class, () -> CanonicalJson.read(new byte[] {'"', (byte) 0xef, (byte) 0xbf, (byte) 0xbd, (byte) 0xff, '"'}));
    }

    private static byte[] object(List<String> fields) {
        return fields.stream().collect(Collectors.joining(",", "{", "}")).getBytes(StandardCharsets.UTF_8);
    }
}
