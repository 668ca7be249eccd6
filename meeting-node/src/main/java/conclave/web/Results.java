package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Settled;
import conclave.meeting.event.Stage;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.event.Vote;
import conclave.meeting.sitting.Judges;
import conclave.meeting.sitting.Progress;
import conclave.meeting.sitting.Round;
import conclave.meeting.tally.Tallies;
import conclave.meeting.transfer.Ending;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 评审结果: everything a room has come to, stage after stage, and where each applicant stands. Of an open round there are no figures. */
final class Results {

    private final Entrance entrance;

    Results(Entrance entrance) {
        this.entrance = entrance;
    }

    List<Route> routes() {
        return List.of(Route.get("results", "/api/rooms/{room}/results", this::results));
    }

    private void results(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var room = Body.id(context.pathParam("room"), RoomId::new, "UNKNOWN_ROOM");
        Visitor.allow(visitor.rights().toWatch(room));
        Answers.json(context, new JsonFields().put("meeting", Heads.meeting(visitor))
                .put("room", Heads.room(visitor.register().rooms().get(room).orElseThrow()))
                .put("attended", visitor.meeting().floor().attendedExperts(visitor.register(), room))
                .put("changes", SeatChanges.of(visitor, room))
                .orNull("signedWithoutRoundAt", visitor.meeting().ending().unheld().get(room).map(Ending.Signature::at), Json.Num::new)
                .put("parts", new Json.Arr(parts(visitor, room)))
                .list("standings", visitor.meeting().walk().candidates(room), id -> standing(visitor, id)).end());
    }

    private static List<Json> parts(Visitor visitor, RoomId room) {
        var parts = new ArrayList<Json>();
        var settled = visitor.meeting().tallies().settled().get(room);
        for (var stage : visitor.meeting().book().mode().stages()) {
            visitor.meeting().floor().rounds().values().stream().filter(round -> round.room().equals(room) && round.stage().equals(stage.code()))
                    .sorted(Comparator.comparing(Round::number)).forEach(round -> parts.add(part(visitor, stage, round)));
            settled.flatMap(all -> all.get(stage.code())).ifPresent(one -> parts.add(new JsonFields().put("stage", StageFace.of(stage))
                    .put("at", one.at()).list("settled", one.candidates(), row -> settled(visitor, row)).end()));
        }
        return parts;
    }

    private static Json part(Visitor visitor, Stage stage, Round round) {
        var tallies = visitor.meeting().tallies();
        var counted = Optional.of(round).filter(one -> one.counted() && !one.open()).map(Round::id);
        var opinions = stage instanceof Stage.OpinionWriting ? counted : Optional.<RoundId>empty();
        return new JsonFields().put("stage", Heads.stage(visitor, round)).put("round", Heads.round(visitor, round))
                .orNull("signedOffAt", visitor.meeting().ending().signatures().get(round.id()).map(Ending.Signature::at), Json.Num::new)
                .orNull("scores", stage instanceof Stage.Scoring ? counted.flatMap(tallies.of()::get) : Optional.empty(), tally -> scores(visitor, tally))
                .orNull("ballot", counted.flatMap(tallies.ballots()::get), ballot -> ballot(visitor, ballot))
                .orNull("voided", counted.flatMap(tallies.voided()::get), Results::voided)
                .orNull("opinions", opinions, _ -> opinions(visitor, round)).end();
    }

    private static Json scores(Visitor visitor, Tallies.Tally tally) {
        return new JsonFields().put("at", tally.at()).list("rows", tally.rows(), row -> row(visitor, row)).end();
    }

    static Json row(Visitor visitor, Row row) {
        return named(visitor, row.applicant()).orNull("rank", row.rank(), rank -> new Json.Num(rank))
                .put("scores", row.scores()).put("dropped", row.dropped())
                .maybe("expert", row.expert().map(BigDecimal::toPlainString)).put("automatic", row.automatic().toPlainString())
                .put("bonus", row.bonus().toPlainString()).put("deduction", row.deduction().toPlainString())
                .maybe("total", row.total().map(BigDecimal::toPlainString)).put("vetoed", row.vetoed())
                .maybe("range", row.range().map(BigDecimal::toPlainString)).put("diverged", row.diverged()).end();
    }

    private static Json ballot(Visitor visitor, Tallies.Ballot ballot) {
        return new JsonFields().put("at", ballot.at()).put("issued", ballot.issued()).put("returned", ballot.returned()).put("valid", ballot.valid())
                .list("votes", ballot.votes(), vote -> vote(visitor, vote)).end();
    }

    private static Json vote(Visitor visitor, Vote vote) {
        return named(visitor, vote.applicant()).put("yes", vote.yes()).put("against", vote.against()).put("abstained", vote.abstained())
                .put("denominator", vote.denominator()).put("needed", vote.needed()).orNull("place", vote.place(), place -> new Json.Num(place))
                .put("effect", Codec.name(vote.effect())).put("tied", vote.tied()).end();
    }

    private static Json voided(Tallies.Voided voided) {
        return new JsonFields().put("at", voided.at()).put("issued", voided.issued()).put("returned", voided.returned())
                .put("reason", Codec.name(voided.reason())).end();
    }

    private static Json opinions(Visitor visitor, Round round) {
        var progress = Progress.of(new Judges(visitor.register(), visitor.meeting().book(), visitor.meeting().floor()), round);
        return new JsonFields().put("given", progress.given()).put("expected", progress.expected()).end();
    }

    private static Json settled(Visitor visitor, Settled row) {
        return named(visitor, row.applicant()).orNull("rank", row.rank(), rank -> new Json.Num(rank))
                .maybe("total", row.total().map(BigDecimal::toPlainString)).put("effect", Codec.name(row.effect())).put("tied", row.tied())
                .put("reason", Codec.name(row.reason())).end();
    }

    private static Json standing(Visitor visitor, ApplicantId id) {
        return named(visitor, id).put("standing", Codec.name(visitor.meeting().walk().standing(id)))
                .put("eligibility", Codec.name(visitor.meeting().book().countedOf(id).eligibility())).end();
    }

    private static JsonFields named(Visitor visitor, ApplicantId id) {
        var applicant = visitor.register().applicants().get(id).orElseThrow();
        return new JsonFields().put("applicant", id.value()).put("code", applicant.code()).maybe("name", Heads.name(visitor, applicant));
    }
}
