package conclave.web;

import conclave.meeting.event.Command;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.node.FreshCard;
import conclave.node.House;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** 补发登录卡: the old code dies at once. The new one is in no answer: it is printed at the server, so that nobody in the room has two cards. */
final class CardDesk {

    private final House house;
    private final Entrance entrance;
    private final Requests requests;

    CardDesk(House house, Entrance entrance, Requests requests) {
        this.house = house;
        this.entrance = entrance;
        this.requests = requests;
    }

    List<Route> routes() {
        return List.of(Route.post("renewCard", "/api/rooms/{room}/cards", context -> {
            var visitor = entrance.actor(context);
            Answers.when(context, requests.order(context, visitor, renewal(visitor, context)), Answers::done);
        }));
    }

    /** The path names the room: somebody of another room is not reached through it. */
    private Command renewal(Visitor visitor, RoutingContext context) {
        var room = Body.id(context.pathParam("room"), RoomId::new, "UNKNOWN_ROOM");
        var person = Body.id(Body.of(context).text("person", 64), PersonId::new, "UNKNOWN_PERSON");
        var ofTheRoom = visitor.register().people().get(person).map(Item.Person::grants).stream().flatMap(List::stream)
                .anyMatch(grant -> grant.room().equals(Optional.of(room)));
        if (!ofTheRoom) throw Problem.of(404, "UNKNOWN_PERSON");
        return FreshCard.order(visitor.hall(), house.codes(), person, Optional.empty()).orElseThrow(() -> Problem.of(404, "UNKNOWN_PERSON"));
    }
}
