package conclave.node;

import java.time.Duration;
import java.util.Optional;

/**
 * How far the screening of a meeting has come.
 *
 * @param done documents that are screened as they stand
 * @param pagesPerSecond of this node since it started; 0 while nothing is known yet
 * @param timeLeft empty while nothing is known, and where another node does the work
 * @param fault what stands in the way; it is tried again by itself
 */
public record ScreeningProgress(int done, int documents, double pagesPerSecond, Optional<Duration> timeLeft, Optional<Fault> fault) {

    public static final ScreeningProgress NONE = new ScreeningProgress(0, 0, 0, Optional.empty(), Optional.empty());

    /** The name is the code that pages are told. */
    public enum Fault {
        DISK_FULL,
        /** A document could not be read from this disk, or no process be had for it. */
        MACHINE,
        /** The record takes nothing at present. */
        NOT_NOW
    }
}
