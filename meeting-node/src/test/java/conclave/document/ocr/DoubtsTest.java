package conclave.document.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.text.Box;
import conclave.document.text.PageText.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DoubtsTest {

    private static final Ink.Shares ALL_READ = new Ink.Shares(0.05, 0);

    @Test
    void aPageThatWasReadWithCertaintyPasses() {
        assertEquals(EnumSet.noneOf(Doubt.class), Doubts.of(runs(96, 200), ALL_READ, false, false));
        assertEquals(EnumSet.noneOf(Doubt.class), Doubts.of(List.of(), new Ink.Shares(0, 0), false, false), "an empty page");
    }

    @Test
    void halfReadWordsGoToAPerson() {
        assertEquals(EnumSet.of(Doubt.UNCLEAR), Doubts.of(runs(60, 200), ALL_READ, false, false));
        var some = new ArrayList<>(runs(97, 180));
        some.addAll(runs(87, 40));
        assertEquals(EnumSet.of(Doubt.UNCLEAR), Doubts.of(some, ALL_READ, false, false), "one character in six was guessed");
        assertEquals(EnumSet.of(Doubt.UNCLEAR), Doubts.of(runs(90, 400), ALL_READ, false, false), "as a page upside down is read");
    }

    @Test
    void sealsAndCodesGoToAPersonHoweverWellTheWordsWereRead() {
        assertEquals(EnumSet.of(Doubt.SEALED, Doubt.CODE), Doubts.of(runs(99, 200), ALL_READ, true, true));
    }

    @Test
    void inkThatNobodyReadGoesToAPerson() {
        var page = Grey.paper(800, 800);
        blot(page, 100, 100, 60);
        blot(page, 500, 500, 60);
        var both = List.of(new Hocr.Mark(100, 100, 160, 160, 95), new Hocr.Mark(500, 500, 560, 560, 95));
        assertEquals(0, Ink.shares(page, both).unread());
        var one = Ink.shares(page, both.subList(0, 1));
        assertEquals(60 * 60 / 640_000.0, one.unread(), 0.0008);
        assertEquals(EnumSet.of(Doubt.NOT_ALL_READ), Doubts.of(runs(99, 10), one, false, false));
        assertEquals(EnumSet.of(Doubt.NOT_ALL_READ), Doubts.of(List.of(), Ink.shares(page, List.of()), false, false));
    }

    @Test
    void dustIsNoInk() {
        var page = Grey.paper(800, 800);
        for (int i = 7; i < 640_000; i += 613) page.pixels()[i] = 0;
        assertEquals(0, Ink.shares(page, List.of()).all());
    }

    @Test
    void everyDoubtSaysInTwoLanguagesWhatIsTheMatter() {
        for (var doubt : Doubt.values()) {
            assertTrue(doubt.chinese().endsWith("。") && doubt.english().endsWith("."), doubt.name());
        }
        assertEquals(Doubt.values().length, Arrays.stream(Doubt.values()).map(Doubt::english).collect(Collectors.toSet()).size());
    }

    private static void blot(Grey page, int left, int top, int size) {
        for (int y = top; y < top + size; y++) Arrays.fill(page.pixels(), y * page.width() + left, y * page.width() + left + size, (byte) 0);
    }

    private static List<Run> runs(int sure, int count) {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < count; i++) runs.add(new Run(i, i + 1, new Box(0, 0, 10, 10), sure));
        return runs;
    }
}
