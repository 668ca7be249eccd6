package conclave.codec;

import conclave.codec.BadJson.Kind;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Sheet;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * The rule book as JSON files that people write by hand: one object, its {@code format} and the fields of the value.
 * Nothing is skipped and nothing is guessed; what does not fit says where it stands.
 */
public final class RuleBookFiles {

    public static final String MODE = "conclave-mode 1";
    public static final String PROFILE = "conclave-profile 1";
    public static final String SHEET = "conclave-sheet 1";
    public static final String FACTS = "conclave-facts 1";

    /** More than any form that people fill in. */
    public static final int LARGEST = 4 << 20;

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private RuleBookFiles() {
    }

    public static Mode mode(byte[] file) {
        return read(file, MODE, Mode.class);
    }

    public static Profile profile(byte[] file) {
        return read(file, PROFILE, Profile.class);
    }

    public static Sheet sheet(byte[] file) {
        return read(file, SHEET, Sheet.class);
    }

    public static Facts facts(byte[] file) {
        return read(file, FACTS, Facts.class);
    }

    public static byte[] bytes(Mode mode) {
        return write(mode, MODE);
    }

    public static byte[] bytes(Profile profile) {
        return write(profile, PROFILE);
    }

    public static byte[] bytes(Sheet sheet) {
        return write(sheet, SHEET);
    }

    public static byte[] bytes(Facts facts) {
        return write(facts, FACTS);
    }

    private static byte[] write(Record value, String format) {
        return CanonicalJson.bytes(Records.object(value).with("format", format));
    }

    private static <T extends Record> T read(byte[] file, String format, Class<T> type) {
        if (file.length > LARGEST) throw new BadJson(Kind.TOO_LARGE, "too large", "");
        var fields = new TreeMap<>(CanonicalJson.readObject(withoutMark(file)).fields());
        if (!new Json.Str(format).equals(fields.remove("format"))) {
            throw new BadJson(Kind.OTHER_FORMAT, "another format", format).within("format");
        }
        return Records.record(new Json.Obj(fields), type);
    }

    /** Some editors put a sign before the first that says nothing. */
    private static byte[] withoutMark(byte[] file) {
        return file.length >= MARK.length && Arrays.equals(file, 0, MARK.length, MARK, 0, MARK.length)
                ? Arrays.copyOfRange(file, MARK.length, file.length) : file;
    }
}
