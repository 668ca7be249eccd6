package conclave.appliance;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where people sign in: what somebody typed, or what the running node says of itself.
 *
 * @param local whether only this very machine finds it
 */
record SignInAddress(String url, boolean local) {

    private static final int LONGEST = 200;
    private static final long LARGEST_RUN_FILE = 64L << 20;
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|\\[::1\\]|0\\.0\\.0\\.0");

    static SignInAddress of(Optional<String> typed, Path data) throws CardTrouble {
        var url = typed.or(() -> running(data)).orElseThrow(() -> new CardTrouble(CardTrouble.Kind.ADDRESS_MISSING));
        try {
            var parsed = URI.create(url);
            var whole = "https".equals(parsed.getScheme()) && parsed.getHost() != null && parsed.getUserInfo() == null;
            if (!whole || url.length() > LONGEST) throw new CardTrouble(CardTrouble.Kind.ADDRESS_WRONG);
            return new SignInAddress(url, LOOPBACK.matcher(parsed.getHost()).matches());
        } catch (IllegalArgumentException e) {
            throw new CardTrouble(CardTrouble.Kind.ADDRESS_WRONG);
        }
    }

    /** The run file is there only while a node runs. */
    private static Optional<String> running(Path data) {
        var file = data.resolve("run.json");
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_RUN_FILE) return Optional.empty();
            return Optional.of(CanonicalJson.readObject(Files.readString(file).strip().getBytes(StandardCharsets.UTF_8)).text("baseUrl"));
        } catch (IOException | BadJson beingWritten) {
            return Optional.empty();
        }
    }
}
