package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.Item;
import conclave.meeting.prepare.FactKey;
import conclave.meeting.prepare.Masking;
import conclave.node.Application;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An applicant's dossier as an expert may see it: facts by the policy, points with reasons, addresses of pages. */
final class Dossiers {

    private final Entrance entrance;
    private final Explained explained = new Explained();

    Dossiers(Entrance entrance) {
        this.entrance = entrance;
    }

    List<Route> routes() {
        return List.of(Route.get("dossier", "/api/applicants/{applicant}", this::dossier));
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
                .put("open", visitor.rights().opens(applicant.id())).put("marked", visitor.hall().bearsReaders())
                .list("documents", applicant.documents(), document -> document(visitor, applicant, document, words)).end());
    }

    static Item.Applicant readable(RoutingContext context, Visitor visitor) {
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

    /** What is closed has no title either: nobody has looked at that yet. */
    private static Json document(Visitor visitor, Item.Applicant applicant, Item.Document document, Words words) {
        var ids = new OpenPages(visitor, applicant).of(document);
        var pages = new ArrayList<Json>();
        for (int i = 0; i < ids.size(); i++) {
            var number = i + 1;
            ids.get(i).ifPresent(id -> pages.add(new JsonFields().put("id", id.value()).put("number", number).end()));
        }
        return new JsonFields().put("id", document.id().value()).put("title", ids.isEmpty() ? "" : DocumentTitle.read(visitor, applicant, document, words))
                .put("kind", document.kind().toLowerCase(Locale.ROOT)).put("pages", new Json.Arr(pages)).put("closed", document.pages() - pages.size()).end();
    }
}
