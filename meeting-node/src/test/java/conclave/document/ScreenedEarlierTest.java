package conclave.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.seal.MeetingKey;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another server says of an earlier screening may be anything: what is none is as if there were nothing, and the document is screened anew. */
class ScreenedEarlierTest {

    @TempDir
    private Path folder;

    @Test
    void lengthsThatAreNoneAreNothingAndNoFailure() throws IOException {
        try (var key = MeetingKey.found(Files.createDirectories(folder).resolve("key"), "m-test")) {
            var earlier = new ScreenedEarlier(folder.resolve("earlier"), key.blobs());
            var files = new BlobFolder(folder.resolve("earlier"), "screened earlier", key.blobs());
            var document = new DocumentRef(new DocumentId("a".repeat(64)), 2);
            for (int length : List.of(-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0, 5)) {
                var bytes = new ByteArrayOutputStream();
                var out = new DataOutputStream(bytes);
                out.writeInt(length);
                out.writeInt(7);
                files.replace(document.id().sha256(), bytes.toByteArray());
                assertEquals(Optional.empty(), earlier.find(document, _ -> List.of("ab".repeat(32))), "length " + length);
            }
            files.replace(document.id().sha256(), new byte[] {0, 0});
            assertEquals(Optional.empty(), earlier.find(document, _ -> List.of("ab".repeat(32))), "not even a length");
        }
    }
}
