package conclave.web;

import conclave.meeting.event.AmendmentCommand.ConfirmAmendment;
import conclave.meeting.event.AmendmentCommand.ProposeAmendment;
import conclave.meeting.event.AmendmentCommand.WithdrawAmendment;
import conclave.meeting.event.Change.ChangedDossier;
import conclave.meeting.event.Command;
import conclave.meeting.event.Id.AmendmentId;
import conclave.meeting.event.Item;
import conclave.seal.RandomIds;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** 现场变更单: proposed by one, signed by two; what a package of the venue brought is signed here as well. */
final class AmendmentDesk {

    private final Entrance entrance;
    private final Requests requests;

    AmendmentDesk(Entrance entrance, Requests requests) {
        this.entrance = entrance;
        this.requests = requests;
    }

    List<Route> routes() {
        return List.of(order("proposeAmendment", "/api/applicants/{applicant}/amendment", AmendmentDesk::propose),
                order("signAmendment", "/api/amendments/{amendment}/signature", (_, context) -> new ConfirmAmendment(id(context))),
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

    /** A file that does not belong there is taken out; files that are to come in its place come by a package. */
    private static Command propose(Visitor visitor, RoutingContext context) {
        var applicant = Heads.applicant(visitor, context.pathParam("applicant"));
        Visitor.allow(visitor.rights().toWatch(applicant.room()));
        var body = Body.of(context);
        var document = body.text("document", 64);
        var reason = body.note("reason", 500).orElseThrow(() -> Problem.of(422, "REASON_MISSING"));
        var left = applicant.documents().stream().filter(one -> !one.id().value().equals(document)).toList();
        if (left.size() == applicant.documents().size()) throw Problem.of(404, "UNKNOWN_DOCUMENT");
        var after = new Item.Applicant(applicant.id(), applicant.code(), applicant.room(), applicant.order(), applicant.specialty(), applicant.identity(),
                applicant.facts(), applicant.given(), left);
        return new ProposeAmendment(new AmendmentId("amd_" + RandomIds.next()), Optional.empty(),
                List.of(new ChangedDossier(visitor.register().version(applicant.id()), after)),
                visitor.hall().faces().sealNote("amendment", visitor.id(), reason));
    }
}
