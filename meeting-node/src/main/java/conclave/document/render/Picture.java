package conclave.document.render;

/** An encoded picture as a browser takes it. */
public record Picture(Coding coding, int width, int height, byte[] bytes) {

    /** The codings we make; the order is part of the wire between the two processes. */
    public enum Coding {
        PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}),
        JPEG("image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}),
        WEBP("image/webp", new byte[] {'R', 'I', 'F', 'F'});

        private final String mediaType;
        private final byte[] magic;

        Coding(String mediaType, byte[] magic) {
            this.mediaType = mediaType;
            this.magic = magic;
        }

        public String mediaType() {
            return mediaType;
        }

        boolean begins(byte[] bytes) {
            if (bytes.length < magic.length) return false;
            for (int i = 0; i < magic.length; i++) {
                if (bytes[i] != magic[i]) return false;
            }
            return true;
        }
    }
}
