package conclave.appliance.pack;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.AmendmentFile;
import conclave.exchange.AmendmentLines;
import conclave.exchange.AmendmentLines.Line;
import conclave.exchange.parcel.Complaint;
import conclave.exchange.parcel.Obstacle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What an amendment changes, for whoever has to say yes to it: by code, and nothing about who somebody is. */
final class AmendmentShown {

    private AmendmentShown() {
    }

    static List<String> lines(AmendmentFile amendment) {
        var lines = new ArrayList<String>();
        var changes = AmendmentLines.of(amendment);
        var late = changes.stream().filter(line -> line.kind() == AmendmentLines.Kind.LATE).count();
        lines.add("更正 Changes         申报人 applicants " + amendment.changes().size() + "，其中补充 late " + late + "；新文件 new files " + amendment.brought().size());
        for (var line : changes) lines.add("  " + line.code() + "  " + words(line));
        return lines;
    }

    private static String words(Line line) {
        return switch (line.kind()) {
            case LATE -> "补充申报人，会议室 " + line.what() + "，材料 " + line.after() + " 份  late applicant";
            case FILE_REPLACED -> "替换材料《" + line.what() + "》，" + line.before() + " 页 → " + line.after() + " 页  file replaced";
            case FILE_ADDED -> "增加材料《" + line.what() + "》，" + line.after() + " 页  file added";
            case FILE_REMOVED -> "撤下材料《" + line.what() + "》，" + line.before() + " 页  file taken out";
            case FILE_RENAMED -> "材料《" + line.before() + "》改名为《" + line.after() + "》  file renamed";
            case FACT -> "更正事实 " + line.what() + "：" + shown(line.before()) + " → " + shown(line.after()) + "  fact corrected";
            case POINTS -> "更正赋分 " + line.what() + "：" + shown(line.before()) + " → " + shown(line.after()) + "  points corrected";
            case PERSON -> "更正个人信息（" + line.what() + "）  personal data corrected";
        };
    }

    static Complaint unconfirmed(AmendmentFile amendment) {
        var facts = new TreeMap<String, String>();
        facts.put("changes", String.join("; ", AmendmentLines.of(amendment).stream().map(line -> line.code() + " " + line.kind().name().toLowerCase(Locale.ROOT)
                + " " + line.what()).toList()));
        return complaint(Obstacle.UNCONFIRMED, facts);
    }

    /** Why is a code of the meeting's own refusals. */
    static Complaint declined(String packageId, String why) {
        var facts = new TreeMap<String, String>();
        facts.put("package", packageId);
        facts.put("why", why);
        var words = Declined.of(why);
        return new Complaint(Obstacle.DECLINED.code(), "更正包没有生效。" + words.chinese(), "The amendment changed nothing. " + words.english(), facts, List.of());
    }

    private static Complaint complaint(Obstacle obstacle, TreeMap<String, String> facts) {
        return new Complaint(obstacle.code(), obstacle.chinese(), obstacle.english(), facts, List.of());
    }

    private static String shown(String value) {
        return value.isEmpty() ? "（无）" : value;
    }

    static Json json(Line line) {
        return new JsonFields().put("kind", line.kind().name().toLowerCase(Locale.ROOT)).put("code", line.code()).put("what", line.what())
                .put("before", line.before()).put("after", line.after()).end();
    }
}
