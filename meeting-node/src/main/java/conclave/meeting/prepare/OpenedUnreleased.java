package conclave.meeting.prepare;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.PersonId;
import java.util.Optional;

/**
 * 例外开放: one person wants a dossier opened before all of it is released; with a second it is open, and says so from then on.
 *
 * @param version of the dossier for which it holds
 */
public record OpenedUnreleased(int version, PersonId asker, long askedAt, Ciphertext reason, Optional<PersonId> agreed, long at) {

    public boolean inForce() {
        return agreed.isPresent();
    }
}
