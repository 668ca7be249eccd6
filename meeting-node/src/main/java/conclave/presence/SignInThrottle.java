package conclave.presence;

import java.time.Duration;
import java.time.Instant;

/**
 * Slows down guessing without ever slowing down a room that signs in: only wrong codes count, and right ones make
 * up for them, because a whole floor may share one translated address.
 */
public interface SignInThrottle {

    /** How long this address has to wait before a code of its is looked at; zero as a rule. */
    Duration mustWait(String address, Instant now);

    /** The code was wrong. Attempts that were refused for waiting are not told here. */
    void failed(String address, Instant now);

    void succeeded(String address, Instant now);
}
