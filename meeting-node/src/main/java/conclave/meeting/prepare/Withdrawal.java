package conclave.meeting.prepare;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 撤回: a page was taken away from everybody.
 *
 * @param release the release of the document that experts had before them until then
 * @param settled rooms whose chair has said what becomes of the scores
 */
public record Withdrawal(DocumentId document, int page, int release, PersonId by, long at, Optional<Ciphertext> reason, List<RoomId> settled) {

    public Withdrawal {
        settled = List.copyOf(settled);
    }

    Withdrawal settledIn(RoomId room) {
        if (settled.contains(room)) return this;
        var more = new ArrayList<>(settled);
        more.add(room);
        return new Withdrawal(document, page, release, by, at, reason, more);
    }
}
