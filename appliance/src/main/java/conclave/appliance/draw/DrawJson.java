package conclave.appliance.draw;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.prepare.Candidate;
import conclave.meeting.prepare.DrawTerms;
import conclave.meeting.prepare.Drawn;
import conclave.meeting.prepare.Finding;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A draw for programs. Fields are added, never renamed; format conclave-draw/1. */
final class DrawJson {

    private DrawJson() {
    }

    static String drawn(Drawn drawn, List<Finding> findings) {
        return CanonicalJson.text(new JsonFields().put("format", "conclave-draw/1").put("roster", drawn.rosterDigest())
                .put("listed", drawn.listed())
                .put("terms", terms(drawn.terms()))
                .list("seeds", drawn.seed().shares(), Json::text)
                .list("commitments", drawn.seed().commitments(), Json::text)
                .list("panels", drawn.panels(), DrawJson::panel)
                .list("leftOut", drawn.leftOut(), out -> new JsonFields()
                        .put("number", out.candidate().number()).put("reason", out.reason()).end())
                .list("findings", findings, DrawJson::finding).end());
    }

    static String findings(List<Finding> findings) {
        return CanonicalJson.text(new JsonFields().put("format", "conclave-draw/1").list("findings", findings, DrawJson::finding).end());
    }

    static Json terms(DrawTerms terms) {
        return new JsonFields().put("purpose", terms.purpose()).put("retiredOut", terms.retiredOut())
                .put("mostPerUnit", terms.mostPerUnit())
                .list("classes", terms.classes(), Json::text)
                .list("strata", terms.strata(), stratum -> new JsonFields().put("specialty", stratum.specialty())
                        .put("members", stratum.members()).put("alternates", stratum.alternates()).end()).end();
    }

    private static Json panel(Drawn.Panel panel) {
        return new JsonFields().put("specialty", panel.stratum().specialty())
                .list("members", panel.members(), DrawJson::person).list("alternates", panel.alternates(), DrawJson::person)
                .list("passedOver", panel.passedOver(), DrawJson::person)
                .list("order", panel.order(), candidate -> Json.text(candidate.number())).end();
    }

    private static Json person(Candidate candidate) {
        return new JsonFields().put("number", candidate.number()).put("name", candidate.name()).put("unit", candidate.unit()).end();
    }

    private static Json finding(Finding finding) {
        var facts = new TreeMap<String, Json>();
        finding.facts().forEach((name, value) -> facts.put(name, Json.text(value)));
        return new JsonFields().put("matter", finding.matter().name())
                .put("weight", finding.matter().weight().name().toLowerCase(Locale.ROOT))
                .put("facts", new Json.Obj(facts)).put("zh", finding.chinese()).put("en", finding.english()).end();
    }
}
