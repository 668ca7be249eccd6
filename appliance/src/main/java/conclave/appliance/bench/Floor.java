package conclave.appliance.bench;

import conclave.codec.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The whole floor at work: every room's secretary has opened the half-day and the round, every expert has signed in. */
final class Floor {

    private Floor() {
    }

    static List<Laptop> signIn(Venue venue, List<Json.Obj> people) {
        var laptops = new ArrayList<CompletableFuture<Laptop>>();
        for (int i = 0; i < people.size(); i++) laptops.add(Laptop.signIn(venue.switchboard(i), people.get(i).text("code")));
        return laptops.stream().map(CompletableFuture::join).toList();
    }

    /** Opens the half-day in every room; who signs in from now on is present. */
    static List<Laptop> openSittings(Venue venue) {
        var people = venue.people("secretary");
        var secretaries = signIn(venue, people);
        for (int i = 0; i < people.size(); i++) {
            secretaries.get(i).post("/api/rooms/" + people.get(i).text("roomId") + "/sitting", Json.object().with("half", "morning")).join();
        }
        return secretaries;
    }

    /** Every expert of every room at a desk with an open round. */
    static List<Seat> atWork(Venue venue) {
        var experts = experts(venue);
        var desks = all(experts, expert -> expert.get("/api/desk"));
        var seats = new ArrayList<Seat>();
        for (int i = 0; i < experts.size(); i++) seats.add(new Seat(i, experts.get(i), desks.get(i)));
        return seats;
    }

    /** Every expert of every room, signed in, with a round open. */
    static List<Laptop> experts(Venue venue) {
        var secretaries = openSittings(venue);
        var experts = signIn(venue, venue.people("expert"));
        var people = venue.people("secretary");
        for (int i = 0; i < people.size(); i++) {
            secretaries.get(i).post("/api/rooms/" + people.get(i).text("roomId") + "/rounds", Json.object()).join();
            secretaries.get(i).line().close();
        }
        return experts;
    }

    static <A, B> List<B> all(List<A> items, Function<A, CompletableFuture<B>> each) {
        return items.stream().map(each).toList().stream().map(CompletableFuture::join).toList();
    }
}
