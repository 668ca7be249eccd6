package conclave.appliance.rule;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.RuleBookFiles;
import conclave.exchange.workbook.Applicant;
import conclave.exchange.workbook.CellFinding;
import conclave.exchange.workbook.FactsWorkbook;
import conclave.exchange.workbook.Spot;
import conclave.meeting.event.Facts;
import conclave.meeting.rule.Finding;
import conclave.meeting.rule.sheet.CompiledSheet;
import conclave.meeting.rule.sheet.FactsCheck;
import conclave.meeting.rule.sheet.Inputs;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The facts that a sheet is tried on: a workbook, JSON of several applicants, or JSON of one form. */
record FactsFile(List<Applicant> applicants, List<CellFinding> findings) {

    /** What an applicant is called where the file holds one form and no code. */
    static final String ONLY = "1";

    static FactsFile read(Path file, CompiledSheet sheet) {
        var content = RuleFile.read(file, bytes -> bytes);
        if (content.value().isEmpty()) return new FactsFile(List.of(), List.of(ScoreSheetFile.said(content.trouble().orElseThrow())));
        var bytes = content.value().get();
        if (!ScoreSheetFile.json(bytes)) {
            var loaded = FactsWorkbook.load(bytes, sheet);
            return new FactsFile(loaded.applicants(), loaded.findings());
        }
        var read = RuleFile.of(file, bytes, FactsFile::applicants);
        if (read.value().isEmpty()) return new FactsFile(List.of(), List.of(trouble(file, read.trouble().orElseThrow())));
        return new FactsFile(read.value().get(), findings(read.value().get(), sheet));
    }

    /** Well-formed JSON that holds something else has no line to point at. */
    private static CellFinding trouble(Path file, Finding it) {
        if (!"0".equals(it.facts().get("line")) || !it.code().equals("json-malformed")) return ScoreSheetFile.said(it);
        return new CellFinding(true, "facts-form", new Spot("", ""), "", "文件 " + file + " 不是申报事实的写法，项目有多有少或写法不对。",
                "请对照 meeting-node/docs/formats/sheet.md 修改，或用 conclave sheet facts-template 取表填写。");
    }

    private static List<CellFinding> findings(List<Applicant> applicants, CompiledSheet sheet) {
        var findings = new ArrayList<CellFinding>();
        for (var it : applicants) {
            var before = "申报人 " + it.code() + "：";
            FactsCheck.check(sheet.sheet(), it.inputs().facts()).forEach(found -> findings.add(ScoreSheetFile.said(found, before)));
            FactsCheck.checkGiven(sheet, it.inputs().given()).forEach(found -> findings.add(ScoreSheetFile.said(found, before)));
        }
        return findings;
    }

    private static List<Applicant> applicants(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var whole = CanonicalJson.readObject(text.startsWith("\ufeff") ? text.substring(1).getBytes(StandardCharsets.UTF_8) : bytes);
        if (!whole.has("applicants")) return List.of(new Applicant(ONLY, Inputs.of(RuleBookFiles.facts(bytes))));
        only(whole, "format", "applicants");
        if (!whole.text("format").equals(RuleBookFiles.FACTS)) throw new BadJson("another format");
        var applicants = new ArrayList<Applicant>();
        var seen = new TreeSet<String>();
        for (var each : whole.list("applicants")) {
            if (!(each instanceof Json.Obj one)) throw new BadJson("not an object");
            if (!seen.add(one.text("code"))) throw new BadJson("a code twice");
            applicants.add(applicant(one));
        }
        return applicants;
    }

    private static Applicant applicant(Json.Obj one) {
        only(one, "code", "facts", "given", "outcomes");
        var given = new TreeMap<String, BigDecimal>();
        if (one.has("given")) one.object("given").fields().keySet().forEach(code -> given.put(code, number(one.object("given").text(code))));
        var outcomes = new TreeMap<String, Inputs.Outcome>();
        if (one.has("outcomes")) one.object("outcomes").fields().keySet().forEach(stage -> outcomes.put(stage, outcome(one.object("outcomes").object(stage))));
        return new Applicant(one.text("code"), new Inputs(facts(one.object("facts")), given, outcomes));
    }

    private static Facts facts(Json.Obj facts) {
        var whole = facts.has("format") ? facts : facts.with("format", RuleBookFiles.FACTS);
        return RuleBookFiles.facts(CanonicalJson.bytes(whole));
    }

    private static Inputs.Outcome outcome(Json.Obj outcome) {
        only(outcome, "yes", "of");
        var yes = outcome.number("yes");
        var of = outcome.number("of");
        if (yes < 0 || yes > of || of > Integer.MAX_VALUE) throw new BadJson("votes that cannot be");
        return new Inputs.Outcome((int) yes, (int) of);
    }

    private static BigDecimal number(String text) {
        if (!PlainFigure.FORM.matcher(text).matches()) throw new BadJson("not a plain decimal");
        return new BigDecimal(text);
    }

    /** Nothing is skipped: a word that is misspelt would count for nothing. */
    private static void only(Json.Obj object, String... known) {
        if (!List.of(known).containsAll(object.fields().keySet())) throw new BadJson("a field that does not belong here");
    }
}
