package conclave.seal.container;

/** A content key, and the bytes from which those who may open the package get it again. */
public final class Envelope {

    public static final int LARGEST = 64 << 10;
    public static final int KEY_BYTES = 32;

    /** How the key lies in the bytes. */
    public enum Kind {
        /** CMS EnvelopedData for the certificates of one or several recipients. */
        RECIPIENTS(1),
        /** Under a passphrase, stretched by Argon2id. */
        PASSPHRASE(2);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    private final Kind kind;
    private final byte[] bytes;
    private final byte[] contentKey;

    public Envelope(Kind kind, byte[] bytes, byte[] contentKey) {
        if (bytes.length == 0 || bytes.length > LARGEST) throw new IllegalArgumentException("a key envelope has 1 to 65536 bytes");
        if (contentKey.length != KEY_BYTES) throw new IllegalArgumentException("a content key has 32 bytes");
        this.kind = kind;
        this.bytes = bytes.clone();
        this.contentKey = contentKey.clone();
    }

    public Kind kind() {
        return kind;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] contentKey() {
        return contentKey;
    }

    @Override
    public String toString() {
        return "Envelope(" + kind + ", not shown)";
    }
}
