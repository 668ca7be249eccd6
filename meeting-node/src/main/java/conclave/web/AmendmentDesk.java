package conclave.web;

import conclave.document.DocumentId;
import conclave.meeting.event.AmendmentCommand.ConfirmAmendment;
import conclave.meeting.event.AmendmentCommand.ProposeAmendment;
import conclave.meeting.event.AmendmentCommand.WithdrawAmendment;
import conclave.meeting.event.Change.ChangedDossier;
import conclave.meeting.event.Command;
import conclave.meeting.event.Id.AmendmentId;
import conclave.meeting.event.Item;
import conclave.meeting.intake.Amendments.Proposal;
import conclave.node.House;
import conclave.node.Uploads;
import conclave.seal.RandomIds;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** 现场变更单: proposed by one, signed by two; what a package of the venue brought is signed here as well. */
final class AmendmentDesk {

    private final House house;
    private final Entrance entrance;
    private final Requests requests;

    AmendmentDesk(House house, Entrance entrance, Requests requests) {
        this.house = house;
        this.entrance = entrance;
        this.requests = requests;
    }

    List<Route> routes() {
        return List.of(order("proposeAmendment", "/api/applicants/{applicant}/amendment", this::propose),
                Route.post("signAmendment", "/api/amendments/{amendment}/signature", this::sign),
                order("withdrawAmendment", "/api/amendments/{amendment}/withdrawal", (_, context) -> new WithdrawAmendment(id(context))));
    }

    private Route order(String operation, String path, BiFunction<Visitor, RoutingContext, Command> command) {
        return Route.post(operation, path, context -> {
            var visitor = entrance.actor(context);
            Answers.when(context, requests.order(context, visitor, command.apply(visitor, context)), Answers::done);
        });
    }

    private static AmendmentId id(RoutingContext context) {
        return Body.id(context.pathParam("amendment"), AmendmentId::new, "AMENDMENT_UNKNOWN");
    }

    /** With the signature that brings it into force its files are on every server, or it is not given yet. */
    private void sign(RoutingContext context) {
        var visitor = entrance.actor(context);
        var signature = new ConfirmAmendment(id(context));
        Requests.key(context);
        var last = visitor.meeting().intake().amendments().proposed().get(signature.amendment()).filter(Proposal::wantsOne);
        var files = last.stream().flatMap(one -> one.changes().stream()).flatMap(change -> change.applicant().documents().stream())
                .map(document -> new DocumentId(document.sha256())).distinct().toList();
        if (files.isEmpty()) {
            Answers.when(context, requests.order(context, visitor, signature), Answers::done);
            return;
        }
        Context home = context.vertx().getOrCreateContext();
        house.supply().everywhere(visitor.hall(), files).thenAccept(all -> home.runOnContext(_ -> {
            if (!all) context.fail(Problem.of(503, "FILES_ON_THEIR_WAY"));
            else Answers.when(context, requests.order(context, visitor, signature), Answers::done);
        }));
    }

    /** A file that does not belong there is taken out; another one comes into the dossier, or takes its place. */
    private Command propose(Visitor visitor, RoutingContext context) {
        var applicant = Heads.applicant(visitor, context.pathParam("applicant"));
        Visitor.allow(visitor.rights().toWatch(applicant.room()));
        var body = Body.of(context);
        var gone = body.maybe("document", 64);
        var fresh = body.maybe("file", 64).map(sha256 -> fresh(visitor, applicant, sha256, body));
        if (gone.isEmpty() && fresh.isEmpty()) throw Problem.of(400, "WRONG_SHAPE", "field", "document");
        var reason = body.note("reason", 500).orElseThrow(() -> Problem.of(422, "REASON_MISSING"));
        var after = new Item.Applicant(applicant.id(), applicant.code(), applicant.room(), applicant.order(), applicant.specialty(), applicant.identity(),
                applicant.facts(), applicant.given(), documents(applicant, gone, fresh));
        return new ProposeAmendment(new AmendmentId("amd_" + RandomIds.next()), Optional.empty(),
                List.of(new ChangedDossier(visitor.register().version(applicant.id()), after)),
                visitor.hall().faces().sealNote("amendment", visitor.id(), reason));
    }

    /** The new one lies where the old one lay, or last. */
    private static List<Item.Document> documents(Item.Applicant applicant, Optional<String> gone, Optional<Item.Document> fresh) {
        var documents = new ArrayList<Item.Document>(applicant.documents());
        if (gone.isPresent()) {
            var place = documents.stream().map(one -> one.id().value()).toList().indexOf(gone.get());
            if (place < 0) throw Problem.of(404, "UNKNOWN_DOCUMENT");
            documents.remove(place);
            fresh.ifPresent(one -> documents.add(place, one));
        } else {
            fresh.ifPresent(documents::add);
        }
        return documents;
    }

    private Item.Document fresh(Visitor visitor, Item.Applicant applicant, String sha256, Body body) {
        if (!AmendmentFace.mayPropose(visitor, applicant.room())) throw Problem.of(403, "NOT_PERMITTED", "action", "amend");
        var id = Body.id(sha256, DocumentId::new, "UPLOAD_UNKNOWN");
        if (applicant.documents().stream().anyMatch(one -> one.sha256().equals(id.sha256()))) throw Problem.of(409, "FILE_THERE_ALREADY");
        var title = body.note("title", 100).orElseThrow(() -> Problem.of(422, "TITLE_MISSING"));
        var kind = body.text("kind", 20);
        if (!Uploads.KINDS.contains(kind)) throw Problem.of(400, "WRONG_SHAPE", "field", "kind");
        return house.uploads().document(visitor.hall(), id, title, kind).orElseThrow(() -> Problem.of(404, "UPLOAD_UNKNOWN"));
    }
}
