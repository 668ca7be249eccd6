package conclave.meeting.rule.expression;

import java.util.List;

/**
 * What the tables of a sheet cannot say, in one line: {@code if(level in ("国家级", "省级"), 8, 5) * role(place)}.
 * Total and typed: what has been read without a fault always comes to a value of its type, or to ABSENT. It cannot loop
 * (lists do not nest), cannot grow (numbers of more than 300 digits are ABSENT) and cannot fail.
 */
public final class Expression {

    public static final int LONGEST = 500;
    private final String text;
    private final Node node;

    private Expression(String text, Node node) {
        this.text = text;
        this.node = node;
    }

    /** One part of the expression, ready to be computed. */
    interface Node {
        Value in(Situation here, List<Remark> said);
    }

    public sealed interface Reading {
        record Good(Expression expression) implements Reading {
        }

        record Bad(Fault fault) implements Reading {
        }
    }

    public static Reading read(String text, Type wanted, Names names) {
        if (text.length() > LONGEST) return new Reading.Bad(new Fault(LONGEST, Fault.Cause.TOO_LONG, "", ""));
        var reader = new Reader(Word.of(text), names);
        var whole = reader.whole(wanted);
        return reader.fault().<Reading>map(Reading.Bad::new).orElseGet(() -> new Reading.Good(new Expression(text, whole)));
    }

    /** Words with a meaning of their own; no field and no chart may be called so. */
    public static boolean reserved(String word) {
        return Reader.WORDS.contains(word);
    }

    public String text() {
        return text;
    }

    public Value value(Situation here, List<Remark> said) {
        return node.in(here, said);
    }
}
