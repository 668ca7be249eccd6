package conclave.appliance.faults;

import java.io.IOException;
import java.time.Duration;

/** An expert beside the others who stays at one server whatever it says. What it is told is saved counts like everybody's. */
final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Expert expert;
    private String lastCode = "nothing yet";

    Probe(Expert expert) {
        this.expert = expert;
    }

    /** Tries until it is answered like that. */
    boolean eventually(String code) throws IOException, InterruptedException {
        return Patience.of(PATIENCE).until(() -> {
            lastCode = expert.tryOnce();
            return lastCode.equals(code);
        });
    }

    boolean reads() throws InterruptedException {
        return expert.reads();
    }

    String lastCode() {
        return lastCode;
    }
}
