package conclave.meeting.event;

import conclave.meeting.event.Id.ImportId;
import conclave.meeting.event.Id.MeetingId;
import java.util.List;

/** The meeting comes into being and its package comes in. */
public sealed interface IntakeCommand extends Command {

    /** The first entry of every log names the rules by which the rest is to be read. */
    record FoundMeeting(MeetingId meeting, String rules) implements IntakeCommand {
    }

    record BeginImport(ImportId id) implements IntakeCommand {
    }

    /** One entry's worth of items; the digest chain {@code before → after} makes the order and the sum provable. */
    record ImportItems(ImportId id, int ordinal, String before, String after, List<Item> items) implements IntakeCommand {
        public ImportItems {
            items = List.copyOf(items);
        }
    }

    record CompleteImport(ImportId id, int items, String root) implements IntakeCommand {
    }

    /**
     * Two persons have decided outside of the record that one node goes on without the others; the house says so before
     * anything else is done.
     *
     * @param decision digest of the paper they signed, which names them
     * @param node     the key that this node signs with
     */
    record ContinueAlone(String decision, String node) implements IntakeCommand {
    }
}
