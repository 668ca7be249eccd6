package conclave.web;

import conclave.document.DocumentId;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Item;
import conclave.meeting.event.PrepareEvent.PageWithdrawn;
import conclave.node.House;
import conclave.node.Recorded;
import conclave.node.Watcher;
import java.util.List;

/** Lets go of what lies in memory of a document as soon as this node hears that a page of it was taken back. */
final class TakenBack implements Watcher {

    private final House house;

    TakenBack(House house) {
        this.house = house;
    }

    @Override
    public void happened(MeetingId meeting, List<Recorded> facts, Meeting after) {
        for (var fact : facts) {
            if (fact.fact().event() instanceof PageWithdrawn withdrawn) forget(meeting, withdrawn, after);
        }
    }

    private void forget(MeetingId meeting, PageWithdrawn withdrawn, Meeting after) {
        var hall = house.hall(meeting);
        var applicant = after.intake().register().flatMap(register -> register.applicants().get(withdrawn.applicant()));
        if (hall.isEmpty() || applicant.isEmpty()) return;
        applicant.get().documents().stream().filter(document -> document.id().equals(withdrawn.document()))
                .map(Item.Document::sha256).forEach(sha256 -> hall.get().rendering().forget(new DocumentId(sha256)));
    }
}
