package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Item;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Score;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What an expert has before them: the list of those to judge, and the sheet to judge by (我的名单). */
final class ExpertDesk {

    private final Entrance entrance;

    ExpertDesk(Entrance entrance) {
        this.entrance = entrance;
    }

    List<Route> routes() {
        return List.of(Route.get("desk", "/api/desk", this::desk));
    }

    private void desk(RoutingContext context) {
        var visitor = entrance.visitor(context);
        Visitor.allow(visitor.rights().toScore());
        var register = visitor.register();
        var room = register.judgesIn(visitor.id()).orElseThrow();
        var round = visitor.meeting().floor().round(room);
        Answers.json(context, new JsonFields().put("meeting", Heads.meeting(visitor))
                .put("room", Heads.room(register.rooms().get(room).orElseThrow()))
                .orNull("sitting", visitor.meeting().floor().sitting(room), Heads::sitting)
                .orNull("round", round, r -> Heads.round(visitor, r))
                .put("present", visitor.meeting().floor().present(room, visitor.id()))
                .put("sheet", sheet(register.sheet().orElseThrow()))
                .list("applicants", register.applicantsOf(room), id -> line(visitor, round, id)).end());
    }

    private static Json line(Visitor visitor, Optional<Round> round, ApplicantId id) {
        var applicant = visitor.register().applicants().get(id).orElseThrow();
        var standing = round.flatMap(r -> r.standing(id, visitor.id()));
        return new JsonFields().put("id", id.value()).put("code", applicant.code()).maybe("name", Heads.name(visitor, applicant))
                .put("specialty", applicant.specialty()).put("pages", applicant.documents().stream().mapToInt(Item.Document::pages).sum())
                .put("state", state(visitor, round, id, standing.isPresent()))
                .maybe("total", standing.map(Score::total).map(BigDecimal::toPlainString))
                .put("automatic", Heads.automatic(applicant).toPlainString()).end();
    }

    private static String state(Visitor visitor, Optional<Round> round, ApplicantId id, boolean submitted) {
        if (visitor.meeting().floor().recused(visitor.id(), id)) return "recused";
        if (round.flatMap(r -> r.draft(id, visitor.id())).isPresent()) return "draft";
        return submitted ? "submitted" : "untouched";
    }

    private static Json sheet(Item.Sheet sheet) {
        return new JsonFields().put("title", sheet.title()).put("titleEn", sheet.titleEn()).put("total", sheet.total().toPlainString())
                .list("indicators", sheet.indicators(), ExpertDesk::indicator).end();
    }

    private static Json indicator(Item.Indicator i) {
        var fields = new JsonFields().put("code", i.code()).put("name", i.name()).put("nameEn", i.nameEn()).put("kind", Codec.name(i.kind()))
                .put("min", i.min().toPlainString()).put("max", i.max().toPlainString());
        i.step().ifPresent(step -> fields.put("step", step.toPlainString()));
        return fields.list("children", i.children(), ExpertDesk::indicator).end();
    }
}
