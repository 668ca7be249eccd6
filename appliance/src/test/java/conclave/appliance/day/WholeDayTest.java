package conclave.appliance.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A real node, real browsers, and the people of one room, from the first sign-in to the seal. */
final class WholeDayTest {

    private static final List<String> CODES = List.of("A-001", "A-002", "A-003", "A-004");

    /** What the four experts think of the four applicants. */
    private static final List<List<List<String>>> MARKS = List.of(
            List.of(List.of("12.5", "13", "8.5"), List.of("9", "10.5", "6"), List.of("14", "14.5", "9"), List.of("7.5", "8", "5.5")),
            List.of(List.of("11", "12", "7"), List.of("10", "9.5", "7"), List.of("13", "15", "10"), List.of("8", "6.5", "0")),
            List.of(List.of("13.5", "12.5", "8"), List.of("8.5", "11", "5"), List.of("12", "13.5", "8.5"), List.of("9", "7", "6")),
            List.of(List.of("10.5", "14", "9.5"), List.of("11.5", "8", "6.5"), List.of("15", "15", "10"), List.of("6", "9.5", "4.5")));
    private static final List<String> SECOND_THOUGHTS = List.of("10.5", "11", "7.5");

    @TempDir
    private Path folder;

    private final List<Laptop> laptops = new ArrayList<>();
    private final List<Expert> experts = new ArrayList<>();
    private Venue venue;
    private Secretary secretary;

    @AfterEach
    void everybodyGoesHome() {
        try {
            laptops.forEach(Laptop::close);
        } finally {
            if (venue != null) venue.close();
        }
    }

    @Test
    void aMeetingLivesThroughItsDayAndItsNumbersAreThoseOfAPencil() throws Exception {
        venue = Venue.open(folder.resolve("data"));
        theSecretaryOpensTheHalfDay();
        theExpertsSignInAndTheSecretarySeesThemCome();
        theRoundIsOpenedAndEverybodyKnows();
        var dossiers = dossiers();
        theFirstExpertScoresAllWithoutTouchingTheMouse();
        theSecondExpertHasSecondThoughts();
        theFourthExpertRemembersAFormerStudent();
        theThirdExpertMistypesAndLeavesOneSheetHalfFilled();
        theSecretarySeesWhoIsMissing();
        theThirdExpertFindsTheDraftAndFinishes();
        theRoundIsClosedAndCounted();
        theNumbersAreThoseOfAPencil(dossiers);
        theChairSignsOff();
        theMeetingIsSealed();
        assertTrue(secretary.hasNotReloaded(), "all of it came to the page by itself");
        assertEquals(List.of(), laptops.stream().flatMap(laptop -> laptop.complaints().stream()).toList());
    }

    private Laptop laptop(String owner) throws Exception {
        var laptop = Laptop.of(owner, folder.resolve("profiles"), venue);
        laptops.add(laptop);
        return laptop;
    }

    private void theSecretaryOpensTheHalfDay() throws Exception {
        var card = venue.card("secretary");
        secretary = new Secretary(laptop("secretary"));
        Visitor.signsIn(secretary.laptop(), card, card.code());
        secretary.mayNow("openSitting");
        secretary.listensOnly();
        secretary.laptop().photograph("10-secretary-before");
        secretary.asksFor("openSitting");
        secretary.laptop().photograph("11-secretary-opens-half-day");
        secretary.confirms("openSitting");
        secretary.mayNow("awaitQuorum");
        secretary.seesPresent(0);
    }

    private void theExpertsSignInAndTheSecretarySeesThemCome() throws Exception {
        for (var card : venue.cards("expert")) {
            var expert = new Expert(card, laptop("expert" + (experts.size() + 1)));
            Visitor.signsIn(expert.laptop(), card, experts.size() == 1 ? Visitor.carelessly(card.code()) : card.code());
            expert.laptop().waitForText("desk-situation", "打分还没有开始");
            experts.add(expert);
            secretary.seesPresent(experts.size());
        }
        experts.getFirst().laptop().photograph("12-expert-waits");
        secretary.mayNow("openRound");
        secretary.laptop().photograph("13-secretary-quorum");
    }

    private void theRoundIsOpenedAndEverybodyKnows() throws Exception {
        secretary.asksFor("openRound");
        secretary.laptop().photograph("14-secretary-opens-round");
        secretary.confirms("openRound");
        secretary.mayNow("awaitScores");
        secretary.seesScores(0, 16);
        for (var expert : experts) expert.laptop().waitForText("desk-situation", "正在进行");
        experts.getFirst().laptop().photograph("15-expert-list");
    }

    /** The points that the server says, asked before anything is counted. */
    private Map<String, Json.Obj> dossiers() {
        var laptop = experts.getFirst().laptop();
        var dossiers = new TreeMap<String, Json.Obj>();
        for (var row : json(laptop.read("/api/desk")).list("applicants")) {
            var applicant = (Json.Obj) row;
            dossiers.put(applicant.text("code"), json(laptop.read("/api/applicants/" + applicant.text("id"))));
        }
        assertEquals(CODES, List.copyOf(dossiers.keySet()));
        return dossiers;
    }

    private static Json.Obj json(String text) {
        return CanonicalJson.readObject(text.getBytes(StandardCharsets.UTF_8));
    }

    private void theFirstExpertScoresAllWithoutTouchingTheMouse() throws Exception {
        var expert = experts.getFirst();
        expert.begins();
        for (int i = 0; i < CODES.size(); i++) {
            expert.isShown(CODES.get(i));
            expert.fills(MARKS.get(0).get(i));
            if (i == 2) thePictureForTheDocuments(expert);
            expert.submits(1);
            expert.showsReceipt();
            if (i == 0) expert.laptop().photograph("20-expert-submitted");
            if (i < CODES.size() - 1) expert.goesOn();
        }
        secretary.seesScores(4, 16);
        expert.laptop().click("my-list");
        expert.laptop().waitForText("desk-situation", "已全部提交");
        expert.laptop().photograph("21-expert-all-submitted");
    }

    private static void thePictureForTheDocuments(Expert expert) throws Exception {
        expert.savedOnServer();
        expert.laptop().photographFullScreen("expert");
    }

    private void theSecondExpertHasSecondThoughts() throws Exception {
        var expert = experts.get(1);
        scoresAll(expert, MARKS.get(1), 4);
        expert.opens("A-002");
        expert.isShown("A-002");
        expert.finds(MARKS.get(1).get(1));
        expert.fills(SECOND_THOUGHTS);
        expert.laptop().see("draft-differs");
        expert.laptop().photograph("22-expert-second-thoughts");
        expert.submits(2);
        secretary.seesScores(8, 16);
    }

    private void scoresAll(Expert expert, List<List<String>> marks, int most) {
        expert.begins();
        for (int i = 0; i < most; i++) {
            expert.scores(CODES.get(i), marks.get(i));
            if (i < CODES.size() - 1) expert.goesOn();
        }
    }

    private void theFourthExpertRemembersAFormerStudent() throws Exception {
        var expert = experts.get(3);
        scoresAll(expert, MARKS.get(3), 4);
        secretary.seesScores(12, 16);
        expert.opens("A-003");
        expert.isShown("A-003");
        expert.laptop().click("recuse");
        expert.laptop().waitForText("panel-recusal", "已提交的评分 40 将作废");
        expert.laptop().click("ground-teacherStudent");
        expert.laptop().photograph("23-expert-recusal");
        expert.laptop().click("panel-confirm");
        expert.laptop().waitForText("standing", "已回避");
        assertFalse(expert.laptop().shows("page-image"), "the pages are gone");
        expert.laptop().photograph("24-expert-recused");
        secretary.seesScores(11, 15);
        assertTrue(secretary.rowOf("A-003").contains("2 / 3"), secretary.rowOf("A-003"));
    }

    private void theThirdExpertMistypesAndLeavesOneSheetHalfFilled() throws Exception {
        var expert = experts.get(2);
        var laptop = expert.laptop();
        expert.begins();
        expert.isShown("A-001");
        expert.fills(List.of("135"));
        laptop.press(Keys.CONTROL, Keys.ENTER);
        laptop.waitForText("flaw-A5.1", "135 不在范围内。请填写 0 到 15。");
        laptop.waitForText("flaw-count", "3");
        laptop.photograph("25-expert-out-of-range");
        laptop.waitForFocus("mark-A5.1");
        assertTrue(laptop.text("standing").contains("尚未提交"), laptop.text("standing"));
        secretary.seesScores(11, 15);
        // The field kept the focus, so what stands in it is cleared first, as a person would.
        laptop.press(Keys.CONTROL, "a");
        expert.fills(MARKS.get(2).getFirst());
        expert.submits(1);
        expert.goesOn();
        for (int i = 1; i < 3; i++) {
            expert.scores(CODES.get(i), MARKS.get(2).get(i));
            expert.goesOn();
        }
        expert.isShown("A-004");
        expert.fills(MARKS.get(2).get(3).subList(0, 2));
        expert.savedOnServer();
        secretary.seesScores(14, 15);
        laptop.reload();
    }

    private void theSecretarySeesWhoIsMissing() throws Exception {
        var late = experts.get(2).card().name();
        var laptop = secretary.laptop();
        secretary.mayNow("awaitScores");
        assertTrue(secretary.rowOf("A-004").contains(late), secretary.rowOf("A-004"));
        laptop.photographFullScreen("secretary");
        laptop.click("close-round");
        laptop.waitForText("missing-scores", "A-004 — " + late);
        assertFalse(laptop.see("panel-confirm").isEnabled(), "not without a reason and a tick");
        laptop.photograph("31-secretary-too-early");
        laptop.click("panel-cancel");
        laptop.waitUntilGone("panel-closeRound");
    }

    private void theThirdExpertFindsTheDraftAndFinishes() throws Exception {
        var expert = experts.get(2);
        var laptop = expert.laptop();
        expert.isShown("A-004");
        laptop.until("the draft to be back", () -> expert.marks().equals(Stream.of("9", "7", "").toList()) ? true : null);
        assertTrue(laptop.text("standing").contains("还有 1 项未评"), laptop.text("standing"));
        laptop.photograph("32-expert-draft-is-back");
        expert.fills(MARKS.get(2).get(3));
        expert.submits(1);
    }

    private void theRoundIsClosedAndCounted() throws Exception {
        secretary.seesScores(15, 15);
        secretary.mayNow("closeRound");
        secretary.asksFor("closeRound");
        secretary.laptop().photograph("33-secretary-closes-round");
        secretary.confirms("closeRound");
        experts.get(2).laptop().waitForText("sheet-notice", "本轮打分已经结束");
        assertFalse(experts.get(2).laptop().shows("submit"), "nothing more can be submitted");
        experts.get(2).laptop().photograph("34-expert-round-closed");
        secretary.does("computeTally");
        secretary.laptop().see("tally");
        secretary.laptop().photograph("35-secretary-tally");
    }

    private void theNumbersAreThoseOfAPencil(Map<String, Json.Obj> dossiers) {
        var totals = new ArrayList<BigDecimal>();
        for (int i = 0; i < CODES.size(); i++) {
            var hand = HandCount.of(standing(i), dossiers.get(CODES.get(i)));
            var row = tallyRow(CODES.get(i));
            for (int column = 0; column < hand.figures().size(); column++) {
                assertEquals(0, hand.figures().get(column).compareTo(row.get(column)), CODES.get(i) + ": " + hand + " against " + row);
            }
            totals.add(hand.total());
        }
        for (int i = 0; i < CODES.size(); i++) {
            var mine = totals.get(i);
            var rank = 1 + totals.stream().filter(other -> other.compareTo(mine) > 0).count();
            assertEquals(Long.toString(rank), cells(CODES.get(i)).getFirst());
        }
    }

    /** The sheets that count: one was revised, one voided. */
    private static List<List<String>> standing(int applicant) {
        var sheets = new ArrayList<List<String>>();
        for (int expert = 0; expert < MARKS.size(); expert++) {
            if (expert == 3 && applicant == 2) continue;
            sheets.add(expert == 1 && applicant == 1 ? SECOND_THOUGHTS : MARKS.get(expert).get(applicant));
        }
        return sheets;
    }

    private List<String> cells(String code) {
        return secretary.laptop().see("tally-" + code).findElements(By.tagName("td")).stream().map(cell -> cell.getText().strip()).toList();
    }

    /** Without rank, code and, where the policy shows it, the name. */
    private List<BigDecimal> tallyRow(String code) {
        var cells = cells(code);
        return cells.subList(cells.size() - 6, cells.size()).stream().map(BigDecimal::new).toList();
    }

    private void theChairSignsOff() throws Exception {
        experts.stream().limit(2).map(Expert::laptop).forEach(this::goesHome);
        var card = venue.card("chair");
        var chair = new Secretary(laptop("chair"));
        Visitor.signsIn(chair.laptop(), card, card.code());
        chair.mayNow("signOff");
        chair.asksFor("signOff");
        chair.laptop().photograph("40-chair-signs-off");
        chair.laptop().click("panel-agree");
        chair.confirms("signOff");
        secretary.mayNow("seal");
        goesHome(chair.laptop());
    }

    /** Leaves nothing behind that the browser complained about. */
    private void goesHome(Laptop laptop) {
        assertEquals(List.of(), laptop.complaints());
        laptops.remove(laptop);
        laptop.close();
    }

    private void theMeetingIsSealed() throws Exception {
        var panel = secretary.asksFor("sealMeeting");
        assertTrue(panel.getText().contains("这一步一个人不能撤销"), panel.getText());
        secretary.laptop().photograph("41-secretary-seals");
        secretary.laptop().click("panel-agree");
        secretary.confirms("sealMeeting");
        secretary.mayNow("sealed");
        secretary.laptop().photograph("42-secretary-sealed");
        var expert = experts.get(2).laptop();
        expert.waitForText("farewell", "会议已经封存");
        expert.photograph("43-expert-farewell");
    }
}
