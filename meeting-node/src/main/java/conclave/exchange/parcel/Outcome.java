package conclave.exchange.parcel;

import conclave.exchange.Finding;
import conclave.exchange.MeetingFile.Expected;
import conclave.seal.container.SignedStatement;
import java.util.List;

/** What became of a package that somebody brought. */
public sealed interface Outcome {

    /** It is here, whole and durable; the counts are the sender's and agree with what was found. */
    record Taken(SignedStatement signed, Expected counts, List<Finding> warnings) implements Outcome {
        public Taken {
            warnings = List.copyOf(warnings);
        }
    }

    /** It was here before. Nothing was changed. */
    record Known(SignedStatement signed) implements Outcome {
    }

    /** It is not here, and nothing of it is. */
    record Turned(Complaint complaint) implements Outcome {
    }
}
