package conclave.web;

import conclave.meeting.event.Command;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.SittingCommand.CallApplicant;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.CloseSitting;
import conclave.meeting.event.SittingCommand.LiftRecusal;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.PauseRoom;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.SittingCommand.ResumeRoom;
import conclave.meeting.event.SittingCommand.SwapExpert;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TransferCommand.AskReopening;
import conclave.meeting.event.TransferCommand.ReopenRoom;
import conclave.meeting.event.TransferCommand.SealMeeting;
import conclave.meeting.event.TransferCommand.SignOff;
import conclave.meeting.event.TransferCommand.SignWithoutRound;
import conclave.seal.RandomIds;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;

/** What secretaries and chairs do. Every one of these is an order; whether it may be, the meeting itself decides. */
final class RoomActions {

    /** All of China keeps one time; a kit whose system zone was never set still opens the right day. */
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Entrance entrance;
    private final Requests requests;

    RoomActions(Entrance entrance, Requests requests) {
        this.entrance = entrance;
        this.requests = requests;
    }

    List<Route> routes() {
        return List.of(
                order("openSitting", "/api/rooms/{room}/sitting", this::openSitting),
                order("closeSitting", "/api/rooms/{room}/sitting/close", (_, context) -> new CloseSitting(room(context))),
                order("pauseRoom", "/api/rooms/{room}/pause", (_, context) -> new PauseRoom(room(context))),
                order("resumeRoom", "/api/rooms/{room}/resume", (_, context) -> new ResumeRoom(room(context))),
                order("openRound", "/api/rooms/{room}/rounds", (_, context) -> new OpenRound(room(context), new RoundId("rnd_" + RandomIds.next()), RandomIds.next())),
                order("orderRecusal", "/api/rooms/{room}/recusals", RoomActions::recuse),
                order("liftRecusal", "/api/rooms/{room}/recusals/lift", RoomActions::lift),
                order("swapExpert", "/api/rooms/{room}/swap", RoomActions::swap),
                order("callApplicant", "/api/rounds/{round}/call", RoomActions::call),
                order("closeRound", "/api/rounds/{round}/close", RoomActions::closeRound),
                order("reopenRound", "/api/rounds/{round}/reopen", RoomActions::reopenRound),
                order("computeTally", "/api/rounds/{round}/tally", (_, context) -> new ComputeTally(round(context))),
                order("signOff", "/api/rounds/{round}/sign-off", (_, context) -> new SignOff(round(context))),
                order("signWithoutRound", "/api/rooms/{room}/sign-off", (_, context) -> new SignWithoutRound(room(context))),
                order("askReopening", "/api/rooms/{room}/reopening", RoomActions::askReopening),
                order("reopenRoom", "/api/rooms/{room}/reopen", (_, context) -> new ReopenRoom(room(context))),
                order("sealMeeting", "/api/meeting/seal", (_, _) -> new SealMeeting()));
    }

    private Route order(String operation, String path, BiFunction<Visitor, RoutingContext, Command> command) {
        return Route.post(operation, path, context -> {
            var visitor = entrance.actor(context);
            Answers.when(context, requests.order(context, visitor, command.apply(visitor, context)), Answers::done);
        });
    }

    private Command openSitting(Visitor visitor, RoutingContext context) {
        var half = Body.of(context).choice("half", Half.class);
        var day = Instant.ofEpochMilli(requests.now()).atZone(BEIJING).toLocalDate();
        return new OpenSitting(room(context), new SittingId("sit_" + RandomIds.next()), day.toString(), half);
    }

    private static Command recuse(Visitor visitor, RoutingContext context) {
        var body = Body.of(context);
        var applicant = applicantIn(visitor, context, body.text("applicant", 64));
        var note = body.note("note", 500).map(text -> visitor.hall().faces().sealNote("recusal", applicant, text));
        return new Recuse(expert(body), applicant, body.choice("ground", Ground.class), note);
    }

    private static Command lift(Visitor visitor, RoutingContext context) {
        var body = Body.of(context);
        return new LiftRecusal(expert(body), applicantIn(visitor, context, body.text("applicant", 64)));
    }

    private static Command swap(Visitor visitor, RoutingContext context) {
        var body = Body.of(context);
        var leaving = Body.id(body.text("leaving", 64), PersonId::new, "UNKNOWN_EXPERT");
        var reason = body.note("reason", 500).orElseThrow(() -> Problem.of(422, "REASON_MISSING"));
        return new SwapExpert(room(context), leaving, Body.id(body.text("coming", 64), PersonId::new, "UNKNOWN_EXPERT"),
                visitor.hall().faces().sealNote("swap", leaving, reason));
    }

    private static Command call(Visitor visitor, RoutingContext context) {
        return new CallApplicant(round(context), Heads.applicant(visitor, Body.of(context).text("applicant", 64)).id());
    }

    private static Command closeRound(Visitor visitor, RoutingContext context) {
        var body = Body.of(context);
        var round = round(context);
        return new CloseRound(round, body.flag("acceptMissing"),
                body.note("reason", 500).map(text -> visitor.hall().faces().sealNote("close", round, text)));
    }

    private static Command askReopening(Visitor visitor, RoutingContext context) {
        var room = room(context);
        var reason = Body.of(context).note("reason", 500).orElseThrow(() -> Problem.of(422, "REASON_MISSING"));
        return new AskReopening(room, visitor.hall().faces().sealNote("reopening", room, reason));
    }

    private static Command reopenRound(Visitor visitor, RoutingContext context) {
        var round = round(context);
        var reason = Body.of(context).note("reason", 500).orElseThrow(() -> Problem.of(422, "REASON_MISSING"));
        return new ReopenRound(round, visitor.hall().faces().sealNote("reopen", round, reason));
    }

    /** The path names the room in which this happens: an applicant of another room is not reached through it. */
    static ApplicantId applicantIn(Visitor visitor, RoutingContext context, String id) {
        var applicant = Heads.applicant(visitor, id);
        if (!visitor.meeting().walk().comesBefore(room(context), applicant.id())) throw Problem.of(403, "FOREIGN_APPLICANT");
        return applicant.id();
    }

    private static PersonId expert(Body body) {
        return Body.id(body.text("expert", 64), PersonId::new, "UNKNOWN_EXPERT");
    }

    private static RoomId room(RoutingContext context) {
        return Body.id(context.pathParam("room"), RoomId::new, "UNKNOWN_ROOM");
    }

    private static RoundId round(RoutingContext context) {
        return Body.id(context.pathParam("round"), RoundId::new, "UNKNOWN_ROUND");
    }
}
