package conclave.simulation;

import conclave.meeting.Meeting;
import conclave.meeting.TestMeeting;
import conclave.meeting.TestPackage;
import conclave.meeting.event.SittingCommand.SaveDraft;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.sitting.Round;
import conclave.node.Reply;
import java.util.Optional;

/** Signs in, reads the page, scores, thinks better of it. */
final class Expert extends Person {

    private static final int PAGES = 40;

    private int toDo;
    private int pages;

    Expert(Scene scene, int number) {
        super(scene, TestPackage.expert(1, number));
        toDo = 3 + scene.dice().upTo(5);
    }

    @Override
    void begin() {
        later(0, 1_500, () -> signIn(this::goOn));
    }

    private void goOn() {
        if (toDo == 0 || ++pages > PAGES) {
            rests();
            return;
        }
        var round = page().flatMap(Expert::open);
        if (round.isPresent()) write(round.get());
        else later(200, 1_500, this::goOn);
    }

    private static Optional<Round> open(Meeting meeting) {
        return meeting.floor().round(ROOM).filter(Round::open);
    }

    private void write(Round round) {
        var applicant = TestPackage.applicant(1, 1 + scene.dice().upTo(Beginning.APPLICANTS));
        var basedOn = round.revision(applicant, id);
        var marks = TestMeeting.marks(String.valueOf(scene.dice().upTo(40)));
        if (scene.dice().chance(150)) {
            wantWithoutKey(new SaveDraft(round.id(), applicant, basedOn, marks, Optional.empty()), _ -> later(20, 300, this::goOn));
            return;
        }
        want(new SubmitScore(round.id(), applicant, basedOn, marks, Optional.empty()), reply -> {
            if (reply instanceof Reply.Done) toDo--;
            later(0, 1_200, this::goOn);
        });
    }
}
