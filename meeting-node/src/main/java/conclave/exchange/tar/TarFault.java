package conclave.exchange.tar;

import java.util.Locale;

/** What can be wrong with a tar. Each has a key for words of its own; the numbers of bytes are said beside it. */
public enum TarFault {
    /** It ends before its end was announced. */
    CUT,
    /** Something stands behind the end, or the end is not two empty blocks. */
    SURPLUS,
    /** Neither a ustar header nor an empty block. */
    NOT_USTAR,
    /** The header's sum is not the sum of its bytes. */
    CHECKSUM,
    /** A link, a folder, a device, or an extension of GNU or pax. */
    NOT_A_FILE,
    /** Absolute, climbing out, hidden, longer than 100, or with characters other than letters, digits, dot, hyphen, underscore. */
    NAME,
    /** The same name a second time. */
    TWICE,
    /** Not in the order of the names' bytes. */
    UNSORTED,
    /** A file where another has its folder. */
    FILE_AS_FOLDER,
    /** A size that is no plain octal number. */
    SIZE_MALFORMED,
    /** A file above the cap. */
    FILE_TOO_LARGE,
    /** More files than the cap. */
    TOO_MANY,
    /** An owner, a time, a mode or another field that is not as in every other package. */
    FIELD,
    /** Bytes other than zero between the end of a file and the next header. */
    PADDING;

    public String code() {
        return "tar." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
