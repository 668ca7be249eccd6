package conclave.meeting;

import conclave.meeting.event.Aftermath;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Command;
import conclave.meeting.event.HitCount;
import conclave.meeting.event.HitKind;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Opening;
import conclave.meeting.event.PageMark;
import conclave.meeting.event.PrepareCommand.AskOverride;
import conclave.meeting.event.PrepareCommand.ChangePlan;
import conclave.meeting.event.PrepareCommand.ConfirmRelease;
import conclave.meeting.event.PrepareCommand.OverrideGate;
import conclave.meeting.event.PrepareCommand.RecordOpenings;
import conclave.meeting.event.PrepareCommand.RecordScreening;
import conclave.meeting.event.PrepareCommand.ReleaseDocuments;
import conclave.meeting.event.PrepareCommand.SettleScores;
import conclave.meeting.event.PrepareCommand.WithdrawPage;
import conclave.meeting.event.SeenDocument;
import conclave.meeting.intake.Register;
import conclave.meeting.prepare.Cleared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What a secretariat does about pages while others score: mostly what comes next, by whoever is there, sometimes by the wrong person. */
final class RandomReleases {

    private final Random chance;

    RandomReleases(Random chance) {
        this.chance = chance;
    }

    Conduct.Step next(Meeting meeting, int room) {
        var register = meeting.intake().register().orElseThrow();
        var all = register.applicantsOf(register.panelsOf(TestPackage.room(room)).getFirst());
        var begun = all.stream().filter(one -> waits(meeting, register, one).isPresent() || asked(meeting, register, one)).toList();
        var applicant = any(begun.isEmpty() || chance.nextInt(3) == 0 ? all : begun);
        var document = waits(meeting, register, applicant).orElseGet(() -> any(register.applicants().get(applicant).orElseThrow().documents()));
        var cleared = meeting.clearance().of(applicant, document);
        var unsettled = meeting.clearance().unsettled(TestPackage.room(room), applicant);
        if (cleared.first().isPresent() && chance.nextInt(4) > 0) return onward(register, room, applicant, document, cleared);
        var asked = meeting.clearance().unreleased().get(applicant).filter(one -> !one.inForce());
        if (asked.isPresent() && chance.nextInt(3) > 0) return new Conduct.Step(somebody(room), new OverrideGate(applicant));
        if (!unsettled.isEmpty() && chance.nextInt(3) == 0) return new Conduct.Step(TestPackage.chair(room), settling(room, applicant));
        return switch (chance.nextInt(16)) {
            case 0 -> new Conduct.Step(somebody(room), new WithdrawPage(applicant, document.id(), 1 + chance.nextInt(document.pages() + 1), reason()));
            case 1 -> new Conduct.Step(somebody(room), new AskOverride(applicant, new Ciphertext("why")));
            case 2, 7 -> new Conduct.Step(somebody(room), new OverrideGate(applicant));
            case 8 -> new Conduct.Step(somebody(room), new AskOverride(applicant, new Ciphertext("why")));
            case 3, 4 -> new Conduct.Step(PersonId.HOUSE, new RecordOpenings(openings(meeting, room, applicant, document)));
            case 6 -> new Conduct.Step(TestPackage.chair(room), settling(room, applicant));
            case 5 -> new Conduct.Step(somebody(room), new ChangePlan(applicant, document.id(), cleared.plan().orElse("none"), digest(chance.nextInt(90))));
            default -> onward(register, room, applicant, document, cleared);
        };
    }

    private SettleScores settling(int room, ApplicantId applicant) {
        return new SettleScores(TestPackage.room(room), applicant, Aftermath.values()[chance.nextInt(2)], new Ciphertext("seen"));
    }

    /** What one person has released, and a second has not. */
    private static Optional<Item.Document> waits(Meeting meeting, Register register, ApplicantId applicant) {
        return register.applicants().get(applicant).orElseThrow().documents().stream()
                .filter(document -> meeting.clearance().of(applicant, document).first().isPresent()).findFirst();
    }

    /** Somebody wants an exception, and a second has not agreed. */
    private static boolean asked(Meeting meeting, Register register, ApplicantId applicant) {
        return !meeting.clearance().open(register, applicant)
                && meeting.clearance().unreleased().get(applicant).filter(one -> one.version() == register.version(applicant)).isPresent();
    }

    private Conduct.Step onward(Register register, int room, ApplicantId applicant, Item.Document document, Cleared cleared) {
        if (cleared.plan().isEmpty() || cleared.stale() || chance.nextInt(9) == 0) return new Conduct.Step(PersonId.HOUSE, screening(applicant, document));
        var seen = new ArrayList<>(List.of(new SeenDocument(applicant, document.id(), cleared.plan().filter(_ -> chance.nextInt(9) > 0))));
        var other = any(register.applicants().keys());
        if (!other.equals(applicant) && chance.nextBoolean()) {
            seen.add(new SeenDocument(other, register.applicants().get(other).orElseThrow().documents().getFirst().id(), cleared.plan()));
        }
        return new Conduct.Step(somebody(room), cleared.first().isPresent() ? new ConfirmRelease(seen) : new ReleaseDocuments(seen));
    }

    private RecordScreening screening(ApplicantId applicant, Item.Document document) {
        var marks = chance.nextBoolean() ? List.<PageMark>of() : List.of(new PageMark(1, 1 + chance.nextInt(document.pages()),
                List.of(new HitCount(HitKind.NAME, 1 + chance.nextInt(4))), chance.nextInt(2), chance.nextBoolean(), false));
        return new RecordScreening(applicant, document.id(), document.sha256(), document.pages(), digest(chance.nextInt(3)), digest(chance.nextInt(4)), marks);
    }

    private List<Opening> openings(Meeting meeting, int room, ApplicantId applicant, Item.Document document) {
        var experts = meeting.intake().register().orElseThrow().expertsOf(TestPackage.room(room));
        return List.of(new Opening(any(experts), applicant, document.id(), meeting.clearance().of(applicant, document).releases(), meeting.clock()));
    }

    /** Of a document that may be anybody's, or of none. */
    Command nonsense(ApplicantId applicant) {
        var document = new DocumentId("doc_paper000" + chance.nextInt(9));
        var seen = List.of(new SeenDocument(applicant, document, Optional.of(digest(chance.nextInt(4)))));
        return switch (chance.nextInt(7)) {
            case 0 -> new RecordScreening(applicant, document, "00", chance.nextInt(9) - 2, "basis", digest(1), List.of(new PageMark(-1, 5, List.of(), 0, true, true)));
            case 1 -> new ReleaseDocuments(seen);
            case 2 -> new ConfirmRelease(chance.nextBoolean() ? seen : List.of());
            case 3 -> new WithdrawPage(applicant, document, chance.nextInt(9) - 3, Optional.empty());
            case 4 -> new OverrideGate(applicant);
            case 5 -> new SettleScores(TestPackage.room(1 + chance.nextInt(4)), applicant, Aftermath.GIVEN_BACK, new Ciphertext(""));
            default -> new RecordOpenings(List.of(new Opening(TestPackage.NOBODY, applicant, document, -1, 5)));
        };
    }

    static String digest(int number) {
        var digits = Integer.toHexString(number);
        return "0".repeat(64 - digits.length()) + digits;
    }

    private Optional<Ciphertext> reason() {
        return chance.nextBoolean() ? Optional.of(new Ciphertext("a name on it")) : Optional.empty();
    }

    private PersonId somebody(int room) {
        return switch (chance.nextInt(7)) {
            case 0 -> TestPackage.chair(room);
            case 1 -> TestPackage.expert(1, 1);
            case 2, 3 -> TestPackage.REGISTRAR;
            default -> TestPackage.secretary(room);
        };
    }

    private <T> T any(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }
}
