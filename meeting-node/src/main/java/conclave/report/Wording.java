package conclave.report;

import conclave.meeting.event.Ground;
import conclave.meeting.event.Half;
import conclave.meeting.event.PermitKind;
import conclave.meeting.event.RuleEvent.Eligibility;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.TallyEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The words of the forms. Times are Beijing time, which is the official one in every place of the country. */
final class Wording {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private Wording() {
    }

    static String effect(Effect effect) {
        return switch (effect) {
            case PASS -> "通过";
            case FAIL -> "未通过";
            case STAY -> "未作决定";
        };
    }

    static String eligibility(Eligibility eligibility) {
        return switch (eligibility) {
            case ELIGIBLE -> "";
            case INELIGIBLE -> "不具备申报条件";
            case VETOED -> "一票否决";
        };
    }

    static String ground(Ground ground) {
        return switch (ground) {
            case KINSHIP -> "亲属关系";
            case SAME_UNIT -> "同单位";
            case TEACHER_STUDENT -> "师生关系";
            case COAUTHOR -> "合作者";
            case OTHER_INTEREST -> "其他利害关系";
        };
    }

    static String permit(PermitKind kind) {
        return switch (kind) {
            case APPROVAL -> "批准文号";
            case FILED_BEFORE -> "事前备案号";
            case FILED_FOR_MEETING -> "会前备案号";
        };
    }

    static String half(Half half) {
        return switch (half) {
            case MORNING -> "上午";
            case AFTERNOON -> "下午";
            case EVENING -> "晚上";
        };
    }

    static String secrecy(Secrecy secrecy) {
        return switch (secrecy) {
            case NAMED -> "记名投票";
            case PAPER -> "无记名投票（纸质票）";
            case BLIND_TOKEN -> "无记名投票（电子票）";
        };
    }

    static String voided(TallyEvent.Void reason) {
        return switch (reason) {
            case MORE_RETURNED_THAN_ISSUED -> "收回票数多于发出票数，投票无效";
            case MORE_RETURNED_THAN_ATTENDING -> "收回票数多于到会人数，投票无效";
            case TOO_FEW_FOR_SECRECY -> "收回票数过少，不能保密，投票无效";
            case BOX_LOST -> "电子票箱丢失，投票无效";
        };
    }

    static String date(String iso) {
        return date(LocalDate.parse(iso));
    }

    static String date(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    static String span(String first, String last) {
        return first.equals(last) ? date(first) : date(first) + "至" + date(last);
    }

    static String moment(long millis) {
        var time = Instant.ofEpochMilli(millis).atOffset(BEIJING);
        return date(time.toLocalDate()) + " " + two(time.getHour()) + ":" + two(time.getMinute());
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
