package conclave.web;

import conclave.codec.JsonFields;
import conclave.meeting.SeatPreview;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Command;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Order;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.SwapExpert;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Before an expert is replaced or recused by order: what would follow, said to the one who may order it. Nothing is changed and nothing recorded. */
final class SeatDesk {

    private final Entrance entrance;
    private final Requests requests;

    SeatDesk(Entrance entrance, Requests requests) {
        this.entrance = entrance;
        this.requests = requests;
    }

    List<Route> routes() {
        return List.of(preview("swapPreview", "/api/rooms/{room}/swap/preview", SeatDesk::swap),
                preview("recusalPreview", "/api/rooms/{room}/recusals/preview", SeatDesk::recusal));
    }

    private Route preview(String operation, String path, BiFunction<Visitor, RoutingContext, Command> command) {
        return Route.get(operation, path, context -> {
            var visitor = entrance.visitor(context);
            var room = room(context);
            // An expert may recuse themselves, but not learn from it how the others have scored.
            Visitor.allow(visitor.rights().toRun(room));
            Visitor.allow(visitor.rights().toSeeRanks(room));
            var order = new Order("", "", visitor.id(), requests.now(), command.apply(visitor, context));
            var preview = SeatPreview.of(visitor.meeting(), order);
            var words = Words.of(context.request().getHeader("Accept-Language"));
            Answers.json(context, new JsonFields().orNull("refused", preview.refused(), refusal -> Problem.of(refusal).json(words, ""))
                    .orNull("change", preview.change(), change -> SeatChanges.of(visitor, change)).end());
        });
    }

    private static Command swap(Visitor visitor, RoutingContext context) {
        return new SwapExpert(room(context), person(context, "leaving"), person(context, "coming"), new Ciphertext(""));
    }

    private static Command recusal(Visitor visitor, RoutingContext context) {
        var applicant = RoomActions.applicantIn(visitor, context, asked(context, "applicant"));
        return new Recuse(person(context, "expert"), applicant, Ground.OTHER_INTEREST, Optional.empty());
    }

    private static RoomId room(RoutingContext context) {
        return Body.id(context.pathParam("room"), RoomId::new, "UNKNOWN_ROOM");
    }

    private static PersonId person(RoutingContext context, String name) {
        return Body.id(asked(context, name), PersonId::new, "UNKNOWN_EXPERT");
    }

    private static String asked(RoutingContext context, String name) {
        var value = context.request().getParam(name);
        if (value == null || value.length() > 64) throw Problem.of(400, "WRONG_SHAPE", "field", name);
        return value;
    }
}
