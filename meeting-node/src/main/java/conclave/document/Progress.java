package conclave.document;

import java.time.Duration;
import java.util.Optional;

/**
 * How far the drawing of pages has come.
 *
 * @param done pages that have a picture or a finding
 * @param findings how many things somebody has to look at
 * @param timeLeft empty while nothing is known yet
 * @param fault what the disk said when it made us stop; drawing goes on when told so
 */
public record Progress(int done, int total, int findings, double pagesPerSecond, Optional<Duration> timeLeft,
        Optional<String> fault) {
}
