package conclave.seal.bouncycastle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.seal.Signatures;
import conclave.seal.Signer;
import conclave.seal.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignersTest {

    private static final byte[] MESSAGE = "root 42".getBytes(StandardCharsets.UTF_8);
    private final SigningKey key = SigningKey.fresh();
    private final List<Signer> signers = List.of(key.signer(), new SwiftSigner(key));

    @Test
    void bothSignersAreOneAndTheSameToAVerifier() {
        for (var signer : signers) {
            assertEquals(key.id(), signer.id());
            assertArrayEquals(key.publicKey(), signer.publicKey());
            for (int i = 0; i < 60; i++) {
                var message = new byte[i];
                assertTrue(Signatures.verify(signer.publicKey(), message, signer.sign(message)));
            }
        }
    }

    @Test
    void aFlippedBitInASignatureIsRefused() {
        for (var signer : signers) {
            var signature = signer.sign(MESSAGE);
            assertEquals(Signatures.BYTES, signature.length);
            for (int i = 0; i < signature.length; i++) {
                var changed = signature.clone();
                changed[i] ^= 1;
                assertFalse(Signatures.verify(key.publicKey(), MESSAGE, changed), "byte " + i);
            }
        }
    }

    @Test
    void aSignatureOfZerosOrAForeignKeyIsRefusedWithoutAnException() {
        assertFalse(Signatures.verify(key.publicKey(), MESSAGE, new byte[Signatures.BYTES]));
        assertFalse(Signatures.verify(key.publicKey(), MESSAGE, new byte[3]));
        assertFalse(Signatures.verify(new byte[] {1, 2, 3}, MESSAGE, signers.getFirst().sign(MESSAGE)));
        assertFalse(Signatures.verify(SigningKey.fresh().publicKey(), MESSAGE, signers.getFirst().sign(MESSAGE)));
    }

    @Test
    void manyThreadsSignAtOnce() {
        for (var signer : signers) {
            assertTrue(IntStream.range(0, 200).parallel().allMatch(i -> {
                var message = new byte[] {(byte) i};
                return Signatures.verify(signer.publicKey(), message, signer.sign(message));
            }));
        }
    }
}
