package conclave.seal;

import java.security.KeyPair;
import java.util.List;
import java.util.stream.IntStream;

/** Keys that are made quickly, for tests that hold hundreds of ballots. */
public final class SmallKeys {

    private static final int BITS = 1024;
    private static final List<KeyPair> POOL = IntStream.range(0, 8).mapToObj(_ -> BlindSigner.pair(BITS)).toList();

    private SmallKeys() {
    }

    public static BlindSigner signer() {
        return BlindSigner.fresh(BITS);
    }

    public static RoundKey round() {
        return RoundKey.fresh(BITS);
    }

    /** One of eight; who forgets it forgets it for itself. */
    public static BlindSigner signer(int number) {
        return BlindSigner.of(POOL.get(number % POOL.size()));
    }

    public static RoundKey round(int number) {
        return new RoundKey(POOL.get(number % POOL.size()));
    }

    /** One key in two hands: each forgets it for itself. */
    public static List<RoundKey> twins() {
        var pair = BlindSigner.pair(BITS);
        return List.of(new RoundKey(pair), new RoundKey(pair));
    }
}
