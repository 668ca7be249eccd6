package conclave.appliance.faults;

/** A kit at work, at the moment when something is about to befall it. */
record Bout(Ground ground, Trio kit, Crowd crowd) {

    /** The leader half of the time, else anybody. */
    Trio.Node victim() throws Exception {
        var chance = ground.chance();
        var leader = Leadership.of(kit);
        var any = kit.nodes().get(chance.nextInt(kit.nodes().size()));
        return chance.nextBoolean() && leader.isPresent() ? kit.node(leader.get()) : any;
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
