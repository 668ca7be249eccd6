package conclave.seal.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** NAME.mpkg, NAME.mpkg.002, NAME.mpkg.003 …, and NAME.mpkg.p7s beside them. ASCII only: sticks are FAT, and other systems spell names differently. */
public final class VolumeNames {

    /** One volume on FAT32 stays below 4 GiB; the usual one does so by 64 MiB. */
    public static final long USUAL_SIZE = (4L << 30) - (64L << 20);
    public static final long LARGEST_SIZE = (4L << 30) - 1;
    public static final int MOST = 128;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}(\\.[A-Za-z0-9_-]{1,32}){0,3}");
    private static final String SUFFIX = ".mpkg";

    private VolumeNames() {
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.contains(SUFFIX);
    }

    /** Counted from 0. */
    public static String of(String name, int number) {
        return name + SUFFIX + (number == 0 ? "" : String.format(Locale.ROOT, ".%03d", number + 1));
    }

    public static String signature(String name) {
        return name + SUFFIX + ".p7s";
    }

    /** NAME, from the file name of the first volume. */
    public static String nameOf(Path first) throws Refused {
        var file = first.getFileName() == null ? "" : first.getFileName().toString();
        var name = file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : "";
        if (!isName(name)) throw Refused.because(Reason.VOLUME_NAME, "volume", ascii(file));
        return name;
    }

    /** All volumes that lie beside the first one; a gap is a missing volume. */
    public static List<Path> find(Path first) throws IOException {
        var name = nameOf(first);
        var found = new ArrayList<Path>();
        for (int number = 0; number <= MOST; number++) {
            var file = first.resolveSibling(of(name, number));
            if (!Files.isRegularFile(file)) break;
            found.add(file);
        }
        if (found.isEmpty()) throw Refused.because(Reason.VOLUME_MISSING, "volume", of(name, 0));
        if (found.size() > MOST) throw Refused.because(Reason.VOLUMES_MANY, "most", Integer.toString(MOST));
        for (int number = found.size() + 1; number < MOST; number++) {
            if (Files.exists(first.resolveSibling(of(name, number)))) throw Refused.because(Reason.VOLUME_MISSING, "volume", of(name, found.size()));
        }
        return List.copyOf(found);
    }

    /** What a stranger called a file is shown without what could steer a terminal. */
    private static String ascii(String file) {
        var shown = file.length() > 80 ? file.substring(0, 80) : file;
        return shown.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }
}
