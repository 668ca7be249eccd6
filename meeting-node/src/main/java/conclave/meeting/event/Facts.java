package conclave.meeting.event;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an applicant's form says, by the codes of the sheet's fields; text, until a sheet gives it a type.
 * Nothing here tells who somebody is: names and titles travel sealed.
 */
public record Facts(SortedMap<String, String> values, SortedMap<String, List<SortedMap<String, String>>> lists) {

    public Facts {
        values = Sorted.copy(values);
        lists = Sorted.copy(lists);
    }

    public static final Facts NONE = new Facts(new TreeMap<>(), new TreeMap<>());
}
