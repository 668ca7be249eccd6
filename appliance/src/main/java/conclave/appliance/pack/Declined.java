package conclave.appliance.pack;

/**
 * Why a meeting did not take an amendment that is sound in itself, as the office reads it and can act on it.
 *
 * @param why the code of the meeting's refusal, for programs
 */
public record Declined(String why, String chinese, String english) {

    public static Declined of(String why) {
        return switch (why) {
            case "AMENDMENT_OUTDATED" -> new Declined(why, "更正包制成以后，这些材料在会场又有变更。请按会议现状重新制作。",
                    "What it amends was changed at the venue since. Have it made again from how the meeting stands.");
            case "AMENDMENT_TOO_LATE" -> new Declined(why, "所涉会场已经签字、投票或进入后面的环节，不能再更正。请记入会议记录，会后报平台处理。",
                    "The room has signed, voted or gone on. Note it in the minutes, and settle it with the platform afterwards.");
            case "AMENDMENT_UNSOUND" -> new Declined(why, "更正内容与会议的规则或名单不符。请核对编号、会场、材料和事实数据，重新制作。",
                    "It does not fit the meeting's rules or lists. Check codes, rooms, documents and facts, and have it made again.");
            case "UNKNOWN_ROOM", "UNKNOWN_APPLICANT" -> new Declined(why, "会议中没有更正包所写的会场或申报人。请核对是不是这场会议的更正包。",
                    "The meeting has no such room or applicant. See whether the package is for this meeting.");
            case "MEETING_SEALED" -> new Declined(why, "会议已经封存，不能再更正。确需更正的，先由两人办理重新开放。",
                    "The meeting is sealed. If it must be amended, two persons reopen it first.");
            default -> new Declined(why, "会议现在不能接受这项更正。请核对会议现状，由发送方按现状重新制作。",
                    "The meeting does not take it as it stands now. Compare, and have it made again.");
        };
    }
}
