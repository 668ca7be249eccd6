package conclave.ballot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.seal.BlindClient;
import conclave.seal.BlindSigner;
import conclave.seal.SmallKeys;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssueDeskTest {

    private final BlindSigner signer = SmallKeys.signer();
    private final BlindClient client = new BlindClient(signer.publicKey());
    private final IssueDesk desk = new IssueDesk(signer);

    private byte[] request() {
        return client.blind(new byte[32], new byte[48], client.freshBlinding());
    }

    @Test
    void onlyWhatTheRecordHoldsIsSignedAndAgainAlike() {
        var blinded = request();
        var mark = desk.mark(blinded).orElseThrow();
        assertArrayEquals(desk.sign(blinded, mark).orElseThrow(), desk.sign(blinded, mark).orElseThrow());
        assertTrue(desk.sign(request(), mark).isEmpty(), "other bytes for the same person");
        for (var wrong : new String[] {"", "0".repeat(64), mark.toUpperCase(Locale.ROOT), mark + "0"}) {
            assertTrue(desk.sign(blinded, wrong).isEmpty(), wrong);
        }
    }

    @Test
    void whatNoBrowserMadeNeverReachesTheLog() {
        assertEquals(Optional.empty(), desk.mark(new byte[128]));
        assertEquals(Optional.empty(), desk.mark(new byte[] {7}));
        assertEquals(Optional.empty(), desk.mark(new byte[129]));
    }

    @Test
    void afterTheCloseNobodyGetsAToken() {
        var blinded = request();
        var mark = desk.mark(blinded).orElseThrow();
        desk.close();
        assertThrows(IllegalStateException.class, () -> desk.sign(blinded, mark));
    }
}
