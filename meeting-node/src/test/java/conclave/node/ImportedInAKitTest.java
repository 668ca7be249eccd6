package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFile.Policy;
import conclave.exchange.Passage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package is imported at one server of a kit; the others have of it what is theirs. */
class ImportedInAKitTest {

    @TempDir
    Path folder;

    @Test
    void importedAtOneServerItIsWholeAtTheOtherAndARecordAtTheWitness() throws Exception {
        try (var kit = new TestKit(folder)) {
            for (var name : TestKit.ALL) kit.start(name);
            for (var name : TestKit.ALL) TestKit.until(() -> kit.house(name).house.unready().isEmpty());
            var source = Files.createDirectories(folder.resolve("source"));
            var meeting = SmallMeeting.in(source, 1, Policy.REAL_NAME);
            var id = Imported.idOf("pkg-1");
            var there = new Admission(kit.house("a").house).admit(meeting, Passage.of(source, meeting.files().keySet()), id, _ -> { }).id();
            var other = kit.house("b").house;
            TestKit.until(() -> Imported.into(other, id).isPresent());
            assertEquals(there, Imported.into(other, id).orElseThrow().id(), "so that server would not take it in once more");
            assertTrue(Imported.into(other, Imported.idOf("pkg-2")).isEmpty());
            TestKit.until(() -> other.supply().holdings().containsKey(there) && other.supply().holdings().get(there).whole());
            var witness = kit.house("w").house;
            TestKit.until(() -> witness.chamber(there).isPresent() && witness.chamber(there).orElseThrow().meeting().intake().register().isPresent());
            assertTrue(witness.halls().isEmpty(), "no key, no papers");
        }
    }
}
