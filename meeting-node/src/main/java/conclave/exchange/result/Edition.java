package conclave.exchange.result;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which edition of its result a meeting has come to: one more for every seal that was lifted. Read off the evidence, without its rules. */
public final class Edition {

    private Edition() {
    }

    public static long of(Path evidence) throws IOException {
        long edition = 1;
        boolean sealed = false;
        try (BufferedReader lines = Files.newBufferedReader(evidence, StandardCharsets.UTF_8)) {
            for (String line; (line = lines.readLine()) != null; ) {
                if (!line.contains("MeetingSealed") && !line.contains("RoomReopened")) continue;
                var what = CanonicalJson.readObject(line.getBytes(StandardCharsets.UTF_8)).object("event").text("type");
                if (what.equals("RoomReopened") && sealed) edition++;
                sealed = what.equals("MeetingSealed") || sealed && !what.equals("RoomReopened");
            }
        } catch (BadJson e) {
            throw new ResultFolder.NoResult("a line of the evidence is no fact");
        }
        return edition;
    }
}
