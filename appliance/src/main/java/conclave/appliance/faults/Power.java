package conclave.appliance.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The power of the whole floor goes: all three nodes at once lose what their disks had not really written. */
final class Power implements Fault {

    private final List<Disk> disks = new ArrayList<>();
    private List<String> through = List.of();

    static void main(String... arguments) throws Exception {
        Suite.run(new Power(), arguments);
    }

    @Override
    public String name() {
        return "power";
    }

    @Override
    public int usualCycles() {
        return 3;
    }

    @Override
    public Optional<String> missing() {
        return Apart.missing();
    }

    @Override
    public List<String> apart() {
        return List.of("--mount");
    }

    @Override
    public String canary() {
        return "the disks lie: no sync is ever done";
    }

    @Override
    public boolean canaryOfLaptops() {
        return false;
    }

    @Override
    public Trio kit(Ground ground) throws Exception {
        var folder = ground.stand().folder();
        for (var name : Trio.NAMES) disks.add(Disk.made(folder.resolve(name + ".img"), ground.folder().resolve(name)));
        if (ground.options().canary()) {
            var shim = Shim.built(folder, Trio.NAMES);
            through = shim.through();
            for (var name : Trio.NAMES) shim.treatSyncs(name, Shim.Manner.NEVER_SYNCING);
        }
        return Trio.start(ground, through);
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
        bout.kit().startUp(through);
        bout.say("the power is back, and all nodes are");
        if (!bout.kit().awaitWhole()) bout.ground().account().wrong("not all nodes came back");
        bout.crowd().resume();
    }
}
