package conclave.presence.hazelcast;

import conclave.presence.SignInThrottle;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** This node's throttle, whose wrong codes are told to the other nodes: guessing at three nodes gains nothing. */
record SharedSignIns(SignInThrottle local, Consumer<String> tellOthers) implements SignInThrottle {

    @Override
    public Duration mustWait(String address, Instant now) {
        return local.mustWait(address, now);
    }

    @Override
    public void failed(String address, Instant now) {
        local.failed(address, now);
        tellOthers.accept(address);
    }

    @Override
    public void succeeded(String address, Instant now) {
        local.succeeded(address, now);
    }
}
