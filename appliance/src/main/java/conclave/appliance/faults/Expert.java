package conclave.appliance.faults;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.ledger.Receipt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * One expert who scores on and on. A submission is sent again under its own key, at the other server, until there is
 * an answer: as the page does. What it was told is saved goes to the log, and nothing else does.
 */
final class Expert {

    private static final String DONE = "200";
    private static final String SILENCE = "no answer";
    private static final String PAUSED = "ROOM_PAUSED";
    private static final Set<String> WORTH_REPEATING = Set.of(SILENCE, "OUTCOME_UNKNOWN", "TOO_BUSY", "NOT_READY", "DISK_FULL", "CUT_OFF", PAUSED);
    private static final int MOST_REFUSALS = 12;
    private static final long AGAIN_AFTER_MS = 200;

    private final int number;
    private final Laptop laptop;
    private final Desk desk;
    private final AcknowledgementLog log;
    private final boolean credulous;
    private final Runnable callsTheSecretary;
    private final int[] revisions;
    private final List<String> refusals = new ArrayList<>();
    private int sent;
    private Submission pending;

    /**
     * @param credulous         takes silence for an acknowledgement: a canary
     * @param callsTheSecretary where the room is paused
     */
    Expert(int number, Laptop laptop, Desk desk, AcknowledgementLog log, boolean credulous, Runnable callsTheSecretary) {
        this.number = number;
        this.laptop = laptop;
        this.desk = desk;
        this.log = log;
        this.credulous = credulous;
        this.callsTheSecretary = callsTheSecretary;
        this.revisions = new int[desk.applicants().size()];
    }

    /** What was refused in so many words, though nothing was wrong with it: an error that a person would have seen. */
    synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** One sheet on its way, however often it is sent. */
    private record Submission(int turn, String key, Json.Obj sheet, long begun) {
    }

    /** The next applicant's next revision. False where it was given up without an answer. */
    boolean submit(BooleanSupplier goOn) throws InterruptedException {
        var submission = next();
        int refused = 0;
        while (goOn.getAsBoolean()) {
            var code = attempt(submission);
            if (code.equals(DONE)) return true;
            if (!WORTH_REPEATING.contains(code)) {
                refused(code);
                if (++refused >= MOST_REFUSALS) break;
            }
            laptop.moveOn();
            Thread.sleep(AGAIN_AFTER_MS);
        }
        reload(submission.turn);
        return false;
    }

    /** Once, and at the same server: what it says. The same sheet is tried until it is taken. */
    String tryOnce() throws InterruptedException {
        if (pending == null) pending = next();
        var code = attempt(pending);
        if (code.equals(DONE)) pending = null;
        return code;
    }

    boolean reads() throws InterruptedException {
        try {
            return laptop.reads("/api/desk").status() == 200;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    private Submission next() {
        int turn = sent++ % revisions.length;
        return new Submission(turn, "fault-" + number + "-" + sent, desk.sheet(sent, revisions[turn]), System.nanoTime());
    }

    private String attempt(Submission submission) throws InterruptedException {
        long began = System.nanoTime();
        var server = laptop.server();
        var code = tried(submission);
        if (code.equals(PAUSED)) callsTheSecretary.run();
        log.note(new Attempt(number, server, began, System.nanoTime(), code));
        return code;
    }

    private String tried(Submission submission) throws InterruptedException {
        try {
            var answer = laptop.tries(path(submission.turn), submission.key, submission.sheet);
            if (answer.status() == 200) acknowledged(submission, Optional.of(Receipt.fromJson(answer.body().object("receipt"))));
            return answer.code();
        } catch (IOException noAnswer) {
            if (!credulous) return SILENCE;
            acknowledged(submission, Optional.empty());
            return DONE;
        }
    }

    private void acknowledged(Submission one, Optional<Receipt> receipt) {
        int revision = ++revisions[one.turn];
        var marks = CanonicalJson.text(one.sheet.object("marks"));
        log.add(new Acknowledgement(one.key, desk.applicants().get(one.turn), marks, revision, one.begun, System.nanoTime(), receipt));
    }

    private synchronized void refused(String code) {
        refusals.add(code);
    }

    /** As somebody does whose page and server no longer agree. */
    private void reload(int turn) throws InterruptedException {
        try {
            var mine = laptop.reads(path(turn));
            if (mine.status() == 200) revisions[turn] = (int) mine.body().number("revision");
        } catch (IOException later) {
            laptop.moveOn();
        }
    }

    private String path(int turn) {
        return "/api/applicants/" + desk.applicants().get(turn) + "/score";
    }
}
