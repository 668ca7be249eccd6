package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.document.TakenOver;
import conclave.meeting.AfterWithdrawal;
import conclave.meeting.event.HitCount;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.PageMark;
import conclave.meeting.prepare.Clearance;
import conclave.meeting.prepare.OpenedUnreleased;
import conclave.meeting.prepare.Screeners;
import conclave.meeting.prepare.Withdrawal;
import conclave.node.ScreeningProgress;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a room's dossiers is still closed, what waits for whom, and what was taken back; counts of finds, never what was found. */
final class ReleaseFace {

    private ReleaseFace() {
    }

    /**
     * Of a hall what its panels have.
     *
     * @param whole all dossiers with all their documents; else those only of which there is something to say, in numbers
     */
    static Json ofRoom(Visitor visitor, RoomId room, boolean whole, ScreeningProgress progress) {
        var register = visitor.register();
        var applicants = register.isHall(room) ? register.applicantsBefore(room) : register.applicantsOf(room);
        var all = applicants.stream().map(id -> register.applicants().get(id).orElseThrow()).toList();
        var required = Clearance.required(register);
        return new JsonFields().put("required", required).put("counts", states(visitor, required, all))
                .orNull("screening", required ? Optional.of(progress) : Optional.empty(), ReleaseFace::screening)
                .orNull("prepared", visitor.hall().rendering().prepared().told(), ReleaseFace::prepared)
                .put("findings", visitor.hall().rendering().progress().findings())
                .put("mayRelease", all.stream().anyMatch(one -> Screeners.toRelease(register, visitor.id(), one.id()).isEmpty()))
                .put("mayWithdraw", all.stream().anyMatch(one -> Screeners.toWithdraw(register, visitor.id(), one.id()).isEmpty()))
                .put("mayOverride", all.stream().anyMatch(one -> Screeners.toOverride(register, visitor.id(), one.id()).isEmpty()))
                .put("maySettle", visitor.rights().mayChair(room))
                .list("applicants", all.stream().filter(one -> whole || notable(visitor, one)).toList(), one -> applicant(visitor, room, one, whole)).end();
    }

    /** Of the whole meeting; what is done is done for all its rooms. */
    static Json screening(ScreeningProgress it) {
        return new JsonFields().put("done", it.done()).put("documents", it.documents())
                .put("pagesPerSecond", BigDecimal.valueOf(it.pagesPerSecond()).setScale(2, RoundingMode.HALF_UP).toPlainString())
                .orNull("secondsLeft", it.timeLeft(), left -> new Json.Num(left.toSeconds()))
                .orNull("fault", it.fault(), fault -> Json.text(fault.name())).end();
    }

    /** What an office has made before the meeting, and how much of it is made anew. */
    static Json prepared(TakenOver it) {
        return new JsonFields().put("files", it.files()).put("pages", it.pages())
                .list("aside", List.copyOf(it.aside().entrySet()), one -> new JsonFields().put("why", Codec.name(one.getKey())).put("files", one.getValue()).end()).end();
    }

    private static boolean notable(Visitor visitor, Item.Applicant applicant) {
        var clearance = visitor.meeting().clearance();
        return !clearance.open(visitor.register(), applicant.id()) || asked(visitor, applicant.id()).isPresent() || !clearance.withdrawalsOf(applicant.id()).isEmpty();
    }

    private static Json states(Visitor visitor, boolean required, List<Item.Applicant> applicants) {
        var counts = new int[ReleaseState.values().length];
        for (var applicant : applicants) {
            for (var document : applicant.documents()) counts[ReleaseState.of(required, visitor.meeting().clearance().of(applicant.id(), document)).ordinal()]++;
        }
        var said = new JsonFields();
        for (var state : ReleaseState.values()) said.put(state.name().toLowerCase(Locale.ROOT), counts[state.ordinal()]);
        return said.end();
    }

    /** Asked for or in force, for the dossier as it is. */
    static Optional<OpenedUnreleased> asked(Visitor visitor, ApplicantId applicant) {
        return visitor.meeting().clearance().unreleased().get(applicant).filter(one -> one.version() == visitor.register().version(applicant));
    }

    private static Json applicant(Visitor visitor, RoomId room, Item.Applicant applicant, boolean whole) {
        var clearance = visitor.meeting().clearance();
        var required = Clearance.required(visitor.register());
        return new JsonFields().put("id", applicant.id().value()).put("code", applicant.code()).maybe("name", Heads.name(visitor, applicant))
                .put("open", clearance.open(visitor.register(), applicant.id()))
                .orNull("override", asked(visitor, applicant.id()), one -> override(visitor, applicant.id(), one))
                .put("counts", states(visitor, required, List.of(applicant)))
                .list("documents", whole ? applicant.documents() : List.<Item.Document>of(), document -> document(visitor, required, applicant, document).end())
                .list("withdrawals", clearance.withdrawalsOf(applicant.id()), one -> withdrawal(visitor, room, applicant, one))
                .put("scores", AfterWithdrawal.concerned(visitor.meeting(), room, applicant.id()).size()).end();
    }

    static Json override(Visitor visitor, ApplicantId applicant, OpenedUnreleased one) {
        return new JsonFields().put("inForce", one.inForce()).put("asker", Heads.name(visitor, one.asker())).put("askedAt", one.askedAt())
                .put("mine", one.asker().equals(visitor.id())).maybe("agreed", one.agreed().map(person -> Heads.name(visitor, person)))
                .maybe("reason", Reasons.of(visitor, "override", applicant, one.reason())).end();
    }

    static JsonFields document(Visitor visitor, boolean required, Item.Applicant applicant, Item.Document document) {
        var cleared = visitor.meeting().clearance().of(applicant.id(), document);
        return new JsonFields().put("id", document.id().value()).put("title", title(visitor, applicant, document))
                .put("kind", document.kind().toLowerCase(Locale.ROOT)).put("pages", document.pages())
                .put("state", ReleaseState.of(required, cleared).name().toLowerCase(Locale.ROOT)).maybe("plan", cleared.plan()).put("two", cleared.wantsTwo())
                .put("mine", cleared.first().filter(visitor.id()::equals).isPresent())
                .maybe("first", cleared.first().map(person -> Heads.name(visitor, person)))
                .list("withdrawn", cleared.withdrawn(), page -> new Json.Num(page)).list("marks", cleared.marks(), ReleaseFace::mark);
    }

    /** A chair may judge, too: then a title that says whose it is, or of what is not read now, is no title. */
    static String title(Visitor visitor, Item.Applicant applicant, Item.Document document) {
        if (!visitor.rights().knowsTitles(applicant.id())) return "";
        if (!Screeners.judges(visitor.register(), visitor.id())) return visitor.hall().faces().title(document);
        boolean reads = visitor.rights().toRead(applicant.id()).isEmpty();
        return reads ? visitor.hall().titles().forExperts(visitor.register(), applicant, document).orElse("") : "";
    }

    private static Json mark(PageMark mark) {
        return new JsonFields().put("first", mark.first()).put("last", mark.last()).put("near", mark.near()).put("doubtful", mark.doubtful())
                .put("imageOnly", mark.imageOnly()).list("hits", mark.hits(), ReleaseFace::hit).end();
    }

    private static Json hit(HitCount hit) {
        return new JsonFields().put("kind", Codec.name(hit.kind())).put("times", hit.times()).end();
    }

    static Json withdrawal(Visitor visitor, RoomId room, Item.Applicant applicant, Withdrawal one) {
        var saw = visitor.meeting().clearance().saw(applicant.id(), one);
        var title = applicant.documents().stream().filter(document -> document.id().equals(one.document())).findFirst()
                .map(document -> title(visitor, applicant, document));
        return new JsonFields().put("document", one.document().value()).maybe("title", title).put("page", one.page()).put("at", one.at()).put("by", Heads.name(visitor, one.by()))
                .maybe("reason", one.reason().flatMap(reason -> Reasons.of(visitor, "withdrawal", applicant.id(), reason)))
                .put("settled", one.settled().contains(room)).list("saw", saw, person -> Json.text(Heads.name(visitor, person))).end();
    }
}
