package conclave.meeting.rule.expression;

import conclave.meeting.rule.expression.Expression.Node;
import java.util.List;
import java.util.Optional;

/**
 * A piece of an expression that has been read.
 *
 * @param choices the values that it may have, where it is a field that says so
 * @param literal what stands there in quotes
 */
record Part(Type type, Node node, int at, List<String> choices, Optional<String> literal) {

    Part(Type type, int at, Node node) {
        this(type, node, at, List.of(), Optional.empty());
    }
}
