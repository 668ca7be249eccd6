package conclave.node;

import conclave.meeting.event.SittingCommand.OpenBox;
import java.util.Optional;

/** What came of asking the other server for its papers before a box is opened. */
sealed interface Gathered {

    /** @param said what the other one has counted, where it has opened its box already */
    record Together(Optional<OpenBox> said) implements Gathered {
    }

    /** It lives and is not heard from here. */
    record Unheard() implements Gathered {
    }

    /** It hands over fewer papers than it has acknowledged to laptops of this server. */
    record Fewer() implements Gathered {
    }
}
