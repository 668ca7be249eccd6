package conclave.appliance;

import conclave.exchange.parcel.Complaint;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Why no card was made: a code for ever, and two sentences that say what to do next. */
final class CardTrouble extends IOException {
    private static final long serialVersionUID = 1;

    enum Kind {
        EXISTS("文件已存在，没有覆盖。请换一个名称，或先删除旧文件。", "The file exists and was not overwritten. Choose another name, or delete it first."),
        FONTS("没有可嵌入的中文字体，不能制卡。请安装 fonts-wqy-zenhei 和 fonts-lxgw-wenkai，或用 --fonts 给出字体所在文件夹。",
                "No Chinese TrueType font was found. Install fonts-wqy-zenhei and fonts-lxgw-wenkai, or name their folder with --fonts."),
        ADDRESS_MISSING("节点没有运行，不知道登录网址。请启动节点，或用 --address 写明网址。", "The node does not run, so the address is not known. Start it, or give --address."),
        ADDRESS_WRONG("登录网址应以 https:// 开头，不超过 200 个字符，不带用户名。请核对 --address。", "The address begins with https://, has at most 200 characters and no user name. Check --address."),
        NO_KEY("此处没有这场会议的密钥：见证机没有密钥，销毁以后也没有。请在持有密钥的服务器上制卡。",
                "The meeting's key is not here: a witness has none, and after the purge nobody has. Make the cards on a server that holds it."),
        KEY_WRONG("用这里的密钥打不开姓名：密钥已损坏，或不属于这场会议。请换一台持有密钥的服务器，并告知技术人员。",
                "The key here does not open the names. Use another server that holds the key, and tell the technician."),
        NO_EVIDENCE("会议数据还没有导入完，或会议记录正在写入、已损坏。请稍候再试一次；仍然不行的，请用 conclave audit 查明。",
                "The meeting has not come in yet, or its record is being written or is damaged. Try again in a moment; else ask conclave audit."),
        ROOM_UNKNOWN("会议中没有这个会场，或会场中没有人。请核对 --room。", "There is no such room, or nobody in it. Check --room."),
        NAME_UNKNOWN("会议中没有叫这个名字的人，没有制卡。请核对 --name，姓名须与名单完全一致。", "Nobody of that name is in the meeting. Check --name; it is spelt as in the list."),
        SEVERAL("会议中有几个人叫这个名字，没有换发。请再用 --room 写明会场。", "Several persons have that name; nothing was changed. Say the room with --room, too."),
        NODE_STANDS("节点没有运行，不能换发登录卡，旧卡没有变。请启动节点后再执行一次。", "The node does not run, so no card was renewed. Start it and do this again."),
        NODE_SILENT("节点没有答复，没有换发，旧卡没有变。请用 conclave doctor 或秘书页面核对节点是否正常，然后再执行一次。",
                "The node did not answer; nothing was changed. See whether it is well, then do this again."),
        NOT_RENEWED("会议没有同意换发，旧卡没有变；原因的代码见后。会议已经封存的，登录卡不再换发。",
                "The meeting did not renew the card; the reason's code follows. A sealed meeting renews none."),
        UNKNOWN("旧卡可能已经作废，新卡没有制成。请用 --name 制卡：制成的总是现行的代码。",
                "The old card may have ended and no new one was made. Make it with --name: that prints the code which holds."),
        NOBODY("没有要制卡的人。请核对 --room 和 --name。", "There is nobody to make a card for. Check --room and --name."),
        UNWRITABLE("文件写不进去，没有制成；此次制卡已记为未成。请核对文件夹和磁盘空间后再试一次。",
                "The file could not be written, and that was recorded. Check folder and disk, then try again.");

        private final String chinese;
        private final String english;

        Kind(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }
    }

    private final Kind kind;
    private final transient SortedMap<String, String> facts = new TreeMap<>();

    CardTrouble(Kind kind, String... facts) {
        super(kind.name());
        this.kind = kind;
        for (int i = 0; i + 1 < facts.length; i += 2) this.facts.put(facts[i], facts[i + 1]);
    }

    Complaint complaint() {
        return new Complaint("cards." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), kind.chinese, kind.english, facts, List.of());
    }
}
