package conclave.node;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Item;
import conclave.meeting.intake.Register;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What experts are told a document is called. Offices write names into titles: one in which anything is found that must not be read is
 * not shown, not even in part.
 */
public final class Titles {

    private final Faces faces;
    private final Map<Asked, Boolean> telling = new ConcurrentHashMap<>();

    private record Asked(ApplicantId applicant, Ciphertext identity, DocumentId document) {
    }

    Titles(Faces faces) {
        this.faces = faces;
    }

    /** Empty where the title would say whose it is. */
    public Optional<String> forExperts(Register register, Item.Applicant applicant, Item.Document document) {
        var title = faces.title(document);
        return tells(register, applicant, document, title) ? Optional.empty() : Optional.of(title);
    }

    private boolean tells(Register register, Item.Applicant applicant, Item.Document document, String title) {
        var asked = new Asked(applicant.id(), applicant.identity(), document.id());
        var known = telling.get(asked);
        if (known != null) return known;
        // One dictionary for all that the applicant has: making it costs more than looking.
        var dictionary = Hidden.of(register, faces, applicant);
        for (var one : applicant.documents()) {
            telling.put(new Asked(applicant.id(), applicant.identity(), one.id()), dictionary.finds(faces.title(one)));
        }
        return telling.computeIfAbsent(asked, _ -> dictionary.finds(title));
    }
}
