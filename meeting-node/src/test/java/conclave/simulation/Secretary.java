package conclave.simulation;

import conclave.meeting.TestMeeting;
import conclave.meeting.TestPackage;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.node.Reply;
import conclave.meeting.event.Command;
import java.util.List;
import java.util.Optional;

/** Runs the room: half-day, round, close, perhaps once more, count. What is refused is tried again, a few times. */
final class Secretary extends Person {

    private static final RoundId ROUND = TestMeeting.round(1);
    private static final Ciphertext REASON = new Ciphertext("sealed");
    private static final int PATIENCE = 12;

    private final List<Command> plan;
    private int at;
    private int refused;

    Secretary(Scene scene) {
        super(scene, TestPackage.secretary(1));
        plan = List.of(new OpenSitting(ROOM, new SittingId("sit_morning1"), TestMeeting.DAY, Half.MORNING), new OpenRound(ROOM, ROUND, "chance"),
                closing(), new ReopenRound(ROUND, REASON), closing(), new ComputeTally(ROUND));
    }

    private static CloseRound closing() {
        return new CloseRound(ROUND, true, Optional.of(REASON));
    }

    @Override
    void begin() {
        later(0, 500, () -> signIn(this::goOn));
    }

    private void goOn() {
        if (at == plan.size()) {
            rests();
            return;
        }
        want(plan.get(at), reply -> {
            if (reply instanceof Reply.Done || ++refused % PATIENCE == 0) at++;
            if (at == 2 || at == 4) later(2_000, 6_000, this::goOn);
            else later(100, 900, this::goOn);
        });
    }
}
