package conclave.web;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.Stage;
import conclave.meeting.sitting.Round;

/** 答辩: who is asked in when, in the order that was drawn. */
final class DefenceList {

    private DefenceList() {
    }

    static Json json(Visitor visitor, Round round) {
        var stage = visitor.meeting().book().mode().stage(round.stage()).orElseThrow();
        if (!(stage instanceof Stage.Scoring scoring) || scoring.defence().isEmpty()) return Json.Null.NULL;
        return new JsonFields().list("order", round.candidates(), id -> new JsonFields().put("applicant", id.value())
                .put("code", visitor.register().applicants().get(id).orElseThrow().code())
                .orNull("calledAt", round.called().get(id), Json.Num::new).end()).end();
    }
}
