package conclave.exchange.result;

import conclave.exchange.result.PlatformReceipt.Answer;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * 对账: what the platform has said so far about each item of one result. Nothing is settled before every item is accepted, and only
 * what is settled may be erased here.
 *
 * @param number of the last receipt taken, zero before the first
 * @param items  each with the last word about it
 */
public record Reconciliation(String meeting, String result, long number, SortedMap<String, State> items) {

    public enum State { UNANSWERED, ACCEPTED, REFUSED, RESEND }

    /** Names that programs read; they never change. */
    public enum Code { OTHER_MEETING, OTHER_RESULT, OUT_OF_ORDER, UNKNOWN_ITEM, ITEM_TWICE, NOTHING_SAID }

    /** What becomes of a receipt. */
    public sealed interface Step {

        record Taken(Reconciliation now) implements Step {
        }

        /** @param what the item, or the number that was expected */
        record NotTaken(Code code, String what) implements Step {
        }
    }

    public Reconciliation {
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    }

    public static Reconciliation of(String meeting, String result, Collection<String> items) {
        var open = new TreeMap<String, State>();
        items.forEach(item -> open.put(item, State.UNANSWERED));
        return new Reconciliation(meeting, result, 0, open);
    }

    /** The whole of a receipt, or nothing of it. What was accepted can be refused later: then it is open again. */
    public Step take(PlatformReceipt receipt) {
        if (!receipt.meeting().equals(meeting)) return new Step.NotTaken(Code.OTHER_MEETING, receipt.meeting());
        if (!receipt.result().equals(result)) return new Step.NotTaken(Code.OTHER_RESULT, receipt.result());
        if (receipt.number() != number + 1) return new Step.NotTaken(Code.OUT_OF_ORDER, Long.toString(number + 1));
        if (receipt.lines().isEmpty()) return new Step.NotTaken(Code.NOTHING_SAID, "");
        var now = new TreeMap<>(items);
        var said = new TreeSet<String>();
        for (var line : receipt.lines()) {
            if (!items.containsKey(line.item())) return new Step.NotTaken(Code.UNKNOWN_ITEM, line.item());
            if (!said.add(line.item())) return new Step.NotTaken(Code.ITEM_TWICE, line.item());
            now.put(line.item(), state(line.answer()));
        }
        return new Step.Taken(new Reconciliation(meeting, result, receipt.number(), now));
    }

    private static State state(Answer answer) {
        return switch (answer) {
            case ACCEPTED -> State.ACCEPTED;
            case REFUSED -> State.REFUSED;
            case RESEND -> State.RESEND;
        };
    }

    public List<String> in(State state) {
        return items.entrySet().stream().filter(item -> item.getValue() == state).map(item -> item.getKey()).toList();
    }

    /** Somebody has answered, and nothing is open any more. */
    public boolean settled() {
        return number > 0 && !items.isEmpty() && in(State.ACCEPTED).size() == items.size();
    }
}
