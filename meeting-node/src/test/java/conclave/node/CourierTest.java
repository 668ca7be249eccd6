package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Order;
import conclave.meeting.event.SittingCommand.SignOut;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When an entry leaves, and with whom. */
class CourierTest {

    private static final int MOST_ORDERS = 3;
    private static final int MOST_BYTES = 1_000;
    private static final int LONG_MS = 401;

    private final StagedPace pace = new StagedPace();
    private final HeldLedger ledger = new HeldLedger();
    private final Courier courier = new Courier("here", pace, MOST_ORDERS, MOST_BYTES);
    private int sent;

    @BeforeEach
    void start() {
        courier.start(ledger);
    }

    private void send(int orders) {
        for (int i = 0; i < orders; i++) courier.send(order("key-" + ++sent));
    }

    private static Order order(String key) {
        return new Order(key, "request", PersonId.HOUSE, 1, new SignOut(PersonId.HOUSE, "hash"));
    }

    @Test
    void whoComesWhileAnEntryIsOutTravelsWithTheOthersInTheNext() {
        send(3);
        assertEquals(List.of(1), ledger.sizes());
        ledger.settle(0);
        assertEquals(List.of(1, 2), ledger.sizes());
        send(1);
        assertEquals(List.of(1, 2), ledger.sizes());
        ledger.settle(1);
        assertEquals(List.of(1, 2, 1), ledger.sizes());
    }

    @Test
    void aFullEntryWaitsForNobodyAndNoMoreThanThreeAreOut() {
        send(1 + 3 * MOST_ORDERS);
        assertEquals(List.of(1, 3, 3), ledger.sizes());
        ledger.settle(1);
        assertEquals(List.of(1, 3, 3, 3), ledger.sizes());
    }

    @Test
    void anEntryThatIsFullByItsBytesWaitsForNobodyEither() {
        send(1);
        for (int i = 0; i < 2; i++) courier.send(order("k".repeat(MOST_BYTES / 2)));
        assertEquals(List.of(1, 1), ledger.sizes());
        ledger.settle(0);
        ledger.settle(1);
        assertEquals(List.of(1, 1, 1), ledger.sizes());
    }

    @Test
    void nobodyWaitsForAnEntryThatIsOutForLong() {
        send(2);
        assertEquals(List.of(1), ledger.sizes());
        pace.pass(LONG_MS);
        assertEquals(List.of(1, 1), ledger.sizes(), "though nobody else has come");
        send(2);
        assertEquals(List.of(1, 1), ledger.sizes(), "the one that left now is not out for long");
        pace.pass(LONG_MS);
        assertEquals(List.of(1, 1, 2), ledger.sizes());
        send(1);
        pace.pass(LONG_MS);
        assertEquals(List.of(1, 1, 2), ledger.sizes(), "three are out");
        ledger.settle(2);
        assertEquals(List.of(1, 1, 2, 1), ledger.sizes());
    }
}
