package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.Confirmations;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Stage;
import conclave.meeting.rule.Leaves;
import conclave.meeting.sitting.Casting;
import conclave.meeting.sitting.Judges;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Score;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        var room = Seats.now(visitor);
        var round = visitor.meeting().floor().round(room);
        var handed = handed(visitor, mine(visitor, room, round));
        Answers.json(context, new JsonFields().put("meeting", Heads.meeting(visitor))
                .put("room", Heads.room(register.rooms().get(room).orElseThrow()))
                .orNull("sitting", visitor.meeting().floor().sitting(room), Heads::sitting)
                .orNull("round", round, r -> Heads.round(visitor, r))
                .put("stage", stage(visitor, room, round))
                .orNull("ballot", round.flatMap(Round::casting), casting -> ballot(visitor, casting))
                .orNull("called", round.flatMap(ExpertDesk::called), ExpertDesk::called)
                .put("present", visitor.meeting().floor().present(room, visitor.id()))
                .put("sheet", sheet(visitor, room, round))
                .put("reading", reading(handed.values()))
                .list("applicants", handed.keySet().stream().filter(id -> listed(handed.get(id))).toList(), id -> line(visitor, round, id, handed.get(id).isEmpty())).end());
    }

    private static Json stage(Visitor visitor, RoomId room, Optional<Round> round) {
        return round.map(r -> Heads.stage(visitor, r)).or(() -> visitor.meeting().walk().upcoming(room).map(StageFace::of)).orElse(Json.Null.NULL);
    }

    /** Whether a paper was issued to this person, and whether it has been cast; what stands on it is said to nobody. */
    private static Json ballot(Visitor visitor, Casting casting) {
        return new JsonFields().put("elector", casting.electors().contains(visitor.id())).put("cast", casting.papers().has(visitor.id())).end();
    }

    /** Who stands before the experts now: the last one who was asked in. */
    private static Optional<Map.Entry<ApplicantId, Long>> called(Round round) {
        Optional<Map.Entry<ApplicantId, Long>> last = Optional.empty();
        if (!round.open()) return last;
        for (var one : round.called()) {
            if (last.isEmpty() || one.getValue() > last.get().getValue()) last = Optional.of(one);
        }
        return last;
    }

    private static Json called(Map.Entry<ApplicantId, Long> called) {
        return new JsonFields().put("applicant", called.getKey().value()).put("at", called.getValue()).end();
    }

    /** Those who are this person's to judge; where reviewers take turns, nobody else's. */
    private static List<ApplicantId> mine(Visitor visitor, RoomId room, Optional<Round> round) {
        var walk = visitor.meeting().walk();
        if (round.isEmpty()) return walk.candidates(room);
        var judges = new Judges(visitor.register(), visitor.meeting().book(), visitor.meeting().floor());
        if (!(judges.stage(round.get()) instanceof Stage.Scoring scoring) || scoring.reviewers() == 0) return round.get().candidates();
        return round.get().candidates().stream().filter(id -> judges.asks(round.get(), id, visitor.id())).toList();
    }

    /** Those who are this person's to judge, and why their material does not lie there where it does not. */
    private static Map<ApplicantId, Optional<Refusal.Code>> handed(Visitor visitor, List<ApplicantId> mine) {
        var rights = visitor.rights();
        var handed = new LinkedHashMap<ApplicantId, Optional<Refusal.Code>>();
        for (var id : mine) handed.put(id, rights.toRead(id).map(Refusal::code));
        return handed;
    }

    /** Whether the material lies there: open, not yet, or not any more. */
    private static String reading(Collection<Optional<Refusal.Code>> refused) {
        if (refused.contains(Optional.of(Refusal.Code.READING_NOT_BEGUN))) return "notBegun";
        return refused.contains(Optional.of(Refusal.Code.READING_OVER)) ? "over" : "open";
    }

    /** Before the material is handed out nobody knows whose it is. */
    private static boolean listed(Optional<Refusal.Code> refused) {
        return !refused.equals(Optional.of(Refusal.Code.READING_NOT_BEGUN)) && !refused.equals(Optional.of(Refusal.Code.NOT_ASSIGNED));
    }

    private static Json line(Visitor visitor, Optional<Round> round, ApplicantId id, boolean reads) {
        var applicant = visitor.register().applicants().get(id).orElseThrow();
        var standing = round.flatMap(r -> r.standing(id, visitor.id()));
        var line = new JsonFields().put("id", id.value()).put("code", applicant.code());
        return (reads ? described(visitor, applicant, line) : line.put("specialty", "").put("pages", 0))
                .put("state", state(visitor, round, id, standing.isPresent())).put("version", visitor.register().version(id))
                .put("released", released(visitor, applicant))
                .put("again", Confirmations.wanted(visitor.meeting(), round, id, visitor.id()))
                .maybe("total", standing.map(Score::total).map(BigDecimal::toPlainString))
                .put("automatic", reads || standing.isPresent() ? Heads.automatic(visitor, applicant).toPlainString() : "0").end();
    }

    private static JsonFields described(Visitor visitor, Item.Applicant applicant, JsonFields line) {
        return line.maybe("name", Heads.name(visitor, applicant)).put("specialty", applicant.specialty()).maybe("route", Heads.route(visitor, applicant))
                .put("pages", applicant.documents().stream().mapToInt(Item.Document::pages).sum());
    }

    /** Changes whenever other pages of the dossier are open than before: then whoever has it before them asks what is. */
    private static String released(Visitor visitor, Item.Applicant applicant) {
        var clearance = visitor.meeting().clearance();
        var releases = applicant.documents().stream().mapToInt(document -> clearance.of(applicant.id(), document).releases()).sum();
        return (visitor.rights().opens(applicant.id()) ? "open " : "closed ") + releases + " " + clearance.withdrawalsOf(applicant.id()).size();
    }

    private static String state(Visitor visitor, Optional<Round> round, ApplicantId id, boolean submitted) {
        if (visitor.meeting().floor().recused(visitor.id(), id)) return "recused";
        if (round.flatMap(r -> r.draft(id, visitor.id())).isPresent()) return "draft";
        return submitted ? "submitted" : "untouched";
    }

    /** The sheet as it is marked now: what another stage marks is not asked here. */
    private static Json sheet(Visitor visitor, RoomId room, Optional<Round> round) {
        var sheet = visitor.meeting().book().sheetOf(visitor.register(), room);
        var mode = visitor.meeting().book().mode();
        var stage = round.map(Round::stage).or(() -> Leaves.firstStage(mode)).orElse("");
        var elsewhere = Leaves.marked(sheet).stream().filter(leaf -> !Leaves.stageOf(leaf, mode).map(stage::equals).orElse(false))
                .map(Indicator::code).collect(Collectors.toCollection(TreeSet::new));
        return new JsonFields().put("title", sheet.title()).put("titleEn", sheet.titleEn()).put("total", sheet.total().toPlainString())
                .list("indicators", here(sheet.indicators(), elsewhere), i -> indicator(i, elsewhere)).end();
    }

    private static List<Indicator> here(List<Indicator> indicators, TreeSet<String> elsewhere) {
        return indicators.stream().filter(i -> !elsewhere.contains(i.code())).toList();
    }

    private static Json indicator(Indicator i, TreeSet<String> elsewhere) {
        var fields = new JsonFields().put("code", i.code()).put("name", i.name()).put("nameEn", i.nameEn()).put("kind", kind(i.kind()))
                .put("min", i.min().toPlainString()).put("max", i.max().toPlainString());
        i.step().ifPresent(step -> fields.put("step", step.toPlainString()));
        return fields.list("children", here(i.children(), elsewhere), child -> indicator(child, elsewhere)).end();
    }

    /** What experts mark is theirs to mark, whether something was counted before or not; a condition is no field of the sheet. */
    private static String kind(Kind kind) {
        return switch (kind) {
            case MIXED -> Codec.name(Kind.EXPERT);
            case ENTRY -> Codec.name(Kind.VETO);
            case GROUP, AUTOMATIC, EXPERT, BONUS, DEDUCTION, VETO -> Codec.name(kind);
        };
    }
}
