package conclave.node;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is to be thought of one figure of one node; words and the next step stand in the catalogues under {@code nodes.}. */
public record Verdict(Matter matter, SortedMap<String, String> facts) {

    /** In the order of their weight. */
    public enum Grade { FINE, LOOK, ACT }

    /** Which figure; in the order in which a technician asks. */
    public enum Figure { CONTACT, IDENTITY, VERSION, READINESS, LEADER, LAG, DISK, CLOCK, COPIES, SIGNING, SHARING, DOOR }

    /** All that can be found. */
    public enum Matter {
        HEARD(Figure.CONTACT, Grade.FINE), SELF(Figure.CONTACT, Grade.FINE),
        QUIET(Figure.CONTACT, Grade.LOOK), SERVER_SILENT(Figure.CONTACT, Grade.ACT), WITNESS_SILENT(Figure.CONTACT, Grade.ACT),
        TWICE(Figure.IDENTITY, Grade.ACT), WENT_BACK(Figure.IDENTITY, Grade.ACT),
        OTHER_WORDS(Figure.VERSION, Grade.ACT), OTHER_FORMAT(Figure.VERSION, Grade.ACT), OTHER_RULES(Figure.VERSION, Grade.ACT),
        READY(Figure.READINESS, Grade.FINE), REPLAYING(Figure.READINESS, Grade.LOOK), WAITING(Figure.READINESS, Grade.LOOK),
        LEADS(Figure.LEADER, Grade.FINE), FOLLOWS(Figure.LEADER, Grade.FINE), NOTHING_TO_LEAD(Figure.LEADER, Grade.FINE),
        ELECTING(Figure.LEADER, Grade.LOOK), NO_LEADER(Figure.LEADER, Grade.ACT),
        LEVEL(Figure.LAG, Grade.FINE), CATCHING_UP(Figure.LAG, Grade.LOOK), STANDING(Figure.LAG, Grade.LOOK), STUCK(Figure.LAG, Grade.ACT),
        ROOMY(Figure.DISK, Grade.FINE), SCARCE(Figure.DISK, Grade.LOOK), FULL(Figure.DISK, Grade.ACT),
        CLOCK_RIGHT(Figure.CLOCK, Grade.FINE), CLOCK_AHEAD(Figure.CLOCK, Grade.LOOK), CLOCK_LATE(Figure.CLOCK, Grade.LOOK),
        CLOCK_FAR_AHEAD(Figure.CLOCK, Grade.ACT), CLOCK_FAR_LATE(Figure.CLOCK, Grade.ACT),
        COMPLETE(Figure.COPIES, Grade.FINE), NO_DOCUMENTS(Figure.COPIES, Grade.FINE), LACKING(Figure.COPIES, Grade.LOOK), NONE_HERE(Figure.COPIES, Grade.FINE),
        SIGNED(Figure.SIGNING, Grade.FINE), NEVER_SIGNED(Figure.SIGNING, Grade.FINE),
        SHARED(Figure.SHARING, Grade.FINE), NOT_SHARED(Figure.SHARING, Grade.LOOK),
        STRANGER(Figure.DOOR, Grade.LOOK), BABBLE(Figure.DOOR, Grade.LOOK), STRUCK_OFF(Figure.DOOR, Grade.ACT), WRONG_NAME(Figure.DOOR, Grade.ACT),
        OLD_COPY(Figure.DOOR, Grade.ACT), CLONE(Figure.DOOR, Grade.ACT);

        private final Figure figure;
        private final Grade grade;

        Matter(Figure figure, Grade grade) {
            this.figure = figure;
            this.grade = grade;
        }

        public Figure figure() {
            return figure;
        }

        public Grade grade() {
            return grade;
        }
    }

    public Verdict {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    static Verdict of(Matter matter) {
        return new Verdict(matter, new TreeMap<>());
    }

    Verdict with(String fact, String value) {
        var more = new TreeMap<>(facts);
        more.put(fact, value);
        return new Verdict(matter, more);
    }

    Verdict with(String fact, long value) {
        return with(fact, Long.toString(value));
    }
}
