package conclave.report;

import conclave.meeting.event.Event;
import conclave.meeting.event.PauseReason;
import conclave.meeting.event.RuleEvent.SheetReplaced;
import conclave.meeting.event.SittingEvent.ExpertSwapped;
import conclave.meeting.event.SittingEvent.RoomPaused;
import conclave.meeting.event.SittingEvent.RoundReopened;
import conclave.meeting.event.TallyEvent.BallotVoided;
import java.util.Optional;

/** 会议异常: what went otherwise than planned, in a sentence each; reasons that people wrote stay sealed. */
final class Incidents {

    private Incidents() {
    }

    static Optional<String> said(Held held, Event event) {
        return switch (event) {
            case RoomPaused e -> Optional.of(held.room(e.room()) + "暂停：" + reason(e.reason()) + "。");
            case ExpertSwapped e -> Optional.of(held.room(e.room()) + "更换专家：" + held.called(e.leaving()) + "离席，" + held.called(e.coming()) + "接替。");
            case RoundReopened e -> held.end().floor().rounds().get(e.round()).map(round -> held.room(round.room()) + "“" + held.title(round) + "”重新打开。");
            case BallotVoided e -> held.end().floor().rounds().get(e.round()).map(round -> held.room(round.room()) + "“" + held.title(round) + "”"
                    + Wording.voided(e.reason()) + "。");
            case SheetReplaced e -> Optional.of("评分表 " + e.sheet() + " 改用第" + e.version() + "版。");
            default -> Optional.empty();
        };
    }

    private static String reason(PauseReason reason) {
        return switch (reason) {
            case AFTER_OUTAGE -> "服务器中断后重新启动";
            case CLOCK_JUMP -> "服务器时钟跳变";
            case BY_SECRETARY -> "秘书暂停";
        };
    }
}
