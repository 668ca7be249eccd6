package conclave.audit;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.exchange.result.ResultFiles;
import conclave.exchange.result.ResultFolder;
import conclave.ledger.Root;
import conclave.meeting.Meeting;
import conclave.meeting.event.Fact;
import conclave.meeting.event.IntakeEvent.MeetingFounded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record and everything that is said to follow from it: who signed for it, whether the rules come to it, and whether the result
 * says the same. Of a record that is not sound nothing more is worked out.
 */
public final class WholeAudit {

    private final Path folder;
    private final Path evidence;
    private final Findings findings = new Findings();
    private final boolean result;

    private WholeAudit(Path folder) {
        this.folder = folder;
        this.result = Files.exists(folder.resolve("bagit.txt"));
        this.evidence = result ? folder.resolve(ResultFolder.EVIDENCE) : folder;
    }

    /** @param folder a result folder, or a copy of a node's folder of a meeting */
    public static Verdict of(Path folder, List<Signatory> kit, Audit.Held held) {
        return new WholeAudit(folder).verdict(kit, held);
    }

    private Verdict verdict(List<Signatory> kit, Audit.Held held) {
        if (result) new BagSeal(folder, findings).check();
        var record = Audit.of(evidence, kit, held);
        if (result && record.holds()) rooted(record.lines());
        var recounted = record.holds() ? recount(record.meeting().orElse("")) : Optional.<List<Fact>>empty();
        var all = new ArrayList<>(record.findings());
        all.addAll(findings.all());
        return new Verdict(record.meeting(), record.lines(), record.accounts(), record.cosigned(), all, record.found(),
                recounted.isPresent() && !findings.breaking());
    }

    /** What goes out is signed for run by run to its end, so that every receipt finds its root. */
    private void rooted(long lines) {
        var last = new long[1];
        new LineFile(evidence.resolve("roots.jsonl"), findings).read((_, root) -> last[0] = Root.read(root).last());
        if (last[0] != lines) findings.add(Matter.ROOTS_SHORT, "last", last[0], "lines", lines);
    }

    /** What the evidence says, where the rules come to every line of it. */
    private Optional<List<Fact>> recount(String meeting) {
        var facts = facts(meeting);
        if (facts.isEmpty()) return Optional.empty();
        if (!foundedByTheseRules(facts.get())) return Optional.empty();
        var retrial = Retrial.of(facts.get());
        retrial.doubt().ifPresent(this::doubted);
        if (retrial.doubt().isPresent()) return Optional.empty();
        var edition = retrial.meeting().ending().edition();
        if (edition > 1) findings.add(Matter.REOPENED, "edition", edition);
        if (result && retrial.meeting().intake().register().isPresent()) {
            new ResultCheck(folder.resolve("data"), findings).against(ResultFiles.of(facts.get(), retrial.meeting()));
        }
        return facts;
    }

    private void doubted(Retrial.Doubt doubt) {
        if (doubt.where().isEmpty()) findings.add(Matter.NOT_BY_THE_RULES, "line", doubt.line(), "said", doubt.said(), "comes", doubt.comes());
        else findings.add(Matter.COMES_OTHERWISE, "line", doubt.line(), "where", doubt.where(), "said", doubt.said(), "comes", doubt.comes());
    }

    private boolean foundedByTheseRules(List<Fact> facts) {
        if (facts.isEmpty() || !(facts.getFirst().event() instanceof MeetingFounded founded) || founded.rules().equals(Meeting.RULES)) return true;
        findings.add(result ? Matter.RULES_OTHER : Matter.NOT_RECOUNTED, "rules", founded.rules(), "ours", Meeting.RULES);
        return false;
    }

    /** A folder without a single fact is not of a meeting that can be lived through; what it holds is chained and signed, no more. */
    private Optional<List<Fact>> facts(String meeting) {
        var facts = new ArrayList<Fact>();
        var none = new ArrayList<Long>();
        new LineFile(evidence.resolve("evidence.jsonl"), findings).read((number, bytes) -> {
            try {
                Json.Obj line = CanonicalJson.readObject(bytes);
                var fact = Codec.fact(line);
                if (!of(meeting, line, fact)) findings.add(Matter.OTHER_MEETING, "source", "evidence.jsonl:" + number, "meeting", line.text("meeting"));
                facts.add(fact);
            } catch (BadJson e) {
                none.add(number);
            }
        });
        if (!result && facts.isEmpty()) return Optional.empty();
        none.forEach(number -> findings.add(Matter.LINE_MALFORMED, "line", number));
        return none.isEmpty() ? Optional.of(facts) : Optional.empty();
    }

    private static boolean of(String meeting, Json.Obj line, Fact fact) {
        return line.text("meeting").equals(meeting) && (!(fact.event() instanceof MeetingFounded founded) || founded.meeting().value().equals(meeting));
    }
}
