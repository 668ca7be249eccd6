package conclave.document.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.mask.MaskTrouble.Code;
import conclave.document.screen.Kind;
import conclave.document.text.Box;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskPlanTest {

    private static final String DOCUMENT = "ab".repeat(32);

    private static MaskBox box(Random chance) {
        int left = chance.nextInt(Box.WHOLE - MaskBox.LEAST);
        int top = chance.nextInt(Box.WHOLE - MaskBox.LEAST);
        int right = left + MaskBox.LEAST + chance.nextInt(Box.WHOLE - left - MaskBox.LEAST + 1);
        int bottom = top + MaskBox.LEAST + chance.nextInt(Box.WHOLE - top - MaskBox.LEAST + 1);
        return new MaskBox(Kind.values()[chance.nextInt(Kind.values().length)], new Box(left, top, right, bottom));
    }

    private static MaskPlan plan(Random chance) throws MaskTrouble {
        var plan = MaskPlan.bare(DOCUMENT, 1 + chance.nextInt(4));
        for (int page = 1; page <= plan.pages().size(); page++) {
            var boxes = new ArrayList<MaskBox>();
            for (int i = chance.nextInt(6); i > 0; i--) boxes.add(box(chance));
            plan = plan.with(page, new PageMask(boxes));
        }
        return plan;
    }

    @Test
    void aPlanReadsAsItWasWrittenAndTheOrderOfItsBoxesIsNobodysBusiness() throws Exception {
        for (long seed = 1; seed <= 300; seed++) {
            var plan = plan(new Random(seed));
            assertEquals(plan, MaskPlan.read(plan.toBytes()), "seed " + seed);
            var shuffled = new ArrayList<>(plan.pages().getFirst().boxes());
            Collections.shuffle(shuffled, new Random(seed));
            assertEquals(plan.digest(), plan.with(1, new PageMask(shuffled)).digest(), "seed " + seed);
        }
    }

    @Test
    void noChangedByteIsTheSamePlan() throws Exception {
        var plan = plan(new Random(7));
        var bytes = plan.toBytes();
        for (int at = 0; at < bytes.length; at++) {
            for (byte other : "0917 AZ\n\r-+é".getBytes(StandardCharsets.UTF_8)) {
                if (other == bytes[at]) continue;
                var changed = bytes.clone();
                changed[at] = other;
                try {
                    assertNotEquals(plan.digest(), MaskPlan.read(changed).digest(), "byte " + at);
                } catch (MaskTrouble refused) {
                    assertTrue(refused.at() >= 0);
                }
            }
            var cut = java.util.Arrays.copyOf(bytes, at);
            assertThrows(MaskTrouble.class, () -> {
                var left = MaskPlan.read(cut);
                if (left.digest().equals(plan.digest())) throw new AssertionError("cut off and the same");
                throw new MaskTrouble(Code.NOT_A_PLAN, 0);
            });
        }
    }

    @Test
    void whatCoversNothingOrLiesOffThePageIsToldWithItsLine() {
        refused(Code.OFF_THE_PAGE, 5, "2 NAME 100 100 10001 200");
        refused(Code.OFF_THE_PAGE, 5, "2 NAME -1 100 300 200");
        refused(Code.COVERS_NOTHING, 5, "2 NAME 300 100 300 200");
        refused(Code.COVERS_NOTHING, 5, "2 NAME 100 100 110 200");
        refused(Code.NO_SUCH_PAGE, 5, "3 NAME 100 100 300 200");
        refused(Code.NOT_A_PLAN, 5, "0 NAME 100 100 300 200");
        refused(Code.NOT_A_PLAN, 5, "2 SOMEBODY 100 100 300 200");
        refused(Code.NOT_A_PLAN, 5, "2 NAME 0100 100 300 200");
        refused(Code.NOT_A_PLAN, 5, "2 NAME 100 100 300 99999999999");
        refused(Code.NOT_A_PLAN, 5, "2 NAME 100 100 300");
        refused(Code.NOT_A_PLAN, 0, "1 NAME 0 0 300 200");
    }

    private static void refused(Code code, int line, String text) {
        var bytes = (MaskPlan.HEAD + "\ndocument " + DOCUMENT + "\npages 2\n1 NAME 100 100 300 200\n" + text + "\n").getBytes(StandardCharsets.US_ASCII);
        var trouble = assertThrows(MaskTrouble.class, () -> MaskPlan.read(bytes), text);
        assertEquals(code + " " + line, trouble.code() + " " + trouble.at(), text);
    }

    @Test
    void everyPageHasItsOwnDigestSoThatWhatDidNotChangeKeepsItsAddress() throws Exception {
        var box = MaskBox.of(Kind.NAME, 100, 100, 900, 200);
        var plan = MaskPlan.bare(DOCUMENT, 3);
        var changed = plan.with(2, PageMask.BARE.with(box));
        assertNotEquals(plan.digest(), changed.digest());
        assertEquals(plan.page(1).digest(), changed.page(1).digest());
        assertNotEquals(plan.page(2).digest(), changed.page(2).digest());
        assertNotEquals(plan.digest(), MaskPlan.bare("cd".repeat(32), 3).digest(), "a plan is for one document");
        assertThrows(MaskTrouble.class, () -> plan.page(4));
        assertThrows(MaskTrouble.class, () -> plan.page(0));
    }

    @Test
    void aPersonAddsMovesAndRemovesBoxesAndCannotPushOneOffThePage() throws Exception {
        var box = MaskBox.of(Kind.SEAL, 100, 100, 900, 900);
        var mask = PageMask.BARE.with(box);
        var moved = mask.moved(box, 200, 200, 1000, 1000);
        assertEquals(List.of(MaskBox.of(Kind.SEAL, 200, 200, 1000, 1000)), moved.boxes());
        assertArrayEquals(PageMask.BARE.digest().getBytes(StandardCharsets.US_ASCII), mask.without(box).digest().getBytes(StandardCharsets.US_ASCII));
        assertEquals(Code.NO_SUCH_BOX, assertThrows(MaskTrouble.class, () -> moved.without(box)).code());
        assertEquals(Code.OFF_THE_PAGE, assertThrows(MaskTrouble.class, () -> mask.moved(box, 9500, 9500, 10_300, 10_300)).code());
        assertEquals(Code.COVERS_NOTHING, assertThrows(MaskTrouble.class, () -> mask.moved(box, 500, 500, 500, 900)).code());
        assertEquals(Code.OFF_THE_PAGE, assertThrows(MaskTrouble.class,
                () -> MaskBox.of(Kind.NAME, Integer.MIN_VALUE, 0, Integer.MAX_VALUE, 100)).code());
    }
}
