package conclave.meeting.prepare;

import conclave.meeting.prepare.Drawn.Panel;
import java.util.ArrayList;
import java.util.List;

/** 抽取记录: the draw as a page that people sign, with all that is needed to repeat it. */
public final class DrawProof {

    private final Drawn drawn;
    private final List<String> lines = new ArrayList<>();

    private DrawProof(Drawn drawn) {
        this.drawn = drawn;
    }

    public static List<String> lines(Drawn drawn) {
        var proof = new DrawProof(drawn);
        proof.head();
        proof.terms();
        drawn.panels().forEach(proof::panel);
        proof.leftOut();
        proof.foot();
        return List.copyOf(proof.lines);
    }

    private void head() {
        say("评审专家随机抽取记录");
        say("");
        say("抽取用途：" + drawn.terms().purpose());
        say("候选名单：共" + drawn.listed() + "人");
        say("名单摘要：" + drawn.rosterDigest());
        for (int i = 0; i < drawn.seed().shares().size(); i++) {
            var number = drawn.seed().shares().size() == 1 ? "" : String.valueOf(i + 1);
            say("承诺值" + number + "：" + drawn.seed().commitments().get(i));
            say("随机种子" + number + "：" + drawn.seed().shares().get(i));
        }
    }

    private void terms() {
        say("抽取条件：" + drawn.terms().said());
    }

    private void panel(Panel panel) {
        var stratum = panel.stratum();
        say("");
        say("专业：" + stratum.specialty() + "（符合条件" + panel.order().size() + "人，抽取" + stratum.members() + "人，备选"
                + stratum.alternates() + "人）");
        for (int i = 0; i < panel.members().size(); i++) say("  正选" + (i + 1) + "  " + shown(panel.members().get(i)));
        for (int i = 0; i < panel.alternates().size(); i++) say("  备选" + (i + 1) + "  " + shown(panel.alternates().get(i)));
        panel.passedOver().forEach(candidate -> say("  跳过   " + shown(candidate) + "  （同一单位人数上限）"));
        say("  抽取次序：" + String.join("、", panel.order().stream().map(Candidate::number).toList()));
    }

    private void leftOut() {
        if (drawn.leftOut().isEmpty()) return;
        say("");
        say("未参加抽取：" + drawn.leftOut().size() + "人");
        drawn.leftOut().forEach(out -> say("  " + shown(out.candidate()) + "  （" + out.reason() + "）"));
    }

    private void foot() {
        say("");
        say("本记录由事先公布承诺值的随机种子和上列名单算出。用同一种子、名单和条件重新抽取，结果必然相同。");
        say("");
        say("抽取人：                监督人：                日期：");
    }

    private static String shown(Candidate candidate) {
        return candidate.number() + "  " + candidate.name() + (candidate.unit().isEmpty() ? "" : "  " + candidate.unit());
    }

    private void say(String line) {
        lines.add(line);
    }
}
