package conclave.web;

import conclave.meeting.event.Command;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.SittingCommand.CastPaper;
import conclave.meeting.event.SittingCommand.CountPapers;
import conclave.meeting.event.SittingCommand.Counted;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.BiFunction;

/** 票决: papers of a named ballot are cast, papers filled in by hand are told. What somebody voted is said back to nobody. */
final class Ballots {

    private static final int MOST_CANDIDATES = 1500;

    private final Entrance entrance;
    private final Requests requests;

    Ballots(Entrance entrance, Requests requests) {
        this.entrance = entrance;
        this.requests = requests;
    }

    List<Route> routes() {
        return List.of(order("castPaper", "/api/rounds/{round}/paper", Ballots::paper),
                order("countPapers", "/api/rounds/{round}/count", Ballots::count));
    }

    private Route order(String operation, String path, BiFunction<Visitor, RoutingContext, Command> command) {
        return Route.post(operation, path, context -> {
            var visitor = entrance.actor(context);
            Answers.when(context, requests.order(context, visitor, command.apply(visitor, context)), Answers::done);
        });
    }

    private static Command paper(Visitor visitor, RoutingContext context) {
        return new CastPaper(round(context), Body.of(context).texts("paper", MOST_CANDIDATES));
    }

    private static Command count(Visitor visitor, RoutingContext context) {
        var body = Body.of(context);
        var lines = body.list("lines", MOST_CANDIDATES).stream().map(line -> new Counted(
                Heads.applicant(visitor, line.text("applicant", 64)).id(), line.whole("yes"), line.whole("against"), line.whole("abstained"))).toList();
        return new CountPapers(round(context), body.whole("returned"), body.whole("invalid"), lines);
    }

    private static RoundId round(RoutingContext context) {
        return Body.id(context.pathParam("round"), RoundId::new, "UNKNOWN_ROUND");
    }
}
