package conclave.node;

import conclave.document.DocumentId;
import conclave.exchange.AmendmentFile;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.AmendmentCommand.ProposeAmendment;
import conclave.meeting.event.AmendmentCommand.ReceiveAmendment;
import conclave.meeting.event.AmendmentCommand;
import conclave.meeting.event.Change;
import conclave.meeting.event.Change.ChangedDossier;
import conclave.meeting.event.Change.LateApplicant;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.AmendmentId;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import conclave.meeting.event.Sheet;
import conclave.meeting.intake.Register;
import conclave.seal.Digests;
import conclave.seal.RandomIds;
import conclave.seal.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.LongSupplier;

/**
 * Takes an amending package into a meeting that goes on: its files first, then one order that changes all of it or nothing. What it says
 * of somebody as they were must be what the meeting holds, or it was made for another state and changes nothing.
 */
public final class Corrections {

    private static final long LARGEST_DOCUMENT = 2L << 30;
    /** What was written down with it lies with the paper that was signed. */
    private static final String REASON = "现场更正包";

    private final Hall hall;
    private final LongSupplier clock;
    private final AmendmentFile file;

    public Corrections(Hall hall, LongSupplier clock, AmendmentFile file) {
        this.hall = hall;
        this.clock = clock;
        this.file = file;
    }

    /** What became of it; {@code why} is the code of a refusal, and {@code about} an applicant's code where it is about one. */
    public record Result(boolean done, String why, String about) {

        static final Result DONE = new Result(true, "", "");

        static Result refused(String why, String about) {
            return new Result(false, why, about);
        }
    }

    /** A package always amends under the same name, so that it does so once, by whichever node. */
    public static AmendmentId idOf(String packageId) {
        var digest = Digests.hex(Digests.sha256(("conclave amendment\0" + packageId).getBytes(StandardCharsets.UTF_8)));
        return new AmendmentId("amd_" + digest.substring(0, 40));
    }

    /** One of the files that the package holds; those that are no dossier's are passed over. */
    public void keep(String path, InputStream content) throws IOException {
        if (!file.brought().contains(path)) return;
        var expected = new DocumentId(file.files().get(path).sha256());
        if (hall.originals().renew(expected)) return;
        if (!hall.originals().keep(content, LARGEST_DOCUMENT).equals(expected)) throw new IOException("the file changed while it was read: " + path);
    }

    /**
     * @param signed whether the sender of the meeting signed the package; what the venue made waits for two persons
     */
    public Result take(String packageId, long sequence, boolean signed) throws IOException {
        var id = idOf(packageId);
        var amendments = hall.meeting().intake().amendments();
        if (amendments.inForce().has(id) || amendments.proposed().has(id)) return Result.DONE;
        var register = hall.register().orElseThrow();
        var changes = new ArrayList<Change>();
        for (var change : file.changes()) {
            var found = change.before().isPresent() ? changed(register, change.before().get(), change.after())
                    : late(register, change.after(), changes.size());
            if (found.isEmpty()) return Result.refused("AMENDMENT_OUTDATED", change.after().code());
            changes.add(found.get());
        }
        return order(signed ? new ReceiveAmendment(id, file.basis(), packageId, sequence, changes)
                : new ProposeAmendment(id, Optional.of(packageId), changes, hall.faces().sealNote("amendment", id, REASON)));
    }

    private Result order(AmendmentCommand command) throws IOException {
        return switch (hall.chamber().submit(new Order("", "", PersonId.HOUSE, clock.getAsLong(), command)).join()) {
            case Reply.Done _ -> taken();
            case Reply.Refused no -> Result.refused(no.refusal().code().name(), no.refusal().facts().getOrDefault("code", ""));
            case Reply.NotNow later -> throw new IOException("the amendment could not go on: " + later.why());
        };
    }

    private Result taken() throws IOException {
        Admission.drawPages(hall);
        return Result.DONE;
    }

    private Optional<Change> late(Register register, MeetingFile.Applicant after, int before) {
        var room = register.rooms().values().stream().filter(one -> one.code().equals(after.room())).findFirst();
        var order = register.applicants().values().stream().mapToInt(Item.Applicant::order).max().orElse(0) + 1 + before;
        return room.map(one -> new LateApplicant(form(register, one.id()).item(after, file.files(),
                new Form.Place(new ApplicantId("apl_" + RandomIds.next()), one.id(), order), List.of())));
    }

    private Optional<Change> changed(Register register, MeetingFile.Applicant before, MeetingFile.Applicant after) {
        var held = register.applicants().values().stream().filter(one -> one.code().equals(before.code())).findFirst();
        if (held.isEmpty()) return Optional.empty();
        var one = held.get();
        var form = form(register, one.room());
        if (!isAsItWas(form, one, before)) return Optional.empty();
        var item = form.item(after, file.files(), new Form.Place(one.id(), one.room(), one.order()), one.documents());
        return Optional.of(new ChangedDossier(register.version(one.id()), sameFace(form, before, after) ? with(item, one.identity()) : item));
    }

    /** Whether nothing is said otherwise of who it is: then what was looked for in the pages is what it was. */
    private static boolean sameFace(Form form, MeetingFile.Applicant before, MeetingFile.Applicant after) {
        return form.application(before).equals(form.application(after));
    }

    private static Item.Applicant with(Item.Applicant a, Ciphertext identity) {
        return new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), identity, a.facts(), a.given(), a.documents());
    }

    private boolean isAsItWas(Form form, Item.Applicant held, MeetingFile.Applicant before) {
        if (held.documents().size() != before.documents().size()) return false;
        for (int i = 0; i < before.documents().size(); i++) {
            if (!form.same(held.documents().get(i), before.documents().get(i), file.files())) return false;
        }
        return held.specialty().equals(before.specialty()) && held.facts().equals(form.hidden(before)) && same(held.given(), before.given())
                && hall.faces().application(held).equals(form.application(before));
    }

    private static boolean same(SortedMap<String, BigDecimal> one, SortedMap<String, BigDecimal> other) {
        return one.keySet().equals(other.keySet()) && one.keySet().stream().allMatch(code -> one.get(code).compareTo(other.get(code)) == 0);
    }

    private Form form(Register register, RoomId room) {
        var opens = LocalDate.parse(register.description().orElseThrow().opens());
        return new Form(hall.faces(), new Stamp(hall.key().derive("facts")), imported(register, room), opens);
    }

    /** The facts were hidden by the sheet that the package brought, whatever has replaced it since. */
    private static Sheet imported(Register register, RoomId room) {
        return register.rooms().get(room).flatMap(Item.Room::sheet).flatMap(register.sheets()::get).orElseGet(() -> register.sheets().values().getFirst());
    }
}
