package conclave.web;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.sitting.Round;
import conclave.meeting.tally.Tallies;
import conclave.meeting.transfer.Ending;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The count of a closed round, for those in charge of its room (计票结果). */
final class TallyPage {

    private final Entrance entrance;

    TallyPage(Entrance entrance) {
        this.entrance = entrance;
    }

    List<Route> routes() {
        return List.of(Route.get("tally", "/api/rounds/{round}/tally", this::tally));
    }

    private void tally(RoutingContext context) {
        var visitor = entrance.visitor(context);
        Round round = Heads.round(visitor, context.pathParam("round"));
        Visitor.allow(visitor.rights().toWatch(round.room()));
        Tallies.Tally tally = visitor.meeting().tallies().of().get(round.id()).orElseThrow(() -> Problem.of(404, "ROUND_NOT_TALLIED"));
        var signature = visitor.meeting().ending().signatures().get(round.id());
        Answers.json(context, new JsonFields().put("round", round.id().value()).put("computedAt", tally.at())
                .orNull("signedOffAt", signature.map(Ending.Signature::at), Json.Num::new)
                .list("rows", tally.rows(), row -> Results.row(visitor, row)).end());
    }
}
