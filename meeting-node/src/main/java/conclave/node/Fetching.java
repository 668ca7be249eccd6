package conclave.node;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.meeting.event.Id.MeetingId;
import conclave.seal.Damaged;
import conclave.seal.SealedBlobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a sealed file over from another server, part by part; whoever takes it holds it against its name. A server that goes on for longer
 * than the file can be is left before the disk is full of it.
 */
final class Fetching {

    static final int PART = 1 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final long PATIENCE_MS = 5_000;

    private final Company company;

    Fetching(Company company) {
        this.company = company;
    }

    interface Taking {
        void take(InputStream sealed) throws IOException;
    }

    static byte[] question(MeetingId meeting, String sha256, long offset) {
        return CanonicalJson.bytes(Json.object().with("meeting", meeting.value()).with("sha256", sha256).with("offset", offset));
    }

    /** @param clear so many bytes it has at most, before it was sealed */
    record Wanted(String kind, MeetingId meeting, String sha256, long clear) {
        private long most() {
            return SealedBlobs.sealedAtMost(clear);
        }
    }

    /** From whichever server has it. */
    boolean fetch(Wanted wanted, Taking taking) throws InterruptedException {
        for (var other : company.others()) {
            if (company.servers().contains(other) && fetchFrom(other, wanted, taking)) return true;
        }
        return false;
    }

    boolean fetchFrom(String peer, Wanted wanted, Taking taking) throws InterruptedException {
        try {
            // Not closed: closing would ask for all that is left.
            taking.take(new SequenceInputStream(new Parts(peer, wanted)));
            return true;
        } catch (IOException | NotHad | Damaged e) {
            if (e.getCause() instanceof InterruptedException) throw new InterruptedException();
            LOG.debug("peer {} did not hand over {} {}: {}", peer, wanted.kind(), wanted.sha256(), e.toString());
            return false;
        }
    }

    /** The parts of one sealed file, asked for one after the other until one comes short. */
    private final class Parts implements Enumeration<InputStream> {
        private final String peer;
        private final Wanted wanted;
        private long offset;
        private boolean ended;

        Parts(String peer, Wanted wanted) {
            this.peer = peer;
            this.wanted = wanted;
        }

        @Override
        public boolean hasMoreElements() {
            return !ended;
        }

        @Override
        public InputStream nextElement() {
            if (ended) throw new NoSuchElementException();
            try {
                var part = company.link().ask(peer, wanted.kind(), question(wanted.meeting(), wanted.sha256(), offset)).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
                offset += part.length;
                if (part.length > PART || offset > wanted.most()) throw new NotHad(new IOException("more than there can be of it"));
                ended = part.length < PART;
                return new ByteArrayInputStream(part);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NotHad(e);
            } catch (ExecutionException | TimeoutException e) {
                throw new NotHad(e);
            }
        }
    }

    private static final class NotHad extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotHad(Throwable cause) {
            super(cause);
        }
    }
}
