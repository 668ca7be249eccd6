package conclave.seal.bouncycastle;

import conclave.seal.RandomIds;
import conclave.seal.container.ChunkCipher;
import conclave.seal.container.Envelope;
import conclave.seal.container.Profile;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.Suite;
import conclave.seal.container.Unwrapping;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A content key under a passphrase: Argon2id (RFC 9106), then the profile's AEAD. The costs stand in the envelope and are looked at
 * before anything is reckoned with them: a stranger's envelope takes no more than 128 MiB and some seconds.
 */
final class PassphraseEnvelope {

    static final int BYTES = 12 + 16 + ChunkCipher.NONCE_BYTES + Envelope.KEY_BYTES + ChunkCipher.TAG_BYTES;
    private static final int VERSION = 1;
    private static final int SALT_BYTES = 16;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 1024;
    private static final int MOST_LANES = 4;
    private static final int MOST_PASSES = 8;
    private static final int LEAST_MEMORY = 8 << 10;
    private static final int MOST_MEMORY = 128 << 10;

    private PassphraseEnvelope() {
    }

    /** What Argon2id costs: lanes, passes and KiB. */
    record Cost(int lanes, int passes, int memory) {

        static final Cost USUAL = new Cost(1, 3, 64 << 10);

        boolean allowed() {
            return lanes >= 1 && lanes <= MOST_LANES && passes >= 1 && passes <= MOST_PASSES && memory >= LEAST_MEMORY && memory <= MOST_MEMORY;
        }
    }

    static Envelope fresh(Suite suite, char[] passphrase, Cost cost) throws Refused {
        var typed = normal(passphrase);
        if (new String(typed, StandardCharsets.UTF_8).codePoints().count() < SHORTEST) throw Refused.because(Reason.PASSPHRASE_SHORT);
        var contentKey = RandomIds.bytes(Envelope.KEY_BYTES);
        var salt = RandomIds.bytes(SALT_BYTES);
        var nonce = RandomIds.bytes(ChunkCipher.NONCE_BYTES);
        var sealed = new byte[Envelope.KEY_BYTES + ChunkCipher.TAG_BYTES];
        suite.cipher(key(suite, typed, salt, cost)).seal(nonce, contentKey, contentKey.length, sealed);
        var bytes = ByteBuffer.allocate(BYTES).put((byte) VERSION).put((byte) cost.lanes()).putShort((short) 0).putInt(cost.passes())
                .putInt(cost.memory()).put(salt).put(nonce).put(sealed).array();
        return new Envelope(Envelope.Kind.PASSPHRASE, bytes, contentKey);
    }

    static Unwrapping with(char[] passphrase, Function<Profile, Suite> suites) {
        return (kind, profile, envelope) -> {
            if (kind != Envelope.Kind.PASSPHRASE) throw Refused.because(Reason.KEY_WANTED);
            return open(suites.apply(profile), normal(passphrase), envelope);
        };
    }

    private static byte[] open(Suite suite, byte[] typed, byte[] envelope) throws Refused {
        if (envelope.length != BYTES) throw Refused.because(Reason.ENVELOPE);
        var fields = ByteBuffer.wrap(envelope);
        if (fields.get() != VERSION) throw Refused.because(Reason.ENVELOPE);
        int lanes = fields.get();
        if (fields.getShort() != 0) throw Refused.because(Reason.ENVELOPE);
        var cost = new Cost(lanes, fields.getInt(), fields.getInt());
        if (!cost.allowed()) throw Refused.because(Reason.PASSPHRASE_COST);
        var salt = taken(fields, SALT_BYTES);
        var nonce = taken(fields, ChunkCipher.NONCE_BYTES);
        var sealed = taken(fields, fields.remaining());
        var contentKey = new byte[Envelope.KEY_BYTES];
        if (!suite.cipher(key(suite, typed, salt, cost)).open(nonce, sealed, sealed.length, contentKey)) throw Refused.because(Reason.PASSPHRASE);
        return contentKey;
    }

    private static byte[] key(Suite suite, byte[] typed, byte[] salt, Cost cost) {
        var argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13).withSalt(salt)
                .withParallelism(cost.lanes()).withIterations(cost.passes()).withMemoryAsKB(cost.memory()).build());
        var key = new byte[suite.chunkKeyBytes()];
        argon.generateBytes(typed, key);
        return key;
    }

    /** As somebody meant it: input methods write full-width letters, and a pasted line has blanks around it. */
    private static byte[] normal(char[] passphrase) {
        if (passphrase.length > LONGEST) throw new IllegalArgumentException("a passphrase has at most " + LONGEST + " signs");
        var text = Normalizer.normalize(CharBuffer.wrap(passphrase), Normalizer.Form.NFKC).strip();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] taken(ByteBuffer from, int count) {
        var bytes = new byte[count];
        from.get(bytes);
        return bytes;
    }
}
