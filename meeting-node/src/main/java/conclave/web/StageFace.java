package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.Stage;
import conclave.meeting.sitting.Casting;
import java.util.Optional;

/** A stage as pages need it: what people do in it, and in which form. */
final class StageFace {

    private StageFace() {
    }

    static Json of(Stage stage) {
        return of(stage, Optional.empty());
    }

    /** A ballot is held as its papers were issued, which need not be as the mode would like it. */
    static Json of(Stage stage, Optional<Casting> casting) {
        var ballot = stage instanceof Stage.Balloting b ? Optional.of(b) : Optional.<Stage.Balloting>empty();
        var defence = stage instanceof Stage.Scoring s ? s.defence() : Optional.<Stage.Defence>empty();
        return new JsonFields().put("code", stage.code()).put("name", stage.name()).put("kind", kind(stage))
                .maybe("form", ballot.map(b -> Codec.name(b.form())))
                .maybe("secrecy", ballot.map(b -> Codec.name(casting.map(Casting::secrecy).orElse(b.secrecy()))))
                .orNull("choose", ballot.map(Stage.Balloting::choose), names -> new Json.Num(names))
                .orNull("places", ballot.map(Stage.Balloting::places), places -> new Json.Num(places))
                .orNull("defence", defence, StageFace::defence).end();
    }

    static String kind(Stage stage) {
        return switch (stage) {
            case Stage.Scoring _ -> "score";
            case Stage.OpinionWriting _ -> "opinion";
            case Stage.Balloting _ -> "ballot";
            case Stage.AutoScore _, Stage.Reading _, Stage.Ranking _, Stage.Cut _, Stage.SignOff _ -> "confirm";
        };
    }

    static String secrecy(Casting casting) {
        return Codec.name(casting.secrecy());
    }

    private static Json defence(Stage.Defence defence) {
        return new JsonFields().put("drawnOrder", defence.drawnOrder()).put("minutesToSpeak", defence.minutesToSpeak())
                .put("minutesToAnswer", defence.minutesToAnswer()).end();
    }
}
