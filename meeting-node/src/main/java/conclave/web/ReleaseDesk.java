package conclave.web;

import conclave.codec.JsonFields;
import conclave.codec.Json;
import conclave.meeting.event.Aftermath;
import conclave.meeting.event.Command;
import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.PrepareCommand.AskOverride;
import conclave.meeting.event.PrepareCommand.ConfirmRelease;
import conclave.meeting.event.PrepareCommand.OverrideGate;
import conclave.meeting.event.PrepareCommand.ReleaseDocuments;
import conclave.meeting.event.PrepareCommand.SettleScores;
import conclave.meeting.event.PrepareCommand.WithdrawPage;
import conclave.meeting.event.PrepareEvent.DocumentsReleased;
import conclave.meeting.event.PrepareEvent.ReleaseConfirmed;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.SeenDocument;
import conclave.meeting.prepare.Releasing;
import conclave.node.House;
import conclave.node.Openings;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

/** 放行、复核、例外开放、撤回: what the secretariat does about pages, and what the chair says of scores afterwards. */
final class ReleaseDesk {

    private static final int MOST = 1000;
    private static final long PATIENCE_MS = 2_000;

    private final Entrance entrance;
    private final Requests requests;
    private final Openings openings;
    private final House house;

    ReleaseDesk(Entrance entrance, Requests requests, Openings openings, House house) {
        this.house = house;
        this.entrance = entrance;
        this.requests = requests;
        this.openings = openings;
    }

    List<Route> routes() {
        return List.of(Route.get("release", "/api/rooms/{room}/release", this::waiting),
                Route.post("releaseDocuments", "/api/release", context -> batch(context, ReleaseDocuments::new, Releasing::releasable)),
                Route.post("confirmRelease", "/api/release/confirmation", context -> batch(context, ConfirmRelease::new, Releasing::confirmable)),
                order("askOverride", "/api/applicants/{applicant}/override", ReleaseDesk::asking),
                order("overrideGate", "/api/applicants/{applicant}/override/agreement", (visitor, context) -> new OverrideGate(applicant(context))),
                order("withdrawPage", "/api/applicants/{applicant}/withdrawal", ReleaseDesk::withdrawing),
                order("settleScores", "/api/applicants/{applicant}/aftermath", ReleaseDesk::settling),
                Route.get("openings", "/api/applicants/{applicant}/openings", this::openings),
                Route.get("roomOpenings", "/api/rooms/{room}/openings", this::roomOpenings));
    }

    private Route order(String operation, String path, BiFunction<Visitor, RoutingContext, Command> command) {
        return Route.post(operation, path, context -> {
            var visitor = entrance.actor(context);
            var wanted = command.apply(visitor, context);
            // Who had seen it stands in the record before it says that it was taken away.
            if (wanted instanceof WithdrawPage) openings.handIn(visitor.hall());
            Answers.when(context, requests.order(context, visitor, wanted), Answers::done);
        });
    }

    private void waiting(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var room = Body.id(context.pathParam("room"), RoomId::new, "UNKNOWN_ROOM");
        Visitor.allow(visitor.rights().toWatch(room));
        Answers.json(context, ReleaseFace.ofRoom(visitor, room, "true".equals(context.request().getParam("whole")),
                house.sifting().progress(visitor.hall().id())));
    }

    private void openings(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var applicant = Heads.applicant(visitor, context.pathParam("applicant"));
        Visitor.allow(visitor.rights().toWatch(applicant.room()));
        Context home = context.vertx().getOrCreateContext();
        // Whoever has it before them at this moment is among them; a record that takes nothing now is not waited for.
        openings.handIn(visitor.hall()).orTimeout(PATIENCE_MS, TimeUnit.MILLISECONDS).whenComplete((_, _) -> home.runOnContext(_ -> {
            if (!context.response().closed()) Answers.json(context, OpeningsFace.of(visitor.later(), applicant));
        }));
    }

    private void roomOpenings(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var room = Body.id(context.pathParam("room"), RoomId::new, "UNKNOWN_ROOM");
        Visitor.allow(visitor.rights().toWatch(room));
        Answers.json(context, new RoomOpenings(visitor, room).json());
    }

    /** What is released lies on every server that is there, or a laptop that goes on at another one finds a page without its plan. */
    private void batch(RoutingContext context, Function<List<SeenDocument>, Command> command,
                       BiFunction<Releasing, SeenDocument, Optional<Refusal>> check) {
        var visitor = entrance.actor(context);
        var seen = Body.of(context).list("documents", MOST).stream().map(one -> new SeenDocument(Body.id(one.text("applicant", 64), ApplicantId::new, "UNKNOWN_APPLICANT"),
                Body.id(one.text("document", 64), DocumentId::new, "UNKNOWN_DOCUMENT"), one.maybe("plan", 64))).toList();
        var releasing = new Releasing(visitor.register(), visitor.meeting().clearance(), visitor.id());
        var codes = seen.stream().map(one -> check.apply(releasing, one).map(no -> no.code().name()).orElse("PLAN_OUTDATED")).toList();
        Requests.key(context);
        Context home = context.vertx().getOrCreateContext();
        var plans = seen.stream().flatMap(one -> one.plan().stream()).filter(visitor.hall().plans()::isName).toList();
        house.supply().plans().everywhere(visitor.hall(), plans).thenAccept(all -> home.runOnContext(_ -> {
            if (!all) context.fail(Problem.of(503, "PLANS_ON_THEIR_WAY"));
            else Answers.when(context, requests.order(context, visitor, command.apply(seen)), (fact, _) -> said(fact, seen, codes));
        }));
    }

    /** What went through, and of each that did not, why. */
    private static Json said(Fact fact, List<SeenDocument> asked, List<String> codes) {
        var done = released(fact.event());
        var refused = new ArrayList<Map.Entry<SeenDocument, String>>();
        for (int i = 0; i < asked.size(); i++) {
            if (!done.contains(asked.get(i))) refused.add(Map.entry(asked.get(i), codes.get(i)));
        }
        return new JsonFields().put("at", fact.at()).list("released", done, one -> Json.text(one.document().value()))
                .list("refused", refused, one -> new JsonFields().put("document", one.getKey().document().value()).put("code", one.getValue()).end()).end();
    }

    private static List<SeenDocument> released(Event event) {
        return switch (event) {
            case DocumentsReleased e -> e.documents();
            case ReleaseConfirmed e -> e.documents();
            case Event _ -> List.of();
        };
    }

    private static ApplicantId applicant(RoutingContext context) {
        return Body.id(context.pathParam("applicant"), ApplicantId::new, "UNKNOWN_APPLICANT");
    }

    private static Command asking(Visitor visitor, RoutingContext context) {
        var reason = Body.of(context).note("reason", 500).orElseThrow(() -> Problem.of(422, "REASON_MISSING"));
        return new AskOverride(applicant(context), visitor.hall().faces().sealNote("override", applicant(context), reason));
    }

    private static Command withdrawing(Visitor visitor, RoutingContext context) {
        var body = Body.of(context);
        return new WithdrawPage(applicant(context), Body.id(body.text("document", 64), DocumentId::new, "UNKNOWN_DOCUMENT"), body.whole("page"),
                body.note("reason", 500).map(reason -> visitor.hall().faces().sealNote("withdrawal", applicant(context), reason)));
    }

    private static Command settling(Visitor visitor, RoutingContext context) {
        var body = Body.of(context);
        var reason = body.note("reason", 500).orElseThrow(() -> Problem.of(422, "REASON_MISSING"));
        return new SettleScores(Body.id(body.text("room", 64), RoomId::new, "UNKNOWN_ROOM"), applicant(context), body.choice("outcome", Aftermath.class),
                visitor.hall().faces().sealNote("aftermath", applicant(context), reason));
    }
}
