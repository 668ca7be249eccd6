package conclave.exchange.result;

import java.io.IOException;
import java.util.SortedMap;

/** What lies in a result beside its lines: forms for people, sealed names. Files by their path below {@code data/}. */
@FunctionalInterface
public interface Enclosure {

    SortedMap<String, byte[]> of(Ended ended) throws IOException;
}
