package conclave.meeting.rule.expression;

import java.util.List;

/** The facts that an expression is computed for. */
public interface Situation {

    /** Of the type that the names gave it, or ABSENT. */
    Value value(String code);

    List<? extends Situation> entries(String list);
}
