package conclave.meeting;

import conclave.meeting.event.Change.ChangedDossier;
import conclave.meeting.event.Change.LateApplicant;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.AmendmentId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Item;
import conclave.meeting.intake.Register;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.TreeMap;

/** Amendments in words: somebody late, another file, other points. */
public final class Amended {

    private Amended() {
    }

    public static AmendmentId id(int number) {
        return new AmendmentId("amd_amendment" + number);
    }

    public static LateApplicant late(Register register, int room, int n) {
        var late = TestPackage.applying(room, n);
        var order = register.applicants().values().stream().mapToInt(Item.Applicant::order).max().orElse(0) + 1;
        return new LateApplicant(new Item.Applicant(late.id(), late.code(), late.room(), order, late.specialty(), late.identity(), late.facts(), late.given(),
                java.util.List.of(document("late" + n, "f1"))));
    }

    /** The last document gives way to another. */
    public static Item.Applicant refiled(Item.Applicant a, int version) {
        var documents = new ArrayList<>(a.documents());
        documents.set(documents.size() - 1, document(a.id().value().substring(6) + "v" + Math.max(0, version), "f" + version));
        return new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), a.identity(), a.facts(), a.given(), documents);
    }

    public static Item.Applicant recounted(Item.Applicant a, String points) {
        var given = new TreeMap<>(a.given());
        given.put("A1", new BigDecimal(points));
        return new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), a.identity(), a.facts(), given, a.documents());
    }

    public static ChangedDossier refiled(TestMeeting test, int applicant) {
        var register = test.now().intake().register().orElseThrow();
        var before = register.applicants().get(test.applicant(applicant)).orElseThrow();
        return new ChangedDossier(register.version(before.id()), refiled(before, register.version(before.id()) + 1));
    }

    private static Item.Document document(String name, String sha256) {
        return new Item.Document(new DocumentId("doc_other" + name.replaceAll("[^0-9a-z]", "")), sha256, 2048, 4, "paper", new Ciphertext("sealed"));
    }
}
