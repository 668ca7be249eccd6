package conclave.exchange.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A zip as offices make it: names in GBK unless it says UTF-8 or they can be nothing else. Its directory at the end is read once, strictly,
 * and nothing is unpacked before somebody asks for it. Links, paths that lead out, passwords and bombs are refused before that.
 */
final class ZipFolder implements AutoCloseable {

    /** Why the whole of it is refused. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final Slip slip;
        private final String fact;

        Refused(Slip slip, String fact) {
            super(slip + " " + fact);
            this.slip = slip;
            this.fact = fact;
        }

        Slip slip() {
            return slip;
        }

        String fact() {
            return fact;
        }
    }

    private static final int DIRECTORY = 32 << 20;
    private static final int END = 22;
    private static final Charset GBK = Charset.forName("GB18030");
    /** A form of text compresses to a tenth; what comes to more than a hundredth was made to. */
    private static final long RATIO = 100;
    private static final long ROOM = 64L << 20;

    private final FileChannel channel;
    private final ArrayList<Scan> scans = new ArrayList<>();
    private final TreeSet<String> names = new TreeSet<>();
    private long unpacked;

    private ZipFolder(FileChannel channel) {
        this.channel = channel;
    }

    static ZipFolder open(Path file) throws IOException, Refused {
        var channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        var zip = new ZipFolder(channel);
        var sound = false;
        try {
            zip.readDirectory();
            sound = true;
            return zip;
        } finally {
            if (!sound) channel.close();
        }
    }

    List<Scan> scans() {
        return List.copyOf(scans);
    }

    /** At a place of the file, and no further than it goes. */
    private ByteBuffer bytes(long at, int count) throws IOException, Refused {
        if (at < 0 || count < 0 || at + count > channel.size()) throw damaged();
        var bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) throw damaged();
        }
        return bytes.flip();
    }

    private static Refused damaged() {
        return new Refused(Slip.ZIP_DAMAGED, "");
    }

    private void readDirectory() throws IOException, Refused {
        var size = channel.size();
        if (size < END) throw damaged();
        var tailAt = Math.max(0, size - END - 0xffff);
        var tail = bytes(tailAt, (int) (size - tailAt));
        int end = tail.limit() - END;
        while (end >= 0 && tail.getInt(end) != 0x06054b50) end--;
        if (end < 0) throw damaged();
        long count = tail.getShort(end + 10) & 0xffff;
        long length = tail.getInt(end + 12) & 0xffffffffL;
        long at = tail.getInt(end + 16) & 0xffffffffL;
        if (count == 0xffff || length == 0xffffffffL || at == 0xffffffffL) {
            var locator = bytes(tailAt + end - 20, 20);
            if (locator.getInt(0) != 0x07064b50) throw damaged();
            var large = bytes(locator.getLong(8), 56);
            if (large.getInt(0) != 0x06064b50) throw damaged();
            count = large.getLong(32);
            length = large.getLong(40);
            at = large.getLong(48);
        }
        if (count > ScanFolder.MOST || length > DIRECTORY) throw new Refused(Slip.ZIP_BOMB, count + " 个文件");
        if (count < 0 || length < 0) throw damaged();
        var directory = bytes(at, (int) length);
        for (long i = 0; i < count; i++) entry(directory);
        if (unpacked > Math.max(ROOM, size * RATIO)) throw new Refused(Slip.ZIP_BOMB, (unpacked >> 20) + " MB");
    }

    private void entry(ByteBuffer directory) throws Refused {
        if (directory.remaining() < 46 || directory.getInt(directory.position()) != 0x02014b50) throw damaged();
        int from = directory.position();
        int flags = directory.getShort(from + 8) & 0xffff;
        int method = directory.getShort(from + 10) & 0xffff;
        long crc = directory.getInt(from + 16) & 0xffffffffL;
        long packed = directory.getInt(from + 20) & 0xffffffffL;
        long plain = directory.getInt(from + 24) & 0xffffffffL;
        int nameLength = directory.getShort(from + 28) & 0xffff;
        int extraLength = directory.getShort(from + 30) & 0xffff;
        int commentLength = directory.getShort(from + 32) & 0xffff;
        int system = directory.get(from + 5) & 0xff;
        int attributes = directory.getInt(from + 38);
        long local = directory.getInt(from + 42) & 0xffffffffL;
        if (directory.remaining() < 46 + nameLength + extraLength + commentLength) throw damaged();
        var raw = new byte[nameLength];
        directory.position(from + 46).get(raw);
        var extra = new Extra(directory.slice(from + 46 + nameLength, extraLength).order(ByteOrder.LITTLE_ENDIAN));
        plain = plain == 0xffffffffL ? extra.next() : plain;
        packed = packed == 0xffffffffL ? extra.next() : packed;
        local = local == 0xffffffffL ? extra.next() : local;
        directory.position(from + 46 + nameLength + extraLength + commentLength);
        var name = name(raw, (flags & 0x800) != 0);
        if (escapes(name)) throw new Refused(Slip.ZIP_ESCAPE, name);
        if (name.endsWith("/") || Scan.litter(name)) return;
        if (system == 3 && (attributes >>> 28) == 0xa) throw new Refused(Slip.ZIP_LINK, name);
        if ((flags & 1) != 0) throw new Refused(Slip.ZIP_PASSWORD, name);
        if (method != 0 && method != 8) throw new Refused(Slip.ZIP_METHOD, name);
        if (!names.add(name)) throw new Refused(Slip.ZIP_TWICE, name);
        if (plain < 0 || packed < 0 || local < 0 || plain > Long.MAX_VALUE - unpacked) throw damaged();
        unpacked += plain;
        var place = new ZipContent.Place(local, packed, plain, crc, method);
        scans.add(new Scan(name, plain, () -> content(place)));
    }

    private InputStream content(ZipContent.Place place) throws IOException {
        try {
            var head = bytes(place.local(), 30);
            if (head.getInt(0) != 0x04034b50) throw new IOException("no local header");
            var from = place.local() + 30 + (head.getShort(26) & 0xffff) + (head.getShort(28) & 0xffff);
            if (from + place.packed() > channel.size()) throw new IOException("beyond the end");
            return ZipContent.open(channel, from, place);
        } catch (Refused e) {
            throw new IOException("cut off", e);
        }
    }

    /** The larger sizes of entries that do not fit into four bytes. */
    private record Extra(ByteBuffer bytes) {

        Extra {
            seek(bytes);
        }

        private static void seek(ByteBuffer bytes) {
            while (bytes.remaining() >= 4) {
                int kind = bytes.getShort() & 0xffff;
                int length = bytes.getShort() & 0xffff;
                if (length > bytes.remaining()) break;
                if (kind == 1) {
                    bytes.limit(bytes.position() + length);
                    return;
                }
                bytes.position(bytes.position() + length);
            }
            bytes.position(bytes.limit());
        }

        long next() throws Refused {
            if (bytes.remaining() < 8) throw damaged();
            return bytes.getLong();
        }
    }

    /** Windows writes GBK and says nothing; some write UTF-8 and say nothing either, which hardly ever is GBK as well. */
    static String name(byte[] raw, boolean utf8) {
        var gbk = new String(raw, GBK).replace('\\', '/');
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString().replace('\\', '/');
            return !utf8 && european(text) && gbk.chars().allMatch(c -> c < 0x80 || Character.isIdeographic(c)) ? gbk : text;
        } catch (CharacterCodingException e) {
            return gbk;
        }
    }

    /** Two bytes of GBK now and then look like one letter of a European script. */
    private static boolean european(String text) {
        return text.chars().anyMatch(c -> c >= 0x80) && text.chars().allMatch(c -> c < 0x600);
    }

    private static boolean escapes(String name) {
        if (name.isEmpty() || name.length() > 1_000 || name.startsWith("/") || name.matches("(?s)[A-Za-z]:.*") || name.chars().anyMatch(c -> c < 0x20)) return true;
        for (var step : name.split("/")) {
            if (step.equals("..") || step.equals(".")) return true;
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
