package conclave.meeting.sitting;

import conclave.meeting.event.Ciphertext;
import java.util.Optional;
import java.util.SortedMap;

/** The sheet as it last stood on the expert's laptop, over which revision it was written, valid or not. */
public record Draft(int basedOn, SortedMap<String, String> marks, Optional<Ciphertext> opinion, long at) {
}
