package conclave.presence.hazelcast;

import conclave.presence.SignInThrottle;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * This node's throttle, of which the other nodes hear: guessing at two servers gains nothing, and a floor behind one
 * address that mistypes at one of them and signs in rightly at it does not have to wait at the other.
 */
record SharedSignIns(SignInThrottle local, Consumer<String> tellFailure, Consumer<String> tellSuccess) implements SignInThrottle {

    @Override
    public Duration mustWait(String address, Instant now) {
        return local.mustWait(address, now);
    }

    @Override
    public void failed(String address, Instant now) {
        local.failed(address, now);
        tellFailure.accept(address);
    }

    @Override
    public void succeeded(String address, Instant now) {
        local.succeeded(address, now);
        tellSuccess.accept(address);
    }
}
