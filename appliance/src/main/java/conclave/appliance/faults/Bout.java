package conclave.appliance.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** A kit at work, at the moment when something is about to befall it for the so-manieth time, counted from 1. */
record Bout(Ground ground, Trio kit, Crowd crowd, int number) {

    private static final Duration ELECTION = Duration.ofSeconds(30);
    private static final long AHEAD_MS = 2_000;
    private static final Duration SHORT = Duration.ofSeconds(45);

    interface Strike {
        void fall() throws Exception;
    }

    /** The leader and somebody else by turns. */
    Trio.Node leaderOrNot() throws Exception {
        return number % 2 == 1 ? leader() : follower();
    }

    Trio.Node leader() throws Exception {
        var found = new AtomicReference<String>();
        if (!Patience.of(ELECTION).until(() -> Leadership.of(kit).map(name -> set(found, name)).isPresent())) throw new IOException("nobody leads");
        return kit.node(found.get());
    }

    private static String set(AtomicReference<String> found, String name) {
        found.set(name);
        return name;
    }

    Trio.Node follower() throws Exception {
        var leader = leader();
        var others = kit.nodes().stream().filter(node -> !node.name().equals(leader.name())).toList();
        return others.get(ground.chance().nextInt(others.size()));
    }

    /** The leader half of the time, else anybody. */
    Trio.Node victim() throws Exception {
        var chance = ground.chance();
        var leader = Leadership.of(kit);
        var any = kit.nodes().get(chance.nextInt(kit.nodes().size()));
        return chance.nextBoolean() && leader.isPresent() ? kit.node(leader.get()) : any;
    }

    /** The others stand still for a moment before: what only the victim knows goes with it. */
    void aheadOfTheOthers(Trio.Node victim, Strike strike) throws Exception {
        var others = kit.nodes().stream().filter(node -> !node.name().equals(victim.name())).flatMap(node -> node.pid().stream()).toList();
        try {
            for (long pid : others) Trio.Node.signal("STOP", pid);
            Thread.sleep(AHEAD_MS);
            strike.fall();
        } finally {
            for (long pid : others) Trio.Node.signal("CONT", pid);
        }
    }

    /** Without a protection there is nothing worth a long wait: a node that has a history of its own never catches up. */
    boolean wholeAgain() throws IOException, InterruptedException {
        return ground.options().canary() ? kit.awaitWhole(SHORT) : kit.awaitWhole();
    }

    void say(String sentence) {
        ground.account().say(sentence);
    }

    /** Leader or not, for the account. */
    String known(Trio.Node node) throws Exception {
        return node.name() + (Leadership.of(kit).equals(java.util.Optional.of(node.name())) ? " (leads)" : " (follows)");
    }

    /** A pause before a strike, so that it comes at any moment of the work. */
    void letThemWork() throws InterruptedException {
        crowd.awaitAcknowledgements(ground.options().rate() * 2 + ground.chance().nextInt(ground.options().rate()));
    }
}
