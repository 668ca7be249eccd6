package conclave.web;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.Confirmations;
import conclave.meeting.event.Change.LateApplicant;
import conclave.meeting.event.Change;
import conclave.meeting.event.Id.AmendmentId;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Role;
import conclave.meeting.intake.Amendments.InForce;
import conclave.meeting.intake.Amendments.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 变更 as people read them: of whose dossier, which files came and went, who signed, and who has still to look again. */
final class AmendmentFace {

    private AmendmentFace() {
    }

    /** For whoever reads the dossier: which version it is, and what is new in it, as far as it is open; what was never open came and went unseen. */
    static Json ofDossier(Visitor visitor, Item.Applicant applicant, Words words) {
        var last = visitor.meeting().intake().amendments().of(applicant.id()).stream().reduce((_, later) -> later);
        var fresh = applicant.documents().stream().filter(document -> last.isPresent() && last.get().fresh().contains(document.id()))
                .filter(_ -> visitor.rights().opens(applicant.id())).toList();
        var reads = visitor.rights().toRead(applicant.id()).isEmpty();
        var gone = last.flatMap(one -> one.gone().get(applicant.id())).orElse(List.of()).stream()
                .filter(document -> reads && DocumentTitle.wasOpen(visitor, applicant, document)).toList();
        return new JsonFields().put("version", visitor.register().version(applicant.id())).orNull("at", last.map(InForce::at), Json.Num::new)
                .list("files", fresh, document -> Json.text(DocumentTitle.read(visitor, applicant, document, words)))
                .list("gone", gone, document -> Json.text(DocumentTitle.read(visitor, applicant, document, words))).end();
    }

    static Json ofRoom(Visitor visitor, RoomId room, Words words) {
        var amendments = visitor.meeting().intake().amendments();
        var open = new ArrayList<Map.Entry<AmendmentId, Proposal>>();
        amendments.proposed().forEach(entry -> {
            if (concerns(visitor, entry.getValue().changes(), room)) open.add(entry);
        });
        var inForce = amendments.all().stream().filter(one -> concerns(visitor, one.changes(), room)).toList();
        return new JsonFields().put("mayPropose", mayPropose(visitor, room))
                .put("maySign", holds(visitor, room, Role.SECRETARY, Role.CHAIR, Role.REGISTRAR, Role.SUPERVISOR))
                .list("open", open, entry -> proposal(visitor, entry.getKey(), entry.getValue(), words))
                .list("inForce", inForce, one -> inForce(visitor, one, words))
                .list("waiting", Confirmations.of(visitor.meeting(), room), one -> waiting(visitor, one)).end();
    }

    /** Of a hall those of its panels, too. */
    private static boolean concerns(Visitor visitor, List<Change> changes, RoomId room) {
        return changes.stream().map(change -> change.applicant().room())
                .anyMatch(panel -> panel.equals(room) || visitor.register().hallOf(panel).equals(room));
    }

    static boolean mayPropose(Visitor visitor, RoomId room) {
        return holds(visitor, room, Role.SECRETARY, Role.CHAIR, Role.REGISTRAR);
    }

    private static boolean holds(Visitor visitor, RoomId room, Role... roles) {
        return List.of(roles).stream().anyMatch(role -> visitor.register().holds(visitor.id(), role, room));
    }

    private static Json proposal(Visitor visitor, AmendmentId id, Proposal proposal, Words words) {
        var sealedFor = proposal.parcel().isPresent() ? id : proposal.by();
        return new JsonFields().put("id", id.value()).put("at", proposal.at()).maybe("parcel", proposal.parcel())
                .maybe("reason", Reasons.of(visitor, "amendment", sealedFor, proposal.reason()))
                .put("mine", proposal.signed().contains(visitor.id()))
                .list("signed", proposal.signed(), person -> Json.text(Heads.name(visitor, person)))
                .list("changes", proposal.changes(), change -> change(visitor, change, Optional.empty(), words)).end();
    }

    private static Json inForce(Visitor visitor, InForce one, Words words) {
        return new JsonFields().put("at", one.at()).maybe("parcel", one.parcel())
                .list("signed", one.signed(), (PersonId person) -> Json.text(Heads.name(visitor, person)))
                .list("changes", one.changes(), change -> change(visitor, change, Optional.of(one), words)).end();
    }

    /** The files that are new by it: of what is proposed, those that are not there yet. */
    private static Json change(Visitor visitor, Change change, Optional<InForce> done, Words words) {
        var applicant = change.applicant();
        var held = visitor.register().applicants().get(applicant.id()).map(Item.Applicant::documents).orElse(List.of());
        var files = applicant.documents().stream().filter(document -> done.map(one -> one.fresh().contains(document.id())).orElse(!held.contains(document))).toList();
        var gone = done.isPresent() ? done.get().gone().get(applicant.id()).orElse(List.of())
                : held.stream().filter(document -> !applicant.documents().contains(document)).toList();
        return new JsonFields().put("code", applicant.code()).put("late", change instanceof LateApplicant)
                .maybe("name", Heads.name(visitor, applicant))
                .list("files", files, document -> Json.text(DocumentTitle.changed(visitor, applicant, document, words)))
                .list("gone", gone, document -> Json.text(DocumentTitle.changed(visitor, applicant, document, words))).end();
    }

    private static Json waiting(Visitor visitor, Confirmations.Waiting one) {
        var expert = visitor.register().people().get(one.expert()).orElseThrow();
        return new JsonFields().put("code", code(visitor, one.applicant())).put("expert", visitor.hall().faces().identity(expert).name())
                .put("seat", expert.seat()).end();
    }

    private static String code(Visitor visitor, ApplicantId id) {
        return visitor.register().applicants().get(id).orElseThrow().code();
    }
}
