package conclave.simulation;

import conclave.node.Reply;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** What stands between a person and the nodes: it asks again with the same key, here or elsewhere, until somebody says yes or no. */
final class Laptop {

    private static final Reply NOTHING_HEARD = new Reply.NotNow(Reply.Why.OUTCOME_UNKNOWN);

    private final Scene scene;
    private Station at;

    Laptop(Scene scene) {
        this.scene = scene;
        this.at = scene.dice().one(scene.kit().all());
    }

    /** Without a key nothing is sent twice: then an unknown outcome is what is heard. */
    void ask(Wish wish, Consumer<Reply> then) {
        scene.history().wishes.put(wish.request, wish);
        attempt(wish, then);
    }

    private void attempt(Wish wish, Consumer<Reply> then) {
        if (scene.dice().chance(300)) elsewhere();
        var done = new AtomicBoolean();
        Consumer<Reply> first = reply -> {
            if (!done.getAndSet(true)) heard(wish, reply, then);
        };
        send(wish, at, first);
        if (!wish.key.isEmpty() && scene.dice().chance(50)) send(wish, scene.dice().one(scene.kit().all()), first);
        scene.agenda().after(scene.dice().between(2_000, 8_000), () -> first.accept(NOTHING_HEARD));
    }

    private void heard(Wish wish, Reply reply, Consumer<Reply> then) {
        if (reply instanceof Reply.NotNow && !wish.key.isEmpty()) {
            scene.history().count("asked again");
            elsewhere();
            scene.agenda().after(scene.dice().between(20, 600), () -> attempt(wish, then));
            return;
        }
        then.accept(reply);
        // An impatient finger, or an answer that the page did not get to see.
        if (reply instanceof Reply.Done && !wish.key.isEmpty() && scene.dice().chance(80)) send(wish, scene.dice().one(scene.kit().all()), _ -> { });
    }

    private void elsewhere() {
        at = scene.dice().one(scene.kit().all());
    }

    private void send(Wish wish, Station to, Consumer<Reply> heard) {
        scene.agenda().after(scene.weather().travel(), () -> {
            if (to.up()) to.soon(0, () -> arrive(wish, to, heard));
            else scene.agenda().after(1, () -> heard.accept(NOTHING_HEARD));
        });
    }

    private void arrive(Wish wish, Station at, Consumer<Reply> heard) {
        wish.asked();
        var asked = scene.log().size();
        var order = at.order(wish);
        at.chamber().submit(order).thenAccept(reply -> {
            wish.heard(reply);
            scene.history().told.add(new History.Told(at, asked, at.ledger().owed(), wish, order, reply));
            scene.history().note(scene.agenda(), () -> at.name + " says to " + wish + ": " + shortly(reply));
            if (!scene.weather().losesMessage()) scene.agenda().after(scene.weather().travel(), () -> heard.accept(reply));
        });
    }

    private static String shortly(Reply reply) {
        return switch (reply) {
            case Reply.Done done -> (done.again() ? "done before" : "done") + done.receipt().map(receipt -> ", line " + receipt.seq()).orElse("");
            case Reply.Refused refused -> refused.refusal().code().toString();
            case Reply.NotNow no -> no.why().toString();
        };
    }
}
