package conclave.meeting.rule.expression;

import java.util.List;
import java.util.Optional;

/** What an expression may speak of; asked while it is read, so that nothing unknown is left when it is computed. */
public interface Names {

    Optional<Name> name(String word);

    Optional<Table> table(String word);

    /**
     * @param choices the values that a text may have, where they are known
     * @param inside what may be said of an entry, for a list
     */
    record Name(String code, Type type, List<String> choices, Optional<Names> inside) {
        public Name {
            choices = List.copyOf(choices);
        }
    }

    /** Something that is looked up by one value, and called like a function. */
    interface Table {
        String name();

        boolean takes(Type type);

        /** The first of the choices that is not there; without choices anything may come, and something may be missed. */
        Optional<String> missed(List<String> choices);

        /** Zero where nothing is said of the value; the remark tells which it was. */
        Fraction told(Value value, List<Remark> said);
    }
}
