package conclave.document.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.text.Box;
import conclave.document.text.PageText;
import conclave.document.text.PageText.Run;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SecondReadingTest {

    @Test
    void aGuessedCharacterIsAHole() {
        assertEquals("姓名:周□", again("姓名:周铁", 99, 99, 99, 99, 61).replace('·', ':'));
    }

    @Test
    void aMarkBetweenTwoCharactersMayBeTheDotOfAName() {
        assertEquals("再努尔·努尔", again("再努尔:努尔", 99, 99, 99, 99, 99, 99));
        assertEquals("再努尔·努尔", again("再努尔,努尔", 99, 99, 99, 99, 99, 99));
    }

    @Test
    void aCommaBetweenLettersMayBeTheDotOfAnAddress() {
        assertEquals("a@b.cn", again("a@b,cn", 99, 99, 99, 99, 99, 99));
    }

    @Test
    void placesStayAndWhatWasReadWithCertaintyIsNotReadAgain() {
        var first = text("王建国", 99, 98, 97);
        assertTrue(SecondReading.of(first).isEmpty());
        var other = text("\u4dae𠮷国", 60, 99, 70);
        var second = SecondReading.of(other).orElseThrow();
        assertEquals("□𠮷□", second.text());
        assertEquals(other.runs(), second.runs());
    }

    private static String again(String first, int... sure) {
        return SecondReading.of(text(first, sure)).orElseThrow().text();
    }

    private static PageText text(String text, int... sure) {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < sure.length; i++) runs.add(new Run(i, i + 1, new Box(i, 0, i + 1, 10), sure[i]));
        return new PageText(1, PageText.Source.OCR, text, runs);
    }
}
