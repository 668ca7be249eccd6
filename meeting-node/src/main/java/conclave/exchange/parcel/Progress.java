package conclave.exchange.parcel;

import java.io.IOException;

/** Told how far a long work has come. Called often: whoever shows it decides how seldom, and may stop the work by {@link #stopped}. */
public interface Progress {

    Progress SILENT = new Progress() {
        @Override
        public void begin(Step step, long bytes) {
            // Nobody watches.
        }

        @Override
        public void passed(long bytes) {
            // Nobody watches.
        }
    };

    enum Step {
        CHECK, PACK, COPY, UNPACK, VERIFY, SYNC
    }

    /** A step with so many bytes to go; 0 where nobody can say. */
    void begin(Step step, long bytes);

    /** So many more of them. */
    void passed(long bytes) throws IOException;

    /** Thrown where somebody has asked to stop. */
    static IOException stopped() {
        return Stopped.by(Obstacle.STOPPED);
    }
}
