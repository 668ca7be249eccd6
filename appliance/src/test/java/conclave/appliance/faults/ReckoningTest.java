package conclave.appliance.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ledger.Receipt;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The comparison that all suites stand on is not blind. */
final class ReckoningTest {

    private static final Acknowledgement FIRST = acknowledged("fault-1-1", "app_1", 1, "9");
    private static final Acknowledgement SECOND = acknowledged("fault-1-2", "app_2", 1, "8");

    private final Account account = new Account(new PrintStream(OutputStream.nullOutputStream()));

    @Test
    void whatWasAcknowledgedAndStandsOnceIsInOrder() {
        assertEquals(List.of(), wrongs(line(1, 10, FIRST), line(2, 10, SECOND)));
    }

    @Test
    void whatIsMissingIsNoticed() {
        assertTrue(wrongs(line(1, 10, FIRST)).getFirst().contains("1 acknowledged submissions are missing"));
    }

    @Test
    void whatStandsTwiceIsNoticed() {
        assertTrue(wrongs(line(1, 10, FIRST), line(2, 10, SECOND), line(3, 10, FIRST)).getFirst().contains("twice in the record: [fault-1-1]"));
    }

    @Test
    void whatStandsOtherwiseThanAcknowledgedIsNoticed() {
        var changed = acknowledged("fault-1-2", "app_2", 1, "7");
        assertTrue(wrongs(line(1, 10, FIRST), line(2, 10, changed)).getFirst().contains("1 acknowledged submissions stand otherwise"));
    }

    @Test
    void aGapAndTimeTurningBackAreNoticed() {
        assertEquals(List.of("x: line 2 calls itself 3", "x: time turns back at line 2"), wrongs(line(1, 10, FIRST), line(3, 9, SECOND)));
    }

    @Test
    void whatWasBegunAfterSomethingHadBeenAcknowledgedStandsBehindIt() {
        new Reckoning(account, List.of()).orderHolds(List.of(seen(1, 100, 200), seen(2, 150, 250), seen(3, 201, 300)));
        assertEquals(List.of(), account.wrongs());
        new Reckoning(account, List.of()).orderHolds(List.of(seen(2, 100, 200), seen(1, 201, 300)));
        assertTrue(account.wrongs().getFirst().startsWith("1 submissions stand before"), account.wrongs()::toString);
    }

    private static Acknowledgement seen(long seq, long begun, long told) {
        return new Acknowledgement("fault-1-1", "app_1", "{}", 1, begun, told, Optional.of(new Receipt("m", seq, "{}", List.of(), null)));
    }

    private List<String> wrongs(String... lines) {
        new Reckoning(account, List.of()).compare("x", String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8), List.of(FIRST, SECOND));
        return account.wrongs();
    }

    private static Acknowledgement acknowledged(String key, String applicant, int revision, String mark) {
        return new Acknowledgement(key, applicant, "{\"A5.1\":\"" + mark + "\"}", revision, 0, 0, Optional.empty());
    }

    private static String line(int seq, long at, Acknowledgement one) {
        return "{\"at\":" + at + ",\"event\":{\"applicant\":\"" + one.applicant() + "\",\"marks\":" + one.marks() + ",\"revision\":" + one.revision()
                + ",\"total\":\"9\"},\"key\":\"" + one.key() + "\",\"seq\":" + seq + "}";
    }
}
