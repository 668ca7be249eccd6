package conclave.appliance.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.Tried;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.exchange.Deadlines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way out from the node to the purge, as it is typed: what left counts until something else does, and only what counts erases. */
final class ExportCommandTest {

    @TempDir
    Path place;
    Signers keys;
    HeldMeeting meeting;

    private Tried export(String... more) {
        return Tried.of("package export --json --data " + meeting.data + " --out " + at("stick") + " --by 王秘书 --key " + at("node.key") + " --recipient " + at("platform.crt")
                + " --trust " + at("platform.crt"), more);
    }

    private Tried unpack(String name) {
        return Tried.of("package unpack " + at("stick/" + name + ".mpkg") + " --out " + at(name) + " --key " + at("platform.key") + " --trust " + at("node.crt"));
    }

    private Tried answer(String result, String file, String... more) {
        return Tried.of("package receipt " + at(result) + " --by 平台 --out " + at(file) + " --key " + at("platform.key") + " --recipient " + at("node.crt"), more);
    }

    private Tried purge(String... receipts) {
        return Tried.of("package purge --data " + meeting.data + " --meeting " + meeting.id + " --by 王主任 --by 李技术员 --key " + at("node.key") + " --trust " + at("platform.crt"),
                List.of(receipts).stream().map(this::at).toArray(String[]::new));
    }

    private String at(String file) {
        return place.resolve(file).toString();
    }

    private static Json.Obj json(Tried tried) {
        assertEquals(0, tried.code(), tried.text());
        return CanonicalJson.readObject(tried.text().strip().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> onTheStick() throws IOException {
        try (var all = Files.list(place.resolve("stick"))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @AfterEach
    void end() {
        meeting.close();
    }

    private void begin() throws Exception {
        keys = Signers.in(place);
        meeting = HeldMeeting.in(place);
        Files.createDirectory(place.resolve("stick"));
    }

    /** One node is started for all of it: what comes after depends on what went before. */
    @Test
    void fromTheNodeToThePurgeWithALostStickAndARoomThatWasReopened() throws Exception {
        begin();
        unsealedIsSaid();
        meeting.sealed();
        whatDoesNotAuditDoesNotLeave();
        nothingStaysOfAnExportThatBrokeOff();
        var first = json(export());
        assertEquals(meeting.id + "-r1.mpkg", onTheStick().getFirst());
        var lost = first.text("package");
        aLostStickIsRevoked(lost);
        var second = json(export());
        assertEquals(lost, second.text("predecessor"));
        assertNotEquals(first.text("result"), second.text("result"), "the record of exports travels with the next");
        revokedIsRefused(lost);
        var name = meeting.id + "-r2";
        assertEquals(0, unpack(name).code());
        assertTrue(Files.readString(place.resolve(name + "/data/exports.jsonl")).contains(lost));
        audited(name);
        whatIsOpenIsSentAgain(name);
        reopenedAfterwards(name);
        lastOfAll();
    }

    private void unsealedIsSaid() throws Exception {
        var early = export();
        assertTrue(early.code() == 1 && early.text().contains("export.not-sealed"), early.text());
        assertEquals(List.of(), onTheStick());
    }

    private void whatDoesNotAuditDoesNotLeave() throws Exception {
        var evidence = meeting.folder().resolve("evidence.jsonl");
        var kept = Files.readString(evidence);
        var digit = kept.lastIndexOf("\"at\":") + 10;
        Files.writeString(evidence, kept.substring(0, digit) + (kept.charAt(digit) == '9' ? '8' : '9') + kept.substring(digit + 1));
        var doubted = export();
        assertTrue(doubted.code() == 1 && doubted.text().contains("export.audit"), doubted.text());
        Files.writeString(evidence, kept);
        assertEquals(List.of(), onTheStick());
    }

    private void nothingStaysOfAnExportThatBrokeOff() throws Exception {
        var gone = Tried.of("package export --data " + meeting.data + " --out " + at("pulled") + " --by 王秘书 --key " + at("node.key") + " --recipient " + at("platform.crt"));
        assertTrue(gone.code() == 1 && gone.text().contains("stick.gone") && gone.text().contains("可能已被拔出"), gone.text());
        assertFalse(Files.exists(meeting.data.resolve("exports/" + meeting.id + ".jsonl")));
        assertFalse(Files.exists(meeting.data.resolve("exports/work")));
        assertEquals(2, Tried.of("package export --data " + at("mistyped") + " --out " + at("stick") + " --by 王秘书").code());
        assertFalse(Files.exists(place.resolve("mistyped")));
    }

    private void aLostStickIsRevoked(String lost) {
        var revoke = "package revoke " + lost + " --data " + meeting.data + " --by 王秘书 --reason 介质遗失 --json --key ";
        assertEquals(false, json(Tried.of(revoke + at("node.key"))).flag("already"));
        assertEquals(true, json(Tried.of(revoke + at("node.key"))).flag("already"));
        assertEquals(2, Tried.of("package revoke pkg_unknown --data " + meeting.data + " --by 王秘书 --reason 介质遗失 --key " + at("node.key")).code());
    }

    private void revokedIsRefused(String lost) throws IOException {
        var revocation = at("stick/" + lost + ".revoked.p7s");
        assertTrue(onTheStick().contains(lost + ".revoked.p7s"), "what was revoked is told with what takes its place");
        var verify = "package verify --json " + at("stick/" + meeting.id + "-r1.mpkg") + " --trust " + at("node.crt");
        assertEquals(0, Tried.of(verify).code());
        var refused = Tried.of(verify + " --revoked " + revocation);
        assertTrue(refused.code() == 1 && refused.text().contains("package.revoked"), refused.text());
        assertEquals(0, Tried.of("package verify " + at("stick/" + meeting.id + "-r2.mpkg") + " --trust " + at("node.crt") + " --revoked " + revocation).code());
        var other = keys.revocation("venue", lost, meeting.id);
        assertTrue(Tried.of(verify + " --trust " + at("venue.crt") + " --revoked " + other).code() == 0, "who may not make results revokes none");
        assertTrue(Tried.of(verify + " --revoked " + keys.revocation("stranger", lost, meeting.id)).text().contains("signer.untrusted"));
        Files.write(place.resolve("torn.p7s"), new byte[] {0x30, 3, 1, 2});
        assertEquals(1, Tried.of(verify + " --revoked " + at("torn.p7s")).code());
    }

    private void audited(String name) {
        var audit = Tried.of("audit " + at(name) + " --key " + meeting.data.resolve("node/keys/signing.pub"));
        assertEquals(0, audit.code(), audit.text());
    }

    private void whatIsOpenIsSentAgain(String name) throws Exception {
        assertEquals(0, answer(name, "a1.mpkg", "--resend", "data/outcomes.jsonl").code());
        var open = json(export("--only-open", at("a1.mpkg")));
        assertFalse(open.flag("whole"));
        assertEquals(0, unpack(meeting.id + "-r3").code());
        assertEquals(Files.readString(place.resolve(name + "/data/outcomes.jsonl")), Files.readString(place.resolve(meeting.id + "-r3/data/outcomes.jsonl")));
        assertFalse(Files.exists(place.resolve(meeting.id + "-r3/data/scores.jsonl")), "only what is open");
        var early = purge("a1.mpkg");
        assertTrue(early.code() == 1 && early.text().contains("还有1条"), early.text());
        assertEquals(0, answer(name, "a2.mpkg", "--number", "2", "--only", "--accept", "data/outcomes.jsonl").code());
        assertEquals(2, export("--only-open").code());
        var nothing = export("--only-open", at("a1.mpkg"), at("a2.mpkg"));
        assertTrue(nothing.code() == 1 && nothing.text().contains("export.nothing-open"), nothing.text());
    }

    /** All was accepted, and still nothing may be erased, because the meeting has gone on. */
    private void reopenedAfterwards(String name) throws Exception {
        meeting.reopened();
        var outdated = purge("a1.mpkg", "a2.mpkg");
        assertTrue(outdated.code() == 1 && outdated.text().contains("重新开放过") && Files.exists(meeting.folder().resolve("key")), outdated.text());
        meeting.signedAndSealed();
        var third = json(export());
        assertEquals(2, third.number("edition"));
        var answered = purge("a1.mpkg", "a2.mpkg");
        assertTrue(answered.code() == 1 && answered.text().contains("SUPERSEDED_RESULT"), answered.text());
        var folder = Tried.of("package reconcile --data " + meeting.data + " --result " + at(name) + " --trust " + at("platform.crt") + " --key " + at("node.key") + " " + at("a1.mpkg"));
        assertTrue(folder.code() == 1 && folder.text().contains("SUPERSEDED_RESULT"), folder.text());
    }

    private void lastOfAll() throws Exception {
        var name = meeting.id + "-r4";
        assertEquals(0, unpack(name).code());
        var audit = Tried.of("audit " + at(name) + " --key " + meeting.data.resolve("node/keys/signing.pub"));
        assertTrue(audit.code() == 0 && audit.text().contains("第2版"), audit.text());
        assertEquals(0, answer(name, "b1.mpkg").code());
        var reconciled = Tried.of("package reconcile --json --data " + meeting.data + " --meeting " + meeting.id + " --trust " + at("platform.crt") + " --key " + at("node.key") + " " + at("b1.mpkg"));
        assertTrue(reconciled.code() == 0 && reconciled.text().contains("\"signed\":true"), reconciled.text());
        assertTrue(Deadlines.in(meeting.folder()).accepted().isPresent() && reconciled.text().contains("\"stopped\":"), "all is accepted: the clock of 24 hours stands");
        var done = purge("b1.mpkg");
        assertTrue(done.code() == 0 && done.text().contains("会议密钥销毁证明"), done.text());
        assertFalse(Files.exists(meeting.folder().resolve("key")));
    }
}
