package conclave.node;

import conclave.exchange.MeetingFile;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Stage.Balloting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The small meeting, where one room votes secretly on its three applicants, and nothing else. */
public final class SecretMeeting {

    private SecretMeeting() {
    }

    public static MeetingFile of(MeetingFile plain, int experts) {
        var people = new ArrayList<>(plain.people());
        for (int e = 5; e <= experts; e++) {
            people.add(new MeetingFile.Person("E1" + e, "专家1" + e, "某单位", Optional.of("1-0" + e), List.of(MeetingFile.Role.EXPERT),
                    Optional.of("R01"), Optional.empty(), Optional.empty()));
        }
        var m = plain.meeting();
        var committee = new MeetingFile.Committee(m.committee().name(), m.committee().tier(), m.committee().series(), experts);
        var meeting = new MeetingFile.Meeting(m.title(), m.titleEn(), m.kind(), m.organizer(), m.secretariat(), committee, m.policy(),
                m.opens(), m.closes(), m.rooms(), m.expected());
        return new MeetingFile(meeting, people, plain.applicants(), plain.sheet(), mode(), plain.rules(), plain.recusals(), plain.files());
    }

    private static Mode mode() {
        return new Mode("secret-ballot", 1, "无记名票决", "Secret ballot", 2, List.of(new Stage.Reading("reading", "审阅材料"),
                new Balloting("vote", "评委会票决", Stage.Body.PANEL, Stage.Form.APPROVE, Stage.Secrecy.BLIND_TOKEN, new Stage.Entrants.Undecided(),
                        0, 0, Optional.empty(), Stage.Effect.PASS, Stage.Effect.FAIL, Stage.Ties.ALL_IN), new Stage.SignOff("sign", "签字确认")));
    }
}
