package conclave.appliance;

import conclave.config.DataFolder;
import conclave.exchange.parcel.Shelf;
import conclave.main.ConclaveNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packages that {@code conclave package import} has laid into the data folder go into the meetings: what lies there at the start before
 * anybody can sign in, what comes later within seconds. Where there are any at the start, nobody gets a sample. Nothing needs to be told to
 * the node: it looks at a file into which nobody but the folder's owner can write.
 */
final class WaitingPackages implements Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingPackages.class);
    private static final long EVERY_MS = 1_000;
    /** Whoever imports may hold the shelf a moment longer; what could not be taken in after that is not tried every second. */
    private static final int QUICK_LOOKS = 3;
    private static final int LOOKS_OF_PATIENCE = 5;
    private static final long END_MS = 5_000;

    private final Preparation otherwise;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean packages;
    private volatile Invitations invitations;
    private volatile TakingIn taking;
    private volatile LostCards cards;
    private volatile Thread looking;

    WaitingPackages(Preparation otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    public void begin(DataFolder data) throws IOException {
        packages = Shelf.isThere(data.root()) && !Shelf.glance(data.root()).waiting().isEmpty();
        if (!packages) otherwise.begin(data);
    }

    @Override
    public void prepare(ConclaveNode node) throws IOException, InterruptedException {
        invitations = new Invitations(node);
        taking = new TakingIn(node, invitations);
        cards = new LostCards(node);
        if (packages) taking.look();
        else otherwise.prepare(node);
    }

    /** A witness holds no meeting's key, and nothing is imported there. */
    @Override
    public void meanwhile(ConclaveNode node) {
        if (node.house().company().witness()) return;
        invitations.serve();
        looking = Thread.ofPlatform().daemon().name("intake").start(() -> look(node.data().root().resolve("intake/journal.jsonl")));
    }

    /** Not interrupted when it ends, for it may be reading records in which other threads read as well. */
    private void look(Path journal) {
        long seen = -1;
        int resting = 0;
        int vain = 0;
        boolean done = true;
        try {
            while (!ended.await(EVERY_MS, TimeUnit.MILLISECONDS)) {
                renewCards();
                renewed();
                long size = size(journal);
                if (size != seen) vain = 0;
                else if (done || ++resting < (vain < QUICK_LOOKS ? 1 : LOOKS_OF_PATIENCE)) continue;
                seen = size;
                resting = 0;
                done = looked();
                vain++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong with one package, the next is looked for. */
    private boolean looked() {
        try {
            return taking.look();
        } catch (RuntimeException e) {
            LOG.error("packages could not be taken in; tried again", e);
            return false;
        }
    }

    private void renewCards() {
        try {
            cards.look();
        } catch (IOException | RuntimeException e) {
            LOG.error("a lost card could not be renewed; tried again", e);
        }
    }

    /** A meeting may have come by another server. */
    private void renewed() {
        try {
            invitations.renew();
        } catch (IOException | RuntimeException e) {
            LOG.error("the run file could not be written; tried again", e);
        }
    }

    /** The journal only grows. */
    private static long size(Path journal) {
        try {
            return Files.exists(journal) ? Files.size(journal) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public void abandon() {
        otherwise.abandon();
        if (taking != null) taking.stop();
        ended.countDown();
        if (looking == null) return;
        try {
            looking.join(END_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
