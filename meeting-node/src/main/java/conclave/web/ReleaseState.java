package conclave.web;

import conclave.meeting.prepare.Cleared;

/** How far a document has come, in the words of a room's page. */
enum ReleaseState {
    UNSCREENED, WAITING, CONFIRMING, RELEASED, WITHDRAWN, OPEN;

    static ReleaseState of(boolean required, Cleared cleared) {
        if (!cleared.withdrawn().isEmpty()) return cleared.first().isPresent() ? CONFIRMING : WITHDRAWN;
        if (!required) return OPEN;
        if (cleared.released()) return RELEASED;
        if (cleared.plan().isEmpty() || cleared.stale()) return UNSCREENED;
        return cleared.first().isPresent() ? CONFIRMING : WAITING;
    }
}
