package conclave.document.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** One name in each place where a PDF can keep it out of sight; each is found, and said to be there. */
class HidingPlacesTest {

    @Test
    void aNameIsFoundWhereverItHidesInADocument() throws Exception {
        var reading = Paper.read(HidingFixtures.file(UnaryOperator.identity()));
        var expected = Map.ofEntries(
                Map.entry("Zhao1", HidingPlace.OUTSIDE_PAGE), Map.entry("赵四", HidingPlace.PROPERTIES), Map.entry("赵五", HidingPlace.XMP),
                Map.entry("赵六", HidingPlace.BOOKMARK), Map.entry("赵七", HidingPlace.ANNOTATION), Map.entry("赵八", HidingPlace.ANNOTATION),
                Map.entry("zhao9@example", HidingPlace.LINK), Map.entry("赵十", HidingPlace.FORM_FIELD), Map.entry("赵十一", HidingPlace.XFA),
                Map.entry("赵十二", HidingPlace.ALTERNATE_TEXT), Map.entry("Zhao13", HidingPlace.LAYER), Map.entry("赵十四", HidingPlace.SCRIPT),
                Map.entry("赵十五", HidingPlace.DESTINATION), Map.entry("赵十六", HidingPlace.PAGE_LABEL), Map.entry("Zhao17", HidingPlace.ATTACHMENT),
                Map.entry("赵十八", HidingPlace.FILE_NAME), Map.entry("赵十九", HidingPlace.PICTURE_DATA), Map.entry("Zhao20", HidingPlace.EARLIER_REVISION),
                Map.entry("赵二十一", HidingPlace.ALTERNATE_TEXT), Map.entry("Zhao22", HidingPlace.UNUSED), Map.entry("Zhao23", HidingPlace.BEHIND_THE_END),
                Map.entry("Zhao24", HidingPlace.ATTACHMENT));
        assertAll(expected.entrySet().stream().map(entry -> () ->
                assertTrue(Paper.at(reading, entry.getValue()).contains(entry.getKey()), entry + " is not in " + Paper.at(reading, entry.getValue()))));
        for (var drawn : List.of("Zhao2", "Zhao3", "Zhao13")) {
            var text = reading.texts().getFirst();
            int at = text.text().indexOf(drawn);
            assertTrue(at >= 0 && !text.between(at, at + drawn.length()).isEmpty(), drawn + " has a place on the page");
        }
    }
}
