package conclave.exchange;

import java.util.List;
import java.util.regex.Pattern;

/** Which names there may be in a bag, and what they say about the file. */
final class BagNames {

    static final String DECLARATION = "bagit.txt";
    static final String INFO = "bag-info.txt";
    static final String SM3 = "sm3sum.txt";
    static final String FETCH = "fetch.txt";
    static final String MANIFEST = "manifest-";
    static final String TAG_MANIFEST = "tagmanifest-";

    private static final List<String> PLAIN_TAGS = List.of(INFO, DECLARATION, SM3);
    private static final Pattern MANIFEST_NAME = Pattern.compile("(?:tag)?manifest-[a-z0-9-]{1,20}\\.txt");
    private static final String PART = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}";
    private static final Pattern NAME = Pattern.compile(PART);
    private static final Pattern PAYLOAD = Pattern.compile("data(/" + PART + "){1,8}");

    private BagNames() {
    }

    /** Plain ASCII names below the folder; a dot never begins a name, so nothing climbs out and nothing hides. */
    static boolean safe(String path) {
        return path.length() <= 240 && (NAME.matcher(path).matches() || PAYLOAD.matcher(path).matches());
    }

    static boolean isPayload(String path) {
        return path.contains("/");
    }

    /** What may lie beside the folder data. */
    static boolean isTag(String path) {
        return PLAIN_TAGS.contains(path) || MANIFEST_NAME.matcher(path).matches();
    }

    /** Named by the tag manifests, which do not name themselves. */
    static boolean isSealedTag(String path) {
        return isTag(path) && !path.startsWith(TAG_MANIFEST);
    }

    /** The algorithm in the name of a manifest. */
    static String algorithm(String manifest) {
        return manifest.substring(manifest.indexOf('-') + 1, manifest.length() - ".txt".length());
    }

    /** A name as it may stand in a finding: long or strange ones are cut and their odd characters replaced. */
    static String shown(String path) {
        var readable = path.replace('\\', '?').replaceAll("\\p{Cntrl}", "?");
        return readable.length() <= 300 ? readable : readable.substring(0, 300);
    }
}
