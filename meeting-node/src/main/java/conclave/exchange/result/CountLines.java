package conclave.exchange.result;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.Meeting;
import conclave.meeting.event.Item;
import conclave.meeting.event.Vote;
import conclave.meeting.sitting.Casting;
import conclave.meeting.sitting.Course;
import conclave.meeting.sitting.Round;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the rooms have come to: rows of counts, ballots as counted, cuts and rankings, and what became of each applicant. */
record CountLines(Meeting end) {

    /** Only the counts that stand; one that was reopened or counted anew is in the evidence. */
    List<Json.Obj> tallies() {
        var lines = new ArrayList<Json.Obj>();
        for (var tally : end.tallies().of()) {
            var round = end.floor().rounds().get(tally.getKey()).orElseThrow();
            int place = 0;
            for (var row : tally.getValue().rows()) lines.add(about(round, Codec.fields(row)).with("place", ++place));
        }
        return lines;
    }

    List<Json.Obj> settled() {
        var lines = new ArrayList<Json.Obj>();
        for (var room : end.tallies().settled()) {
            for (var stage : room.getValue()) {
                int place = 0;
                for (var one : stage.getValue().candidates()) {
                    lines.add(Codec.fields(one).with("room", room.getKey().value()).with("stage", stage.getKey()).with("place", ++place));
                }
            }
        }
        return lines;
    }

    /** A line for each ballot: how it was held, what was counted of it, and for a void one why. */
    List<Json.Obj> ballots() {
        var lines = new ArrayList<Json.Obj>();
        for (var round : end.floor().rounds().values()) {
            if (round.casting().isPresent()) lines.add(ballot(round, round.casting().get()));
        }
        return lines;
    }

    private Json.Obj ballot(Round round, Casting casting) {
        var counted = end.tallies().ballots().get(round.id());
        var voided = end.tallies().voided().get(round.id());
        var fields = new JsonFields().put("secrecy", Codec.name(casting.secrecy())).put("electors", casting.electors().size())
                .maybe("void", voided.map(one -> Codec.name(one.reason())));
        if (counted.isPresent()) {
            fields.put("issued", counted.get().issued()).put("returned", counted.get().returned()).put("valid", counted.get().valid())
                    .list("votes", counted.get().votes(), (Vote vote) -> Codec.fields(vote));
        } else if (voided.isPresent()) {
            fields.put("issued", voided.get().issued()).put("returned", voided.get().returned());
        }
        return about(round, fields.end());
    }

    private static Json.Obj about(Round round, Json.Obj line) {
        return line.with("round", round.id().value()).with("room", round.room().value()).with("stage", round.stage()).with("number", round.number());
    }

    /** By the platform's own code of the applicant, which the record has in clear; the name stays sealed. */
    List<Json.Obj> outcomes() {
        var walk = end.walk();
        return walk.register().applicants().values().stream().map(applicant -> outcome(applicant)
                .put("standing", Codec.name(walk.standing(applicant.id())))
                .put("stages", stages(applicant)).end()).toList();
    }

    private JsonFields outcome(Item.Applicant applicant) {
        var row = end.tallies().latest(end.floor(), applicant.id());
        var counted = end.book().countedOf(applicant.id());
        return new JsonFields().put("applicant", applicant.id().value()).put("code", applicant.code()).put("room", applicant.room().value())
                .put("specialty", applicant.specialty()).put("eligible", end.book().eligible(applicant.id()))
                .put("automatic", counted.automatic().toPlainString())
                .maybe("total", row.flatMap(one -> one.total()).map(BigDecimal::toPlainString))
                .orNull("rank", row.flatMap(one -> one.rank()), rank -> new Json.Num(rank));
    }

    private Json.Arr stages(Item.Applicant applicant) {
        var modes = end.book().mode().stages();
        return Json.array(end.walk().history(applicant.id()).entrySet().stream()
                .map(mark -> stage(modes.get(mark.getKey()).code(), mark.getValue())).toList());
    }

    private static Json.Obj stage(String code, Course.Mark mark) {
        return new JsonFields().put("stage", code).put("effect", Codec.name(mark.effect())).put("tied", mark.tied()).put("yes", mark.yes())
                .put("of", mark.of()).end();
    }
}
