package conclave.appliance.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFile;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Stage.Aggregation;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.event.Stage.Scoring;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** An expert falls ill half-way: the secretary sees what a swap will do before ordering it, and everybody in charge what it did. */
final class SeatChangeDayTest {

    @TempDir
    private Path folder;

    private final List<Laptop> laptops = new ArrayList<>();
    private Premises house;
    private Laptop secretary;
    private String best;

    @AfterEach
    void everybodyGoesHome() {
        try {
            laptops.forEach(Laptop::close);
        } finally {
            if (house != null) house.close();
        }
    }

    @Test
    void whatASwapAndARecusalDoIsSeenBeforeAndAfter() throws Exception {
        house = Premises.open(folder, file -> Premises.withAlternate(Premises.through(file, scoring(), named())));
        secretary = laptop("swap-secretary");
        house.signIn(secretary, house.secretary());
        new Secretary(secretary).does("openSitting");
        for (var expert : house.experts()) house.arrives(expert);
        new Secretary(secretary).does("openRound");
        // One alone thinks nothing of the best, by so much that another stands first.
        best = house.byAutomaticPoints().getFirst();
        house.scores(house.experts().getFirst(), best, 0, 40);
        for (var expert : house.experts().subList(1, 4)) house.scores(expert, best, 20, 30);
        new Secretary(secretary).mayNow("closeRound");
        theSwapIsLookedAtAndGivenUp();
        theRecusalIsSeenBeforeAndAfter();
        theSwapIsSeenBeforeAndAfter();
        house.arrives(house.inSeat(0));
        house.scores(house.inSeat(0), best, 20, 30);
        theResultsNameIt();
        aReloadShowsTheReceiptOfAPaperAgain();
        assertEquals(List.of(), laptops.stream().flatMap(laptop -> laptop.complaints().stream()).toList());
    }

    private Laptop laptop(String owner) throws Exception {
        var laptop = house.laptop(owner, folder.resolve("profiles"));
        laptops.add(laptop);
        return laptop;
    }

    private void choose(String list, int which) {
        new Select(secretary.see(list)).selectByIndex(which);
    }

    private void theSwapIsLookedAtAndGivenUp() throws Exception {
        secretary.click("swap-expert");
        choose("swap-leaving", 1);
        secretary.waitForText("seat-outlook", "作废评分 4 份");
        assertFalse(secretary.see("panel-confirm").isEnabled(), "not without a reason");
        secretary.click("panel-reason");
        secretary.type("突发疾病，送医治疗");
        var ranks = secretary.see(By.cssSelector("[data-test=panel-swap] [data-test=rank-" + best + "]"), "the rank of " + best).getText();
        assertTrue(ranks.matches("(?s).*[2-4]\\s1"), ranks);
        secretary.photograph("70-swap-before");
        secretary.ask("document.querySelector('[data-test=panel-swap] [data-test=ranks]').scrollIntoView()");
        secretary.photograph("70-swap-ranks");
        secretary.click("panel-cancel");
        secretary.waitUntilGone("panel-swap");
        assertFalse(secretary.shows("changes"), "nothing has happened by looking");
    }

    private void theRecusalIsSeenBeforeAndAfter() throws Exception {
        secretary.click("order-recusal");
        choose("order-applicant", 4);
        choose("order-expert", 2);
        new Select(secretary.see(By.id("order-ground"), "the grounds")).selectByIndex(2);
        secretary.waitForText("seat-outlook", "作废评分 1 份：A-004");
        secretary.see("ranks-same");
        secretary.photograph("71-recusal-before");
        new Secretary(secretary).confirms("order");
        secretary.waitForText("changes", "回避申报人 A-004");
    }

    private void theSwapIsSeenBeforeAndAfter() throws Exception {
        secretary.click("swap-expert");
        choose("swap-leaving", 1);
        secretary.waitForText("seat-outlook", "位申报人的名次将改变");
        secretary.click("panel-reason");
        secretary.type("突发疾病，送医治疗");
        new Secretary(secretary).confirms("swap");
        secretary.waitForText("changes", "候补专家候补一接替");
        assertTrue(secretary.text("changes").contains("位申报人的名次改变"), secretary.text("changes"));
        secretary.ask("document.querySelector('[data-test=changes]').scrollIntoView()");
        secretary.photograph("72-room-tells");
    }

    private void theResultsNameIt() throws Exception {
        secretary.reload();
        new Secretary(secretary).does("closeRound");
        new Secretary(secretary).does("computeTally");
        secretary.photograph("73-room-after-count");
        secretary.click("to-print");
        secretary.waitForText("changes", "突发疾病");
        secretary.photograph("74-results");
        secretary.ask("document.querySelector('[data-test=changes]').scrollIntoView()");
        secretary.photograph("75-results-changes");
        secretary.go("/");
        new Secretary(secretary).does("openRound");
    }

    private void aReloadShowsTheReceiptOfAPaperAgain() throws Exception {
        var expert = laptop("swap-expert");
        house.signIn(expert, house.experts().get(2));
        expert.click("to-ballot");
        for (int a = 1; a <= 4; a++) {
            expert.see(By.xpath("//label[input[@data-test='yes-A-00" + a + "']]"), "the yes of A-00" + a).click();
        }
        expert.photograph("76-named-ballot");
        expert.click("to-confirm");
        expert.photograph("77-named-confirm");
        expert.click("panel-confirm");
        expert.click("receipt-open");
        var number = expert.text("receipt-short");
        expert.photograph("78-named-cast");
        expert.reload();
        expert.click("receipt-open");
        assertEquals(number, expert.text("receipt-short"));
        assertFalse(expert.text("ballot-cast").contains("本机已核验"), "this page has verified nothing");
        expert.photograph("79-named-reloaded");
        expert.click("my-list");
        expert.see("desk-list");
        expert.photograph("79-desk-after-ballot");
    }

    static Stage scoring() {
        return new Scoring("score", "专业组打分", Stage.Body.PANEL, 0,
                new Aggregation(Stage.Method.MEAN, 0, Stage.Per.SHEET, List.of(), Optional.empty()), Optional.empty());
    }

    static Stage named() {
        return new Balloting("vote", "记名投票", Stage.Body.PANEL, Stage.Form.APPROVE, Stage.Secrecy.NAMED, new Stage.Entrants.Undecided(),
                0, 0, Optional.empty(), Stage.Effect.PASS, Stage.Effect.FAIL, Stage.Ties.SHARED);
    }
}
