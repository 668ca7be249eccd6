package conclave.exchange;

import conclave.meeting.event.Sheet;
import conclave.meeting.prepare.FactKey;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.Map;

/** What somebody's form says of them, as the record keeps it; the same in an office and at a venue, so that both look for the same in documents. */
public final class StatedFacts {

    private final Sheet sheet;
    private final LocalDate opens;

    public StatedFacts(Sheet sheet, LocalDate opens) {
        this.sheet = sheet;
        this.opens = opens;
    }

    public Map<FactKey, String> of(MeetingFile.Applicant a) {
        var facts = new EnumMap<FactKey, String>(FactKey.class);
        facts.put(FactKey.NAME, a.name());
        facts.put(FactKey.SEX, a.sex() == MeetingFile.Sex.MALE ? "男" : "女");
        facts.put(FactKey.BIRTH, a.birth().toString());
        facts.put(FactKey.ETHNICITY, a.ethnicity());
        facts.put(FactKey.ID_NUMBER, a.idNumber());
        facts.put(FactKey.PHONE, a.phone());
        facts.put(FactKey.UNIT, a.unit());
        facts.put(FactKey.RECOMMENDER, a.recommender());
        facts.put(FactKey.EDUCATION, a.education());
        facts.put(FactKey.CURRENT_TITLE, a.currentTitle());
        facts.put(FactKey.CURRENT_TITLE_DATE, a.currentTitleDate().toString());
        facts.put(FactKey.YEARS_IN_POST, yearsInPost(a));
        facts.put(FactKey.SPECIALTY, a.specialty());
        facts.put(FactKey.RANK, a.rank());
        if (a.route() != MeetingFile.Route.NORMAL) facts.put(FactKey.ROUTE, a.route().chinese());
        return facts;
    }

    /** Full years at the sheet's cut-off, or at the opening where it has none. */
    private String yearsInPost(MeetingFile.Applicant a) {
        var day = sheet.cutoff().map(LocalDate::parse).orElse(opens);
        return Integer.toString(Math.max(0, Period.between(a.currentTitleDate(), day).getYears()));
    }
}
