package conclave.appliance.sample;

import java.util.List;
import java.util.Optional;

/** What an invented applicant has done, as the documents of the sample tell it. */
record Career(Degree degree, int yearsInPost, boolean exceptional, List<Appraisal> appraisals, List<Project> projects,
              List<Award> awards, List<Paper> papers, Service service, int trainingYearsShort) {

    Career {
        appraisals = List.copyOf(appraisals);
        projects = List.copyOf(projects);
        awards = List.copyOf(awards);
        papers = List.copyOf(papers);
    }

    enum Degree { DOCTOR, MASTER, BACHELOR, COLLEGE }

    enum Grade { EXCELLENT, COMPETENT, INCOMPETENT }

    record Appraisal(int year, Grade grade) {
    }

    enum ProjectLevel { NATIONAL, PROVINCIAL, PREFECTURE, COUNTY }

    /** Place is the rank among those named (位次), 1 being the first. */
    record Project(String name, ProjectLevel level, int place, int year) {
    }

    enum AwardKind { PROVINCIAL_FIRST, PROVINCIAL_SECOND, PROVINCIAL_THIRD, DEPARTMENT_FIRST, INVENTION, UTILITY_MODEL }

    /** Awards for the same work carry the same project, so that only the highest counts. */
    record Award(String name, AwardKind kind, int place, int year, Optional<String> project) {
    }

    enum PaperKind { CORE, ORDINARY, MONOGRAPH }

    record Paper(String title, String journal, PaperKind kind, int place, boolean corresponding, int year) {
    }

    /** Full years at the grassroots (基层), and whether the person served in an aid or village team (援疆、驻村). */
    record Service(int grassrootsYears, boolean aid) {
    }
}
