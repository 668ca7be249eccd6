package conclave.appliance.sample;

import conclave.appliance.sample.Career.Award;
import conclave.appliance.sample.Career.AwardKind;
import conclave.appliance.sample.Career.Degree;
import conclave.appliance.sample.Career.Grade;
import conclave.appliance.sample.Career.ProjectLevel;
import conclave.exchange.MeetingFile.Sex;
import java.time.LocalDate;

/** How forms spell what the facts say, and what the engineering sheet gives for it. */
final class Spelling {

    private Spelling() {
    }

    static String degree(Degree degree) {
        return switch (degree) {
            case DOCTOR -> "博士学位";
            case MASTER -> "硕士学位";
            case BACHELOR -> "学士学位";
            case COLLEGE -> "大学专科学历";
        };
    }

    static String education(Degree degree) {
        return switch (degree) {
            case DOCTOR -> "博士研究生";
            case MASTER -> "硕士研究生";
            case BACHELOR -> "大学本科";
            case COLLEGE -> "大学专科";
        };
    }

    /** As the sheet's field calls it. */
    static String degreeField(Degree degree) {
        return switch (degree) {
            case DOCTOR -> "博士";
            case MASTER -> "硕士";
            case BACHELOR -> "本科";
            case COLLEGE -> "专科";
        };
    }

    static String level(ProjectLevel level) {
        return switch (level) {
            case NATIONAL -> "国家级";
            case PROVINCIAL -> "省部级";
            case PREFECTURE -> "地厅级";
            case COUNTY -> "县级";
        };
    }

    static String levelField(ProjectLevel level) {
        return switch (level) {
            case NATIONAL -> "国家级";
            case PROVINCIAL -> "省级";
            case PREFECTURE -> "地级";
            case COUNTY -> "县级";
        };
    }

    static String awardKind(AwardKind kind) {
        return switch (kind) {
            case PROVINCIAL_FIRST -> "省部级一等奖";
            case PROVINCIAL_SECOND -> "省部级二等奖";
            case PROVINCIAL_THIRD -> "省部级三等奖";
            case DEPARTMENT_FIRST -> "厅局级一等奖";
            case INVENTION -> "发明专利";
            case UTILITY_MODEL -> "实用新型专利";
        };
    }

    static String award(Award award) {
        return award.kind() == AwardKind.INVENTION ? "发明专利1项" : awardKind(award.kind()) + "第" + award.place() + "完成人";
    }

    static String awardField(AwardKind kind) {
        return switch (kind) {
            case PROVINCIAL_FIRST -> "省一等奖";
            case PROVINCIAL_SECOND -> "省二等奖";
            case PROVINCIAL_THIRD -> "省三等奖";
            case DEPARTMENT_FIRST -> "厅一等奖";
            case INVENTION -> "发明专利";
            case UTILITY_MODEL -> "实用新型专利";
        };
    }

    static String grade(Grade grade) {
        return switch (grade) {
            case EXCELLENT -> "优秀";
            case COMPETENT -> "合格";
            case INCOMPETENT -> "不合格";
        };
    }

    static String sex(Sex sex) {
        return sex == Sex.MALE ? "男" : "女";
    }

    static String date(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    static String month(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月";
    }

    private static final String[] DIGITS = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

    /** Years as certificates write them: 二〇一四. */
    static String yearInCharacters(int year) {
        var out = new StringBuilder();
        for (var digit : Integer.toString(year).toCharArray()) out.append(DIGITS[digit - '0']);
        return out.toString();
    }

    /** 1 to 99 in characters: 十二, 二十. */
    static String inCharacters(int number) {
        if (number <= 10) return DIGITS[number];
        var tens = number / 10 == 1 ? "十" : DIGITS[number / 10] + "十";
        return number % 10 == 0 ? tens : tens + DIGITS[number % 10];
    }
}
