package conclave.appliance.faults;


/** All three nodes are killed in one moment, and whoever keeps them up with them; what their disks were told they have. */
final class Blackout implements Fault {

    static void main(String... arguments) throws Exception {
        Suite.run(new Blackout(), arguments);
    }

    @Override
    public int usualCycles() {
        return 3;
    }

    @Override
    public void strike(Bout bout) throws Exception {
        bout.say("kill -9 all three");
        int pauses = bout.crowd().pauses();
        bout.kit().killAll();
        bout.kit().startUp();
        if (!bout.kit().awaitWhole()) bout.ground().account().wrong("not all nodes came back");
        if (!bout.crowd().findsRoomsPaused(pauses)) bout.ground().account().wrong("rooms did not come back paused");
    }
}
