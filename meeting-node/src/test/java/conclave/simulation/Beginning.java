package conclave.simulation;

import conclave.codec.Codec;
import conclave.ledger.LedgerId;
import conclave.meeting.Meeting;
import conclave.meeting.TestMeeting;
import conclave.meeting.TestPackage;
import conclave.meeting.event.Command;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.IntakeCommand.BeginImport;
import conclave.meeting.event.IntakeCommand.CompleteImport;
import conclave.meeting.event.IntakeCommand.FoundMeeting;
import conclave.meeting.event.IntakeCommand.ImportItems;
import conclave.meeting.event.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The log as it is found: a meeting of one room whose package is in. */
final class Beginning {

    static final int EXPERTS = 4;
    static final int APPLICANTS = 2;
    static final MeetingId MEETING = TestMeeting.ID;
    static final LedgerId LEDGER = new LedgerId(new UUID(4, 10));
    static final long START = TestMeeting.START;
    static final List<byte[]> ENTRIES = entries();

    private Beginning() {
    }

    private static List<byte[]> entries() {
        var items = TestPackage.rooms(1, EXPERTS, APPLICANTS).items();
        var commands = List.<Command>of(new FoundMeeting(MEETING, Meeting.RULES), new BeginImport(TestMeeting.IMPORT),
                new ImportItems(TestMeeting.IMPORT, 1, "", "all", items), new CompleteImport(TestMeeting.IMPORT, items.size(), "all"));
        var entries = new ArrayList<byte[]>();
        for (var command : commands) {
            var order = Codec.bytes(new Order("", "", PersonId.HOUSE, START, command));
            entries.add(Codec.entry("founder/1", entries.size() + 1L, List.of(order)));
        }
        return List.copyOf(entries);
    }
}
