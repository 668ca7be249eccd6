package conclave.web;

import conclave.meeting.Meeting;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.intake.Register;
import conclave.node.Chamber;
import conclave.node.Hall;
import conclave.node.House;
import conclave.node.Pass;
import conclave.node.Passes;
import conclave.node.Reply;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Who comes in: the pass in the cookie, held against the sign-in it stands for. There is no store of sessions. */
final class Entrance {

    /** The prefix makes browsers insist: this host only, over HTTPS only, for every path. */
    static final String COOKIE = "__Host-conclave";
    private static final String VISITOR = "visitor";

    private final House house;
    private final Passes passes;

    Entrance(House house, Passes passes) {
        this.house = house;
        this.passes = passes;
    }

    Passes passes() {
        return passes;
    }

    Visitor visitor(RoutingContext context) {
        Visitor known = context.get(VISITOR);
        if (known != null) return known;
        var cookie = context.request().getCookie(COOKIE);
        if (cookie == null) throw Problem.of(401, "NOT_SIGNED_IN");
        var pass = passes.read(cookie.getValue()).orElseThrow(() -> Problem.of(401, "NOT_SIGNED_IN"));
        var visitor = admit(pass);
        context.put(VISITOR, visitor);
        return visitor;
    }

    /** A visitor who wants something changed: the page must be ours, not one that borrows the cookie. */
    Visitor actor(RoutingContext context) {
        var visitor = visitor(context);
        var given = context.request().getHeader("X-CSRF-Token");
        var expected = passes.requestToken(visitor.pass());
        if (given == null || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8))) {
            throw Problem.of(403, "CSRF_MISSING");
        }
        return visitor;
    }

    /** What a node that is just coming back does not find may be there all the same: nobody is turned away for that. */
    Visitor admit(Pass pass) {
        Hall hall = house.hall(pass.meeting()).orElseGet(() -> late(pass));
        if (!hall.chamber().ready().isDone()) throw Problem.of(Reply.Why.NOT_READY);
        Meeting meeting = hall.meeting();
        Register register = meeting.intake().register().orElseThrow(() -> Problem.of(503, "MEETING_NOT_IMPORTED"));
        var session = meeting.floor().sessions().get(pass.person()).orElseThrow(() -> Problem.of(401, whyOver(meeting, register, pass.person())));
        if (!session.tokenHash().equals(Passes.hash(pass.token()))) throw Problem.of(401, "SIGNED_IN_ELSEWHERE");
        if (!session.validAt(house.clock().getAsLong())) throw Problem.of(401, "SESSION_EXPIRED");
        return new Visitor(hall, pass, meeting, register);
    }

    /** It may have been opened, or the node have begun to stop, between one look and the other. */
    private Hall late(Pass pass) {
        if (!house.settled()) throw Problem.of(Reply.Why.NOT_READY);
        return house.hall(pass.meeting()).orElseThrow(() -> house.settled() ? Problem.of(403, "FOREIGN_MEETING") : Problem.of(Reply.Why.NOT_READY));
    }

    /** Who did not sign out of themselves is told why they are out: the half-day was closed, or the meeting sealed. */
    private static String whyOver(Meeting meeting, Register register, PersonId person) {
        var seats = register.seatsOf(person);
        if (seats.isEmpty()) return "NOT_SIGNED_IN";
        if (meeting.ending().isSealed()) return "MEETING_OVER";
        return seats.stream().anyMatch(room -> meeting.floor().sitting(room).isPresent()) ? "NOT_SIGNED_IN" : "HALF_DAY_OVER";
    }

    /** The meeting that a caller's pass is for, whether or not they are signed in there; nobody's where there is no true pass. */
    Optional<Chamber> chamber(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(COOKIE)).flatMap(cookie -> passes.read(cookie.getValue()))
                .flatMap(pass -> house.hall(pass.meeting())).map(Hall::chamber);
    }

    /** Who it was is looked up anew, in the meeting as it stands by then. */
    void forget(RoutingContext context) {
        context.remove(VISITOR);
    }

    void letIn(RoutingContext context, Pass pass) {
        context.response().addCookie(cookie(passes.cookie(pass)));
    }

    void letOut(RoutingContext context) {
        context.response().addCookie(cookie("").setMaxAge(0));
    }

    private static Cookie cookie(String value) {
        return Cookie.cookie(COOKIE, value).setPath("/").setSecure(true).setHttpOnly(true).setSameSite(CookieSameSite.STRICT);
    }
}
