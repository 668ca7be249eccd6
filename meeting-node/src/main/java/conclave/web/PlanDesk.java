package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.document.Hint;
import conclave.document.NoSuchMask;
import conclave.document.Spot;
import conclave.meeting.event.HitKind;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Item;
import conclave.meeting.event.PrepareCommand.ChangePlan;
import conclave.meeting.prepare.Screeners;
import conclave.node.Admission;
import conclave.node.House;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** 遮盖方案: what is covered on the pages of a document, for whoever answers for them, and what they cover otherwise. */
final class PlanDesk {

    private static final int MOST_SPOTS = 400;

    private final House house;
    private final Entrance entrance;
    private final Requests requests;

    PlanDesk(House house, Entrance entrance, Requests requests) {
        this.house = house;
        this.entrance = entrance;
        this.requests = requests;
    }

    List<Route> routes() {
        return List.of(Route.get("plan", "/api/applicants/{applicant}/documents/{document}/plan", this::plan),
                Route.post("changePlan", "/api/applicants/{applicant}/documents/{document}/plan", this::change));
    }

    private void plan(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var applicant = Heads.applicant(visitor, context.pathParam("applicant"));
        Visitor.allow(Screeners.toRelease(visitor.register(), visitor.id(), applicant.id()));
        var document = document(context, applicant);
        var cleared = visitor.meeting().clearance().of(applicant.id(), document);
        var plan = cleared.plan().orElseThrow(() -> Problem.of(409, "NOT_SCREENED"));
        Answers.json(context, new JsonFields().put("plan", plan).put("pages", new Json.Arr(pages(visitor, plan, hints(visitor, document, cleared.basis())))).end());
    }

    private static Item.Document document(RoutingContext context, Item.Applicant applicant) {
        var id = Body.id(context.pathParam("document"), DocumentId::new, "UNKNOWN_DOCUMENT");
        return applicant.documents().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> Problem.of(404, "UNKNOWN_DOCUMENT"));
    }

    /** By their pages; a plan that people have changed keeps those of the screening before. */
    private static Map<Integer, List<Hint>> hints(Visitor visitor, Item.Document document, Optional<String> basis) {
        var hints = basis.isEmpty() ? List.<Hint>of() : visitor.hall().plans().hints(Admission.ref(document), basis.get());
        return hints.stream().collect(Collectors.groupingBy(Hint::page));
    }

    private static List<Json> pages(Visitor visitor, String plan, Map<Integer, List<Hint>> hints) {
        try {
            var spots = visitor.hall().plans().spots(plan).orElseThrow(() -> Problem.of(503, "PAGE_NOT_READY"));
            var pages = new ArrayList<Json>();
            for (int i = 0; i < spots.size(); i++) {
                pages.add(new JsonFields().put("number", i + 1).list("boxes", spots.get(i), PlanDesk::box)
                        .list("hints", hints.getOrDefault(i + 1, List.of()), PlanDesk::hint).end());
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Json hint(Hint hint) {
        var spot = hint.place();
        return new JsonFields().put("sort", Codec.name(hint.sort())).put("confidence", hint.confidence())
                .orNull("kind", Optional.of(spot.kind()).filter(kind -> !kind.isEmpty()), kind -> Json.text(Codec.name(HitKind.valueOf(kind))))
                .put("left", spot.left()).put("top", spot.top()).put("right", spot.right()).put("bottom", spot.bottom()).end();
    }

    static Json box(Spot spot) {
        return new JsonFields().put("kind", Codec.name(HitKind.valueOf(spot.kind()))).put("left", spot.left()).put("top", spot.top())
                .put("right", spot.right()).put("bottom", spot.bottom()).end();
    }

    /** One page at a time, as it lies before somebody. The plan is on the disk of every server that is there before the record speaks of it. */
    private void change(RoutingContext context) {
        var visitor = entrance.actor(context);
        var applicant = Body.id(context.pathParam("applicant"), ApplicantId::new, "UNKNOWN_APPLICANT");
        // Before anything is kept: whoever may not change a plan leaves nothing on the disk.
        Visitor.allow(Screeners.toRelease(visitor.register(), visitor.id(), applicant));
        var document = document(context, Heads.applicant(visitor, applicant.value()));
        var body = Body.of(context);
        var seen = body.text("seen", 64);
        if (!visitor.hall().plans().isName(seen)) throw Problem.of(400, "WRONG_SHAPE", "field", "seen");
        var page = body.whole("page");
        var spots = body.list("boxes", MOST_SPOTS).stream().map(one -> new Spot(one.choice("kind", HitKind.class).name(), one.whole("left"),
                one.whole("top"), one.whole("right"), one.whole("bottom"))).toList();
        Requests.key(context);
        Context home = context.vertx().getOrCreateContext();
        // Waits for the disk and for other servers, so for no event loop.
        Thread.ofVirtual().name("plan").start(() -> {
            try {
                var changed = changed(visitor, seen, page, spots);
                boolean all = house.supply().plans().everywhere(visitor.hall(), List.of(changed)).join();
                home.runOnContext(_ -> {
                    if (!all) context.fail(Problem.of(503, "PLANS_ON_THEIR_WAY"));
                    else Answers.when(context, requests.order(context, visitor, new ChangePlan(applicant, document.id(), seen, changed)), Answers::done);
                });
            } catch (IOException | RuntimeException failure) {
                home.runOnContext(_ -> context.fail(failure));
            }
        });
    }

    private static String changed(Visitor visitor, String seen, int page, List<Spot> spots) throws IOException {
        try {
            return visitor.hall().plans().changed(seen, page, spots).orElseThrow(() -> Problem.of(503, "PAGE_NOT_READY"));
        } catch (NoSuchMask e) {
            throw Problem.of(400, "WRONG_SHAPE", "field", "boxes");
        }
    }
}
