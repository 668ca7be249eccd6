package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.document.DocumentRef;
import conclave.document.PageClosed;
import conclave.document.PageId;
import conclave.document.PageImage;
import conclave.document.PageSize;
import conclave.document.PageUnavailable;
import conclave.meeting.event.Item;
import conclave.meeting.prepare.FactKey;
import conclave.meeting.prepare.Masking;
import conclave.node.Admission;
import conclave.node.Application;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An applicant's dossier as an expert may see it: facts by the policy, points with reasons, pictures of pages. */
final class Dossiers {

    private static final long PATIENCE_SECONDS = 10;

    private final Entrance entrance;
    private final Explained explained = new Explained();

    Dossiers(Entrance entrance) {
        this.entrance = entrance;
    }

    List<Route> routes() {
        return List.of(Route.get("dossier", "/api/applicants/{applicant}", this::dossier),
                Route.get("page", "/api/applicants/{applicant}/pages/{page}", this::page));
    }

    private void dossier(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var applicant = readable(context, visitor);
        var application = visitor.hall().faces().application(applicant);
        var counted = visitor.meeting().book().countedOf(applicant.id());
        var points = explained.of(visitor.meeting().book().sheetFor(visitor.register(), applicant.id()), applicant);
        var words = Words.of(context.request().getHeader("Accept-Language"));
        Answers.json(context, new JsonFields().put("applicant", head(visitor, applicant))
                .put("facts", new Json.Arr(facts(visitor, application, words)))
                .list("automatic", points.stream().filter(point -> !point.beside()).toList(), Dossiers::point)
                .list("beside", points.stream().filter(Explained.Point::beside).toList(), Dossiers::point)
                .put("bonus", counted.bonus().toPlainString()).put("deduction", counted.deduction().toPlainString())
                .list("documents", applicant.documents(), document -> document(visitor, document)).end());
    }

    private static Item.Applicant readable(RoutingContext context, Visitor visitor) {
        var applicant = Heads.applicant(visitor, context.pathParam("applicant"));
        Visitor.allow(visitor.rights().toRead(applicant.id()));
        return applicant;
    }

    private static Json head(Visitor visitor, Item.Applicant applicant) {
        return new JsonFields().put("id", applicant.id().value()).put("code", applicant.code())
                .maybe("name", Heads.name(visitor, applicant)).put("specialty", applicant.specialty()).end();
    }

    private static List<Json> facts(Visitor visitor, Application application, Words words) {
        var policy = visitor.register().description().orElseThrow().policy();
        var shown = new ArrayList<Json>();
        for (var fact : application.facts().entrySet()) {
            var masking = Masking.of(policy, fact.getKey());
            if (masking == Masking.HIDDEN) continue;
            var value = masking == Masking.AGE_BAND ? ageBand(visitor, fact.getValue()) : fact.getValue();
            var key = Codec.name(fact.getKey());
            shown.add(new JsonFields().put("key", key).put("label", words.say("fact." + key, Map.of())).put("value", value).end());
        }
        return shown;
    }

    /** A decade of age at the meeting's first day, by the year of birth alone. */
    private static String ageBand(Visitor visitor, String birth) {
        var opens = LocalDate.parse(visitor.register().description().orElseThrow().opens());
        var decade = (opens.getYear() - LocalDate.parse(birth).getYear()) / 10 * 10;
        return decade + "–" + (decade + 9);
    }

    /** Entries are told by their number and never by their name, so that the reason may be read under every policy. */
    private static Json point(Explained.Point point) {
        return new JsonFields().put("code", point.code()).put("name", point.name()).put("points", point.points().toPlainString())
                .put("reason", point.sentence()).end();
    }

    private static Json document(Visitor visitor, Item.Document document) {
        var ids = visitor.hall().pages().ids().of(Admission.ref(document));
        var pages = new ArrayList<Json>();
        for (int i = 0; i < ids.size(); i++) pages.add(new JsonFields().put("id", ids.get(i).value()).put("number", i + 1).end());
        return new JsonFields().put("id", document.id().value()).put("title", visitor.hall().faces().title(document))
                .put("kind", document.kind().toLowerCase(Locale.ROOT)).put("pages", new Json.Arr(pages)).end();
    }

    private void page(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var applicant = readable(context, visitor);
        List<DocumentRef> documents = applicant.documents().stream().map(Admission::ref).toList();
        var source = visitor.hall().pages();
        var place = source.ids().find(new PageId(context.pathParam("page")), documents)
                .orElseThrow(() -> Problem.of(404, "UNKNOWN_PAGE"));
        var size = size(context.request().getParam("size"));
        Context home = context.vertx().getOrCreateContext();
        source.page(place.document(), place.page(), size).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((image, failure) -> home.runOnContext(_ -> {
                    if (context.response().closed()) return;
                    if (failure == null) show(context, image);
                    else unavailable(context, failure);
                }));
    }

    private static PageSize size(String asked) {
        return switch (asked) {
            case "thumb" -> PageSize.THUMBNAIL;
            case "zoom" -> PageSize.ZOOM;
            case null, default -> PageSize.PAGE;
        };
    }

    /** Kept by this browser alone, and only as long as the page id means this picture: for ever. */
    private static void show(RoutingContext context, PageImage image) {
        context.response().putHeader("Content-Type", image.mediaType()).putHeader("Cache-Control", "private, max-age=86400, immutable")
                .end(Buffer.buffer(image.bytes()));
    }

    private static void unavailable(RoutingContext context, Throwable failure) {
        // A page that is closed is no more known to an expert than one that never was.
        if (failure instanceof PageClosed || failure.getCause() instanceof PageClosed) Answers.problem(context, Problem.of(404, "UNKNOWN_PAGE"));
        else if (failure instanceof TimeoutException) Answers.problem(context, Problem.of(503, "PAGE_NOT_READY"));
        else if (failure instanceof PageUnavailable || failure.getCause() instanceof PageUnavailable) Answers.problem(context, Problem.of(503, "PAGE_UNAVAILABLE"));
        else context.fail(failure);
    }
}
