package conclave.appliance.faults;

/** The plug of one node is pulled, as far as its process goes; its supervisor starts it again. */
final class Kill implements Fault {

    static void main(String... arguments) throws Exception {
        Suite.run(new Kill(), arguments);
    }

    @Override
    public int usualCycles() {
        return 6;
    }

    @Override
    public void strike(Bout bout) throws Exception {
        var victim = bout.victim();
        bout.say("kill -9 " + bout.known(victim));
        victim.kill();
        if (!bout.kit().awaitWhole()) bout.ground().account().wrong(victim.name() + " did not come back");
    }
}
