package conclave.appliance.draw;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.prepare.DrawTerms;
import conclave.meeting.prepare.Roster;
import java.io.PrintWriter;
import java.util.List;

/** 抽取公告: what has to be on the table before the seed is shown, so that nothing can be fitted to it afterwards. */
record Announcement(Roster roster, DrawTerms terms, List<String> commitments) {

    void print(PrintWriter out, boolean json) {
        if (json) {
            out.println(CanonicalJson.text(new JsonFields().put("format", "conclave-draw/1").put("roster", roster.digest())
                    .put("listed", roster.candidates().size()).put("terms", DrawJson.terms(terms))
                    .list("commitments", commitments, Json::text).end()));
            return;
        }
        out.println("评审专家随机抽取公告");
        out.println("抽取用途：" + terms.purpose());
        out.println("候选名单：共" + roster.candidates().size() + "人");
        out.println("名单摘要：" + roster.digest());
        terms.strata().forEach(stratum -> out.println("专业：" + stratum.specialty() + "，抽取" + stratum.members() + "人，备选"
                + stratum.alternates() + "人"));
        out.println("抽取条件：" + terms.said());
        if (commitments.isEmpty()) out.println("承诺值：（由各方填写）");
        commitments.forEach(value -> out.println("承诺值：" + value));
    }
}
