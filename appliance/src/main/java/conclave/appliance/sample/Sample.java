package conclave.appliance.sample;

import conclave.exchange.BagWriter;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Committee;
import conclave.exchange.MeetingFile.Expected;
import conclave.exchange.MeetingFile.Meeting;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Policy;
import conclave.exchange.MeetingFile.Room;
import conclave.exchange.MeetingFile.Tier;
import conclave.exchange.MeetingFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes a whole sample meeting and leaves it as a folder in the format that meetings come in. */
public final class Sample {

    private static final int DAYS = 3;

    /** What was made, for whoever asked. */
    public record Made(int people, int applicants, int documents, int pages, long bytes) {
    }

    private final SampleOptions options;
    private final List<Trade> trades = Trade.all();
    private final List<Room> rooms;
    private final List<Person> people;
    private final List<Candidate> candidates = new ArrayList<>();

    private Sample(SampleOptions options) {
        this.options = options;
        var names = new Names();
        var cast = new Cast(options, trades, names);
        this.rooms = cast.rooms();
        this.people = cast.people(rooms);
        var applicants = new Candidates(options, rooms, trades, names);
        for (int i = 0; i < options.applicants(); i++) candidates.add(applicants.make(i));
    }

    public static Made make(SampleOptions options) throws IOException {
        return new Sample(options).make();
    }

    /** The people of a sample meeting, without their documents; nothing is written. */
    public static List<Applicant> applicants(SampleOptions options) {
        return new Sample(options).candidates.stream().map(Candidate::person).toList();
    }

    private Made make() throws IOException {
        try (var bag = new BagWriter(options.folder())) {
            var dossiers = dossiers(bag);
            var applicants = new ArrayList<Applicant>();
            for (int i = 0; i < candidates.size(); i++) applicants.add(with(candidates.get(i).person(), dossiers.get(i)));
            long bytes = dossiers.stream().mapToLong(Dossiers.Made::bytes).sum();
            int documents = dossiers.stream().mapToInt(it -> it.documents().size()).sum();
            var expected = new Expected(people.size(), applicants.size(), documents, bytes);
            var mode = SampleSheet.mode(options.mode());
            MeetingFolder.describe(new MeetingFile(meeting(expected), people, applicants, SampleSheet.sheet(options.startDate().getYear() - 1, mode), mode,
                    SampleSheet.rules(), List.of(), new TreeMap<>()), bag);
            bag.finish(options.startDate(), Map.of("Conclave-Format", MeetingFile.FORMAT, "Bag-Software-Agent", "conclave package sample",
                    "External-Description", "A sample meeting for rehearsal; every person in it is invented"));
            int pages = dossiers.stream().flatMap(it -> it.documents().stream()).mapToInt(MeetingFile.Document::pages).sum();
            return new Made(people.size(), applicants.size(), documents, pages, bytes);
        }
    }

    /** As many workers as there are cores; each has its own fonts, because a font is read by one thread at a time. */
    private List<Dossiers.Made> dossiers(BagWriter bag) throws IOException {
        var cases = ThreadLocal.withInitial(Sample::open);
        try (var workers = Executors.newFixedThreadPool(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4))) {
            var pools = new ArrayList<Future<ProofPool>>();
            int used = Math.min(trades.size(), rooms.size());
            int size = Math.clamp(4 + options.applicants() / 10, 4, 24);
            for (var trade : trades.subList(0, used)) {
                pools.add(workers.submit(() -> ProofPool.make(trade, size, options.seed(), cases.get())));
            }
            var made = new ArrayList<Future<Dossiers.Made>>();
            for (int i = 0; i < candidates.size(); i++) {
                int index = i;
                int trade = index % rooms.size() % trades.size();
                made.add(workers.submit(() -> new Dossiers(options, cases.get(), bag)
                        .make(index, candidates.get(index), trades.get(trade), done(pools.get(trade)))));
            }
            return collect(made, workers);
        }
    }

    private static List<Dossiers.Made> collect(List<Future<Dossiers.Made>> made, ExecutorService workers) throws IOException {
        var dossiers = new ArrayList<Dossiers.Made>();
        try {
            for (var future : made) dossiers.add(done(future));
            return dossiers;
        } finally {
            if (dossiers.size() < made.size()) workers.shutdownNow();
        }
    }

    private static TypeCase open() {
        try {
            return TypeCase.open(TypeCase.FONTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T done(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the sample was being made", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) throw io;
            if (e.getCause() instanceof UncheckedIOException io) throw io.getCause();
            throw new IllegalStateException(e.getCause());
        }
    }

    private Meeting meeting(Expected expected) {
        int size = (int) people.stream().filter(it -> it.code().startsWith("E") || it.code().startsWith("C")).count();
        var year = options.startDate().getYear();
        var real = options.kind() == MeetingFile.Kind.REAL;
        var meeting = new Meeting(year + "年自治区工程系列高级职称评审会" + (real ? "" : "（演练）"),
                "Senior engineering titles review " + year + (real ? "" : " (rehearsal)"), options.kind(),
                "自治区工程系列职称改革领导小组", "自治区工程系列职称评审工作办公室",
                new Committee("自治区工程系列高级职称评审委员会", Tier.SENIOR, "工程系列", size % 2 == 0 ? size + 1 : size),
                options.screening() ? Policy.SINGLE_BLIND : Policy.REAL_NAME, options.startDate(), options.startDate().plusDays(DAYS - 1), rooms, expected);
        var screened = options.screening() ? meeting.with(MeetingFile.Screening.REQUIRED) : meeting;
        return options.strict() ? screened.with(MeetingFile.Reading.ROUNDS).with(MeetingFile.Watermark.STRICT) : screened;
    }

    private static Applicant with(Applicant a, Dossiers.Made dossier) {
        return a.with(dossier.documents());
    }
}
