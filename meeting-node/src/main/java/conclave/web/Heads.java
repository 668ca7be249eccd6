package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Item;
import conclave.meeting.prepare.FactKey;
import conclave.meeting.prepare.Masking;
import conclave.meeting.sitting.Pause;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Sitting;
import conclave.node.Faces;
import java.math.BigDecimal;
import java.util.Optional;

/** The small pieces that several pages show in the same form. */
final class Heads {

    private Heads() {
    }

    static Json meeting(Visitor visitor) {
        var about = visitor.register().description().orElseThrow();
        return new JsonFields().put("id", visitor.hall().id().value()).put("title", about.title()).put("titleEn", about.titleEn())
                .put("kind", visitor.hall().id().rehearsal() ? "rehearsal" : "real").put("sealed", visitor.meeting().ending().isSealed())
                .put("policy", Codec.name(about.policy())).orNull("aloneSince", aloneSince(visitor), Json.Num::new).end();
    }

    /** One node keeps the record by a decision of two persons: nobody is to overlook it as long as it is so. */
    private static Optional<Long> aloneSince(Visitor visitor) {
        var alone = visitor.meeting().intake().alone();
        if (alone.isEmpty() || visitor.hall().chamber().ledger().keepers().size() > 1) return Optional.empty();
        return Optional.of(alone.getLast().at());
    }

    static Json room(Item.Room room) {
        return new JsonFields().put("id", room.id().value()).put("code", room.code()).put("name", room.name()).end();
    }

    static Json sitting(Sitting sitting) {
        return new JsonFields().put("id", sitting.id().value()).put("day", sitting.day())
                .put("half", Codec.name(sitting.half())).put("openedAt", sitting.openedAt())
                .orNull("paused", sitting.pause(), Heads::pause).end();
    }

    private static Json pause(Pause pause) {
        return new JsonFields().put("reason", Codec.name(pause.reason())).put("at", pause.at()).end();
    }

    static Json round(Visitor visitor, Round round) {
        return new JsonFields().put("id", round.id().value()).put("number", round.number()).put("state", state(visitor, round))
                .put("stage", stage(visitor, round))
                .maybe("secrecy", round.casting().map(casting -> Codec.name(casting.secrecy())))
                .put("openedAt", round.openedAt()).orNull("closedAt", round.closedAt(), Json.Num::new).end();
    }

    static Json stage(Visitor visitor, Round round) {
        return StageFace.of(visitor.meeting().book().mode().stage(round.stage()).orElseThrow(), round.casting());
    }

    private static String state(Visitor visitor, Round round) {
        if (round.open()) return "open";
        if (round.signedOff()) return "signedOff";
        return round.counted() ? "tallied" : "closed";
    }

    /** The name, where the meeting's policy shows it; the code speaks for the applicant everywhere else. */
    static Optional<String> name(Visitor visitor, Item.Applicant applicant) {
        var policy = visitor.register().description().orElseThrow().policy();
        if (Masking.of(policy, FactKey.NAME) != Masking.AS_IS) return Optional.empty();
        Faces faces = visitor.hall().faces();
        return Optional.ofNullable(faces.application(applicant).facts().get(FactKey.NAME));
    }

    /** 申报方式, where it is another than the normal one. */
    static Optional<String> route(Visitor visitor, Item.Applicant applicant) {
        var policy = visitor.register().description().orElseThrow().policy();
        if (Masking.of(policy, FactKey.ROUTE) != Masking.AS_IS) return Optional.empty();
        return Optional.ofNullable(visitor.hall().faces().application(applicant).facts().get(FactKey.ROUTE));
    }

    /** Of somebody who works here; what the house does by itself has no name. */
    static String name(Visitor visitor, PersonId id) {
        return visitor.register().people().get(id).map(person -> visitor.hall().faces().identity(person).name()).orElse("");
    }

    static BigDecimal automatic(Visitor visitor, Item.Applicant applicant) {
        return visitor.meeting().book().countedOf(applicant.id()).automatic();
    }

    static Item.Applicant applicant(Visitor visitor, String id) {
        return visitor.register().applicants().get(Body.id(id, ApplicantId::new, "UNKNOWN_APPLICANT"))
                .orElseThrow(() -> Problem.of(404, "UNKNOWN_APPLICANT"));
    }

    static Round round(Visitor visitor, String id) {
        return visitor.meeting().floor().rounds().get(Body.id(id, RoundId::new, "UNKNOWN_ROUND"))
                .orElseThrow(() -> Problem.of(404, "UNKNOWN_ROUND"));
    }
}
