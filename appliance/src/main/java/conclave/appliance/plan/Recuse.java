package conclave.appliance.plan;

import java.util.Locale;
import java.util.Optional;

/** Which conflicts become recusals of the new folder: all, those that take nobody to look, or none but those it holds already. */
enum Recuse {
    ALL, CERTAIN, NONE;

    static Optional<Recuse> of(String word) {
        for (var one : values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(word)) return Optional.of(one);
        }
        return Optional.empty();
    }
}
