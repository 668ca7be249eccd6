package conclave.appliance.sample;

import conclave.appliance.sample.Career.Appraisal;
import conclave.appliance.sample.Career.Award;
import conclave.appliance.sample.Career.AwardKind;
import conclave.appliance.sample.Career.Degree;
import conclave.appliance.sample.Career.Grade;
import conclave.appliance.sample.Career.Paper;
import conclave.appliance.sample.Career.PaperKind;
import conclave.appliance.sample.Career.Project;
import conclave.appliance.sample.Career.ProjectLevel;
import conclave.appliance.sample.Career.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an applicant has done, drawn by chance from what the trade has to offer. */
final class Careers {

    private static final List<Degree> DEGREES = List.of(Degree.BACHELOR, Degree.BACHELOR, Degree.BACHELOR, Degree.BACHELOR,
            Degree.MASTER, Degree.MASTER, Degree.MASTER, Degree.COLLEGE, Degree.DOCTOR);
    private static final List<ProjectLevel> LEVELS = List.of(ProjectLevel.NATIONAL, ProjectLevel.PROVINCIAL, ProjectLevel.PROVINCIAL,
            ProjectLevel.PREFECTURE, ProjectLevel.PREFECTURE, ProjectLevel.COUNTY, ProjectLevel.COUNTY);

    private final Trade trade;
    private final Trade.Region home;
    private final Chance chance;
    private final int cutoffYear;

    Careers(Trade trade, Trade.Region home, Chance chance, int cutoffYear) {
        this.trade = trade;
        this.home = home;
        this.chance = chance;
        this.cutoffYear = cutoffYear;
    }

    Career facts(boolean failedAppraisal) {
        var exceptional = chance.happens(6);
        int years = exceptional ? chance.between(3, 4) : chance.between(5, 17);
        var projects = projects(years);
        return new Career(chance.oneOf(DEGREES), years, exceptional, appraisals(failedAppraisal), projects, awards(years, projects),
                papers(years), new Service(chance.happens(45) ? chance.between(1, 6) : 0, chance.happens(18)),
                chance.happens(14) ? chance.between(1, 2) : 0);
    }

    private List<Appraisal> appraisals(boolean failed) {
        var appraisals = new ArrayList<Appraisal>();
        for (int year = cutoffYear - 4; year <= cutoffYear; year++) {
            appraisals.add(new Appraisal(year, chance.happens(32) ? Grade.EXCELLENT : Grade.COMPETENT));
        }
        if (failed) appraisals.set(3, new Appraisal(cutoffYear - 1, Grade.INCOMPETENT));
        return appraisals;
    }

    private List<Project> projects(int years) {
        var projects = new ArrayList<Project>();
        var names = new ArrayList<String>();
        for (int i = chance.between(3, 6); i > 0; i--) {
            var level = chance.oneOf(LEVELS);
            var name = trade.project(level.name().toLowerCase(Locale.ROOT), chance, chance.happens(70) ? home : Trade.Region.any(chance));
            if (names.contains(name)) continue;
            names.add(name);
            projects.add(new Project(name, level, placeIn(level), year(years)));
        }
        projects.sort(Comparator.comparingInt(Project::year));
        return projects;
    }

    /** Who leads a county project is seldom the first of a national one. */
    private int placeIn(ProjectLevel level) {
        return switch (level) {
            case NATIONAL -> chance.between(3, 8);
            case PROVINCIAL -> chance.between(2, 6);
            case PREFECTURE -> chance.between(1, 4);
            case COUNTY -> chance.between(1, 3);
        };
    }

    private List<Award> awards(int years, List<Project> projects) {
        var awards = new ArrayList<Award>();
        if (chance.happens(60)) {
            var work = projects.stream().min(Comparator.comparing(Project::level)).orElseThrow();
            var kind = chance.happens(30) ? AwardKind.PROVINCIAL_SECOND : AwardKind.PROVINCIAL_THIRD;
            var great = work.level().compareTo(ProjectLevel.PROVINCIAL) <= 0;
            if (great && chance.happens(55)) awards.add(work(work, kind, chance.between(2, 6)));
            if (chance.happens(60)) awards.add(work(work, AwardKind.DEPARTMENT_FIRST, chance.between(1, 4)));
        }
        if (chance.happens(30)) awards.add(patent(AwardKind.INVENTION, "inventions", years));
        for (var name : chance.some(trade.lines("utility"), chance.between(0, 3))) {
            awards.add(new Award(name, AwardKind.UTILITY_MODEL, chance.between(1, 3), year(years), Optional.empty()));
        }
        return awards;
    }

    /** A work is honoured in the year after it was finished. */
    private Award work(Project project, AwardKind kind, int place) {
        return new Award(work(project.name()), kind, place, Math.min(project.year() + 1, cutoffYear), Optional.of(project.name()));
    }

    private static String work(String project) {
        return project.endsWith("研究") || project.endsWith("应用") ? project : project + "关键技术研究";
    }

    private Award patent(AwardKind kind, String section, int years) {
        return new Award(chance.oneOf(trade.lines(section)), kind, chance.between(1, 3), year(years), Optional.empty());
    }

    private List<Paper> papers(int years) {
        var papers = new ArrayList<Paper>();
        for (var title : chance.some(trade.lines("papers"), chance.between(2, 5))) {
            var core = chance.happens(40);
            papers.add(new Paper(title, chance.oneOf(trade.words(core ? "journals-core" : "journals")),
                    core ? PaperKind.CORE : PaperKind.ORDINARY, chance.between(1, core ? 3 : 2), core && chance.happens(15), year(years)));
        }
        if (chance.happens(6)) papers.add(new Paper(trade.name() + "新技术应用", "天山科技出版社", PaperKind.MONOGRAPH, 1, false, year(years)));
        return papers;
    }

    private int year(int years) {
        return cutoffYear - chance.between(0, Math.min(years, 9) - 1);
    }

    /** The worked example of the sheet: automatic 56.2, bonus 2, deduction 1. The first applicant of every sample has it. */
    Career workedExample() {
        var dam = trade.fill(trade.lines("projects-provincial").getFirst(), chance, home);
        var projects = List.of(
                new Project(dam, ProjectLevel.PROVINCIAL, 1, cutoffYear - 2),
                new Project(trade.fill(trade.lines("projects-national").getFirst(), chance, home), ProjectLevel.NATIONAL, 2, cutoffYear - 4),
                new Project(trade.fill(trade.lines("projects-prefecture").getFirst(), chance, home), ProjectLevel.PREFECTURE, 1, cutoffYear - 5),
                new Project(trade.fill(trade.lines("projects-county").getFirst(), chance, home), ProjectLevel.COUNTY, 1, cutoffYear - 7),
                new Project(trade.fill(trade.lines("projects-county").get(1), chance, home), ProjectLevel.COUNTY, 4, cutoffYear - 8));
        var awards = List.of(
                new Award(work(dam), AwardKind.PROVINCIAL_SECOND, 3, cutoffYear - 1, Optional.of(dam)),
                new Award(work(dam), AwardKind.DEPARTMENT_FIRST, 1, cutoffYear - 2, Optional.of(dam)),
                new Award(trade.lines("inventions").getFirst(), AwardKind.INVENTION, 1, cutoffYear - 3, Optional.empty()),
                new Award(trade.lines("utility").getFirst(), AwardKind.UTILITY_MODEL, 1, cutoffYear - 3, Optional.empty()),
                new Award(trade.lines("utility").get(1), AwardKind.UTILITY_MODEL, 1, cutoffYear - 5, Optional.empty()));
        var titles = trade.lines("papers");
        var core = trade.words("journals-core").getFirst();
        var ordinary = trade.words("journals").getFirst();
        var papers = List.of(
                new Paper(titles.get(0), core, PaperKind.CORE, 1, false, cutoffYear - 1),
                new Paper(titles.get(1), core, PaperKind.CORE, 1, false, cutoffYear - 3),
                new Paper(titles.get(2), core, PaperKind.CORE, 2, false, cutoffYear - 4),
                new Paper(titles.get(3), ordinary, PaperKind.ORDINARY, 1, false, cutoffYear - 5),
                new Paper(titles.get(4), ordinary, PaperKind.ORDINARY, 1, false, cutoffYear - 6),
                new Paper(titles.get(5), ordinary, PaperKind.ORDINARY, 1, false, cutoffYear - 7));
        var appraisals = new ArrayList<Appraisal>();
        for (int back = 4; back >= 0; back--) {
            appraisals.add(new Appraisal(cutoffYear - back, back == 0 || back == 2 ? Grade.EXCELLENT : Grade.COMPETENT));
        }
        return new Career(Degree.MASTER, 11, false, appraisals, projects, awards, papers, new Service(0, true), 1);
    }
}
