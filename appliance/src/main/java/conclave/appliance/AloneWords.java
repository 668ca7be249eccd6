package conclave.appliance;

import conclave.config.Member;
import conclave.ledger.Holding;
import conclave.ledger.LoneDecision;
import conclave.main.GoingAlone;
import conclave.seal.Signatures;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What two persons are told before they decide that one node goes on alone, and after. */
final class AloneWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private AloneWords() {
    }

    static List<String> outlook(GoingAlone alone) {
        var self = alone.self().name();
        var lines = new ArrayList<String>();
        lines.add("单机续会：节点 " + self + " 将独自继续，从此没有备份，直到加入新的节点。");
        lines.add("作废的节点：" + names(alone.lost()) + "。它们永远不能再以原来的身份启动；请断开它们的电源和网线，保存好磁盘。");
        lines.add("会丢什么：只有作废节点确认过、节点 " + self + " 还没有收到的内容，不会再有，也无法从这里知道有没有。节点 " + self + " 已经收到的，一条不少。");
        lines.add("The node " + self + " goes on alone, without a copy; the others are struck for ever. What only they had acknowledged is lost; "
                + "what this node holds is kept, every entry of it.");
        for (var held : alone.held()) lines.addAll(holding(alone, held));
        if (alone.held().isEmpty()) lines.add("这个节点上没有会议。No meeting is kept here.");
        return lines;
    }

    private static List<String> holding(GoingAlone alone, Holding held) {
        var lines = new ArrayList<String>();
        lines.add("会议 " + held.meeting() + "：日志" + held.entries() + "条，最后一条是第" + (held.entries() - 1) + "条；证据" + held.lines() + "行"
                + (held.lines() == 0 ? "。" : "，最后一行的时间 " + time(held.at()) + "。")
                + "  Log: " + held.entries() + " entries; record: " + held.lines() + " lines.");
        long cosigned = 0;
        for (var member : alone.lost()) {
            var signed = held.signed().stream().filter(one -> one.by().equals(id(member))).findFirst();
            cosigned = Math.max(cosigned, signed.map(Holding.SignedFor::lines).orElse(0L));
            lines.add(signed.map(one -> "  节点 " + member.name() + " 联署至第" + one.lines() + "行，" + time(one.at()) + "。  Cosigned by " + member.name() + " up to line " + one.lines() + ".")
                    .orElse("  节点 " + member.name() + " 没有联署。  Never cosigned by " + member.name() + "."));
        }
        if (cosigned < held.lines()) {
            lines.add("  第" + (cosigned + 1) + "行起没有别的节点联署，此后以这台机器的签名为准。  From line " + (cosigned + 1) + " on this node alone has signed.");
        }
        return lines;
    }

    static List<String> done(GoingAlone alone, LoneDecision decision, Path folder) {
        var self = alone.self().name();
        return List.of("已经决定。决定书（摘要 " + decision.digest() + "）存在节点和每场会议的目录里（alone.jsonl），启动后会记为每场会议的下一行证据。",
                "Decided. The decision lies in the folders of the node and of each meeting, and will be the next line of each record.",
                "下一步：启动节点 " + self + "；各会议室以暂停状态恢复，由秘书恢复评审。Next: start the node " + self + "; its rooms come back paused.",
                "恢复为三个节点：conclave cluster join 名称 --server 地址 --kit " + folder + "，再加一台 --witness。To be three again: conclave cluster join, twice.");
    }

    private static String names(List<Member> members) {
        return members.stream().map(member -> member.name() + "（" + member.address() + "）").collect(Collectors.joining("、"));
    }

    private static String id(Member member) {
        return Signatures.id(Base64.getUrlDecoder().decode(member.key()));
    }

    private static String time(long at) {
        return TIME.format(Instant.ofEpochMilli(at).atZone(ZoneId.systemDefault()));
    }
}
