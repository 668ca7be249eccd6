package conclave.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import conclave.meeting.event.Command;
import conclave.meeting.event.Event;
import conclave.meeting.event.Item;
import conclave.meeting.event.SittingCommand.SubmitScore;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What has happened stays as it was, even for the one who still holds the list it was made of. */
class UnchangeableTest {

    private final RandomRecords random = new RandomRecords(1);

    @Test
    void nobodyChangesAnEventAfterItHappened() throws ReflectiveOperationException {
        for (var family : List.of(Command.class, Event.class, Item.class)) {
            for (var kind : RandomRecords.kinds(family)) {
                for (var part : kind.getRecordComponents()) {
                    part.getAccessor().setAccessible(true);
                    var held = part.getAccessor().invoke(random.any(kind));
                    if (held instanceof Map<?, ?> map) assertThrows(UnsupportedOperationException.class, map::clear, kind + " " + part.getName());
                    if (held instanceof Collection<?> list) assertThrows(UnsupportedOperationException.class, list::clear, kind + " " + part.getName());
                }
            }
        }
    }

    @Test
    void marksAreKeptInOneOrderWhateverOrderTheyCameIn() {
        var backwards = new TreeMap<String, String>(Comparator.reverseOrder());
        backwards.putAll(Map.of("a", "1", "b", "2", "c", "3"));
        var score = random.any(SubmitScore.class);
        var kept = new SubmitScore(score.round(), score.applicant(), 0, backwards, Optional.empty()).marks();
        backwards.put("d", "4");
        assertEquals("{a=1, b=2, c=3}", kept.toString());
    }
}
