package conclave.node;

import conclave.document.DocumentRef;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Table;
import conclave.meeting.prepare.Clearance;
import conclave.meeting.prepare.Cleared;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the masked pages of what was released drawn on this server, before anybody waits for them; a plan that is not here yet is waited for.
 * One that cannot be right holds up no other document: its pages stay shut, and it is said.
 */
final class ReleasedDrawing {

    private static final Logger LOG = LoggerFactory.getLogger(ReleasedDrawing.class);

    private final Hall hall;
    private final Map<DocumentId, String> drawn = new HashMap<>();
    /** Plans that were said to be wrong; once is enough. */
    private final Set<String> wrong = new HashSet<>();
    private Table<ApplicantId, Table<DocumentId, Cleared>> seen;

    ReleasedDrawing(Hall hall) {
        this.hall = hall;
    }

    void look() {
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

    private boolean draw(Item.Document document, String digest) {
        try {
            return drawn(Admission.ref(document), digest);
        } catch (IOException spoiled) {
            if (wrong.add(digest)) LOG.warn("遮盖方案 {} 读不出来，这份材料的页面暂不显示：{}", digest, spoiled.getMessage());
            return false;
        }
    }

    private boolean drawn(DocumentRef ref, String digest) throws IOException {
        var plan = hall.plans().find(digest);
        if (plan.isPresent() && !(plan.get().document().equals(ref.id().sha256()) && plan.get().pages().size() == ref.pages())) {
            if (wrong.add(digest)) LOG.error("遮盖方案 {} 不是这份材料（{}）的，页面一律不显示，请重新核对并发布这份材料。", digest, ref.id().sha256());
            return true;
        }
        if (plan.isEmpty() || !hall.originals().holds(ref.id()) || !hall.rendering().printing().holds(plan.get().paper())) return false;
        hall.rendering().enqueueReleased(ref, plan.get());
        return true;
    }
}
