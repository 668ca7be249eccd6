package conclave.web;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.Counted;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.sitting.Casting;
import conclave.meeting.sitting.Round;

/**
 * What is known of a ballot while it is open: how many papers are out and how many have come back. A teller reads back the
 * figures of their own hand; of another teller's only whether they agree.
 */
final class BallotProgress {

    private BallotProgress() {
    }

    static Json json(Visitor visitor, Round round) {
        return round.casting().<Json>map(casting -> json(visitor, round, casting)).orElse(Json.Null.NULL);
    }

    private static Json json(Visitor visitor, Round round, Casting casting) {
        var register = visitor.register();
        var room = round.room();
        var tells = register.holds(visitor.id(), Role.SECRETARY, room) || register.holds(visitor.id(), Role.CHAIR, room)
                || register.holds(visitor.id(), Role.SUPERVISOR, room);
        var fields = new JsonFields().put("secrecy", StageFace.secrecy(casting)).put("issued", casting.electors().size())
                .put("returned", casting.papers().size());
        if (casting.secrecy() != Secrecy.PAPER) return fields.put("counting", Json.Null.NULL).end();
        var agreed = casting.agreed();
        return fields.put("returned", agreed.map(Casting.HandCount::returned).orElse(0)).put("counting", new JsonFields()
                .put("tellers", casting.counts().size()).put("agreed", agreed.isPresent())
                .put("differ", casting.counts().size() > 1 && agreed.isEmpty()).put("mayTell", tells)
                .orNull("mine", casting.counts().get(visitor.id()).filter(_ -> tells), BallotProgress::own).end()).end();
    }

    private static Json own(Casting.HandCount count) {
        return new JsonFields().put("returned", count.returned()).put("invalid", count.invalid()).list("lines", count.lines(), BallotProgress::line).end();
    }

    private static Json line(Counted line) {
        return new JsonFields().put("applicant", line.applicant().value()).put("yes", line.yes()).put("against", line.against())
                .put("abstained", line.abstained()).end();
    }
}
