package conclave.web;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.prepare.Cleared;

/** 筛查台上的队列: what a document waits for, and whether from the one who asks. */
enum Lane {
    /** For the machine. */
    UNSCREENED,
    /** Nothing was found in it: one person is enough, in a batch. */
    CLEAN,
    /** Two persons, page by page. */
    LOOK,
    /** Somebody else has released it, a second person is wanted. */
    CONFIRM,
    /** The one who asks has released it and cannot be the second. */
    MINE,
    WITHDRAWN,
    RELEASED;

    static Lane of(boolean required, Cleared cleared, PersonId asks) {
        if (cleared.first().isPresent()) return cleared.first().get().equals(asks) ? MINE : CONFIRM;
        if (!cleared.withdrawn().isEmpty()) return WITHDRAWN;
        if (!required || cleared.released()) return RELEASED;
        if (cleared.plan().isEmpty() || cleared.stale()) return UNSCREENED;
        return cleared.wantsTwo() ? LOOK : CLEAN;
    }
}
