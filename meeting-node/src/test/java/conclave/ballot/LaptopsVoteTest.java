package conclave.ballot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.seal.BlindSigner;
import conclave.seal.CoverKey;
import conclave.seal.RandomIds;
import conclave.seal.RoundKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages' script and the server hold a whole ballot together, with keys of full size and two signers. */
class LaptopsVoteTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern BLINDED = Pattern.compile("\"blinded\":\\[\"(\\w+)\",\"(\\w+)\"]");
    private static final int VOTERS = 5;

    @TempDir
    private Path folder;

    private final List<BlindSigner> signers = List.of(BlindSigner.fresh(), BlindSigner.fresh());
    private final List<IssueDesk> desks = List.of(new IssueDesk(signers.getFirst(), 0), new IssueDesk(signers.getLast(), 1));
    private final Paper paper = new Paper(Paper.Form.APPROVE, 0, List.of("ap_1", "ap_2", "ap_3"));
    private final CoverKey other = CoverKey.fresh();
    private final Election election = new Election(paper, VOTERS, VOTERS, signers, RoundKey.fresh());

    @Test
    void nodeAndJavaHoldABallot() throws IOException, InterruptedException {
        try (var laptop = Laptop.node(folder)) {
            ballot(laptop);
        }
    }

    @Test
    void aBrowserAndJavaHoldABallot() throws IOException, InterruptedException {
        assertTrue(Files.isExecutable(Laptop.BROWSER), "Chromium is missing: apt-get install chromium");
        try (var laptop = Laptop.browser(folder)) {
            ballot(laptop);
        }
    }

    private void ballot(Laptop laptop) throws IOException, InterruptedException {
        var secrets = new ArrayList<String>();
        var answers = new ArrayList<String>();
        for (int i = 0; i < VOTERS; i++) {
            var secret = HEX.formatHex(RandomIds.bytes(16));
            var asked = laptop.ask(question(secret, ""));
            assertTrue(asked.contains("\"digest\":\"" + election.announced.hex() + "\""), asked);
            assertEquals(asked, laptop.ask(question(secret, "")), "a reload asks for the same");
            secrets.add(secret);
            answers.add(signed(asked));
        }
        election.box.open(VOTERS);
        var covered = ",\"cover\":\"" + Announcement.written(other.publicKey()) + "\"";
        for (int i = 0; i < VOTERS; i++) {
            var said = laptop.ask(question(secrets.get(i), ",\"answers\":" + answers.get(i) + ",\"marks\":[" + i % 3 + ",1,0]" + (i == 0 ? "" : covered)));
            var body = HEX.parseHex(field(said, "cast"));
            var paper = i == 0 ? body : other.open(Covered.cover(body), Covered.label(body)).orElseThrow();
            assertEquals(BallotBox.Answer.LIES_IN_THE_BOX, election.box.take(paper));
        }
        var record = election.box.close();
        assertEquals(List.of(), record.flaws(election.announced));
        assertEquals(List.of(List.of(0, 0, 1, 1, 2), List.of(1, 1, 1, 1, 1), List.of(0, 0, 0, 0, 0)), record.columns());
        finds(laptop, secrets.getFirst(), answers.getFirst(), record.tokens());
        understands(laptop, secrets.getFirst());
    }

    private String signed(String asked) {
        var blinded = BLINDED.matcher(asked);
        assertTrue(blinded.find(), asked);
        var both = List.of(HEX.parseHex(blinded.group(1)), HEX.parseHex(blinded.group(2)));
        var mark = IssueDesk.mark(election.announced.signers(), both).orElseThrow();
        return desks.stream().map(desk -> HEX.formatHex(desk.sign(both, mark).orElseThrow())).collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    /** Each laptop looks for itself in the whole record. */
    private void finds(Laptop laptop, String secret, String answers, List<SignedToken> tokens) throws IOException, InterruptedException {
        var all = tokens.stream().map(LaptopsVoteTest::json).collect(Collectors.joining(","));
        assertTrue(laptop.ask(question(secret, ",\"answers\":" + answers + ",\"marks\":[0,0,0],\"record\":[" + all + "]")).contains("\"found\":true"));
        var other = json(new SignedToken(tokens.getFirst().token(), tokens.getLast().signatures()));
        assertTrue(laptop.ask(question(secret, ",\"answers\":" + answers + ",\"marks\":[0,0,0],\"record\":[" + other + "]")).contains("\"found\":false"));
    }

    /** And the other way: a token that Java finished holds in the laptop. */
    private void understands(Laptop laptop, String secret) throws IOException, InterruptedException {
        var held = election.issue();
        var token = new SignedToken(Announcement.written(held.token()), held.signatures().stream().map(Announcement::written).toList());
        assertTrue(laptop.ask(question(secret, ",\"theirs\":" + json(token))).contains("\"verified\":true"));
        var forged = new SignedToken(Announcement.written(new byte[32]), token.signatures());
        assertFalse(laptop.ask(question(secret, ",\"theirs\":" + json(forged))).contains("\"verified\":true"));
    }

    private String question(String secret, String more) {
        var it = election.announced;
        return "{\"secret\":\"" + secret + "\",\"announced\":{\"ballot\":\"" + it.ballot() + "\",\"voters\":\"" + it.voters() + "\",\"size\":" + it.size()
                + ",\"fewest\":" + it.fewest() + ",\"paper\":{\"form\":\"" + paper.form() + "\",\"atMost\":" + paper.atMost() + ",\"options\":" + json(paper.options())
                + "},\"signers\":" + json(it.signers()) + ",\"round\":\"" + it.round() + "\"}" + more + "}";
    }

    private static String json(List<String> words) {
        return words.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    private static String json(SignedToken token) {
        return "{\"token\":\"" + token.token() + "\",\"signatures\":" + json(token.signatures()) + "}";
    }

    private static String field(String said, String name) {
        var value = Pattern.compile("\"" + name + "\":\"(\\w+)\"").matcher(said);
        assertTrue(value.find(), said);
        return value.group(1);
    }
}
