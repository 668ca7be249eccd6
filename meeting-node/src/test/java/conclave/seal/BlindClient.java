package conclave.seal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;

/** The voter's part of RFC 9474 as a second writing of it, to hold the signer and the browser against. */
public final class BlindClient {

    private final RSAPublicKey key;
    private final int size;

    public BlindClient(byte[] encoded) {
        key = publicKey(encoded);
        size = (key.getModulus().bitLength() + 7) / 8;
    }

    private static RSAPublicKey publicKey(byte[] encoded) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public BigInteger freshBlinding() {
        while (true) {
            var r = new BigInteger(1, RandomIds.bytes(size)).mod(key.getModulus());
            if (r.gcd(key.getModulus()).equals(BigInteger.ONE)) return r;
        }
    }

    public byte[] blind(byte[] message, byte[] salt, BigInteger r) {
        var encoded = new BigInteger(1, encode(message, salt));
        return fixed(encoded.multiply(r.modPow(key.getPublicExponent(), key.getModulus())).mod(key.getModulus()));
    }

    public byte[] unblind(byte[] signed, BigInteger r) {
        return fixed(new BigInteger(1, signed).multiply(r.modInverse(key.getModulus())).mod(key.getModulus()));
    }

    /** What a signature says, without its salt being known: EM. */
    public BigInteger encodedIn(byte[] signature) {
        return new BigInteger(1, signature).modPow(key.getPublicExponent(), key.getModulus());
    }

    public BigInteger modulus() {
        return key.getModulus();
    }

    public byte[] fixed(BigInteger number) {
        var bytes = number.toByteArray();
        int extra = Math.max(0, bytes.length - size);
        var fixed = new byte[size];
        System.arraycopy(bytes, extra, fixed, size - (bytes.length - extra), bytes.length - extra);
        return fixed;
    }

    /** EMSA-PSS of RFC 8017, section 9.1.1, with SHA-384. */
    private byte[] encode(byte[] message, byte[] salt) {
        int bits = key.getModulus().bitLength() - 1;
        int length = (bits + 7) / 8;
        var hash = sha384(new byte[8], sha384(message), salt);
        int block = length - hash.length - 1;
        var data = new byte[block];
        data[block - salt.length - 1] = 1;
        System.arraycopy(salt, 0, data, block - salt.length, salt.length);
        var mask = mask(hash, block);
        for (int i = 0; i < block; i++) data[i] ^= mask[i];
        data[0] &= (byte) (0xff >> (8 * length - bits));
        return ByteBuffer.allocate(length).put(data).put(hash).put((byte) 0xbc).array();
    }

    private static byte[] mask(byte[] seed, int length) {
        var mask = ByteBuffer.allocate(length + 48);
        for (int i = 0; mask.position() < length; i++) mask.put(sha384(seed, ByteBuffer.allocate(4).putInt(i).array()));
        return Arrays.copyOf(mask.array(), length);
    }

    private static byte[] sha384(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-384");
            for (var part : parts) digest.update(part);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A choice under the round key, as the browser seals it. */
    public static byte[] seal(byte[] roundKey, byte[] choice, byte[] label) {
        try {
            var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.ENCRYPT_MODE, publicKey(roundKey), RoundKey.oaep(label));
            return cipher.doFinal(choice);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
