package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import conclave.exchange.MeetingFile.Role;
import conclave.exchange.MeetingFile.Screening;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        var asked = small.copy().replace(MeetingFolder.MEETING, "\"policy\"", "\"screening\":\"none\",\"policy\"");
        assertEquals(Optional.of(Screening.NONE), MeetingFolder.read(asked.write(temp.resolve("asked"))).meeting().orElseThrow().meeting().screening());
        var unknown = small.copy().replace(MeetingFolder.MEETING, "\"policy\"", "\"screening\":\"later\",\"policy\"");
        assertFalse(MeetingFolder.read(unknown.write(temp.resolve("unknown"))).meeting().isPresent());
    }

    /** A second person who is missing at the venue is missed too late. */
    @Test
    void aRoomThatScreensHasTwoWhoMayRelease() {
        var one = SmallMeeting.value(1);
        var people = new ArrayList<>(one.people());
        people.add(new MeetingFile.Person("G001", "王强", "办事机构", Optional.empty(), List.of(Role.REGISTRAR), Optional.empty(), Optional.empty(), Optional.empty()));
        var small = new MeetingFile(one.meeting(), people, one.applicants(), one.sheet(), one.mode(), one.rules(), one.recusals(), one.files());
        assertEquals(List.of(), lacking(small, List.of()));
        assertEquals(List.of("screeners-need-two"), lacking(small, List.of(Role.SECRETARY, Role.REGISTRAR)));
        assertEquals(List.of("screeners-need-two"), lacking(small, List.of(Role.REGISTRAR)));
        assertEquals(List.of(), MeetingFolder.complete(without(small, List.of(Role.REGISTRAR))).stream().map(Finding::code).filter("screeners-need-two"::equals).toList(),
                "who screens nothing needs nobody");
    }

    private static List<String> lacking(MeetingFile small, List<Role> roles) {
        var file = without(small, roles);
        var asked = new MeetingFile(file.meeting().with(Screening.REQUIRED), file.people(), file.applicants(), file.sheet(), file.mode(), file.rules(), file.recusals(), file.files());
        return MeetingFolder.complete(asked).stream().map(Finding::code).filter("screeners-need-two"::equals).toList();
    }

    /** Nobody has these roles. */
    private static MeetingFile without(MeetingFile small, List<Role> roles) {
        var people = small.people().stream().map(one -> new MeetingFile.Person(one.code(), one.name(), one.unit(), one.seat(),
                one.roles().stream().filter(role -> !roles.contains(role)).toList(), one.room(), one.hall(), one.expertClass())).toList();
        return new MeetingFile(small.meeting(), people, small.applicants(), small.sheet(), small.mode(), small.rules(), small.recusals(), small.files());
    }

    @Test
    void whatWasAskedForIsWrittenAndStaysWhenPapersAreCounted() {
        var meeting = SmallMeeting.value(1).meeting();
        assertFalse(MeetingJson.meeting(meeting).toString().contains("screening"));
        assertEquals(Optional.of(Screening.NONE), meeting.with(Screening.NONE).with(meeting.expected()).screening());
        assertEquals("required", ((conclave.codec.Json.Obj) MeetingJson.meeting(meeting.with(Screening.REQUIRED))).text("screening"));
    }
}
