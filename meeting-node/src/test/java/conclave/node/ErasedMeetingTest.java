package conclave.node;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After the key of a meeting was destroyed its node still starts, and nobody brings the key back. */
class ErasedMeetingTest {

    @TempDir
    private Path folder;

    @Test
    void theNodeStartsWithoutItAndTakesNoKeyFromAnotherNode() throws Exception {
        var id = "";
        try (var first = new TestHouse(folder)) {
            id = first.found(false).id().value();
        }
        var place = folder.resolve("data/meetings").resolve(id);
        Files.delete(place.resolve("key"));
        Files.writeString(place.resolve("wiped.json"), "{}");
        try (var again = new TestHouse(folder)) {
            assertTrue(again.house.halls().isEmpty());
            assertTrue(again.house.chambers().isEmpty());
            var other = Founding.read(place);
            again.house.take(other, Optional.of(new byte[32]));
            assertTrue(again.house.halls().isEmpty());
            assertFalse(Files.exists(place.resolve("key")));
        }
    }
}
