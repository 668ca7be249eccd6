package conclave.appliance.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.exchange.MeetingFile.Appraisal;
import conclave.exchange.MeetingFile.Award;
import conclave.exchange.MeetingFile.AwardKind;
import conclave.exchange.MeetingFile.Degree;
import conclave.exchange.MeetingFile.Facts;
import conclave.exchange.MeetingFile.Grade;
import conclave.exchange.MeetingFile.Paper;
import conclave.exchange.MeetingFile.PaperKind;
import conclave.exchange.MeetingFile.Points;
import conclave.exchange.MeetingFile.Project;
import conclave.exchange.MeetingFile.ProjectLevel;
import conclave.exchange.MeetingFile.Service;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engineering sheet, against figures worked out by hand. */
class ExampleATest {

    private static final ExampleA SHEET = new ExampleA(2025);

    /** The vector as the description of the field gives it: 13 + 24 + 9.2 + 10 = 56.2, bonus 2, deduction 1. */
    @Test
    void theWorkedVectorComesOutAsWorked() {
        var facts = new Facts(Degree.MASTER, 11, false, appraisals(2, 3), List.of(
                new Project("甲", ProjectLevel.PROVINCIAL, 1, 2023), new Project("乙", ProjectLevel.NATIONAL, 2, 2021),
                new Project("丙", ProjectLevel.PREFECTURE, 1, 2020), new Project("丁", ProjectLevel.COUNTY, 1, 2018),
                new Project("戊", ProjectLevel.COUNTY, 4, 2017)), List.of(
                award(AwardKind.PROVINCIAL_SECOND, 3, "甲"), award(AwardKind.DEPARTMENT_FIRST, 1, "甲"),
                award(AwardKind.INVENTION, 1, ""), award(AwardKind.UTILITY_MODEL, 1, ""), award(AwardKind.UTILITY_MODEL, 1, "")), List.of(
                paper(PaperKind.CORE, 1), paper(PaperKind.CORE, 1), paper(PaperKind.CORE, 2), paper(PaperKind.ORDINARY, 1),
                paper(PaperKind.ORDINARY, 1), paper(PaperKind.ORDINARY, 1)), new Service(0, true), 1);
        var points = SHEET.automatic(facts);
        assertPoints("13", points.get("A1"));
        assertPoints("24", points.get("A2"));
        assertPoints("9.2", points.get("A3"));
        assertPoints("10", points.get("A4"));
        assertEquals(0, new BigDecimal("56.2").compareTo(points.values().stream().map(Points::points).reduce(BigDecimal.ZERO, BigDecimal::add)));
        assertPoints("2", SHEET.bonus(facts));
        assertPoints("1", SHEET.deduction(facts));
        assertEquals("硕士学位4分；截至2025年12月31日任现职满11年5分；近五年年度考核优秀2次、合格3次，计5.5分，按上限计4分。合计13分。",
                points.get("A1").reason());
    }

    /** A bachelor (3) with nothing but the years: each band at both its ends. */
    @ParameterizedTest
    @CsvSource({"4,3", "5,6", "7,6", "8,7", "9,7", "10,8", "14,8", "15,9", "40,9"})
    void theBandsOfTenureEndWhereTheySay(int years, String points) {
        assertPoints(points, SHEET.automatic(only(Degree.BACHELOR, years, List.of(), List.of())).get("A1"));
    }

    @Test
    void onlyTheTwoFirstAuthorsCountUnlessCorresponding() {
        assertPoints("7.5", papers(paper(PaperKind.CORE, 1), paper(PaperKind.CORE, 2), paper(PaperKind.CORE, 3),
                new Paper("题", "刊", PaperKind.CORE, 5, true, 2024)));
    }

    @Test
    void ordinaryPapersStopAtThreePoints() {
        assertPoints("3", papers(paper(PaperKind.ORDINARY, 1), paper(PaperKind.ORDINARY, 1), paper(PaperKind.ORDINARY, 1), paper(PaperKind.ORDINARY, 1)));
    }

    @Test
    void utilityModelsStopAtTwoPointsAndAllAwardsAtTen() {
        assertPoints("2", awards(award(AwardKind.UTILITY_MODEL, 1, ""), award(AwardKind.UTILITY_MODEL, 1, ""), award(AwardKind.UTILITY_MODEL, 1, "")));
        assertPoints("10", awards(award(AwardKind.PROVINCIAL_FIRST, 1, "甲"), award(AwardKind.INVENTION, 1, "")));
    }

    @Test
    void theSameWorkCountsOnceByItsHighestAwardWhicheverComesFirst() {
        assertPoints("4.2", awards(award(AwardKind.DEPARTMENT_FIRST, 1, "甲"), award(AwardKind.PROVINCIAL_SECOND, 3, "甲")));
        assertPoints("4.2", awards(award(AwardKind.PROVINCIAL_SECOND, 3, "甲"), award(AwardKind.DEPARTMENT_FIRST, 1, "甲")));
        assertPoints("7.2", awards(award(AwardKind.PROVINCIAL_SECOND, 3, "甲"), award(AwardKind.DEPARTMENT_FIRST, 1, "乙")));
    }

    @Test
    void whoeverHasNothingHasNoughtAndASentence() {
        var points = SHEET.automatic(only(Degree.COLLEGE, 5, List.of(), List.of()));
        assertPoints("0", points.get("A3"));
        assertEquals("无获奖和专利，0分。", points.get("A3").reason());
    }

    private static Points papers(Paper... papers) {
        return SHEET.automatic(only(Degree.BACHELOR, 5, List.of(), List.of(papers))).get("A4");
    }

    private static Points awards(Award... awards) {
        return SHEET.automatic(only(Degree.BACHELOR, 5, List.of(awards), List.of())).get("A3");
    }

    private static Facts only(Degree degree, int years, List<Award> awards, List<Paper> papers) {
        return new Facts(degree, years, false, List.of(), List.of(), awards, papers, new Service(0, false), 0);
    }

    private static List<Appraisal> appraisals(int excellent, int competent) {
        var all = new ArrayList<>(Collections.nCopies(excellent, new Appraisal(2025, Grade.EXCELLENT)));
        all.addAll(Collections.nCopies(competent, new Appraisal(2024, Grade.COMPETENT)));
        return all;
    }

    private static Award award(AwardKind kind, int place, String project) {
        return new Award("奖", kind, place, 2024, project.isEmpty() ? Optional.empty() : Optional.of(project));
    }

    private static Paper paper(PaperKind kind, int place) {
        return new Paper("题", "刊", kind, place, false, 2024);
    }

    private static void assertPoints(String expected, Points points) {
        assertEquals(0, new BigDecimal(expected).compareTo(points.points()), points::toString);
    }
}
