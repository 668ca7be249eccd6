package conclave.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Command;
import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Order;
import conclave.meeting.event.SittingCommand.CloseSitting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is written is what is read, and what nobody wrote is refused in one way only. */
class CodecTest {

    private static final MeetingId MEETING = new MeetingId("mtg_00000001");
    private static final byte[] SMALL = Codec.bytes(new Order("key", "request", PersonId.HOUSE, 7, new CloseSitting(new RoomId("rm_00000001"))));

    private static final String HEAD = "{\"by\":\"peer\",\"entry\":3,\"v\":1}\n";

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());
    private final RandomRecords random = new RandomRecords(seed);

    @Test
    void everyCommandComesBackAsItWas() {
        for (var kind : RandomRecords.kinds(Command.class)) {
            for (int i = 0; i < 100; i++) {
                var order = new Order(random.text(), random.text(), random.person(), random.number(), (Command) random.any(kind));
                var bytes = Codec.bytes(order);
                var back = Codec.entry(Codec.entry("peer", 3, List.of(bytes, bytes))).orders();
                assertEquals(List.of(order, order), back, "seed " + seed);
                assertArrayEquals(bytes, Codec.bytes(back.getFirst()), "seed " + seed);
            }
        }
    }

    @Test
    void everyEventComesBackAsItWas() {
        for (var kind : RandomRecords.kinds(Event.class)) {
            for (int i = 0; i < 100; i++) {
                var fact = new Fact(random.number(), random.person(), random.text(), random.text(), (Event) random.any(kind));
                var line = CanonicalJson.bytes(Codec.body(MEETING, fact));
                var back = Codec.fact(CanonicalJson.readObject(line));
                assertEquals(fact, back, "seed " + seed);
                assertArrayEquals(line, CanonicalJson.bytes(Codec.body(MEETING, back)), "seed " + seed);
            }
        }
    }

    @Test
    void aLineFeedInsideAnOrderDoesNotEndIt() {
        var order = new Order("a\nb", "\n", PersonId.HOUSE, 1, new CloseSitting(new RoomId("rm_00000001")));
        assertEquals(List.of(order), Codec.entry(Codec.entry("peer", 3, List.of(Codec.bytes(order)))).orders());
    }

    @Test
    void anEntryCutInTheMiddleIsNotHalfRead() {
        var entry = Codec.entry("peer", 3, List.of(SMALL, SMALL));
        for (int cut = 0; cut < entry.length; cut++) {
            // A cut between two lines leaves a shorter entry; the ledger's own checksums are there for that.
            if (cut > 0 && entry[cut - 1] == '\n') continue;
            var torn = Arrays.copyOf(entry, cut);
            assertThrows(BadJson.class, () -> Codec.entry(torn), "cut at " + cut);
        }
    }

    @Test
    void anEntrySaysWhoSentItAsItsHowManieth() {
        var entry = Codec.entry(Codec.entry("peer", 3, List.of()));
        assertEquals(new Codec.Entry("peer", 3, List.of()), entry);
        for (var head : List.of("", "[]", "{}", "{\"by\":\"p\",\"entry\":1,\"v\":2}", "{\"by\":\"p\",\"entry\":1,\"v\":1,\"x\":0}")) {
            assertThrows(BadJson.class, () -> Codec.entry((head + "\n").getBytes(StandardCharsets.UTF_8)), head);
        }
    }

    @Test
    void whatThisVersionDoesNotKnowIsRefused() {
        refused("\"v\":1", "\"v\":2");
        refused("\"v\":1", "\"v\":1,\"x\":1");
        refused("\"type\":\"CloseSitting\"", "\"type\":\"BurnSitting\"");
        refused("\"type\":\"CloseSitting\"", "\"type\":\"SittingClosed\"");
        refused("\"type\":\"CloseSitting\"", "\"type\":\"CloseSitting\",\"why\":\"because\"");
        refused(",\"type\":\"CloseSitting\"", "");
        refused("\"room\":\"rm_00000001\",", "");
        refused("rm_00000001", "rm_1");
        refused("per_00000000", "per_");
        refused("per_00000000", "PER_00000000");
        refused("\"at\":7", "\"at\":7.5");
        refused("\"at\":7", "\"at\":\"7\"");
        refused("\"at\":7", "\"at\":9007199254740992");
        refused("\"at\":7", "\"at\":99999999999999999999999");
        refused("\"at\":7", "\"at\":7,\"at\":8");
        refused("\"at\":7", "\"at\":null");
    }

    @Test
    void aFactWithAFieldTooManyIsRefusedButForTheEvidencesOwn() {
        var fact = new Fact(7, PersonId.HOUSE, "k", "r", new conclave.meeting.event.TransferEvent.MeetingSealed(MEETING));
        var body = Codec.body(MEETING, fact);
        assertEquals(fact, Codec.fact(body.with("seq", 9).with("prev", "00")));
        assertThrows(BadJson.class, () -> Codec.fact(body.with("note", "by the way")));
        assertThrows(BadJson.class, () -> Codec.fact(body.with("v", 2)));
    }

    @Test
    void aNumberTooLargeForItsFieldIsRefusedAndNotAFault() {
        var saved = "{\"at\":1,\"by\":\"per_00000000\",\"command\":{\"id\":\"imp_00000001\",\"items\":4294967296,\"root\":\"\",\"type\":\"CompleteImport\"},\"key\":\"\",\"request\":\"\",\"v\":1}\n";
        assertThrows(BadJson.class, () -> Codec.entry((HEAD + saved).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aDecimalThatWouldCostAGigabyteToPrintIsRefused() {
        for (var text : List.of("1e999999999", "1E+3", "1e-999999999", "+5", "05", ".5", "5.", "-0", "٥", "", " 5", "5 ", "0x5", "NaN")) {
            var profile = "{\"at\":1,\"by\":\"per_00000000\",\"event\":{\"round\":\"rnd_00000001\",\"rows\":[{\"applicant\":\"apl_00000001\",\"automatic\":\""
                    + text + "\",\"bonus\":\"0\",\"deduction\":\"0\",\"dropped\":0,\"scores\":0,\"vetoed\":false}],\"type\":\"TallyComputed\"},"
                    + "\"key\":\"\",\"meeting\":\"mtg_00000001\",\"request\":\"\",\"v\":1}";
            assertThrows(BadJson.class, () -> Codec.fact(CanonicalJson.readObject(profile.getBytes(StandardCharsets.UTF_8))), text);
        }
    }

    @Test
    void halfACharacterIsFoundOnReadingAndNotOnlyWhenItIsWritten() {
        for (var text : List.of("\"\\ud800\"", "\"\\udc00\"", "\"a\\ud800b\"", "{\"\\ud800\":1}", "[\"\\udbff\\ud800\"]")) {
            assertThrows(BadJson.class, () -> CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8)), text);
        }
        assertEquals("\"𠮷\"", CanonicalJson.text(CanonicalJson.read("\"\\ud842\\udfb7\"".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void garbageIsBadJsonAndNothingElse() {
        var chance = new Random(seed);
        var read = 0;
        for (int i = 0; i < 25_000; i++) {
            var bytes = i % 10 == 0 ? noise(chance) : mutated(chance);
            try {
                for (var order : Codec.entry(bytes).orders()) {
                    read++;
                    // What could be read can be written again: nobody stumbles over it later.
                    Codec.bytes(order);
                }
            } catch (BadJson refused) {
                assertTrue(refused.getMessage() != null, "seed " + seed);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ", " + new String(bytes, StandardCharsets.UTF_8), e);
            }
        }
        assertTrue(read > 500, "hardly anything was read with seed " + seed);
    }

    @Test
    void aDamagedLineIsBadJsonAndNothingElse() {
        var chance = new Random(seed);
        for (int i = 0; i < 15_000; i++) {
            var kinds = RandomRecords.kinds(Event.class);
            var event = (Event) random.any(kinds.get(chance.nextInt(kinds.size())));
            var bytes = damaged(CanonicalJson.bytes(Codec.body(MEETING, new Fact(1, PersonId.HOUSE, "k", "r", event))), chance);
            try {
                CanonicalJson.bytes(Codec.body(MEETING, Codec.fact(CanonicalJson.readObject(bytes))));
            } catch (BadJson refused) {
                assertTrue(refused.getMessage() != null, "seed " + seed);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ", " + new String(bytes, StandardCharsets.UTF_8), e);
            }
        }
    }

    private static byte[] noise(Random chance) {
        var bytes = new byte[chance.nextInt(40)];
        chance.nextBytes(bytes);
        return bytes;
    }

    private byte[] mutated(Random chance) {
        var kinds = RandomRecords.kinds(Command.class);
        var command = (Command) random.any(kinds.get(chance.nextInt(kinds.size())));
        return damaged(Codec.entry("peer", 3, List.of(Codec.bytes(new Order("key", "request", random.person(), 7, command)))), chance);
    }

    /** A few bytes changed, put in, taken out, or a value swapped for one of another kind. */
    private static byte[] damaged(byte[] bytes, Random chance) {
        var text = new ArrayList<Byte>();
        for (var b : bytes) text.add(b);
        for (int i = 1 + chance.nextInt(3); i > 0 && !text.isEmpty(); i--) {
            var at = chance.nextInt(text.size());
            switch (chance.nextInt(4)) {
                case 0 -> text.set(at, (byte) chance.nextInt(256));
                case 1 -> text.add(at, "0123456789eE.-{}[]\",:\\ntu\u007f".getBytes(StandardCharsets.UTF_8)[chance.nextInt(26)]);
                case 2 -> text.remove(at);
                default -> text.addAll(at, text.subList(at, Math.min(text.size(), at + chance.nextInt(20))).stream().toList());
            }
        }
        var damaged = new byte[text.size()];
        for (int i = 0; i < damaged.length; i++) damaged[i] = text.get(i);
        return damaged;
    }

    private static void refused(String part, String instead) {
        var text = new String(SMALL, StandardCharsets.UTF_8);
        assertTrue(text.contains(part), text);
        var changed = (HEAD + text.replace(part, instead) + "\n").getBytes(StandardCharsets.UTF_8);
        assertThrows(BadJson.class, () -> Codec.entry(changed), instead);
    }
}
