package conclave.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The key of one meeting, in a file of its own. Everything personal of the meeting is sealed under it: destroying
 * it erases the persons and leaves the proof (decision 4 of the house). A witness never holds it.
 */
public final class MeetingKey implements AutoCloseable {

    private final Path file;
    private final String meeting;
    private final Secret secret;
    private final SealedTexts texts;
    private final SealedBlobs blobs;
    private final Map<String, byte[]> derived = new HashMap<>();

    private MeetingKey(Path file, String meeting, Secret secret) {
        this.file = file;
        this.meeting = meeting;
        this.secret = secret;
        this.texts = new SealedTexts(secret.derive("conclave meeting texts 1"), meeting);
        this.blobs = new SealedBlobs(secret.derive("conclave meeting blobs 1"), meeting);
    }

    /** Makes the key of a new meeting; durable before it returns. Refuses where one lies already. */
    public static MeetingKey found(Path file, String meeting) throws IOException {
        return new MeetingKey(file, meeting, Secret.found(file, purpose(meeting)));
    }

    public static MeetingKey open(Path file, String meeting) throws IOException {
        return new MeetingKey(file, meeting, Secret.open(file, purpose(meeting)));
    }

    /** The key as another server of the kit holds it; durable before it returns. */
    public static MeetingKey take(Path file, String meeting, byte[] shared) throws IOException {
        return new MeetingKey(file, meeting, Secret.take(file, purpose(meeting), shared));
    }

    /** For another server of the kit and nobody else; the caller wipes it. */
    public byte[] shared() {
        return secret.bytes();
    }

    public SealedTexts texts() {
        return texts;
    }

    public SealedBlobs blobs() {
        return blobs;
    }

    /** A key for a further purpose of this meeting. Pages are asked for by hundreds at once: it is derived once for each. */
    public byte[] derive(String purpose) {
        synchronized (derived) {
            return derived.computeIfAbsent(purpose, asked -> secret.derive("conclave meeting other 1\0" + asked)).clone();
        }
    }

    /** Destroys the file and forgets the key. There is no way back, and that is the point. */
    public void destroy() throws IOException {
        KeyFile.destroy(file);
        close();
    }

    /** The same of a key that nobody has opened, and perhaps nobody can open any more. */
    public static void destroy(Path file) throws IOException {
        KeyFile.destroy(file);
    }

    @Override
    public void close() {
        synchronized (derived) {
            secret.close();
            derived.values().forEach(key -> Arrays.fill(key, (byte) 0));
            derived.clear();
        }
        texts.forget();
        blobs.forget();
    }

    private static String purpose(String meeting) {
        return "meeting " + meeting;
    }

    @Override
    public String toString() {
        return "MeetingKey(" + meeting + ", not shown)";
    }
}
