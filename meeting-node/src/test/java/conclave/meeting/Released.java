package conclave.meeting;

import conclave.meeting.event.AmendmentCommand.ReceiveAmendment;
import conclave.meeting.event.Change.ChangedDossier;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.HitCount;
import conclave.meeting.event.HitKind;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Opening;
import conclave.meeting.event.PageMark;
import conclave.meeting.event.PrepareCommand.ConfirmRelease;
import conclave.meeting.event.PrepareCommand.RecordOpenings;
import conclave.meeting.event.PrepareCommand.RecordScreening;
import conclave.meeting.event.PrepareCommand.ReleaseDocuments;
import conclave.meeting.event.PrepareCommand.WithdrawPage;
import conclave.meeting.event.SeenDocument;
import java.util.List;
import java.util.Optional;

/** Pages in words: screened, released, taken back, looked at. The only document of an applicant of room 1 is meant. */
public final class Released {

    public static final List<PageMark> A_NAME = List.of(new PageMark(2, 2, List.of(new HitCount(HitKind.NAME, 1)), 0, false, false));

    private Released() {
    }

    static Item.Document document(TestMeeting test, int applicant) {
        return test.now().walk().register().applicants().get(test.applicant(applicant)).orElseThrow().documents().getFirst();
    }

    static SeenDocument seen(TestMeeting test, int applicant) {
        var document = document(test, applicant);
        return new SeenDocument(test.applicant(applicant), document.id(), test.now().clearance().of(test.applicant(applicant), document).plan());
    }

    /** What the machine came to the how-manieth time; nothing was found. */
    static RecordScreening screening(TestMeeting test, int applicant, int time, PageMark... found) {
        var document = document(test, applicant);
        return new RecordScreening(test.applicant(applicant), document.id(), document.sha256(), document.pages(), RandomReleases.digest(time),
                RandomReleases.digest(time + 10), List.of(found));
    }

    public static TestMeeting screened(TestMeeting test, int applicant, PageMark... found) {
        test.accepted(PersonId.HOUSE, screening(test, applicant, 1, found));
        return test;
    }

    /** Nothing was found, and one person released it. */
    static TestMeeting released(TestMeeting test, int applicant) {
        screened(test, applicant).accepted(test.secretary(), new ReleaseDocuments(List.of(seen(test, applicant))));
        return test;
    }

    public static TestMeeting releasedByTwo(TestMeeting test, int applicant) {
        test.accepted(test.secretary(), new ReleaseDocuments(List.of(seen(test, applicant))));
        test.accepted(TestPackage.REGISTRAR, new ConfirmRelease(List.of(seen(test, applicant))));
        return test;
    }

    static WithdrawPage withdrawal(TestMeeting test, int applicant, int page) {
        return new WithdrawPage(test.applicant(applicant), document(test, applicant).id(), page, Optional.empty());
    }

    public static TestMeeting withdrawn(TestMeeting test, int applicant) {
        test.accepted(test.secretary(), withdrawal(test, applicant, 1));
        return test;
    }

    /** The office corrects a title: the same file under another name. */
    public static TestMeeting renamed(TestMeeting test, int applicant) {
        var register = test.now().walk().register();
        var a = register.applicants().get(test.applicant(applicant)).orElseThrow();
        var old = a.documents().getFirst();
        var file = new Item.Document(new DocumentId("doc_renamed1"), old.sha256(), old.bytes(), old.pages(), old.kind(), new Ciphertext("another title"));
        var renamed = new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), a.identity(), a.facts(), a.given(), List.of(file));
        test.accepted(PersonId.HOUSE, new ReceiveAmendment(Amended.id(2), "pkg_1", "pkg_2", 2, List.of(new ChangedDossier(register.version(a.id()), renamed))));
        return test;
    }

    static RecordOpenings look(TestMeeting test, int expert, int applicant) {
        var document = document(test, applicant);
        return new RecordOpenings(List.of(new Opening(test.expert(expert), test.applicant(applicant), document.id(),
                test.now().clearance().of(test.applicant(applicant), document).releases(), test.clock())));
    }

    public static TestMeeting looked(TestMeeting test, int expert, int applicant) {
        test.accepted(PersonId.HOUSE, look(test, expert, applicant));
        return test;
    }
}
