package conclave.web;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.ledger.Receipt;
import conclave.meeting.event.Command;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.SittingCommand.CastPaper;
import conclave.meeting.event.SittingCommand.CountPapers;
import conclave.meeting.event.SittingCommand.Counted;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.sitting.Casting;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
        return List.of(Route.get("myPaper", "/api/rounds/{round}/paper", this::mine), order("castPaper", "/api/rounds/{round}/paper", Ballots::paper),
                order("countPapers", "/api/rounds/{round}/count", Ballots::count));
    }

    private Route order(String operation, String path, BiFunction<Visitor, RoutingContext, Command> command) {
        return Route.post(operation, path, context -> {
            var visitor = entrance.actor(context);
            Answers.when(context, requests.order(context, visitor, command.apply(visitor, context)), Answers::done);
        });
    }

    /** Whether this person has cast, and the number of the receipt again; the line in which the choice stands is said once only. */
    private void mine(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var casting = Heads.round(visitor, context.pathParam("round")).casting().filter(one -> one.secrecy() == Secrecy.NAMED)
                .orElseThrow(() -> Problem.of(Refusal.of(Refusal.Code.NOT_A_BALLOT)));
        if (!casting.electors().contains(visitor.id())) throw Problem.of(Refusal.of(Refusal.Code.NOT_AN_ELECTOR));
        var given = casting.papers().get(visitor.id());
        var receipt = given.map(paper -> visitor.hall().chamber().receipt(paper.seq()).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.<Receipt>empty()));
        Context home = context.vertx().getOrCreateContext();
        receipt.whenComplete((proof, failure) -> home.runOnContext(_ -> {
            if (failure != null) context.fail(failure);
            else Answers.json(context, new JsonFields().orNull("at", given.map(Casting.Given::at), Json.Num::new)
                    .orNull("receipt", proof, Ballots::number).end());
        }));
    }

    private static Json number(Receipt receipt) {
        return new JsonFields().put("seq", receipt.fields().end().number("seq")).put("short", receipt.shortForm()).end();
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
