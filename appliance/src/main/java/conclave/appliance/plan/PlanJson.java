package conclave.appliance.plan;

import conclave.appliance.plan.Plan.Placed;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Recusal;
import conclave.meeting.prepare.Conflict;
import conclave.meeting.prepare.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** A plan for programs. Fields are added, never renamed; format conclave-plan/1. */
final class PlanJson {

    private static final String FORMAT = "conclave-plan/1";

    private PlanJson() {
    }

    static String findings(List<Finding> findings) {
        return CanonicalJson.text(new JsonFields().put("format", FORMAT).list("findings", findings, PlanJson::finding).end());
    }

    /** @param applied where the new meeting folder lies */
    static String plan(Plan plan, Optional<String> applied, List<Finding> findings) {
        var recusals = plan.recusals();
        return CanonicalJson.text(new JsonFields().put("format", FORMAT).put("meeting", plan.file().meeting().title())
                .put("panelMinimum", plan.file().rules().panelMinimum()).put("reviewers", plan.reviewers())
                .list("conflicts", plan.conflicts(), conflict -> conflict(plan, recusals, conflict))
                .list("recusals", recusals.lines(), PlanJson::recusal)
                .put("recusalsRecorded", applied.isPresent() && !recusals.recorded().isEmpty())
                .list("rooms", plan.rooms(), placed -> room(plan, placed))
                .list("unplaced", plan.unplaced(), it -> Json.text(it.code())).list("moved", plan.moved(), it -> Json.text(it.code()))
                .maybe("applied", applied).list("findings", findings, PlanJson::finding).end());
    }

    private static Json conflict(Plan plan, RecusalList recusals, Conflict conflict) {
        var expert = plan.file().people().stream().filter(it -> it.code().equals(conflict.expert())).findFirst().orElseThrow();
        var applicant = plan.file().applicants().stream().filter(it -> it.code().equals(conflict.applicant())).findFirst().orElseThrow();
        var together = plan.rooms().stream().anyMatch(placed -> placed.judges().contains(expert) && placed.applicants().contains(applicant));
        return new JsonFields().put("expert", named(expert.code(), expert.name())).put("applicant", named(applicant.code(), applicant.name()))
                .put("sign", conflict.sign().name()).put("ground", conflict.sign().ground().name()).put("fact", conflict.fact())
                .put("sameRoom", together).put("recusal", recusals.of(conflict).name().toLowerCase(Locale.ROOT)).put("zh", conflict.chinese()).end();
    }

    private static Json recusal(Recusal recusal) {
        return new JsonFields().put("expert", recusal.expert()).put("applicant", recusal.applicant()).put("ground", recusal.ground().name())
                .maybe("note", recusal.note()).end();
    }

    private static Json room(Plan plan, Placed placed) {
        return new JsonFields().put("code", placed.room().code()).put("name", placed.room().name())
                .list("specialties", Bench.specialties(placed.room()), Json::text)
                .list("judges", placed.judges(), judge -> judge(placed, judge))
                .list("applicants", placed.applicants(), it -> applicant(plan, placed, it)).end();
    }

    private static Json judge(Placed placed, Person judge) {
        return new JsonFields().put("code", judge.code()).put("name", judge.name())
                .list("reads", placed.read(judge), it -> Json.text(it.code())).put("pages", placed.pages().getOrDefault(judge.code(), 0L)).end();
    }

    private static Json applicant(Plan plan, Placed placed, Applicant applicant) {
        return new JsonFields().put("code", applicant.code()).put("name", applicant.name()).put("specialty", applicant.specialty())
                .put("pages", Plan.pages(applicant)).put("before", applicant.room())
                .list("reviewers", placed.reviewers().getOrDefault(applicant.code(), List.of()), Json::text)
                .list("aside", placed.aside(applicant, plan.conflicts()), judge -> Json.text(judge.code())).end();
    }

    private static Json named(String code, String name) {
        return new JsonFields().put("code", code).put("name", name).end();
    }

    private static Json finding(Finding finding) {
        var facts = new TreeMap<String, Json>();
        finding.facts().forEach((name, value) -> facts.put(name, Json.text(value)));
        return new JsonFields().put("matter", finding.matter().name())
                .put("weight", finding.matter().weight().name().toLowerCase(Locale.ROOT))
                .put("facts", new Json.Obj(facts)).put("zh", finding.chinese()).put("en", finding.english()).end();
    }
}
