package conclave.exchange;

import conclave.exchange.AmendmentFile.Change;
import conclave.exchange.AmendmentFile.Filed;
import conclave.exchange.MeetingFile.Applicant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What an amendment does, line by line, for people who say yes to it: by code, without a name or anything else about somebody. */
public final class AmendmentLines {

    public enum Kind { LATE, FILE_REPLACED, FILE_ADDED, FILE_REMOVED, FILE_RENAMED, FACT, POINTS, PERSON }

    /**
     * @param what a file's title, the code of a fact or of an indicator, the name of a field
     * @param before only of facts and points: what stands in a field about somebody is not shown
     */
    public record Line(Kind kind, String code, String what, String before, String after) {
    }

    private final List<Line> lines = new ArrayList<>();
    private final AmendmentFile amendment;

    private AmendmentLines(AmendmentFile amendment) {
        this.amendment = amendment;
    }

    public static List<Line> of(AmendmentFile amendment) {
        var lines = new AmendmentLines(amendment);
        amendment.changes().forEach(lines::change);
        return List.copyOf(lines.lines);
    }

    private void change(Change change) {
        var after = change.after();
        if (change.before().isEmpty()) {
            line(Kind.LATE, after, after.room(), "", Integer.toString(after.documents().size()));
            return;
        }
        var before = change.before().get();
        files(before, after);
        values(Kind.FACT, after, before.facts().values(), after.facts().values(), text -> text);
        values(Kind.FACT, after, before.facts().lists(), after.facts().lists(), entries -> Integer.toString(entries.size()));
        values(Kind.POINTS, after, before.given(), after.given(), points -> points.toPlainString());
        values(Kind.PERSON, after, before.names(), after.names(), _ -> "");
        values(Kind.PERSON, after, person(before), person(after), _ -> "");
    }

    /** A file of the same title and kind takes the place of the one before it. */
    private void files(Applicant before, Applicant after) {
        var gone = new ArrayList<Filed>();
        before.documents().forEach(document -> gone.add(amendment.filed(document)));
        var come = new ArrayList<Filed>();
        after.documents().forEach(document -> come.add(amendment.filed(document)));
        come.removeIf(gone::remove);
        for (var one : List.copyOf(come)) {
            var same = gone.stream().filter(old -> old.title().equals(one.title()) && old.kind() == one.kind()).findFirst();
            var renamed = gone.stream().filter(old -> old.sha256().equals(one.sha256())).findFirst();
            if (same.isPresent()) line(Kind.FILE_REPLACED, after, one.title(), pages(same.get()), pages(one));
            else if (renamed.isPresent()) line(Kind.FILE_RENAMED, after, one.title(), renamed.get().title(), one.title());
            else line(Kind.FILE_ADDED, after, one.title(), "", pages(one));
            same.or(() -> renamed).ifPresent(gone::remove);
        }
        gone.forEach(old -> line(Kind.FILE_REMOVED, after, old.title(), pages(old), ""));
    }

    private static String pages(Filed file) {
        return Integer.toString(file.pages());
    }

    private <T> void values(Kind kind, Applicant about, SortedMap<String, T> before, SortedMap<String, T> after, Function<T, String> shown) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var name : names) {
            var was = before.get(name);
            var is = after.get(name);
            if (was != null && was.equals(is)) continue;
            line(kind, about, name, was == null ? "" : shown.apply(was), is == null ? "" : shown.apply(is));
        }
    }

    private static TreeMap<String, Object> person(Applicant a) {
        var person = new TreeMap<String, Object>();
        person.put("name", a.name());
        person.put("sex", a.sex());
        person.put("birth", a.birth());
        person.put("ethnicity", a.ethnicity());
        person.put("idNumber", a.idNumber());
        person.put("phone", a.phone());
        person.put("unit", a.unit());
        person.put("recommender", a.recommender());
        person.put("education", a.education());
        person.put("currentTitle", a.currentTitle());
        person.put("currentTitleDate", a.currentTitleDate());
        person.put("specialty", a.specialty());
        person.put("rank", a.rank());
        person.put("route", a.route());
        return person;
    }

    private void line(Kind kind, Applicant about, String what, String before, String after) {
        lines.add(new Line(kind, about.code(), what, before, after));
    }
}
