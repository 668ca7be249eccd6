package conclave.web;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Words that must not come out anywhere, sought in bytes as they are and in every coding that bytes are commonly put in. */
final class Canaries {

    private static final int LONGEST = 1 << 22;

    private final Map<String, byte[]> sought = new TreeMap<>();

    Canaries(List<String> words) {
        for (var word : words) {
            for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GBK"))) {
                var bytes = word.getBytes(charset);
                add(word + " in " + charset, bytes);
                add(word + " in hex of " + charset, ascii(HexFormat.of().formatHex(bytes)));
                add(word + " in HEX of " + charset, ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
                for (int shift = 0; shift < 3; shift++) add(word + " in base64 of " + charset + " from " + shift, ascii(base64(bytes, shift)));
                add(word + " in percent of " + charset, ascii(URLEncoder.encode(word, charset)));
            }
            add(word + " in JSON", ascii(escaped(word)));
        }
    }

    private void add(String how, byte[] bytes) {
        sought.put(how, bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The middle of it, which is the same whatever stands before and behind. */
    private static String base64(byte[] bytes, int shift) {
        var text = Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, shift, shift + (bytes.length - shift) / 3 * 3));
        return text;
    }

    private static String escaped(String word) {
        var text = new StringBuilder();
        word.chars().forEach(c -> text.append(c < 128 ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c)));
        return text.toString();
    }

    /** Which of them stand in the bytes, or in what is packed there. */
    List<String> in(byte[] bytes) {
        var found = new TreeSet<String>();
        for (var layer : layers(bytes)) sought.forEach((how, word) -> {
            if (contains(layer, word)) found.add(how);
        });
        return List.copyOf(found);
    }

    private static List<byte[]> layers(byte[] bytes) {
        var layers = new ArrayList<byte[]>(List.of(bytes));
        for (int i = 0; i + 10 < bytes.length; i++) {
            boolean zlib = bytes[i] == 0x78 && ((bytes[i] & 255) * 256 + (bytes[i + 1] & 255)) % 31 == 0;
            boolean gzip = bytes[i] == 0x1f && (bytes[i + 1] & 255) == 0x8b;
            if (zlib) layers.add(inflated(bytes, i, false));
            if (gzip) layers.add(inflated(bytes, i + 10, true));
        }
        return layers;
    }

    private static byte[] inflated(byte[] bytes, int from, boolean bare) {
        var out = new ByteArrayOutputStream();
        var inflater = new Inflater(bare);
        inflater.setInput(bytes, from, bytes.length - from);
        var piece = new byte[8192];
        try {
            for (int n = inflater.inflate(piece); n > 0 && out.size() < LONGEST; n = inflater.inflate(piece)) out.write(piece, 0, n);
        } catch (DataFormatException notPacked) {
            return out.toByteArray();
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }

    private static boolean contains(byte[] bytes, byte[] word) {
        for (int i = 0; i + word.length <= bytes.length; i++) {
            if (bytes[i] == word[0] && Arrays.equals(bytes, i, i + word.length, word, 0, word.length)) return true;
        }
        return false;
    }
}
