package conclave.report;

import conclave.meeting.event.Aftermath;
import conclave.meeting.event.AmendmentEvent;
import conclave.meeting.event.AmendmentEvent.AmendmentConfirmed;
import conclave.meeting.event.AmendmentEvent.AmendmentProposed;
import conclave.meeting.event.AmendmentEvent.AmendmentReceived;
import conclave.meeting.event.AmendmentEvent.AmendmentWithdrawn;
import conclave.meeting.event.AmendmentEvent.ApplicantAdded;
import conclave.meeting.event.AmendmentEvent.CandidateJoined;
import conclave.meeting.event.AmendmentEvent.DossierChanged;
import conclave.meeting.event.AmendmentEvent.PermitEntered;
import conclave.meeting.event.Event;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.PauseReason;
import conclave.meeting.event.PrepareEvent.GateOverridden;
import conclave.meeting.event.PrepareEvent.OverrideAsked;
import conclave.meeting.event.PrepareEvent.PageWithdrawn;
import conclave.meeting.event.PrepareEvent.ScoresSettled;
import conclave.meeting.event.RuleEvent.SheetReplaced;
import conclave.meeting.event.SittingEvent.CardRenewed;
import conclave.meeting.event.SittingEvent.ExpertSwapped;
import conclave.meeting.event.SittingEvent.RoomPaused;
import conclave.meeting.event.SittingEvent.RoundReopened;
import conclave.meeting.event.TallyEvent.BallotVoided;
import conclave.meeting.event.TransferEvent.ReopeningAsked;
import conclave.meeting.event.TransferEvent.RoomReopened;
import java.util.Optional;

/** 会议异常: what went otherwise than planned, in a sentence each; reasons that people wrote stay sealed. */
final class Incidents {

    private Incidents() {
    }

    static Optional<String> said(Held held, Event event) {
        return switch (event) {
            case RoomPaused e -> Optional.of(held.room(e.room()) + "暂停：" + reason(e.reason()) + "。");
            case ExpertSwapped e -> Optional.of(held.room(e.room()) + "更换专家：" + held.called(e.leaving()) + "离席，" + held.called(e.coming()) + "接替。");
            case CardRenewed e -> Optional.of("为" + held.called(e.person()) + "补发登录卡，旧卡作废。");
            case RoundReopened e -> round(held, e.round()).map(round -> round + "重新打开。");
            case BallotVoided e -> round(held, e.round()).map(round -> round + Wording.voided(e.reason()) + "。");
            case SheetReplaced e -> Optional.of("评分表 " + e.sheet() + " 改用第" + e.version() + "版。");
            case ReopeningAsked e -> Optional.of(held.room(e.room()) + "签字后有人申请重新开放，须另一人同意。");
            case RoomReopened e -> Optional.of(held.room(e.room()) + "重新开放：" + held.called(e.asker()) + "申请，另一人同意；" + e.round().flatMap(id -> round(held, id)).orElse("该会议室")
                    + "的签字及会议封存随之失效。");
            case AmendmentEvent e -> changed(held, e);
            case OverrideAsked e -> Optional.of("申报人" + held.called(e.applicant()) + "的材料尚未全部放行，有人申请例外开放，须另一人同意。");
            case GateOverridden e -> Optional.of("申报人" + held.called(e.applicant()) + "的材料（第" + e.version() + "版）未全部放行即例外开放：" + held.called(e.asker())
                    + "申请，另一人同意。");
            case PageWithdrawn e -> Optional.of("撤回申报人" + held.called(e.applicant()) + "材料中的一页（第" + e.page() + "页），对所有专家关闭。");
            case ScoresSettled e -> Optional.of(held.room(e.room()) + "：撤回页面后，申报人" + held.called(e.applicant()) + "的有关评分"
                    + (e.outcome() == Aftermath.STAND ? "由主任委员决定保留。" : "由主任委员决定退回重评。"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> changed(Held held, AmendmentEvent event) {
        return switch (event) {
            case AmendmentProposed e -> Optional.of("现场提出变更" + e.changes().size() + "项" + e.parcel().map(parcel -> "（更正包 " + parcel + "）").orElse("")
                    + "，须两人签字。");
            case AmendmentWithdrawn _ -> Optional.of("现场变更撤回，未作变更。");
            case AmendmentConfirmed e -> Optional.of("现场变更由" + held.called(e.person()) + "签字同意。");
            case AmendmentReceived e -> Optional.of("收到发送方的更正包 " + e.parcel() + "，变更" + e.changes().size() + "项。");
            case ApplicantAdded e -> Optional.of("补充申报人" + held.called(e.applicant().id()) + "。");
            case DossierChanged e -> Optional.of("申报人" + held.called(e.applicant().id()) + "的材料更正，以第" + e.version() + "版为准。");
            case PermitEntered e -> Optional.of("补录" + Wording.permit(e.kind()) + "：" + e.number() + e.until().map(day -> "，有效期至 " + day).orElse("") + "。");
            case CandidateJoined e -> round(held, e.round()).map(round -> round + "增加候选人" + held.called(e.applicant()) + "。");
        };
    }

    private static Optional<String> round(Held held, RoundId id) {
        return held.end().floor().rounds().get(id).map(round -> held.room(round.room()) + "“" + held.title(round) + "”");
    }

    private static String reason(PauseReason reason) {
        return switch (reason) {
            case AFTER_OUTAGE -> "服务器中断后重新启动";
            case CLOCK_JUMP -> "服务器时钟跳变";
            case BY_SECRETARY -> "秘书暂停";
        };
    }
}
