package conclave.web;

import conclave.ballot.Announcement;
import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.SittingCommand.Column;
import conclave.meeting.event.SittingCommand.SignedToken;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.sitting.Casting;
import conclave.meeting.sitting.Issue;
import conclave.meeting.sitting.Round;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A ballot as those who vote and those who watch see it: how it is held, where it stands, and in the end its whole record. */
final class BallotPage {

    private final Entrance entrance;

    BallotPage(Entrance entrance) {
        this.entrance = entrance;
    }

    List<Route> routes() {
        return List.of(Route.get("ballot", "/api/rounds/{round}/ballot", this::ballot),
                Route.get("ballotRecord", "/api/rounds/{round}/ballot/record", this::record));
    }

    private void ballot(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var round = Heads.round(visitor, context.pathParam("round"));
        var casting = seen(visitor, round);
        var issue = casting.issue();
        var runs = visitor.rights().mayRun(round.room());
        var ballots = visitor.hall().ballots();
        var announced = ballots.announcement(visitor.meeting(), round);
        var voided = visitor.meeting().tallies().voided().get(round.id());
        var missing = casting.electors().stream().filter(one -> issue.map(i -> !i.tokens().has(one)).orElse(true)).toList();
        var fields = new JsonFields().put("round", round.id().value()).put("number", round.number()).put("stage", stage(visitor, round))
                .put("secrecy", Codec.name(casting.secrecy())).put("state", state(visitor, round, casting))
                .orNull("announcement", announced, BallotPage::announcement).maybe("digest", issue.map(i -> i.announced().digest()))
                .put("servers", issue.map(i -> i.announced().signers().size()).orElse(0)).orNull("cover", ballots.cover(round), BallotPage::written)
                .put("electors", casting.electors().size()).put("issued", issue.map(Issue::issued).orElse(0))
                .put("elector", casting.electors().contains(visitor.id()))
                .put("hasToken", issue.map(i -> i.tokens().has(visitor.id())).orElse(false))
                .maybe("voided", voided.map(v -> Codec.name(v.reason()))).put("mayRun", runs)
                .put("paused", visitor.meeting().floor().pause(round.room()).isPresent())
                .list("candidates", round.candidates(), id -> candidate(visitor, id.value()));
        // Who comes late to the box is nobody's business; that all have come, the one who opens it must know.
        if (runs) fields.put("complete", ballots.complete(round)).maybe("agreement", ballots.agreement(round.id()).map(Codec::name))
                .list("withoutToken", missing, one -> Json.text(Heads.name(visitor, one)));
        Answers.json(context, fields.end());
    }

    private static Casting seen(Visitor visitor, Round round) {
        var casting = round.casting().orElseThrow(() -> Problem.of(409, "NOT_A_BALLOT"));
        if (!casting.electors().contains(visitor.id())) Visitor.allow(visitor.rights().toWatch(round.room()));
        return casting;
    }

    private static String stage(Visitor visitor, Round round) {
        return visitor.meeting().book().mode().stage(round.stage()).map(stage -> stage.name()).orElse("");
    }

    private static String state(Visitor visitor, Round round, Casting casting) {
        if (casting.secrecy() != Secrecy.BLIND_TOKEN) return "elsewhere";
        if (casting.issue().flatMap(Issue::box).isPresent()) return "opened";
        if (!round.open()) return "void";
        if (casting.issue().isEmpty()) return "waiting";
        return switch (visitor.hall().ballots().where(round)) {
            case LOST -> "lost";
            case UNHEARD -> "unheard";
            case HERE, ELSEWHERE -> casting.issue().get().closed() ? "casting" : "issuing";
        };
    }

    private static Json announcement(Announcement it) {
        var paper = new JsonFields().put("form", it.paper().form().name()).put("atMost", it.paper().atMost())
                .list("options", it.paper().options(), Json::text).end();
        return new JsonFields().put("ballot", it.ballot()).put("voters", it.voters()).put("size", it.size()).put("fewest", it.fewest())
                .put("paper", paper).list("signers", it.signers(), Json::text).put("round", it.round()).end();
    }

    private static Json candidate(Visitor visitor, String id) {
        var applicant = Heads.applicant(visitor, id);
        return new JsonFields().put("id", id).put("code", applicant.code()).maybe("name", Heads.name(visitor, applicant))
                .put("specialty", applicant.specialty()).end();
    }

    static Json written(byte[] bytes) {
        return Json.text(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whole, and alike for everybody: a question about one token would say whose it is. */
    private void record(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var round = Heads.round(visitor, context.pathParam("round"));
        var issue = seen(visitor, round).issue();
        var record = Optional.of(round.id()).flatMap(visitor.hall().ballots()::record).orElseThrow(() -> Problem.of(404, "BALLOT_NOT_OPENED"));
        Answers.json(context, new JsonFields().put("round", round.id().value()).maybe("digest", issue.map(i -> i.announced().digest()))
                .put("issued", issue.map(Issue::issued).orElse(0)).put("returned", record.tokens().size()).put("valid", record.valid())
                .list("tokens", record.tokens(), BallotPage::token).list("columns", record.columns(), BallotPage::column).end());
    }

    /** As the laptop writes its own, in base64url. */
    private static Json token(SignedToken token) {
        var bytes = HexFormat.of().parseHex(token.token());
        return new JsonFields().put("token", written(bytes))
                .list("signatures", token.signatures(), Json::text).end();
    }

    private static Json column(Column column) {
        return new JsonFields().put("applicant", column.applicant().value()).list("times", column.times(), times -> new Json.Num(times)).end();
    }
}
