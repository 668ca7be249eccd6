package conclave.seal;

import java.util.List;

/** Keys that are made quickly, for tests that hold hundreds of ballots. */
public final class SmallKeys {

    private static final int BITS = 1024;

    private SmallKeys() {
    }

    public static BlindSigner signer() {
        return BlindSigner.fresh(BITS);
    }

    public static RoundKey round() {
        return RoundKey.fresh(BITS);
    }

    /** One key in two hands: each forgets it for itself. */
    public static List<RoundKey> twins() {
        var pair = BlindSigner.pair(BITS);
        return List.of(new RoundKey(pair), new RoundKey(pair));
    }
}
