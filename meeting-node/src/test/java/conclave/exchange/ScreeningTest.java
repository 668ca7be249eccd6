package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import conclave.exchange.MeetingFile.Screening;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 放行要求 in a meeting folder: a folder that says nothing is what it was, a word that nobody knows is no meeting. */
class ScreeningTest {

    @TempDir
    private Path temp;

    @Test
    void aFolderThatSaysItIsReadAndAWordThatNobodyKnowsIsRefused() throws IOException {
        var small = SmallMeeting.of(temp.resolve("small"));
        assertFalse(small.text(MeetingFolder.MEETING).contains("screening"));
        var asked = small.copy().replace(MeetingFolder.MEETING, "\"policy\"", "\"screening\":\"required\",\"policy\"");
        assertEquals(Optional.of(Screening.REQUIRED), MeetingFolder.read(asked.write(temp.resolve("asked"))).meeting().orElseThrow().meeting().screening());
        var unknown = small.copy().replace(MeetingFolder.MEETING, "\"policy\"", "\"screening\":\"later\",\"policy\"");
        assertFalse(MeetingFolder.read(unknown.write(temp.resolve("unknown"))).meeting().isPresent());
    }

    @Test
    void whatWasAskedForIsWrittenAndStaysWhenPapersAreCounted() {
        var meeting = SmallMeeting.value(1).meeting();
        assertFalse(MeetingJson.meeting(meeting).toString().contains("screening"));
        assertEquals(Optional.of(Screening.NONE), meeting.with(Screening.NONE).with(meeting.expected()).screening());
        assertEquals("required", ((conclave.codec.Json.Obj) MeetingJson.meeting(meeting.with(Screening.REQUIRED))).text("screening"));
    }
}
