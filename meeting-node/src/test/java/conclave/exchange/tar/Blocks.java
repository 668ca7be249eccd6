package conclave.exchange.tar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tars made by hand, right and wrong. */
final class Blocks {

    private Blocks() {
    }

    static byte[] tar(SortedMap<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        var tar = new TarWriter(out, TarCaps.PACKAGE);
        for (var file : files.entrySet()) tar.put(new TarEntry(file.getKey(), file.getValue().length), new ByteArrayInputStream(file.getValue()));
        tar.finish();
        return out.toByteArray();
    }

    static TreeMap<String, byte[]> read(byte[] tar, TarCaps caps) throws IOException {
        var files = new TreeMap<String, byte[]>();
        var reader = new TarReader(new ByteArrayInputStream(tar), caps);
        for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
            var content = new ByteArrayOutputStream();
            var buffer = new byte[1000];
            for (int n = reader.read(buffer, 0, buffer.length); n >= 0; n = reader.read(buffer, 0, buffer.length)) content.write(buffer, 0, n);
            files.put(entry.get().name(), content.toByteArray());
        }
        return files;
    }

    /** A header for whatever name, with the field at a place overwritten and the sum right again. */
    static byte[] header(String name, long size, int at, String text) {
        var block = TarHeader.of(new TarEntry(name, size));
        put(block, at, text);
        Arrays.fill(block, 148, 156, (byte) ' ');
        int sum = 0;
        for (var b : block) sum += b & 0xff;
        put(block, 148, String.format("%06o\0 ", sum));
        return block;
    }

    static byte[] header(String name, long size) {
        return header(name, size, 0, name);
    }

    static byte[] end() {
        return new byte[1024];
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) out.writeBytes(part);
        return out.toByteArray();
    }

    private static void put(byte[] block, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }
}
