package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.Command;
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import conclave.meeting.event.SittingCommand.SignIn;
import conclave.meeting.event.SittingCommand.SignOut;
import conclave.node.House;
import conclave.node.Pass;
import conclave.node.Passes;
import conclave.node.Reply;
import conclave.node.SeatCard;
import conclave.presence.SignInThrottle;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Signing in by the code on the seat card, and out again (签到). */
final class SignInDesk {

    /** Longer than any half-day; closing the sitting ends it earlier. */
    private static final long LASTS = Duration.ofHours(10).toMillis();

    private final House house;
    private final Entrance entrance;
    private final Requests requests;
    private final Supplier<SignInThrottle> throttle;

    SignInDesk(House house, Entrance entrance, Requests requests, Supplier<SignInThrottle> throttle) {
        this.house = house;
        this.entrance = entrance;
        this.requests = requests;
        this.throttle = throttle;
    }

    List<Route> routes() {
        return List.of(Route.post("signIn", "/api/sign-in", this::signIn), Route.post("signOut", "/api/sign-out", this::signOut),
                Route.get("me", "/api/me", context -> Answers.json(context, me(context, entrance.visitor(context)))));
    }

    private void signIn(RoutingContext context) {
        var code = Body.of(context).text("code", 64);
        var address = context.request().remoteAddress().hostAddress();
        var now = Instant.ofEpochMilli(requests.now());
        var wait = throttle.get().mustWait(address, now);
        if (!wait.isZero()) throw Problem.of(429, "TOO_MANY_ATTEMPTS", "seconds", Long.toString(wait.toSeconds() + 1));
        var caller = house.byCode(code);
        if (caller.isEmpty()) {
            if (!house.settled()) throw Problem.of(Reply.Why.NOT_READY);
            throttle.get().failed(address, now);
            throw Problem.of(401, "UNKNOWN_CODE");
        }
        throttle.get().succeeded(address, now);
        admit(context, code, caller.get(), now.toEpochMilli());
    }

    /** Each sign-in is a new one: a key would make a second laptop share the first one's token. */
    private void admit(RoutingContext context, String code, House.Caller caller, long now) {
        var pass = new Pass(caller.hall().id(), caller.person(), Passes.freshToken(), now + LASTS);
        Command command = new SignIn(caller.person(), Passes.hash(pass.token()), pass.expiresAt());
        Context home = context.vertx().getOrCreateContext();
        caller.hall().chamber().submit(new Order("", "", caller.person(), now, command)).whenComplete((reply, failure) ->
                home.runOnContext(_ -> {
                    if (failure != null) context.fail(failure);
                    else if (reply instanceof Reply.Done && !stillTheirs(code, caller)) undo(context, pass, caller);
                    else answer(context, pass, reply);
                }));
    }

    /** A server that was behind may have let somebody in with a card that was lost and renewed meanwhile; by now it has read of it. */
    private boolean stillTheirs(String code, House.Caller caller) {
        return house.byCode(code).filter(now -> now.person().equals(caller.person())).isPresent();
    }

    private void undo(RoutingContext context, Pass pass, House.Caller caller) {
        Command leaving = new SignOut(caller.person(), Passes.hash(pass.token()));
        caller.hall().chamber().submit(new Order("", "", caller.person(), requests.now(), leaving));
        Answers.problem(context, Problem.of(401, "UNKNOWN_CODE"));
    }

    private void answer(RoutingContext context, Pass pass, Reply reply) {
        switch (reply) {
            case Reply.Refused refused -> Answers.problem(context, Problem.of(refused.refusal()));
            case Reply.NotNow notNow -> Answers.problem(context, Problem.of(notNow.why()));
            case Reply.Done _ -> {
                entrance.letIn(context, pass);
                Answers.json(context, me(context, entrance.admit(pass)));
            }
        }
    }

    private void signOut(RoutingContext context) {
        var visitor = entrance.actor(context);
        var command = new SignOut(visitor.id(), Passes.hash(visitor.pass().token()));
        entrance.letOut(context);
        Answers.when(context, requests.order(context, visitor, command), Answers::done);
    }

    private Json me(RoutingContext context, Visitor visitor) {
        var person = visitor.person();
        var card = SeatCard.of(visitor.hall(), person);
        var words = Words.of(context.request().getHeader("Accept-Language"));
        return new JsonFields().put("person", person(visitor, person, card)).put("meeting", Heads.meeting(visitor))
                .list("words", words.chinese() ? card.words() : card.wordsEn(), Json::text)
                .put("csrf", entrance.passes().requestToken(visitor.pass())).put("expiresAt", visitor.pass().expiresAt())
                .put("now", requests.now()).end();
    }

    private static Json person(Visitor visitor, Item.Person person, SeatCard card) {
        var room = person.grants().stream().flatMap(grant -> grant.room().stream()).findFirst().flatMap(id -> visitor.register().rooms().get(id));
        return new JsonFields().put("id", person.id().value()).put("name", card.name()).put("seat", card.seat())
                .list("roles", person.grants().stream().map(Item.Grant::role).distinct().toList(), role -> Json.text(Codec.name(role)))
                .orNull("room", room, Heads::room).end();
    }
}
