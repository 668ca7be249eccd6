package conclave.appliance.pack;

import conclave.seal.container.PackageType;
import conclave.seal.container.Profile;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.Statement;
import conclave.seal.container.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A package's statement as people read it: in words, with names where they are known here, and times as on the wall. */
public final class Facing {

    /** What our own commands write for a purpose; whoever writes another is quoted. */
    private static final Map<String, String> PURPOSES = Map.of("review meeting", "评审会议", "amendment", "更正会议资料", "result", "会议结果",
            "unfinished result", "未封存的会议结果", "open items", "补发平台尚未接收的条目");
    /** The platform counts its answers. */
    private static final Pattern ANSWER = Pattern.compile("receipt ([0-9]{1,9})");

    private Facing() {
    }

    public static List<String> lines(Statement statement, Known known) {
        return List.of("数据包 Package     " + statement.packageId() + "（" + kind(statement.type()) + " " + statement.type().word() + "）",
                "会议 Meeting       " + statement.meeting(),
                "序号 Sequence      " + statement.sequence() + statement.predecessor().map(before -> "，前一个 after " + before).orElse(""),
                "用途 Purpose       " + purpose(statement),
                "有效期 Valid        " + WallClock.minutes(statement.notBefore()) + " 至 until " + WallClock.said(statement.notAfter()),
                "算法 Profile       " + profile(statement.profile()),
                "卷 Volumes         " + statement.volumes().size() + "，" + Meter.size(statement.volumes().stream().mapToLong(Volume::size).sum()),
                "接收方 Recipients   " + (statement.recipients().isEmpty() ? "凭口令打开 passphrase"
                        : String.join("、", statement.recipients().stream().map(known::said).toList())));
    }

    public static List<String> lines(SignedStatement signed, Known known) {
        var lines = new ArrayList<>(lines(signed.statement(), known));
        lines.add("签名人 Signed by     " + String.join("、", signers(signed)));
        return lines;
    }

    /** By the names in their certificates: these were checked. */
    public static List<String> signers(SignedStatement signed) {
        return signed.signatories().stream().map(one -> one.name() + "（" + profile(one.profile()) + "，" + Known.fingerprint(one.print()) + "）").toList();
    }

    static String purpose(Statement statement) {
        var instead = statement.predecessor().map(Statement::replacing).filter(statement.purpose()::endsWith);
        var plain = statement.purpose().substring(0, statement.purpose().length() - instead.map(String::length).orElse(0));
        return words(plain) + (instead.isPresent() ? "，代替已遗失的 replaces " + statement.predecessor().orElseThrow() : "");
    }

    private static String words(String plain) {
        var answer = ANSWER.matcher(plain);
        if (answer.matches()) return "平台第 " + answer.group(1) + " 号回执 " + plain;
        return PURPOSES.containsKey(plain) ? PURPOSES.get(plain) + " " + plain : plain;
    }

    static String kind(PackageType type) {
        return switch (type) {
            case MEETING -> "会议数据包";
            case RESULT -> "结果数据包";
            case RECEIPT -> "平台回执";
            case AMENDMENT -> "更正包";
        };
    }

    static String profile(Profile profile) {
        return profile == Profile.GM ? "国密 gm" : "国际 international";
    }
}
