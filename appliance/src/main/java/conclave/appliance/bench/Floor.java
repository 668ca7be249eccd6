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

    static List<Laptop> signIn(RunningNode node, List<Json.Obj> people) {
        return all(people, person -> Laptop.signIn(node.switchboard(), person.text("code")));
    }

    /** Opens the half-day in every room; who signs in from now on is present. */
    static List<Laptop> openSittings(RunningNode node) {
        var people = node.people("secretary");
        var secretaries = signIn(node, people);
        for (int i = 0; i < people.size(); i++) {
            secretaries.get(i).post("/api/rooms/" + people.get(i).text("roomId") + "/sitting", Json.object().with("half", "morning")).join();
        }
        return secretaries;
    }

    /** Every expert of every room at a desk with an open round. */
    static List<Seat> atWork(RunningNode node) {
        var secretaries = openSittings(node);
        var experts = signIn(node, node.people("expert"));
        var people = node.people("secretary");
        for (int i = 0; i < people.size(); i++) {
            secretaries.get(i).post("/api/rooms/" + people.get(i).text("roomId") + "/rounds", Json.object()).join();
            secretaries.get(i).line().close();
        }
        var desks = all(experts, expert -> expert.get("/api/desk"));
        var seats = new ArrayList<Seat>();
        for (int i = 0; i < experts.size(); i++) seats.add(new Seat(i, experts.get(i), desks.get(i)));
        return seats;
    }

    private static <A, B> List<B> all(List<A> items, Function<A, CompletableFuture<B>> each) {
        return items.stream().map(each).toList().stream().map(CompletableFuture::join).toList();
    }
}
