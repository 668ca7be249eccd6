package conclave.exchange.office;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.workbook.Spot;
import conclave.meeting.rule.sheet.CompiledSheet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The facts of the workbook, each with the applicant whose they are. */
final class GivenFacts {

    private final Materials materials;
    private final Slips slips;

    GivenFacts(Materials materials, Slips slips) {
        this.materials = materials;
        this.slips = slips;
    }

    /** Facts of nobody, and applicants without any, are said. */
    List<Applicant> with(List<Applicant> applicants, CompiledSheet sheet) {
        var facts = materials.facts(sheet);
        var byCode = new TreeMap<String, conclave.exchange.workbook.Applicant>();
        for (var it : facts) {
            byCode.put(it.code(), it);
            if (applicants.stream().noneMatch(one -> one.code().equals(it.code()))) slips.error(Slip.APPLICANT_UNKNOWN, "", Spot.FILE, it.code(), it.code());
        }
        if (!sheet.sheet().fields().isEmpty()) missing(applicants, byCode.keySet());
        return applicants.stream().map(it -> byCode.containsKey(it.code()) ? stated(it, byCode.get(it.code())) : it).toList();
    }

    /** Nobody may learn in the hall that an applicant was counted without facts. */
    private void missing(List<Applicant> applicants, Set<String> found) {
        if (found.isEmpty() && !applicants.isEmpty()) {
            slips.warning(Slip.FACTS_NONE, "", Spot.FILE, "");
            return;
        }
        for (var it : applicants) {
            if (!it.code().isEmpty() && !found.contains(it.code())) slips.warning(Slip.FACTS_MISSING, "", Spot.FILE, it.code(), it.code());
        }
    }

    private static Applicant stated(Applicant a, conclave.exchange.workbook.Applicant facts) {
        return new Applicant(a.code(), a.name(), a.sex(), a.birth(), a.ethnicity(), a.idNumber(), a.phone(), a.unit(), a.recommender(), a.education(), a.currentTitle(),
                a.currentTitleDate(), a.specialty(), a.rank(), a.room(), facts.inputs().facts(), a.names(), facts.inputs().given(), a.documents(), a.route());
    }
}
