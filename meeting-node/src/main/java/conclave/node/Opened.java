package conclave.node;

import conclave.meeting.event.SittingCommand.OpenBox;

/** What came of the wish to open a box. */
public sealed interface Opened {

    record Said(OpenBox order) implements Opened {
    }

    /** Somebody has a token and has not voted. */
    record PapersOut() implements Opened {
    }

    /** The other server lives and is not heard from here: what lies there alone would be missing. */
    record OtherUnheard() implements Opened {
    }

    /** The two servers do not hold, or did not count, the same papers: nothing is said, and the ballot is held again. */
    record Differs() implements Opened {
    }

    /** Nobody who can be asked has the box. */
    record NotHeld() implements Opened {
    }
}
