package conclave.web;

import conclave.codec.JsonFields;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.SittingCommand.AnnounceBallot;
import conclave.meeting.event.SittingCommand.CloseIssuing;
import conclave.meeting.event.SittingCommand.IssueToken;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.meeting.sitting.Issue;
import conclave.meeting.sitting.Round;
import conclave.node.Opened;
import conclave.node.Reply;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** A secret ballot under people's own names: announced, tokens signed, barred, opened. Casting is not here, because it has no name. */
final class BallotActions {

    private static final int LONGEST_BLINDED = 1024;
    private static final int MOST_SIGNERS = 4;

    private final Entrance entrance;
    private final Requests requests;

    BallotActions(Entrance entrance, Requests requests) {
        this.entrance = entrance;
        this.requests = requests;
    }

    List<Route> routes() {
        return List.of(Route.post("announceBallot", "/api/rounds/{round}/ballot/announcement", this::announce),
                Route.post("issueToken", "/api/rounds/{round}/ballot/token", this::issue),
                Route.post("closeIssuing", "/api/rounds/{round}/ballot/barrier", this::bar),
                Route.post("openBox", "/api/rounds/{round}/ballot/box", this::open));
    }

    /** Where no keys are due the order goes without: the meeting says why not, or answers a repeated one. */
    private void announce(RoutingContext context) {
        var visitor = entrance.actor(context);
        Requests.key(context);
        var round = Heads.round(visitor, context.pathParam("round"));
        var ballots = visitor.hall().ballots();
        aside(context, () -> runs(visitor, round) ? ballots.prepare(visitor.meeting(), round)
                .orElse(nothing(round)) : nothing(round), order -> requests.order(context, visitor, order).whenComplete((reply, _) -> {
                    if (reply instanceof Reply.Refused || reply instanceof Reply.Done done && done.again()) ballots.dismiss(order);
                }));
    }

    private static AnnounceBallot nothing(Round round) {
        return new AnnounceBallot(round.id(), "", List.of(), "");
    }

    private void issue(RoutingContext context) {
        var visitor = entrance.actor(context);
        var round = Heads.round(visitor, context.pathParam("round"));
        var blinded = Body.of(context).lines("blinded", MOST_SIGNERS, LONGEST_BLINDED).stream().map(BallotActions::number).toList();
        var ballots = visitor.hall().ballots();
        if (ballots.lost(round)) throw Problem.of(409, "BALLOT_LOST");
        var announced = round.casting().flatMap(casting -> casting.issue()).isPresent();
        var mark = announced && round.open() ? ballots.mark(round, blinded).orElseThrow(BallotActions::wrong) : "";
        var signed = new AtomicReference<>(List.<byte[]>of());
        var ordered = requests.order(context, visitor, new IssueToken(round.id(), mark)).thenCompose(reply -> reply instanceof Reply.Done
                ? signed(visitor, round, blinded).thenApply(all -> all.map(these -> {
                    signed.set(these);
                    return reply;
                }).orElse(new Reply.NotNow(Reply.Why.NOT_READY))) : CompletableFuture.completedFuture(reply));
        Answers.when(context, ordered, (fact, done) -> new JsonFields().put("at", fact.at()).list("signed", signed.get(), BallotPage::written)
                .orNull("receipt", done.receipt(), Answers::receipt).end());
    }

    /** By all signers; who does not get the answer of each now asks again. */
    private static CompletableFuture<Optional<List<byte[]>>> signed(Visitor visitor, Round round, List<byte[]> blinded) {
        var now = visitor.hall().meeting().floor().rounds().get(round.id()).orElse(round);
        return visitor.hall().ballots().sign(now, visitor.id(), blinded);
    }

    private static byte[] number(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw wrong();
        }
    }

    private static Problem wrong() {
        return Problem.of(400, "WRONG_SHAPE", "field", "blinded");
    }

    private void bar(RoutingContext context) {
        var visitor = entrance.actor(context);
        var round = Heads.round(visitor, context.pathParam("round"));
        var command = new CloseIssuing(round.id(), Body.of(context).flag("acceptMissing"));
        Answers.when(context, requests.order(context, visitor, command), Answers::done);
    }

    /** The box is closed and counted here, once, and what it says goes into the record. */
    private void open(RoutingContext context) {
        var visitor = entrance.actor(context);
        Requests.key(context);
        var round = Heads.round(visitor, context.pathParam("round"));
        var ballots = visitor.hall().ballots();
        var due = runs(visitor, round) && round.open() && round.casting().flatMap(casting -> casting.issue()).map(Issue::closed).orElse(false);
        // An opened box takes no more papers, and the record would not have what it says.
        if (due && visitor.meeting().floor().pause(round.room()).isPresent()) throw Problem.of(Refusal.of(Refusal.Code.ROOM_PAUSED));
        var nothing = new OpenBox(round.id(), List.of(), -1, List.of());
        var acceptMissing = Body.of(context).flag("acceptMissing");
        aside(context, () -> due ? opened(ballots.open(round, acceptMissing)) : nothing, order -> requests.order(context, visitor, order));
    }

    private static OpenBox opened(Opened opened) {
        return switch (opened) {
            case Opened.Said said -> said.order();
            case Opened.PapersOut _ -> throw Problem.of(409, "PAPERS_STILL_OUT");
            case Opened.OtherUnheard _ -> throw Problem.of(503, "OTHER_SERVER_UNHEARD");
            case Opened.Differs _ -> throw Problem.of(409, "BOXES_DIFFER");
            case Opened.NotHeld _ -> throw Problem.of(409, "BALLOT_LOST");
        };
    }

    private static boolean runs(Visitor visitor, Round round) {
        return visitor.rights().mayRun(round.room());
    }

    private interface Sent<C> {
        CompletableFuture<Reply> of(C command);
    }

    /** Keys are made and papers opened beside the event loop. */
    private static <C> void aside(RoutingContext context, Callable<C> work, Sent<C> send) {
        context.vertx().executeBlocking(work, false).onFailure(context::fail).onSuccess(command -> {
            try {
                Answers.when(context, send.of(command), Answers::done);
            } catch (Problem problem) {
                context.fail(problem);
            }
        });
    }
}
