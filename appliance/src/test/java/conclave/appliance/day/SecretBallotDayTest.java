package conclave.appliance.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.Conclave;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.config.NodeConfig;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFolder;
import conclave.main.ConclaveNode;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Role;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Stage.Balloting;
import conclave.node.Admission;
import conclave.node.Hall;
import conclave.node.SeatCard;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import picocli.CommandLine;

/** Three experts before real browsers vote secretly, and each sees the own paper in the result. */
final class SecretBallotDayTest {

    private static final String KEPT = "return Object.keys(sessionStorage).filter(name => name.startsWith('conclave.ballot')).length";

    @TempDir
    private Path folder;

    private final List<Laptop> laptops = new ArrayList<>();
    private ConclaveNode node;
    private Hall hall;
    private Trust trust;
    private Laptop secretary;

    @AfterEach
    void everybodyGoesHome() {
        try {
            laptops.forEach(Laptop::close);
        } finally {
            if (node != null) node.close();
        }
    }

    @Test
    void threeExpertsVoteSecretlyAndEachFindsTheOwnPaperInTheResult() throws Exception {
        open();
        secretary = signedIn("secretary-of-ballot", Role.SECRETARY, 0);
        new Secretary(secretary).does("openSitting");
        var experts = new ArrayList<Laptop>();
        for (int e = 0; e < 3; e++) experts.add(signedIn("voter" + (e + 1), Role.EXPERT, e));
        new Secretary(secretary).does("openRound");
        act("announcement", false);
        var codes = new ArrayList<String>();
        for (var expert : experts) codes.add(takesToken(expert));
        experts.getFirst().photograph("62-barrier");
        anotherLaptopGoesOnWithTheCode(experts.get(1), codes.get(1));
        act("barrier", false);
        for (var expert : experts) votes(expert);
        experts.getFirst().reload();
        experts.getFirst().waitFor("ballot-step", "data-step", "inTheBox");
        experts.getFirst().photograph("64-in-the-box");
        secretary.until("all papers to be in", () -> secretary.text("ballot-complete").contains("都已投票") ? true : null);
        act("box", false);
        for (var expert : experts) expert.waitFor("ballot-step", "data-step", "found");
        experts.getFirst().photograph("65-found");
        assertEquals("您的票在结果中", experts.getFirst().text("ballot-step").lines().findFirst().orElseThrow());
        for (var expert : experts) assertEquals(0L, expert.ask(KEPT), "nothing stays on a borrowed laptop");
        assertEquals(List.of(), laptops.stream().flatMap(laptop -> laptop.complaints().stream()).toList());
        new Secretary(secretary).does("computeTally");
        secretary.photograph("66-secretary-after");
        var votes = hall.meeting().tallies().ballots().values().getFirst().votes();
        assertTrue(votes.stream().allMatch(vote -> vote.yes() == 3), votes::toString);
    }

    private void open() throws Exception {
        var source = folder.resolve("source");
        assertEquals(0, new CommandLine(new Conclave()).execute("package", "sample", "--out", source.toString(), "--rooms", "1", "--experts", "4",
                "--applicants", "4", "--seed", "7"));
        var config = NodeConfig.read(Optional.empty(), Map.of("data", folder.resolve("data").toString(), "port", "0")).value().orElseThrow();
        node = ConclaveNode.start(config, _ -> { }, broken -> {
            throw broken;
        }).value().orElseThrow();
        hall = new Admission(node.house()).admit(secret(MeetingFolder.read(source).meeting().orElseThrow()), source);
        node.ready();
        trust = Trust.in(node.trusted());
    }

    private static MeetingFile secret(MeetingFile plain) {
        var mode = new Mode("secret-ballot", 1, "无记名票决", "Secret ballot", 2, List.of(new Stage.Reading("reading", "审阅材料"),
                new Balloting("vote", "评委会票决", Stage.Body.PANEL, Stage.Form.APPROVE, Stage.Secrecy.BLIND_TOKEN, new Stage.Entrants.Undecided(),
                        0, 0, Optional.empty(), Stage.Effect.PASS, Stage.Effect.FAIL, Stage.Ties.ALL_IN), new Stage.SignOff("sign", "签字确认")));
        var p = plain.rules();
        // So few only because a test has few laptops.
        var rules = new Profile(p.code(), p.version(), p.name(), p.quorum(), p.passing(), p.denominator(), p.panelMinimum(), p.committeeMinimum(),
                p.committeeParity(), p.committeeForbidsMultipleOf3(), 3, 3, p.swap());
        return new MeetingFile(plain.meeting(), plain.people(), plain.applicants(), plain.sheet(), mode, rules, plain.recusals(), plain.files());
    }

    private Laptop signedIn(String owner, Role role, int which) throws Exception {
        var laptop = Laptop.of(owner, folder.resolve("profiles"), URI.create(node.origin().toString()), trust);
        laptops.add(laptop);
        signIn(laptop, role, which);
        return laptop;
    }

    private void signIn(Laptop laptop, Role role, int which) throws Exception {
        var person = hall.register().orElseThrow().people().values().stream()
                .filter(one -> one.grants().stream().anyMatch(grant -> grant.role() == role)).toList().get(which);
        var seat = SeatCard.of(hall, person);
        Visitor.signsIn(laptop, new Card(role.name(), seat.name(), seat.seat(), seat.code(), seat.words()), seat.code());
    }

    private void act(String what, boolean agree) throws Exception {
        secretary.photograph("60-secretary-before-" + what);
        secretary.click("ballot-" + what);
        secretary.photograph("60-secretary-" + what);
        if (agree) secretary.click("panel-agree");
        secretary.click("panel-confirm");
        secretary.waitUntilGone("panel-ballot-" + what);
    }

    private String takesToken(Laptop expert) throws Exception {
        expert.click("to-ballot");
        expert.waitFor("ballot-step", "data-step", "take");
        expert.click("show-code");
        var code = expert.text("recovery-code");
        expert.photograph("61-recovery-code");
        expert.click("code-last");
        expert.type(code.substring(code.length() - 4), Keys.ENTER);
        expert.waitFor("ballot-step", "data-step", "barrier");
        return code;
    }

    /** The tab is gone, and with it the secret; what was copied by hand brings it back. */
    private static void anotherLaptopGoesOnWithTheCode(Laptop expert, String code) {
        expert.ask("Object.keys(sessionStorage).filter(name => name.startsWith('conclave.ballot')).forEach(name => sessionStorage.removeItem(name))");
        expert.reload();
        expert.waitFor("ballot-step", "data-step", "recover");
        expert.click("recovery");
        expert.type(code.toLowerCase(Locale.ROOT).replace("-", " "), Keys.ENTER);
        expert.waitFor("ballot-step", "data-step", "barrier");
    }

    private static void votes(Laptop expert) throws Exception {
        expert.waitFor("ballot-step", "data-step", "vote");
        var candidates = CanonicalJson.readObject(expert.read("/api" + "/rounds/" + expert.path().substring("/ballot/".length()) + "/ballot")
                .getBytes(StandardCharsets.UTF_8)).list("candidates");
        for (var candidate : candidates) {
            var code = ((Json.Obj) candidate).text("code");
            expert.see(By.cssSelector("[data-test='paper-" + code + "'] [data-test=mark-1]"), "the yes of " + code).click();
        }
        expert.photograph("63-paper");
        expert.click("cast");
        expert.photograph("63-paper-confirm");
        expert.click("panel-confirm");
        expert.waitFor("ballot-step", "data-step", "inTheBox");
    }
}
