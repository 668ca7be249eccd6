package conclave.web;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.document.Finding;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal;
import conclave.meeting.prepare.Screeners;
import conclave.node.Admission;
import conclave.node.Sifting;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** 筛查台: the queues of a room, what can go out in a batch, one dossier page by page, files that could not be read. */
final class ScreeningDesk {

    private static final int MOST_TROUBLES = 500;

    private final Entrance entrance;
    private final Sifting sifting;

    ScreeningDesk(Entrance entrance, Sifting sifting) {
        this.entrance = entrance;
        this.sifting = sifting;
    }

    List<Route> routes() {
        return List.of(Route.get("screening", "/api/rooms/{room}/screening", this::room),
                Route.get("screeningBatch", "/api/rooms/{room}/screening/batch", this::batch),
                Route.get("screeningTroubles", "/api/rooms/{room}/screening/troubles", this::troubles),
                Route.get("screeningDossier", "/api/applicants/{applicant}/screening", this::dossier));
    }

    private void room(RoutingContext context) {
        var visitor = entrance.visitor(context);
        Answers.json(context, ScreeningFace.ofRoom(visitor, applicants(visitor, context), sifting.progress(visitor.hall().id())));
    }

    /** Those before the room of whom this person may release pages; who may of none is told why. */
    private static List<Item.Applicant> applicants(Visitor visitor, RoutingContext context) {
        var room = Body.id(context.pathParam("room"), RoomId::new, "UNKNOWN_ROOM");
        Visitor.allow(visitor.rights().toWatch(room));
        var register = visitor.register();
        var all = register.isHall(room) ? register.applicantsBefore(room) : register.applicantsOf(room);
        var mine = new ArrayList<Item.Applicant>();
        var refused = Optional.<Refusal>empty();
        for (var id : all) {
            var no = Screeners.toRelease(register, visitor.id(), id);
            if (no.isEmpty()) mine.add(register.applicants().get(id).orElseThrow());
            refused = refused.or(() -> no);
        }
        if (mine.isEmpty()) Visitor.allow(refused);
        return mine;
    }

    private void batch(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var kind = Optional.ofNullable(context.request().getParam("kind")).orElse("");
        Answers.json(context, ScreeningFace.clean(visitor, applicants(visitor, context), kind, from(context.request().getParam("from"))));
    }

    private static int from(String asked) {
        if (asked == null) return 0;
        if (asked.matches("[0-9]{1,6}")) return Integer.parseInt(asked);
        throw Problem.of(400, "WRONG_SHAPE", "field", "from");
    }

    private void dossier(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var applicant = Heads.applicant(visitor, context.pathParam("applicant"));
        Visitor.allow(Screeners.toRelease(visitor.register(), visitor.id(), applicant.id()));
        Answers.json(context, ScreeningFace.ofDossier(visitor, applicant, Words.of(context.request().getHeader("Accept-Language"))));
    }

    /** The disk is asked of each file: not on the thread that answers everybody. */
    private void troubles(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var applicants = applicants(visitor, context);
        context.vertx().executeBlocking(() -> troubles(visitor, applicants), false).onSuccess(list -> {
            if (!context.response().closed()) Answers.json(context, new JsonFields().put("troubles", new Json.Arr(list)).end());
        }).onFailure(context::fail);
    }

    private List<Json> troubles(Visitor visitor, List<Item.Applicant> applicants) throws IOException {
        var unread = sifting.unread(visitor.hall().id());
        boolean drawn = visitor.hall().rendering().progress().findings() == 0;
        var told = new ArrayList<Json>();
        for (var applicant : applicants) {
            for (var document : applicant.documents()) {
                if (told.size() >= MOST_TROUBLES) return told;
                if (unread.contains(document.id())) told.add(ScreeningFace.troubled(visitor, applicant, document, "NOT_READ_HERE", List.of()));
                if (!drawn) told.addAll(troubles(visitor, applicant, document));
            }
        }
        return told;
    }

    private static List<Json> troubles(Visitor visitor, Item.Applicant applicant, Item.Document document) throws IOException {
        var pages = new TreeMap<String, List<Integer>>();
        for (Finding finding : visitor.hall().rendering().findings(Admission.ref(document))) {
            pages.computeIfAbsent(finding.trouble().name(), _ -> new ArrayList<>()).add(finding.page());
        }
        return pages.entrySet().stream().map(one -> ScreeningFace.troubled(visitor, applicant, document, one.getKey(), one.getValue())).toList();
    }
}
