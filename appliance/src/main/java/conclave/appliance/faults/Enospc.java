package conclave.appliance.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Somebody else fills the disk of one server: it takes no more scores, is still read from, and takes them again later. */
final class Enospc implements Fault {

    private static final String SERVER = "b";
    private static final String SIZE = "900m";
    /** Below the floor of 512 MB that a node keeps, and still enough for what the others send it meanwhile. */
    private static final long LEFT = 200L << 20;

    static void main(String... arguments) throws Exception {
        Suite.run(new Enospc(), arguments);
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
        return Canary.FLOOR;
    }

    @Override
    public void prepare(Ground ground) throws Exception {
        var place = Files.createDirectories(ground.folder().resolve(SERVER));
        Commands.run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "none", place.toString());
    }

    @Override
    public void leave(Ground ground) throws Exception {
        Commands.run("umount", "--lazy", ground.folder().resolve(SERVER).toString());
    }

    @Override
    public void strike(Bout bout) throws Exception {
        var account = bout.ground().account();
        var victim = bout.kit().node(SERVER);
        var filler = victim.data().resolve("somebody-elses-file");
        bout.say("the disk of " + bout.known(victim) + " is filled up to the last " + (LEFT >> 20) + " MB");
        try {
            fill(filler);
            var probe = bout.crowd().probe();
            if (!probe.eventually("DISK_FULL")) account.wrong(SERVER + " says nothing of its full disk but " + probe.lastCode());
            if (!probe.reads()) account.wrong(SERVER + " is not read from any more");
            bout.crowd().awaitAcknowledgements(bout.ground().options().rate());
            Files.delete(filler);
            if (!probe.eventually("200")) account.wrong(SERVER + " takes no scores though there is space again: " + probe.lastCode());
        } finally {
            Files.deleteIfExists(filler);
        }
        if (!bout.kit().awaitWhole()) account.wrong(SERVER + " did not catch up");
    }

    private static void fill(Path filler) throws IOException {
        try (var file = new RandomAccessFile(filler.toFile(), "rw")) {
            var chunk = new byte[1 << 20];
            while (Files.getFileStore(filler).getUsableSpace() > LEFT) file.write(chunk);
        }
    }
}
