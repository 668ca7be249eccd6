package conclave.appliance.faults;

import conclave.codec.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** What experts were told, held against what the nodes have written. */
final class Reckoning {

    private static final Duration AGREEING = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Account account;
    private final List<byte[]> signers;

    Reckoning(Account account, List<byte[]> signers) {
        this.account = account;
        this.signers = signers;
    }

    static void of(Bout bout) throws IOException, InterruptedException {
        bout.kit().learnKeys();
        var reckoning = new Reckoning(bout.ground().account(), bout.kit().keys());
        var agreeing = bout.ground().options().canary() ? SOON : AGREEING;
        if (!Patience.of(agreeing).until(() -> reckoning.agree(bout.kit()))) reckoning.sayDisagreement(bout.kit());
        for (var node : bout.kit().nodes()) reckoning.compare(node.name(), node.evidence(), bout.crowd().log().all());
        reckoning.receiptsHold(bout.crowd().log().all());
        reckoning.orderHolds(bout.crowd().log().all());
    }

    private boolean agree(Trio kit) throws IOException {
        var first = kit.nodes().getFirst().evidence();
        for (var node : kit.nodes()) {
            if (!Arrays.equals(first, node.evidence())) return false;
        }
        return first.length > 0;
    }

    private void sayDisagreement(Trio kit) throws IOException {
        for (int i = 1; i < kit.nodes().size(); i++) {
            var one = kit.nodes().getFirst();
            var other = kit.nodes().get(i);
            int at = Arrays.mismatch(one.evidence(), other.evidence());
            if (at < 0) continue;
            var shorter = Math.min(one.evidence().length, other.evidence().length);
            account.wrong("the evidence of " + one.name() + " and " + other.name() + " differs at byte " + at
                    + (at < shorter ? ": two histories" : ": one has not come as far"));
        }
    }

    /** Every acknowledgement stands there exactly once, with what was acknowledged, and time never turns back. */
    void compare(String node, byte[] evidence, List<Acknowledgement> acknowledged) {
        var places = new HashMap<String, Integer>();
        var twice = new HashSet<String>();
        var lines = new String(evidence, StandardCharsets.UTF_8).lines().toList();
        long at = 0;
        for (int i = 0; i < lines.size(); i++) {
            var line = CanonicalJson.readObject(lines.get(i).getBytes(StandardCharsets.UTF_8));
            if (line.number("seq") != i + 1) account.wrong(node + ": line " + (i + 1) + " calls itself " + line.number("seq"));
            if (line.number("at") < at) account.wrong(node + ": time turns back at line " + (i + 1));
            at = line.number("at");
            if (line.has("key") && line.text("key").startsWith("fault-") && places.put(line.text("key"), i) != null) twice.add(line.text("key"));
        }
        long missing = 0;
        long other = 0;
        for (var one : acknowledged) {
            var place = places.get(one.key());
            if (place == null) missing++;
            else if (!same(one, lines.get(place), place + 1)) other++;
        }
        account.say(node + ": " + lines.size() + " lines for " + acknowledged.size() + " acknowledgements, " + missing + " missing, "
                + twice.size() + " twice, " + other + " otherwise than acknowledged");
        if (missing > 0) account.wrong(node + ": " + missing + " acknowledged submissions are missing");
        if (!twice.isEmpty()) account.wrong(node + ": twice in the record: " + twice);
        if (other > 0) account.wrong(node + ": " + other + " acknowledged submissions stand otherwise");
    }

    /** The line itself, byte by byte, at its number. */
    private static boolean same(Acknowledgement one, String line, int seq) {
        var standsSo = one.receipt().map(receipt -> receipt.seq() == seq && receipt.line().equals(line)).orElse(true);
        return standsSo && line.contains("\"applicant\":\"" + one.applicant() + "\"") && line.contains("\"revision\":" + one.revision() + ",")
                && line.contains("\"marks\":" + one.marks());
    }

    /** Whatever was begun after something else had been acknowledged stands behind it: one history, as everybody saw it. */
    void orderHolds(List<Acknowledgement> acknowledged) {
        var proven = acknowledged.stream().filter(one -> one.receipt().isPresent()).toList();
        var byEnd = proven.stream().sorted(Comparator.comparingLong(Acknowledgement::told)).toList();
        long furthest = 0;
        int ended = 0;
        int turned = 0;
        for (var one : proven.stream().sorted(Comparator.comparingLong(Acknowledgement::begun)).toList()) {
            while (ended < byEnd.size() && byEnd.get(ended).told() < one.begun()) {
                furthest = Math.max(furthest, byEnd.get(ended++).receipt().orElseThrow().seq());
            }
            if (one.receipt().orElseThrow().seq() <= furthest) turned++;
        }
        if (turned > 0) account.wrong(turned + " submissions stand before what had been acknowledged when they were begun");
    }

    private void receiptsHold(List<Acknowledgement> acknowledged) {
        long broken = acknowledged.stream().flatMap(one -> one.receipt().stream())
                .filter(receipt -> signers.stream().noneMatch(receipt::verify)).count();
        if (broken > 0) account.wrong(broken + " receipts do not hold");
    }
}
