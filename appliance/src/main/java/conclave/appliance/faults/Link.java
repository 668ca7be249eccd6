package conclave.appliance.faults;

/** The wires between the nodes, and to the laptops, are slow and lose packets. */
final class Link implements Fault {

    private static final int KILOBITS = 4_000;
    private static final int MILLIS = 200;
    private static final int LOST = 5;

    static void main(String... arguments) throws Exception {
        Suite.run(new Link(), arguments);
    }

    @Override
    public int usualCycles() {
        return 3;
    }

    @Override
    public Setting setting() {
        return Setting.OWN_WIRES;
    }

    @Override
    public Canary canary() {
        return Canary.RECEIPTS;
    }

    @Override
    public void strike(Bout bout) throws Exception {
        int seconds = bout.ground().options().seconds(20);
        bout.say(KILOBITS / 1000 + " Mbit/s, up to " + MILLIS + " ms in the queue, " + LOST + " % of forwarded packets lost, for " + seconds + " s");
        Wires.spoil(KILOBITS, MILLIS, LOST);
        try {
            Thread.sleep(seconds * 1000L);
        } finally {
            Wires.clean();
        }
        if (!bout.kit().awaitWhole()) bout.ground().account().wrong("not all nodes caught up");
    }
}
