package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.AmendmentCommand.EnterPermit;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.PermitKind;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Role;
import conclave.meeting.intake.Permission;
import conclave.meeting.sitting.Sitting;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** 批准与备案: what the committee has, what it still lacks, and a number that somebody enters because it came late. */
final class PermitDesk {

    private final Entrance entrance;
    private final Requests requests;

    PermitDesk(Entrance entrance, Requests requests) {
        this.entrance = entrance;
        this.requests = requests;
    }

    List<Route> routes() {
        return List.of(Route.post("enterPermit", "/api/permits", this::enter));
    }

    private void enter(RoutingContext context) {
        var visitor = entrance.actor(context);
        var body = Body.of(context);
        var number = body.note("number", 100).orElseThrow(() -> Problem.of(422, "PERMIT_UNSOUND", "wrong", "number"));
        var command = new EnterPermit(body.choice("kind", PermitKind.class), number, body.maybe("until", 10).filter(day -> !day.isBlank()));
        Answers.when(context, requests.order(context, visitor, command), Answers::done);
    }

    /** Nothing where the committee needs none, and in a rehearsal. */
    static Optional<Json> face(Visitor visitor, RoomId room, long now) {
        var day = visitor.meeting().floor().sitting(room).map(Sitting::day)
                .orElseGet(() -> Instant.ofEpochMilli(now).atOffset(ZoneOffset.ofHours(8)).toLocalDate().toString());
        return Permission.needed(visitor.register()).map(permits -> face(visitor, permits, Permission.all(visitor.register(), day)));
    }

    private static Json face(Visitor visitor, Item.Permits permits, List<Refusal> lacking) {
        return new JsonFields().maybe("approval", permits.approval().map(Item.Approval::number)).maybe("until", permits.approval().map(Item.Approval::until))
                .maybe("filedBefore", permits.filedBefore()).maybe("filedForMeeting", permits.filedForMeeting()).put("waived", Permission.waived(permits))
                .list("lacking", lacking, one -> Json.text(Codec.name(one.code())))
                .put("mayEnter", List.of(Role.SECRETARY, Role.CHAIR, Role.REGISTRAR).stream().anyMatch(role -> visitor.register().holdsAnywhere(visitor.id(), role)))
                .end();
    }
}
