package conclave.document.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.mask.MaskTrouble.Code;
import conclave.document.screen.Hit;
import conclave.document.screen.Kind;
import conclave.document.text.Box;
import conclave.document.text.PageText;
import conclave.document.text.PageText.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanDraftTest {

    private static final String DOCUMENT = "ab".repeat(32);
    private static final int LETTER = 180;
    private static final int LINE = 130;

    /** Lines of square letters, each its own run, from the left edge on. */
    private static PageText page(int left, String... lines) {
        var runs = new ArrayList<Run>();
        var text = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            int letters = lines[i].codePointCount(0, lines[i].length());
            for (int k = 0; k < letters; k++) {
                int at = text.codePointCount(0, text.length()) + k;
                runs.add(new Run(at, at + 1, new Box(left + k * LETTER, 1000 + i * 200, left + (k + 1) * LETTER, 1000 + i * 200 + LINE), 100));
            }
            text.append(lines[i]).append('\n');
        }
        return new PageText(1, PageText.Source.LAYER, text.toString(), runs);
    }

    private static PageMask mask(PageText page, Hit... hits) throws MaskTrouble {
        return new PlanDraft(DOCUMENT, 1).found(page, List.of(hits)).plan().page(1);
    }

    private static Hit name(int start, int end) {
        return new Hit(Kind.NAME, start, end, 99, false);
    }

    private static int width(MaskBox box) {
        return box.box().right() - box.box().left();
    }

    @Test
    void namesOfTwoThreeAndFourLettersAreCoveredByTheSameWidth() throws Exception {
        var page = page(2000, "姓名王小明先生同志在本单位工作多年");
        var widths = List.of(mask(page, name(2, 4)), mask(page, name(2, 5)), mask(page, name(2, 6))).stream()
                .map(mask -> width(mask.boxes().getFirst())).distinct().toList();
        assertEquals(1, widths.size(), "the box counts the letters: " + widths);
    }

    @Test
    void whateverIsFoundIsCoveredWithRoomToSpare() throws Exception {
        for (long seed = 1; seed <= 2000; seed++) {
            var chance = new Random(seed);
            var page = page(chance.nextInt(9000 - 40 * LETTER), "一".repeat(40), "二".repeat(40), "三".repeat(40));
            int start = chance.nextInt(100);
            var hit = new Hit(Kind.values()[chance.nextInt(Kind.values().length)], start, start + 1 + chance.nextInt(22), 80, false);
            if (page.between(hit.start(), hit.end()).isEmpty()) continue;
            var boxes = mask(page, hit).boxes();
            for (var run : page.between(hit.start(), hit.end())) {
                assertTrue(boxes.stream().anyMatch(box -> holds(box.box(), run.box())), "seed " + seed + ": " + run + " shows beside " + boxes);
            }
        }
    }

    private static boolean holds(Box outer, Box inner) {
        boolean across = outer.left() < inner.left() && outer.right() > inner.right() || outer.right() == Box.WHOLE || outer.left() == 0;
        return across && outer.left() <= inner.left() && outer.right() >= inner.right() && outer.top() < inner.top() && outer.bottom() > inner.bottom();
    }

    @Test
    void aNameAtTheEdgeIsCoveredToTheEdge() throws Exception {
        var page = page(Box.WHOLE - 3 * LETTER, "王小明");
        var box = mask(page, name(0, 3)).boxes().getFirst().box();
        assertEquals(Box.WHOLE, box.right());
        assertTrue(box.left() < Box.WHOLE - 3 * LETTER);
    }

    @Test
    void aNameBrokenOverTwoLinesIsTwoBoxesAndWhatStandsBetweenStaysReadable() throws Exception {
        var page = page(500, "甲".repeat(20) + "买买提", "阿不都" + "乙".repeat(20));
        var boxes = mask(page, name(20, 27)).boxes();
        assertEquals(2, boxes.size());
        assertTrue(boxes.get(0).box().bottom() <= boxes.get(1).box().top() || boxes.get(0).box().left() > boxes.get(1).box().right());
    }

    @Test
    void twoWaysOfReadingAPageAddUp() throws Exception {
        var layer = page(2000, "姓名王小明");
        var scan = page(2040, "姓名王小明");
        var other = page(6000, "王小明");
        var mask = new PlanDraft(DOCUMENT, 1).found(layer, List.of(name(2, 5))).found(scan, List.of(name(2, 5)))
                .found(other, List.of(name(0, 3))).plan().page(1);
        assertEquals(2, mask.boxes().size(), "what both saw is one box, what one saw alone is covered too");
    }

    @Test
    void whatIsFoundAndStandsNowhereIsNeverSilentlyNothing() throws Exception {
        var page = new PageText(1, PageText.Source.LAYER, "王小明", List.of());
        var draft = new PlanDraft(DOCUMENT, 1).found(page, List.of(name(0, 3)));
        assertEquals(java.util.Set.of(1), draft.unplaced());
        assertEquals(Code.HIT_WITHOUT_PLACE, assertThrows(MaskTrouble.class, draft::plan).code());
        var ofAnotherDocument = new PageText(2, PageText.Source.LAYER, "王小明", List.of());
        assertEquals(Code.NO_SUCH_PAGE, assertThrows(MaskTrouble.class, () -> new PlanDraft(DOCUMENT, 1).found(ofAnotherDocument, List.of())).code());
    }

    @Test
    void whatIsOnlyLikeAHitIsCountedForAPersonAndNotCoveredUnseen() throws Exception {
        var draft = new PlanDraft(DOCUMENT, 1).found(page(2000, "王小明"), List.of(new Hit(Kind.NAME, 0, 2, 40, true)));
        assertTrue(draft.plan().page(1).isBare());
        assertEquals(1, draft.near().get(1));
    }

    @Test
    void aPageOfMoreBoxesThanWordsIsToldAndNotHalfCovered() throws Exception {
        var lines = new String[60];
        java.util.Arrays.fill(lines, "一".repeat(40));
        var runs = new ArrayList<Run>();
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < PageMask.MOST + 1; i++) {
            int top = 20 * i;
            runs.add(new Run(i, i + 1, new Box(100, top, 130, top + 1), 100));
            hits.add(name(i, i + 1));
        }
        var page = new PageText(1, PageText.Source.OCR, "一".repeat(PageMask.MOST + 1), runs);
        assertEquals(Code.TOO_MANY_BOXES, assertThrows(MaskTrouble.class, () -> mask(page, hits.toArray(Hit[]::new))).code());
    }
}
