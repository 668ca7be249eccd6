package conclave.appliance.faults;

import java.util.ArrayList;
import java.util.List;

/** The power of the whole floor goes: all three nodes at once lose what their disks had not really written. */
final class Power implements Fault {

    private final List<Disk> disks = new ArrayList<>();

    static void main(String... arguments) throws Exception {
        Suite.run(new Power(), arguments);
    }

    @Override
    public int usualCycles() {
        return 3;
    }

    @Override
    public Setting setting() {
        return Setting.OWN_DISKS;
    }

    @Override
    public Canary canary() {
        return Canary.ALL_SYNCS;
    }

    @Override
    public void prepare(Ground ground) throws Exception {
        var folder = ground.stand().folder();
        for (var name : Trio.NAMES) disks.add(Disk.made(folder.resolve(name + ".img"), ground.folder().resolve(name)));
    }

    @Override
    public void leave(Ground ground) throws Exception {
        for (var disk : disks) Commands.run("umount", "--lazy", disk.place().toString());
    }

    @Override
    public void strike(Bout bout) throws Exception {
        bout.say("the power goes");
        for (var disk : disks) disk.cut();
        bout.kit().killAll();
        for (var disk : disks) {
            disk.unmount();
            disk.mount();
        }
        bout.kit().startUp();
        bout.say("the power is back, and all nodes are");
        if (!bout.kit().awaitWhole()) bout.ground().account().wrong("not all nodes came back");
    }
}
