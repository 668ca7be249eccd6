package conclave.exchange.parcel;

import conclave.seal.container.SignatureCheck;
import conclave.seal.container.Suites;
import conclave.seal.container.Trust;
import java.time.Instant;
import java.util.Optional;

/**
 * With what an import is judged.
 *
 * @param at the time that is held against windows and certificates
 * @param confirmed whether a person said which day it is
 * @param meeting the meeting for which packages are taken, where only one is
 */
public record Desk(SignatureCheck check, Trust trust, Opening opening, Suites suites, Instant at, boolean confirmed, Optional<String> meeting) {
}
