package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Table;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The sorted map of the core against the one that everybody trusts. */
class TableTest {

    @Test
    void aTableDoesWhatATreeMapDoes() throws ReflectiveOperationException {
        var seed = Long.getLong("conclave.seed", System.nanoTime());
        for (int run = 0; run < 300; run++) {
            var chance = new Random(seed + run);
            var range = 1 + chance.nextInt(run % 3 == 0 ? 20 : 2000);
            Table<Integer, Integer> table = Table.empty();
            var model = new TreeMap<Integer, Integer>();
            for (int step = 0; step < 400; step++) {
                var key = chance.nextInt(range);
                if (chance.nextInt(5) < 2) {
                    table = table.with(key, step);
                    model.put(key, step);
                } else if (chance.nextBoolean()) {
                    var there = table.has(key);
                    var more = table.orWith(key, step);
                    assertEquals(there, more == table, "seed " + (seed + run) + " step " + step);
                    table = more;
                    model.putIfAbsent(key, step);
                } else {
                    table = table.without(key);
                    model.remove(key);
                }
                if (step % 20 == 0) same(model, table, "seed " + (seed + run) + " step " + step);
            }
            same(model, table, "seed " + (seed + run));
        }
    }

    /** Alike at the beginning, of odd lengths, and with signs on both sides of every border that the order could stumble over. */
    @Test
    void textAndIdsStandInTheirOwnOrder() {
        var signs = new char[] {0, 1, 'a', 'b', 254, 255, 256, '职', 0xd83d, 0xde00, 0xffff};
        var seed = Long.getLong("conclave.seed", System.nanoTime());
        for (int run = 0; run < 1_000; run++) {
            var chance = new Random(seed + run);
            Table<String, Integer> texts = Table.empty();
            Table<RoomId, Integer> rooms = Table.empty();
            Table<MeetingId, Integer> meetings = Table.empty();
            var text = new TreeMap<String, Integer>();
            var room = new TreeMap<RoomId, Integer>();
            var meeting = new TreeMap<MeetingId, Integer>();
            for (int step = 0; step < 60; step++) {
                var key = new StringBuilder();
                for (int i = chance.nextInt(11); i > 0; i--) key.append(signs[chance.nextInt(signs.length)]);
                texts = texts.with(key.toString(), step);
                text.put(key.toString(), step);
                var name = Integer.toString(chance.nextInt(40), 3);
                var id = "0".repeat(8 - Math.min(8, name.length())) + "0".repeat(chance.nextInt(3)) + name;
                rooms = rooms.with(new RoomId("rm_" + id), step);
                room.put(new RoomId("rm_" + id), step);
                var meant = new MeetingId((chance.nextBoolean() ? "mtg_" : "reh_") + id);
                meetings = meetings.with(meant, step);
                meeting.put(meant, step);
            }
            var when = "seed " + (seed + run);
            assertEquals(List.copyOf(text.entrySet()), entries(texts), when);
            assertEquals(List.copyOf(room.entrySet()), entries(rooms), when);
            assertEquals(List.copyOf(meeting.entrySet()), entries(meetings), when);
            for (var one : text.entrySet()) assertEquals(Optional.of(one.getValue()), texts.get(one.getKey()), when);
            for (var one : room.keySet()) rooms = rooms.without(one);
            assertTrue(rooms.isEmpty(), when);
        }
    }

    @Test
    void aTableFedInOrderDoesNotBecomeAList() throws ReflectiveOperationException {
        Table<Integer, Integer> table = Table.empty();
        for (int i = 0; i < 100_000; i++) table = table.with(i, i);
        balanced(table, "ascending");
        for (int i = 0; i < 100_000; i += 2) table = table.without(i);
        balanced(table, "every other one taken out");
        assertEquals(50_000, table.size());
    }

    @Test
    void anEarlierTableStaysAsItWas() {
        var chance = new Random(7);
        var kept = new ArrayList<Table<Integer, Integer>>();
        var models = new ArrayList<Map<Integer, Integer>>();
        Table<Integer, Integer> table = Table.empty();
        var model = new TreeMap<Integer, Integer>();
        for (int step = 0; step < 500; step++) {
            var key = chance.nextInt(100);
            if (chance.nextBoolean()) {
                table = table.with(key, step);
                model.put(key, step);
            } else {
                table = table.without(key);
                model.remove(key);
            }
            kept.add(table);
            models.add(new TreeMap<>(model));
        }
        for (int i = 0; i < kept.size(); i++) assertEquals(models.get(i), asMap(kept.get(i)));
    }

    @Test
    void whatIsNotThereIsNotChanged() {
        assertThrows(NoSuchElementException.class, () -> Table.<Integer, Integer>empty().changed(1, x -> x));
        assertThrows(NoSuchElementException.class, () -> Table.<Integer, Integer>empty().iterator().next());
    }

    private static void same(TreeMap<Integer, Integer> model, Table<Integer, Integer> table, String when) throws ReflectiveOperationException {
        assertEquals(model.size(), table.size(), when);
        assertEquals(model.isEmpty(), table.isEmpty(), when);
        assertEquals(List.copyOf(model.values()), table.values(), when);
        assertEquals(List.copyOf(model.entrySet()), entries(table), when);
        for (int key = -1; key < 25; key++) assertEquals(Optional.ofNullable(model.get(key)), table.get(key), when);
        balanced(table, when);
    }

    private static <K extends Comparable<? super K>> List<Map.Entry<K, Integer>> entries(Table<K, Integer> table) {
        var entries = new ArrayList<Map.Entry<K, Integer>>();
        table.forEach(entries::add);
        return entries;
    }

    private static Map<Integer, Integer> asMap(Table<Integer, Integer> table) {
        var map = new TreeMap<Integer, Integer>();
        table.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    /** An AVL tree is never higher than 1.4405 · log2(n + 2). */
    private static void balanced(Table<?, ?> table, String when) throws ReflectiveOperationException {
        var root = Table.class.getDeclaredField("root");
        root.setAccessible(true);
        var height = height(root.get(table));
        assertTrue(height <= 1.45 * Math.log(table.size() + 2) / Math.log(2), when + ": height " + height + " of " + table.size());
    }

    private static int height(Object node) throws ReflectiveOperationException {
        if (node == null) return 0;
        return 1 + Math.max(height(part(node, "left")), height(part(node, "right")));
    }

    private static Object part(Object node, String name) throws ReflectiveOperationException {
        Method accessor = node.getClass().getDeclaredMethod(name);
        accessor.setAccessible(true);
        return accessor.invoke(node);
    }
}
