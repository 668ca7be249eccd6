package conclave.node;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Table;
import conclave.meeting.prepare.Clearance;
import conclave.meeting.prepare.Cleared;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Has the masked pages of what was released drawn on this server, before anybody waits for them; a plan that is not here yet is waited for. */
final class ReleasedDrawing {

    private final Hall hall;
    private final Map<DocumentId, String> drawn = new HashMap<>();
    private Table<ApplicantId, Table<DocumentId, Cleared>> seen;

    ReleasedDrawing(Hall hall) {
        this.hall = hall;
    }

    void look() throws IOException {
        var now = hall.meeting().clearance();
        if (hall.register().isEmpty() || seen == now.documents() || !Clearance.required(hall.register().get())) return;
        boolean whole = true;
        for (var applicant : hall.register().get().applicants().values()) {
            for (var document : applicant.documents()) {
                var cleared = now.of(applicant.id(), document);
                if (!cleared.released() || cleared.plan().get().equals(drawn.get(document.id()))) continue;
                if (draw(document, cleared.plan().get())) drawn.put(document.id(), cleared.plan().get());
                else whole = false;
            }
        }
        if (whole) seen = now.documents();
    }

    private boolean draw(Item.Document document, String digest) throws IOException {
        var ref = Admission.ref(document);
        var plan = hall.plans().find(digest);
        if (plan.isEmpty() || !hall.originals().holds(ref.id()) || !hall.rendering().printing().holds(plan.get().paper())) return false;
        hall.rendering().enqueueReleased(ref, plan.get());
        return true;
    }
}
