package conclave.exchange.parcel;

import java.util.Locale;

/** Why a package is not taken in although its outside holds, or could not be brought here: a code for ever, and what to do next. */
public enum Obstacle {

    BUSY("另一次导入正在进行。请等它结束后再试。", "Another import is under way. Wait until it has ended, then try again."),
    STOPPED("已按要求停止，没有留下任何内容。需要时请重新执行。", "Stopped as asked; nothing was left behind. Run it again when you want to."),
    SPACE("磁盘空间不足。请清理磁盘或换用更大的磁盘，然后再执行一次。", "There is not enough room on the disk. Make room or take a larger disk, then do it again."),
    /** What it was that befell the file stands behind. */
    UNREADABLE("读写文件时出错：", "A file could not be read or written: "),
    INSIDE("数据包内部的格式不符合规定。请发送方用本系统重新制作数据包。", "The package's inside has another form. Ask the sender to build it again with this system."),
    CONTENT("数据包的内容没有通过检查，详见所列各项。请发送方更正后重新制作。", "The package's content did not pass the checks; see the findings. Ask the sender to correct and build it again."),
    OTHER_TYPE("这不是会议数据包，不能导入。平台回执请用 package reconcile 对账，结果数据包请用 package unpack 解开核验，更正请选择更正包。",
            "This package brings no meeting and is not imported. A receipt goes to package reconcile, a result to package unpack."),
    ANSWER_OTHER_TYPE("这不是平台回执数据包。请选择平台发来的回执。", "This package is no answer of the platform. Choose the receipt that the platform has sent."),
    ANSWER_LARGE("回执数据包过大，不是本系统的回执。请退回发送方。", "The package is too large for a receipt. Send it back."),
    ANSWER_SIGNED_FORM("签认文件（.p7s）的格式不符。请签认人重新签认。", "The signature file is not one of a signed file. Have it signed again."),
    ANSWER_SIGNED_FILE("文件缺失，或与签认时的不同。请把签认时的全部文件放在同一文件夹后重试；仍然不符的，请重新签认。",
            "A file is missing or is not the one that was signed for. Put all that was signed into one folder and try again; if it still differs, have it signed again."),
    OTHER_MEETING("这个数据包属于另一场会议。请核对会议编号后选择正确的数据包。", "The package belongs to another meeting. Check the meeting's number and choose the right package."),
    ROLLBACK("这个数据包比已导入的旧，不再接受。请导入发送方最新的数据包。", "The package is older than what was imported; it is no longer taken. Import the sender's latest package."),
    REPLAY("这个数据包以前导入过，已被后来的数据包取代。请导入发送方最新的数据包。",
            "The package was imported before and has been superseded. Import the sender's latest package."),
    SEQUENCE_TAKEN("同一序号的另一个数据包已经导入。请与发送方核对以哪一个为准，由其以新序号重新制作。",
            "Another package with this sequence number was imported. Settle with the sender which one counts, and have it built again under the next number."),
    ID_TAKEN("同一编号的数据包已经导入，但内容不同。请勿使用该数据包，并与发送方联系。",
            "A package with this id was imported with another content. Do not use this package and talk to the sender."),
    PREDECESSOR_MISSING("缺少前一个数据包。请先导入前一个数据包，再导入这一个。", "The package before this one is missing. Import that one first, then this one."),
    PREDECESSOR_UNNAMED("数据包的序号与其前一个数据包的说明不一致。请发送方重新制作。", "Sequence number and predecessor contradict each other. Ask the sender to build the package again."),
    REVOKED_LATE("这个数据包在作废以前已经导入，会议仍用其中的内容，没有作任何改动。请与制作方核对：内容没有变的继续使用；有变的，由其制作更正包。",
            "The package was imported before it was revoked; the meeting works with it and nothing was changed. Ask the sender: if the content is the same, go on; if not, for an amendment."),
    ALREADY_OPEN("前一个数据包已交给评审系统使用，不能再整体替换。请发送方制作更正包，或在会场办理现场变更。",
            "The server already works with the package before. It cannot be replaced as a whole: ask the sender for an amendment, or make the change at the venue."),
    EXPORT_OTHER_TYPE("会议数据包和更正包不解开，以免个人信息落在磁盘上。请用 package import 导入，或用 package verify 核验。",
            "Meeting packages and amendments are not unpacked, so that no person lies on a disk in clear. Use package import, or package verify."),
    EXPORT_BUSY("另一次导出正在进行。请等它结束后再试。", "Another export is under way. Wait until it has ended, then try again."),
    EXPORT_JOURNAL("导出记录已损坏或被改动，没有导出。请把数据目录原样复制一份，交技术人员检查。",
            "The journal of exports is damaged or was changed, and nothing was exported. Copy the data folder as it is and give it to the technician."),
    CARDS_BUSY("另一次制卡正在进行。请等它结束后再试。", "Cards are being made by somebody else. Wait until that has ended, then try again."),
    CARDS_JOURNAL("制卡记录已损坏或被改动，没有制卡。请把数据目录原样复制一份，交技术人员检查。",
            "The journal of cards is damaged or was changed, and no card was made. Copy the data folder as it is and give it to the technician."),
    NOT_AMENDABLE("两个文件夹没有可以更正的差别，或有更正包不能携带的变化，详见所列各项。请按各项说明办理。",
            "The two folders differ in nothing that can be amended, or in more than an amendment carries; see the findings."),
    UNCONFIRMED("更正内容已显示，没有作任何变更。确认无误后，请加 --confirm 再执行一次。",
            "What would change was shown; nothing was changed. If it is right, run it again with --confirm."),
    DECLINED("更正包没有生效：会议已有别的变更，或已进行到不能变更的环节。请核对会议现状，由发送方按现状重新制作。",
            "The amendment changed nothing: the meeting was changed otherwise, or has gone too far. Compare with how it stands, and have it made anew."),
    BASIS_MISSING("所更正的会议不在这里，或还没有启用。请先导入原会议数据包并启动一次，再导入更正包。",
            "The meeting that is amended is not here or not in use yet. Import its package and start once, then import the amendment."),
    JOURNAL("导入记录已损坏。请把数据目录原样复制一份，交技术人员检查。", "The journal of imports is damaged. Copy the data folder as it is and give it to the technician.");

    private final String chinese;
    private final String english;

    Obstacle(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String code() {
        var word = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return word.matches("(export|answer|cards)-.*") ? word.replaceFirst("-", ".") : "import." + word;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
