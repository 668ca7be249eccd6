package conclave.ledger;

import java.util.UUID;

/** Names a ledger among others; random, and the name of its folder. */
public record LedgerId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
