package conclave.seal.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands before the chunks: magic, profile, kind of envelope, chunk size, the key envelope, a salt. All of it goes into the
 * keys, so that not one bit of it changes without the commitment that follows saying so.
 */
record Head(Profile profile, Envelope.Kind kind, int chunkSize, byte[] envelope, byte[] bytes) {

    static final int LEAST_CHUNK = 64 << 10;
    static final int LARGEST_CHUNK = 1 << 20;
    /** Small, because a cold JVM learns to be fast by calls and not by bytes: the first 256 MB in chunks of 1 MiB take five times as long. */
    static final int USUAL_CHUNK = 64 << 10;
    static final int SALT_BYTES = 32;
    private static final byte[] FAMILY = "CNCLPKG".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = '1';
    private static final int FIXED = 20;

    static Head of(Profile profile, Envelope envelope, int chunkSize, byte[] salt) {
        var key = envelope.bytes();
        var bytes = ByteBuffer.allocate(FIXED + key.length + SALT_BYTES).put(FAMILY).put(VERSION).put((byte) profile.number())
                .put((byte) envelope.kind().number()).putShort((short) 0).putInt(chunkSize).putInt(key.length).put(key).put(salt).array();
        return new Head(profile, envelope.kind(), chunkSize, key, bytes);
    }

    /** Nothing is allocated before its length was looked at. */
    static Head read(InputStream in) throws IOException {
        var fixed = exactly(in, FIXED);
        var fields = ByteBuffer.wrap(fixed);
        if (!Arrays.equals(fixed, 0, FAMILY.length, FAMILY, 0, FAMILY.length)) throw Refused.because(Reason.NOT_A_PACKAGE);
        fields.position(FAMILY.length);
        if (fields.get() != VERSION) throw Refused.because(Reason.FORMAT_VERSION);
        var profile = Profile.numbered(fields.get()).orElseThrow(() -> Refused.because(Reason.HEAD, "field", "profile"));
        var kind = kind(fields.get());
        if (fields.getShort() != 0) throw Refused.because(Reason.HEAD, "field", "reserved");
        int chunkSize = fields.getInt();
        if (chunkSize < LEAST_CHUNK || chunkSize > LARGEST_CHUNK) throw Refused.because(Reason.HEAD, "field", "chunkSize");
        int length = fields.getInt();
        if (length < 1 || length > Envelope.LARGEST) throw Refused.because(Reason.HEAD, "field", "envelopeLength");
        var rest = exactly(in, length + SALT_BYTES);
        var bytes = Arrays.copyOf(fixed, FIXED + rest.length);
        System.arraycopy(rest, 0, bytes, FIXED, rest.length);
        return new Head(profile, kind, chunkSize, Arrays.copyOf(rest, length), bytes);
    }

    byte[] salt() {
        return Arrays.copyOfRange(bytes, bytes.length - SALT_BYTES, bytes.length);
    }

    static byte[] exactly(InputStream in, int count) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) throw Refused.because(Reason.CUT, "field", "head");
        return bytes;
    }

    private static Envelope.Kind kind(int number) throws Refused {
        for (var kind : Envelope.Kind.values()) {
            if (kind.number() == number) return kind;
        }
        throw Refused.because(Reason.HEAD, "field", "envelopeKind");
    }

    @Override
    public String toString() {
        return "Head(" + profile + ", " + kind + ", chunks of " + chunkSize + ")";
    }
}
