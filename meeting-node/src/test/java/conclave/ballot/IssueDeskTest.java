package conclave.ballot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.seal.BlindClient;
import conclave.seal.BlindSigner;
import conclave.seal.SmallKeys;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssueDeskTest {

    private final BlindSigner signer = SmallKeys.signer();
    private final BlindClient client = new BlindClient(signer.publicKey());
    private final IssueDesk desk = new IssueDesk(signer, 0);
    private final List<String> signers = List.of(Announcement.written(signer.publicKey()));

    private byte[] request() {
        return client.blind(new byte[32], new byte[48], client.freshBlinding());
    }

    @Test
    void onlyWhatTheRecordHoldsIsSignedAndAgainAlike() {
        var blinded = request();
        var mark = IssueDesk.mark(signers, List.of(blinded)).orElseThrow();
        assertArrayEquals(desk.sign(List.of(blinded), mark).orElseThrow(), desk.sign(List.of(blinded), mark).orElseThrow());
        assertTrue(desk.sign(List.of(request()), mark).isEmpty(), "other bytes for the same person");
        for (var wrong : new String[] {"", "0".repeat(64), mark.toUpperCase(Locale.ROOT), mark + "0"}) {
            assertTrue(desk.sign(List.of(blinded), wrong).isEmpty(), wrong);
        }
    }

    @Test
    void whatNoBrowserMadeNeverReachesTheLog() {
        assertEquals(Optional.empty(), IssueDesk.mark(signers, List.of(new byte[128])));
        assertEquals(Optional.empty(), IssueDesk.mark(signers, List.of(new byte[] {7})));
        assertEquals(Optional.empty(), IssueDesk.mark(signers, List.of(new byte[129])));
    }

    @Test
    void afterTheCloseNobodyGetsAToken() {
        var blinded = request();
        var mark = IssueDesk.mark(signers, List.of(blinded)).orElseThrow();
        desk.close();
        assertThrows(IllegalStateException.class, () -> desk.sign(List.of(blinded), mark));
    }

    /** Both sign for one line of the log; neither takes the other's part, and what one of them did not see binds nobody. */
    @Test
    void twoSignersEachSignTheirOwnPartOfOneMark() {
        var second = SmallKeys.signer();
        var desks = List.of(desk, new IssueDesk(second, 1));
        var both = List.of(signers.getFirst(), Announcement.written(second.publicKey()));
        var other = new BlindClient(second.publicKey());
        var blinded = List.of(request(), other.blind(new byte[32], new byte[48], other.freshBlinding()));
        var mark = IssueDesk.mark(both, blinded).orElseThrow();
        assertArrayEquals(signer.sign(blinded.getFirst()).orElseThrow(), desks.getFirst().sign(blinded, mark).orElseThrow());
        assertArrayEquals(second.sign(blinded.getLast()).orElseThrow(), desks.getLast().sign(blinded, mark).orElseThrow());
        assertEquals(Optional.empty(), IssueDesk.mark(both, blinded.subList(0, 1)));
        assertTrue(desks.getLast().sign(blinded.subList(0, 1), mark).isEmpty());
        assertTrue(desks.getLast().sign(List.of(blinded.getFirst(), request()), mark).isEmpty(), "another number for the second signer");
    }
}
