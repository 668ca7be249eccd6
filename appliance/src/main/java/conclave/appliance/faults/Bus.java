package conclave.appliance.faults;

/**
 * What carries presence from server to server is cut and stays cut, and in the middle of it a node loses its power:
 * scores, receipts, forwarding and failover must not notice. Packets to the presence port vanish; all others pass.
 */
final class Bus implements Fault {

    private static final String PRESENCE = "8446";
    private static final double SERVED_WITHIN_SECONDS = 30;

    static void main(String... arguments) throws Exception {
        Suite.run(new Bus(), arguments);
    }

    @Override
    public int usualCycles() {
        return 2;
    }

    @Override
    public Setting setting() {
        return Setting.OWN_WIRES;
    }

    @Override
    public double longestSilence() {
        return SERVED_WITHIN_SECONDS;
    }

    @Override
    public void strike(Bout bout) throws Exception {
        int seconds = bout.ground().options().seconds(20);
        cut();
        try {
            bout.say("nothing of presence passes between the servers");
            Thread.sleep(seconds * 1000L);
            bout.crowd().awaitAcknowledgements(bout.ground().options().rate());
            var victim = bout.victim();
            bout.say("kill -9 " + bout.known(victim) + " meanwhile");
            victim.kill();
            if (!bout.kit().awaitWhole()) bout.ground().account().wrong(victim.name() + " did not come back without the bus");
            bout.crowd().awaitAcknowledgements(bout.ground().options().rate());
        } finally {
            mend();
        }
    }

    private static void cut() throws Exception {
        Commands.run("nft", "add table ip busless; add chain ip busless forward { type filter hook forward priority 0; }; "
                + "add rule ip busless forward tcp dport " + PRESENCE + " drop; add rule ip busless forward tcp sport " + PRESENCE + " drop");
    }

    private static void mend() throws Exception {
        Commands.run("nft", "delete", "table", "ip", "busless");
    }
}
