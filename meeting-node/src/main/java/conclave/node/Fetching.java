package conclave.node;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.meeting.event.Id.MeetingId;
import conclave.seal.Damaged;
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

/** Brings a sealed file over from another server, part by part; whoever takes it holds it against its name. */
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

    /** From whichever server has it. */
    boolean fetch(String kind, MeetingId meeting, String sha256, Taking taking) throws InterruptedException {
        for (var other : company.others()) {
            if (company.servers().contains(other) && fetchFrom(other, kind, meeting, sha256, taking)) return true;
        }
        return false;
    }

    boolean fetchFrom(String peer, String kind, MeetingId meeting, String sha256, Taking taking) throws InterruptedException {
        try (var sealed = new SequenceInputStream(new Parts(kind, peer, meeting, sha256))) {
            taking.take(sealed);
            return true;
        } catch (IOException | NotHad | Damaged e) {
            if (e.getCause() instanceof InterruptedException) throw new InterruptedException();
            LOG.debug("peer {} did not hand over {} {}: {}", peer, kind, sha256, e.toString());
            return false;
        }
    }

    /** The parts of one sealed file, asked for one after the other until one comes short. */
    private final class Parts implements Enumeration<InputStream> {
        private final String kind;
        private final String peer;
        private final MeetingId meeting;
        private final String sha256;
        private long offset;
        private boolean ended;

        Parts(String kind, String peer, MeetingId meeting, String sha256) {
            this.kind = kind;
            this.peer = peer;
            this.meeting = meeting;
            this.sha256 = sha256;
        }

        @Override
        public boolean hasMoreElements() {
            return !ended;
        }

        @Override
        public InputStream nextElement() {
            if (ended) throw new NoSuchElementException();
            try {
                var part = company.link().ask(peer, kind, question(meeting, sha256, offset)).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
                offset += part.length;
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
