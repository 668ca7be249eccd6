package conclave.meeting.transfer;

import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.RuleEvent.ScoreReturned;
import conclave.meeting.event.SittingEvent.DraftSaved;
import conclave.meeting.event.SittingEvent.RoundOpened;
import conclave.meeting.event.SittingEvent.ScoreSubmitted;
import conclave.meeting.event.SittingEvent.ScoreVoided;
import conclave.meeting.transfer.ExpertRecord.Dossier;
import conclave.meeting.transfer.ExpertRecord.OfRound;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What experts wrote in each round, and when. */
final class SheetDiary {

    private static final int SCALE = 2;

    /** One expert's sheets about one applicant: what stands, and how it came about. */
    private record Line(Optional<Long> drafted, Optional<Long> submitted, long sincePrevious, Optional<BigDecimal> stands, int submissions, int voided,
                        int returned) {
        static final Line BLANK = new Line(Optional.empty(), Optional.empty(), 0, Optional.empty(), 0, 0, 0);

        Optional<Long> begun() {
            return drafted.flatMap(from -> submitted.map(to -> to - from)).filter(time -> time >= 0);
        }
    }

    /** A round: its lines by expert and applicant, and when each expert last finished a first sheet. */
    private record Book(RoundOpened opened, long at, TreeMap<PersonId, TreeMap<ApplicantId, Line>> lines, TreeMap<PersonId, Long> last) {
    }

    private final TreeMap<RoundId, Book> books = new TreeMap<>();
    private final List<RoundId> order = new ArrayList<>();

    void note(Fact fact) {
        if (fact.event() instanceof RoundOpened e) {
            books.put(e.round(), new Book(e, fact.at(), new TreeMap<>(), new TreeMap<>()));
            order.add(e.round());
        } else if (fact.event() instanceof DraftSaved e) {
            var line = line(e.round(), e.expert(), e.applicant());
            put(e.round(), e.expert(), e.applicant(), new Line(line.drafted.or(() -> Optional.of(fact.at())), line.submitted, line.sincePrevious, line.stands,
                    line.submissions, line.voided, line.returned));
        } else if (fact.event() instanceof ScoreSubmitted e) {
            submitted(e, fact.at());
        } else if (fact.event() instanceof ScoreVoided e) {
            var line = line(e.round(), e.expert(), e.applicant());
            put(e.round(), e.expert(), e.applicant(), new Line(line.drafted, line.submitted, line.sincePrevious, Optional.empty(), line.submissions,
                    line.voided + 1, line.returned));
        } else if (fact.event() instanceof ScoreReturned e) {
            var line = line(e.round(), e.expert(), e.applicant());
            put(e.round(), e.expert(), e.applicant(), new Line(line.drafted, line.submitted, line.sincePrevious, Optional.empty(), line.submissions,
                    line.voided, line.returned + 1));
        }
    }

    private void submitted(ScoreSubmitted e, long at) {
        var book = books.get(e.round());
        var line = line(e.round(), e.expert(), e.applicant());
        var first = line.submitted.isEmpty();
        var since = first ? at - Math.max(book.at, book.last.getOrDefault(e.expert(), 0L)) : line.sincePrevious;
        if (first) book.last.put(e.expert(), at);
        put(e.round(), e.expert(), e.applicant(), new Line(line.drafted, line.submitted.or(() -> Optional.of(at)), since, Optional.of(e.total()),
                line.submissions + 1, line.voided, line.returned));
    }

    private Line line(RoundId round, PersonId expert, ApplicantId applicant) {
        return books.get(round).lines.getOrDefault(expert, new TreeMap<>()).getOrDefault(applicant, Line.BLANK);
    }

    private void put(RoundId round, PersonId expert, ApplicantId applicant, Line line) {
        books.get(round).lines.computeIfAbsent(expert, _ -> new TreeMap<>()).put(applicant, line);
    }

    List<OfRound> of(PersonId expert) {
        return order.stream().map(books::get).filter(book -> book.lines.containsKey(expert)).map(book -> of(book, expert)).toList();
    }

    private static OfRound of(Book book, PersonId expert) {
        var lines = book.lines.get(expert);
        var deviations = lines.entrySet().stream().flatMap(line -> deviation(book, line.getKey(), line.getValue()).stream()).toList();
        var dossiers = lines.entrySet().stream().filter(line -> line.getValue().submitted.isPresent())
                .map(line -> new Dossier(line.getKey(), line.getValue().begun(), line.getValue().sincePrevious)).toList();
        return new OfRound(book.opened.round(), book.opened.room(), book.opened.stage(),
                (int) lines.values().stream().filter(line -> line.stands.isPresent()).count(),
                lines.values().stream().mapToInt(line -> Math.max(0, line.submissions - 1)).sum(), lines.values().stream().mapToInt(Line::voided).sum(),
                lines.values().stream().mapToInt(Line::returned).sum(), Share.mean(deviations), Share.mean(deviations.stream().map(Share::abs).toList()), dossiers);
    }

    /** How far from the mean of all marks for the applicant, one's own included; of a single mark nothing can be said. */
    private static Optional<Share> deviation(Book book, ApplicantId applicant, Line own) {
        var marks = book.lines.values().stream().flatMap(lines -> Optional.ofNullable(lines.get(applicant)).flatMap(Line::stands).stream()).toList();
        if (own.stands.isEmpty() || marks.size() < 2) return Optional.empty();
        var many = BigDecimal.valueOf(marks.size());
        var sum = marks.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new Share(own.stands.get().multiply(many).subtract(sum), many));
    }

    /** A figure that is exact until it is shown. */
    private record Share(BigDecimal over, BigDecimal under) {

        Share abs() {
            return new Share(over.abs(), under);
        }

        Share plus(Share other) {
            return new Share(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
        }

        static Optional<BigDecimal> mean(List<Share> shares) {
            return shares.stream().reduce(Share::plus)
                    .map(sum -> sum.over.divide(sum.under.multiply(BigDecimal.valueOf(shares.size())), SCALE, RoundingMode.HALF_UP));
        }
    }
}
