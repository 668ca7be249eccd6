package conclave.exchange.parcel;

import conclave.exchange.AmendmentFile;
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

    /** An amendment, read and sound. Nobody has said yes to what it changes, and nothing of it is here. */
    record Shown(SignedStatement signed, AmendmentFile amendment) implements Outcome {
    }

    /** An amendment to which somebody said yes: it is here, whole and durable, and waits for the meeting. */
    record Amending(SignedStatement signed, AmendmentFile amendment) implements Outcome {
    }

    /** It was here before. Nothing was changed. */
    record Known(SignedStatement signed) implements Outcome {
    }

    /** It is not here, and nothing of it is. */
    record Turned(Complaint complaint) implements Outcome {
    }
}
