package conclave.meeting.rule.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.ExampleSheets;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Indicator;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** A sheet is read once: what that is worth is measured here; the promised number is measured by the bench. */
class SheetSpeedTest {

    private static final int APPLICANTS = Integer.getInteger("conclave.applicants", 2000);

    @Test
    void thousandsOfApplicantsAreCountedInAMoment() {
        var sheet = ExampleSheetsTest.compiled(sixty());
        assertEquals(60, sheet.indicators().size());
        var inputs = Inputs.of(ExampleSheets.engineer());
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < 200; i++) sum = sum.add(sheet.score(inputs).automatic());
        var begun = cpu();
        for (int i = 0; i < APPLICANTS; i++) sum = sum.add(sheet.score(inputs).automatic());
        var took = (cpu() - begun) / 1_000_000;
        System.out.println("> " + APPLICANTS + " applicants × 60 indicators: " + took + " ms");
        assertTrue(sum.signum() > 0 && took < APPLICANTS * 2L, took + " ms");
    }

    /** The machine may be busy with others. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The engineers' sheet, three times over. */
    private static Sheet sixty() {
        var it = ExampleSheets.engineers();
        var roots = new ArrayList<Indicator>();
        for (int i = 1; i <= 3; i++) for (var root : it.indicators()) roots.add(renamed(root, "X" + i));
        return new Sheet(it.code(), 1, it.title(), it.titleEn(), it.cutoff(), it.total(), it.finalMax(), it.scale(), it.fields(), it.charts(), roots);
    }

    private static Indicator renamed(Indicator it, String prefix) {
        return new Indicator(prefix + it.code(), it.name(), it.nameEn(), it.kind(), it.min(), it.max(), it.step(), it.weight(), it.gathering(), it.best(), it.source(),
                it.ceiling(), it.adjustment(), it.stage(), it.children().stream().map(child -> renamed(child, prefix)).toList());
    }
}
