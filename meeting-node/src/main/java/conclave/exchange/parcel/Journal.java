package conclave.exchange.parcel;

import conclave.codec.BadJson;
import conclave.codec.JsonFields;
import conclave.codec.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was taken in here, in order, and what the server made of it. */
public final class Journal {

    /**
     * A package that passed every step.
     *
     * @param statement SHA-256 of the signed statement, in hex
     * @param day the day that was held against its window
     * @param confirmed whether a person said which day it is
     * @param frozen when the list in it was closed, where the package says it
     */
    public record Taken(String packageId, String meeting, long sequence, Optional<String> predecessor, String statement, String signers, String day,
                        boolean confirmed, Optional<String> frozen) {
    }

    /**
     * What became of the pages that an office had prepared.
     *
     * @param aside files that are made anew, by the reason
     */
    public record Prepared(int files, long pages, SortedMap<String, Integer> aside) {
    }

    private final LineLog log;
    private final TreeMap<String, Prepared> prepared = new TreeMap<>();
    private final List<Taken> taken = new ArrayList<>();
    /** Package to the meeting that the server has founded for it. */
    private final TreeMap<String, String> begun = new TreeMap<>();
    private final List<String> done = new ArrayList<>();
    /** Amending packages, and whether the sender of the meeting signed for them. */
    private final TreeMap<String, Boolean> amending = new TreeMap<>();
    /** What the meeting said to an amendment that it did not take. */
    private final TreeMap<String, String> declined = new TreeMap<>();

    private Journal(LineLog log) {
        this.log = log;
    }

    static Journal read(Path file) throws IOException {
        var journal = new Journal(new LineLog(file));
        try {
            for (var line : journal.log.read()) journal.enter(line);
        } catch (BadJson e) {
            throw Stopped.by(Obstacle.JOURNAL, "file", file.getFileName().toString());
        }
        return journal;
    }

    private void enter(Json.Obj line) {
        switch (line.text("what")) {
            case "taken" -> taken.add(new Taken(line.text("package"), line.text("meeting"), line.number("sequence"),
                    line.get("predecessor") == Json.Null.NULL ? Optional.empty() : Optional.of(line.text("predecessor")),
                    line.text("statement"), line.text("signers"), line.text("day"), line.flag("confirmed"),
                    line.has("frozen") ? Optional.of(line.text("frozen")) : Optional.empty()));
            case "amends" -> amending.put(line.text("package"), line.flag("signed"));
            case "declined" -> decline(line.text("package"), line.text("why"));
            case "lost" -> taken.removeIf(one -> one.packageId().equals(line.text("package")));
            case "begun" -> begun.put(line.text("package"), line.text("meeting"));
            default -> {
                done.add(line.text("package"));
                if (line.has("prepared")) prepared.put(line.text("package"), prepared(line.object("prepared")));
            }
        }
    }

    private static Prepared prepared(Json.Obj said) {
        var aside = new TreeMap<String, Integer>();
        for (var one : said.list("aside")) {
            if (!(one instanceof Json.Obj left)) throw new BadJson("not what was left aside");
            aside.put(left.text("why"), (int) left.number("files"));
        }
        return new Prepared((int) said.number("files"), said.number("pages"), aside);
    }

    Optional<Taken> find(String packageId) {
        return taken.stream().filter(one -> one.packageId().equals(packageId)).findFirst();
    }

    Optional<Taken> last(String meeting) {
        return taken.stream().filter(one -> one.meeting().equals(meeting)).reduce((_, later) -> later);
    }

    /** Whether the server works with this meeting. */
    boolean isOpen(String meeting) {
        return taken.stream().filter(one -> one.meeting().equals(meeting)).anyMatch(one -> begun.containsKey(one.packageId()) || done.contains(one.packageId()));
    }

    /** The package that brought the meeting, whatever has amended it since. */
    public Optional<Taken> founding(String meeting) {
        return taken.stream().filter(one -> one.meeting().equals(meeting) && !amends(one.packageId())).reduce((_, later) -> later);
    }

    public boolean amends(String packageId) {
        return amending.containsKey(packageId);
    }

    /** Whether the sender signed for the amendment; what only the venue signed waits for two persons. */
    public boolean signed(String packageId) {
        return amending.getOrDefault(packageId, false);
    }

    public Optional<String> declined(String packageId) {
        return Optional.ofNullable(declined.get(packageId));
    }

    /** Taken in, superseded by nothing, and not with the server yet; amendments behind what they amend. */
    public List<Taken> waiting() {
        return taken.stream().filter(one -> !done.contains(one.packageId()))
                .filter(one -> amends(one.packageId()) || founding(one.meeting()).filter(one::equals).isPresent()).toList();
    }

    /** How far a package has come on its way from the stick into a meeting. */
    public enum State { UNKNOWN, WAITING, BEGUN, IN }

    /** A package that was lost on the disk is as unknown as one that never came. */
    public State state(String packageId) {
        if (find(packageId).isEmpty()) return State.UNKNOWN;
        if (done.contains(packageId)) return State.IN;
        return begun.containsKey(packageId) ? State.BEGUN : State.WAITING;
    }

    /** The meeting in which the server began to take this package in, where it was cut off. */
    public Optional<String> begun(String packageId) {
        return Optional.ofNullable(begun.get(packageId));
    }

    void taken(Taken one, Instant at) throws IOException {
        var fields = new JsonFields();
        one.frozen().ifPresent(frozen -> fields.put("frozen", frozen));
        log.add(fields.put("what", "taken").put("at", at.toString()).put("package", one.packageId()).put("meeting", one.meeting())
                .put("sequence", one.sequence()).maybe("predecessor", one.predecessor()).put("statement", one.statement())
                .put("signers", one.signers()).put("day", one.day()).put("confirmed", one.confirmed()).end());
        taken.add(one);
    }

    void amends(String packageId, boolean signed, Instant at) throws IOException {
        log.add(new JsonFields().put("what", "amends").put("at", at.toString()).put("package", packageId).put("signed", signed).end());
        amending.put(packageId, signed);
    }

    /** The meeting has not taken it; the next amendment follows the package before. */
    public void declined(String packageId, String why, Instant at) throws IOException {
        log.add(new JsonFields().put("what", "declined").put("at", at.toString()).put("package", packageId).put("why", why).end());
        decline(packageId, why);
    }

    private void decline(String packageId, String why) {
        taken.removeIf(one -> one.packageId().equals(packageId));
        declined.put(packageId, why);
    }

    public void begun(String packageId, String meeting, Instant at) throws IOException {
        log.add(new JsonFields().put("what", "begun").put("at", at.toString()).put("package", packageId).put("meeting", meeting).end());
        begun.put(packageId, meeting);
    }

    /** What lay here was damaged before the server had it: it may be imported again. */
    public void lost(String packageId, Instant at) throws IOException {
        log.add(new JsonFields().put("what", "lost").put("at", at.toString()).put("package", packageId).end());
        taken.removeIf(one -> one.packageId().equals(packageId));
    }

    public void done(String packageId, Instant at) throws IOException {
        done(packageId, Optional.empty(), at);
    }

    /** @param pages what became of those that were prepared; empty where there were none */
    public void done(String packageId, Optional<Prepared> pages, Instant at) throws IOException {
        var fields = new JsonFields().put("what", "done").put("at", at.toString()).put("package", packageId);
        pages.ifPresent(one -> fields.put("prepared", new JsonFields().put("files", one.files()).put("pages", one.pages())
                .list("aside", List.copyOf(one.aside().entrySet()), left -> new JsonFields().put("why", left.getKey()).put("files", left.getValue()).end()).end()));
        log.add(fields.end());
        done.add(packageId);
        pages.ifPresent(one -> prepared.put(packageId, one));
    }

    /** Empty where it had none, or where nobody has taken it in yet. */
    public Optional<Prepared> prepared(String packageId) {
        return Optional.ofNullable(prepared.get(packageId));
    }
}
