package conclave.meeting.prepare;

import java.util.List;

/**
 * What is known about an expert or an applicant before the meeting, as far as conflicts can be seen from it. It holds names
 * and lives only where plain text may: never in the record.
 *
 * @param units the unit now, first, and former ones
 * @param works papers and projects, by title, with all who took part
 * @param kin names of relatives that the form gives
 */
public record Standing(String id, String name, List<String> units, List<Work> works, List<String> kin) {

    public Standing {
        units = List.copyOf(units);
        works = List.copyOf(works);
        kin = List.copyOf(kin);
    }

    public record Work(String title, List<String> people) {
        public Work {
            people = List.copyOf(people);
        }
    }
}
