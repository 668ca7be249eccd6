package conclave.meeting;

import conclave.meeting.event.Half;
import conclave.meeting.event.Item;
import conclave.meeting.event.Item.Approval;
import conclave.meeting.event.Item.Permits;
import conclave.meeting.event.PermitKind;
import java.util.Optional;

/** A meeting of a committee that needs papers, with its experts in their seats. */
final class Permitted {

    static final Permits WHOLE = until("2028-12-31");
    static final Permits NOTHING = new Permits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private Permitted() {
    }

    static Permits until(String day) {
        return new Permits(Optional.of(new Approval("人社职〔2026〕3号", day)), Optional.of("前备2026-1"), Optional.of("会备2026-1"), Optional.empty());
    }

    static Permits without(PermitKind kind) {
        return new Permits(WHOLE.approval(), WHOLE.filedBefore().filter(_ -> kind != PermitKind.FILED_BEFORE),
                WHOLE.filedForMeeting().filter(_ -> kind != PermitKind.FILED_FOR_MEETING), Optional.empty());
    }

    static TestMeeting imported(TestPackage pack, Permits permits) {
        var items = pack.items().stream().map(item -> item instanceof Item.Description about ? about.with(permits) : item).toList();
        return TestMeeting.founded().imported(items);
    }

    static TestMeeting gathered(Permits permits) {
        var test = imported(TestPackage.rooms(1, 3, 1), permits).sittingOpened(1, Half.MORNING);
        for (int expert = 1; expert <= 3; expert++) test.signedIn(test.expert(expert));
        return test;
    }
}
