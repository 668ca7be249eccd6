package conclave.exchange.tar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A header block. There is exactly one way to write it for a name and a size, so reading it is writing it again and comparing; what
 * differs is then looked at once more, only to say what it is.
 */
final class TarHeader {

    static final int BLOCK = 512;
    static final int LONGEST_NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SUM_AT = 148;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private static final Pattern SIZE = Pattern.compile("[0-7]{11}");
    private static final Pattern SUM = Pattern.compile("[0-7]{6}\0 ");

    private TarHeader() {
    }

    static boolean nameFits(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    static byte[] of(TarEntry entry) {
        var block = new byte[BLOCK];
        put(block, 0, entry.name());
        put(block, 100, "0000644\0" + "0000000\0" + "0000000\0");
        put(block, SIZE_AT, octal(entry.size(), 11) + "\0" + "00000000000\0");
        put(block, SUM_AT, "        ");
        put(block, TYPE_AT, "0");
        put(block, MAGIC_AT, "ustar\0" + "00");
        put(block, 329, "0000000\0" + "0000000\0");
        put(block, SUM_AT, octal(sum(block), 6) + "\0 ");
        return block;
    }

    private static String octal(long number, int digits) {
        var text = Long.toOctalString(number);
        return "0".repeat(digits - text.length()) + text;
    }

    private static void put(byte[] block, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    /** The sum of all bytes, the field of the sum itself taken for blanks. */
    private static int sum(byte[] block) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) sum += i >= SUM_AT && i < SUM_AT + 8 ? ' ' : block[i] & 0xff;
        return sum;
    }

    static String name(byte[] block) {
        return text(block, 0, LONGEST_NAME);
    }

    /** Empty where it is no plain octal number of eleven digits. */
    static Optional<Long> size(byte[] block) {
        var digits = new String(block, SIZE_AT, 11, StandardCharsets.ISO_8859_1);
        return SIZE.matcher(digits).matches() && block[SIZE_AT + 11] == 0 ? Optional.of(Long.parseLong(digits, 8)) : Optional.empty();
    }

    /** What is wrong with a block that is not as {@link #of} would write it. The caps and the order are not its business. */
    static Optional<TarFault> fault(byte[] block) {
        if (!Arrays.equals(block, MAGIC_AT, MAGIC_AT + 5, "ustar".getBytes(StandardCharsets.US_ASCII), 0, 5)) return Optional.of(TarFault.NOT_USTAR);
        if (!sumIsRight(block)) return Optional.of(TarFault.CHECKSUM);
        if (block[TYPE_AT] != '0') return Optional.of(TarFault.NOT_A_FILE);
        if (block[345] != 0 || !nameFits(name(block))) return Optional.of(TarFault.NAME);
        var size = size(block);
        if (size.isEmpty()) return Optional.of(TarFault.SIZE_MALFORMED);
        return Arrays.equals(block, of(new TarEntry(name(block), size.get()))) ? Optional.empty() : Optional.of(TarFault.FIELD);
    }

    private static boolean sumIsRight(byte[] block) {
        var written = new String(block, SUM_AT, 8, StandardCharsets.ISO_8859_1);
        return SUM.matcher(written).matches() && Integer.parseInt(written.substring(0, 6), 8) == sum(block);
    }

    /** For people: cut at the first zero, odd characters replaced. */
    static String shown(byte[] block) {
        return name(block).replaceAll("[^!-~]", "?");
    }

    private static String text(byte[] block, int at, int length) {
        int end = at;
        while (end < at + length && block[end] != 0) end++;
        return new String(block, at, end - at, StandardCharsets.ISO_8859_1);
    }
}
