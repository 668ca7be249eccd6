package conclave.report.print;

import conclave.report.Form;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Forms as files, by their names, and what could not be printed as it should be.
 *
 * @param withoutPaper no font was found: there are workbooks only
 * @param unset        of each form's name the characters that no font has; the paper shows 〓 in their place, the workbook the characters
 */
public record Printed(SortedMap<String, byte[]> files, boolean withoutPaper, SortedMap<String, Long> unset) {

    public Printed {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        unset = Collections.unmodifiableSortedMap(new TreeMap<>(unset));
    }

    public static Printed of(List<Form> forms, Optional<Typefaces> types) {
        var files = new TreeMap<String, byte[]>();
        var unset = new TreeMap<String, Long>();
        for (var form : forms) {
            files.put(form.name() + ".xlsx", FormBook.of(form));
            if (types.isEmpty()) continue;
            files.put(form.name() + ".pdf", Paper.of(form, types.get()));
            var missing = Paper.unset(form, types.get());
            if (missing > 0) unset.put(form.name(), missing);
        }
        return new Printed(files, types.isEmpty(), unset);
    }
}
