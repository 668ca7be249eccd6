package conclave.document.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The parts of an office file, which is a zip: those that its directory at the end names, as office programs see it.
 * Nothing is unpacked before it is asked for, and then no more than was agreed.
 */
final class ZipParts {

    private static final int DIRECTORY_END = 0x06054b50;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int LOCAL_ENTRY = 0x04034b50;
    private static final int MOST_COMMENT = 65_557;
    private static final int LOCKED = 1;

    /** @param name in small letters, with no slash in front */
    record Part(String name, int method, boolean locked, int packed, int local) {
    }

    private final ByteBuffer bytes;
    private final List<Part> parts = new ArrayList<>();

    private ZipParts(ByteBuffer bytes) {
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    static ZipParts of(ByteBuffer bytes, int most) throws Unreadable {
        var zip = new ZipParts(bytes);
        try {
            zip.readDirectory(most);
            return zip;
        } catch (IndexOutOfBoundsException e) {
            throw new Unreadable(Unreadable.Reason.DAMAGED);
        }
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    private void readDirectory(int most) throws Unreadable {
        int end = directoryEnd();
        int count = bytes.getShort(end + 10) & 0xffff;
        int at = bytes.getInt(end + 16);
        for (int i = 0; i < Math.min(count, most); i++) {
            if (bytes.getInt(at) != DIRECTORY_ENTRY) throw new Unreadable(Unreadable.Reason.DAMAGED);
            int nameLength = bytes.getShort(at + 28) & 0xffff;
            var name = new byte[nameLength];
            bytes.get(at + 46, name);
            parts.add(new Part(plain(name), bytes.getShort(at + 10), (bytes.getShort(at + 8) & LOCKED) != 0, bytes.getInt(at + 20), bytes.getInt(at + 42)));
            at += 46 + nameLength + (bytes.getShort(at + 30) & 0xffff) + (bytes.getShort(at + 32) & 0xffff);
        }
    }

    private static String plain(byte[] name) {
        var plain = new String(name, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT).replace('\\', '/');
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    private int directoryEnd() throws Unreadable {
        for (int at = bytes.limit() - 22; at >= Math.max(0, bytes.limit() - MOST_COMMENT); at--) {
            if (bytes.getInt(at) == DIRECTORY_END) return at;
        }
        throw new Unreadable(Unreadable.Reason.DAMAGED);
    }

    /** @return nothing where it swells beyond {@code most} */
    Optional<byte[]> unpack(Part part, int most) throws IOException {
        try {
            if (bytes.getInt(part.local()) != LOCAL_ENTRY || part.locked()) throw new IOException("no entry");
            int start = part.local() + 30 + (bytes.getShort(part.local() + 26) & 0xffff) + (bytes.getShort(part.local() + 28) & 0xffff);
            var packed = bytes.slice(start, part.packed());
            return switch (part.method()) {
                case 0 -> stored(packed, most);
                case 8 -> inflated(packed, most);
                default -> throw new IOException("no method");
            };
        } catch (IndexOutOfBoundsException | DataFormatException e) {
            throw new IOException("not what its directory says", e);
        }
    }

    private static Optional<byte[]> stored(ByteBuffer packed, int most) {
        if (packed.limit() > most) return Optional.empty();
        var plain = new byte[packed.limit()];
        packed.get(plain);
        return Optional.of(plain);
    }

    private static Optional<byte[]> inflated(ByteBuffer packed, int most) throws DataFormatException, IOException {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            var plain = new ByteArrayOutputStream(Math.min(most, 1 << 14));
            var piece = new byte[1 << 14];
            while (!inflater.finished()) {
                int length = inflater.inflate(piece);
                if (length == 0 && !inflater.finished()) throw new IOException("it is cut off");
                if (plain.size() + length > most) return Optional.empty();
                plain.write(piece, 0, length);
            }
            return Optional.of(plain.toByteArray());
        } finally {
            inflater.end();
        }
    }
}
