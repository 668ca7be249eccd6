package conclave.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlindSignerTest {

    private final BlindSigner signer = BlindSigner.fresh();
    private final BlindClient client = new BlindClient(signer.publicKey());
    private final TokenKey key = TokenKey.of(signer.publicKey());

    @Test
    void theFourVectorsOfTheRfcComeOutToTheByte() throws Exception {
        var rfc = BlindVectors.read();
        var theirs = BlindSigner.of(rfc.pair());
        var voter = new BlindClient(theirs.publicKey());
        assertEquals(4, rfc.vectors().size());
        for (var vector : rfc.vectors()) {
            var r = vector.inverse().modInverse(voter.modulus());
            var input = vector.input(rfc.message());
            assertArrayEquals(vector.blinded(), voter.blind(input, vector.salt(), r), vector.variant());
            var signed = theirs.sign(vector.blinded()).orElseThrow();
            assertArrayEquals(vector.signed(), signed, vector.variant());
            assertArrayEquals(vector.signature(), voter.unblind(signed, r), vector.variant());
            assertTrue(TokenKey.of(theirs.publicKey(), vector.salt().length).signed(input, vector.signature()), vector.variant());
        }
    }

    @Test
    void aTokenThatWasSignedUnreadVerifiesAndNoChangedOneDoes() {
        var token = RandomIds.bytes(32);
        var r = client.freshBlinding();
        var blinded = client.blind(token, RandomIds.bytes(48), r);
        var signature = client.unblind(signer.sign(blinded).orElseThrow(), r);
        assertTrue(key.signed(token, signature));
        assertFalse(key.signed(token, signer.sign(blinded).orElseThrow()), "still blinded");
        assertFalse(TokenKey.of(BlindSigner.fresh(1024).publicKey()).signed(token, signature), "another ballot's key");
        var random = new Random(9474);
        for (int i = 0; i < 300; i++) {
            var changed = signature.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertFalse(key.signed(token, changed), "seed 9474, " + i);
            var other = token.clone();
            other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
            assertFalse(key.signed(other, signature), "seed 9474, " + i);
        }
    }

    @Test
    void signaturesOfAnyLengthAreRefusedWithoutAnException() {
        for (int length : new int[] {0, 1, 383, 385, 768, 10_000}) assertFalse(key.signed(new byte[32], new byte[length]), "length " + length);
        var tooLarge = new byte[384];
        Arrays.fill(tooLarge, (byte) 0xff);
        assertFalse(key.signed(new byte[32], tooLarge));
        assertFalse(key.signed(new byte[0], new byte[384]));
        assertThrows(IllegalArgumentException.class, () -> TokenKey.of(new byte[] {1, 2, 3}));
    }

    @Test
    void aShortNumberIsNotFilledUpAndNoOddOneIsSigned() {
        var one = BigInteger.ONE;
        for (int length : new int[] {0, 1, 32, 383, 385}) {
            var number = new byte[length];
            if (length > 0) number[length - 1] = 7;
            assertTrue(signer.sign(number).isEmpty(), "length " + length);
        }
        for (var odd : new BigInteger[] {BigInteger.ZERO, one, client.modulus().subtract(one), client.modulus(), client.modulus().add(one)}) {
            assertTrue(signer.sign(client.fixed(odd)).isEmpty(), odd.toString(16));
        }
        assertTrue(signer.sign(client.fixed(BigInteger.TWO)).isPresent());
    }

    @Test
    void theSameRequestGetsTheSameSignature() {
        var blinded = client.blind(new byte[32], new byte[48], client.freshBlinding());
        assertArrayEquals(signer.sign(blinded).orElseThrow(), signer.sign(blinded).orElseThrow());
    }

    @Test
    void aMiscalculatedSignatureIsNotHandedOut() throws Exception {
        var rfc = BlindVectors.read();
        var right = BlindSigner.of(rfc.pair());
        var blinded = rfc.vectors().getFirst().blinded();
        for (int place : new int[] {0, 200, 511}) {
            var broken = new BlindSigner((RSAPublicKey) rfc.pair().getPublic(), number -> {
                var signature = right.sign(number).orElseThrow();
                signature[place] ^= 1;
                return signature;
            });
            assertThrows(IllegalStateException.class, () -> broken.sign(blinded));
        }
    }

    @Test
    void aForgottenKeySignsNothing() {
        var blinded = client.fixed(BigInteger.TEN);
        signer.close();
        assertThrows(IllegalStateException.class, () -> signer.sign(blinded));
        assertFalse(signer.toString().contains("BigInteger"));
    }
}
