package conclave.simulation;

import conclave.ledger.LedgerId;
import conclave.ledger.Peers;
import conclave.ledger.Stand;
import conclave.ledger.Unsettled;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** How one node speaks to the others, in one of its lives: what is said may get lost, dawdle, or find nobody; so may the answer. */
final class Wire implements Peers {

    private final Scene scene;
    private final Station station;
    private final int life;

    Wire(Scene scene, Station station, int life) {
        this.scene = scene;
        this.station = station;
        this.life = life;
    }

    /** The road of an entry to the leader. */
    CompletableFuture<Void> carry(String leader, LedgerId id, byte[] entry) {
        return say(leader, to -> to.ledger().append(entry));
    }

    @Override
    public List<String> others() {
        if (scene.twist() == Twist.REFUSED_UNASKED) return List.of();
        return scene.kit().all().stream().filter(one -> one != station).map(one -> one.name).toList();
    }

    @Override
    public CompletableFuture<Stand> stand(String peer, LedgerId ledger) {
        return say(peer, to -> CompletableFuture.completedFuture(to.ledger().stand()));
    }

    private <T> CompletableFuture<T> say(String name, Function<Station, CompletableFuture<T>> there) {
        var answer = new CompletableFuture<T>();
        var to = scene.kit().named(name);
        if (scene.weather().losesMessage()) return answer;
        scene.agenda().after(scene.weather().travel(), () -> {
            if (scene.kit().reaches(station, to)) to.soon(0, () -> there.apply(to).whenComplete((said, failure) -> back(to, said, failure, answer)));
            else station.inLife(life, 0, () -> answer.completeExceptionally(new Unsettled("no way to " + name)));
        });
        return answer;
    }

    private <T> void back(Station to, T said, Throwable failure, CompletableFuture<T> answer) {
        if (scene.weather().losesMessage()) return;
        station.inLife(life, scene.weather().travel(), () -> {
            if (failure != null || !scene.kit().reaches(to, station)) answer.completeExceptionally(new Unsettled("it did not come back", failure));
            else answer.complete(said);
        });
    }
}
