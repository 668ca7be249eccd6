package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.codec.Json;
import conclave.document.PdfFixtures;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Role;
import conclave.meeting.prepare.FactKey;
import conclave.node.OtherMeetings;
import conclave.seal.Digests;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secretary in a hurry writes the applicant's name into the title of a late file, and into the reason; whoever judges does not read it there. */
class TitlesInChangesTest {

    private static final String KIND = "[Str[value=证书证明]]";

    private static final String REASON = "王丽的证书误放在此";

    @TempDir
    private Path folder;

    private TestSite site(boolean screened) throws Exception {
        return site(screened, MeetingFile.Policy.SINGLE_BLIND);
    }

    private TestSite site(boolean screened, MeetingFile.Policy policy) throws Exception {
        return new TestSite(folder, 1, policy, file -> OtherMeetings.withJudgingChair(!screened ? file : new MeetingFile(
                file.meeting().with(MeetingFile.Screening.REQUIRED), file.people(), file.applicants(), file.sheet(), file.mode(), file.rules(), file.recusals(), file.files())));
    }

    private static Item.Applicant first(TestSite site, HeldRoom room) {
        var id = new ApplicantId(HeldRoom.candidates(HeldRoom.desk(room.experts.getFirst())).getFirst());
        return site.hall.register().orElseThrow().applicants().get(id).orElseThrow();
    }

    private static String named(TestSite site, Item.Applicant applicant) {
        return site.hall.faces().application(applicant).facts().get(FactKey.NAME) + "的证书";
    }

    private static void proposes(HeldRoom room, Item.Applicant applicant, String title) throws IOException {
        var pdf = PdfFixtures.text(1);
        var path = "/api/applicants/" + applicant.id().value();
        HeldRoom.ok(room.secretary.send(room.secretary.request(path + "/upload").header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(pdf))), 200);
        HeldRoom.ok(room.secretary.post(path + "/amendment", "{\"document\":\"" + applicant.documents().getFirst().id().value() + "\",\"file\":\""
                + Digests.hex(Digests.sha256(pdf)) + "\",\"title\":\"" + title + "\",\"kind\":\"certificate\",\"reason\":\"" + REASON + "\"}"), 200);
    }

    private static Json reason(TestSite.Browser who, HeldRoom room) {
        var amendments = TestSite.json(who.get("/api/rooms/" + room.id)).object("amendments");
        return HeldRoom.objects(amendments, "open").getFirst().fields().get("reason");
    }

    /** What its page of releases says of the one dossier of which there is something to say. */
    private static Json.Obj released(TestSite.Browser who, HeldRoom room, ApplicantId id) {
        return HeldRoom.objects(TestSite.json(who.get("/api/rooms/" + room.id + "/release")), "applicants").stream()
                .filter(one -> one.text("id").equals(id.value())).findFirst().orElseThrow();
    }

    private static Json.Obj change(TestSite.Browser who, HeldRoom room, String where) {
        var amendments = TestSite.json(who.get("/api/rooms/" + room.id)).object("amendments");
        return HeldRoom.objects(HeldRoom.objects(amendments, where).getFirst(), "changes").getFirst();
    }

    private static void signs(TestSite.Browser who, HeldRoom room) {
        var open = HeldRoom.objects(room.page().object("amendments"), "open").getFirst().text("id");
        HeldRoom.ok(who.post("/api/amendments/" + open + "/signature", "{}"), 200);
    }

    @Test
    void aChairWhoJudgesSignsForAFileOfItsKindAndReadsNoTitleThatNobodyHasAnsweredFor() throws Exception {
        try (var site = site(true)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var applicant = first(site, room);
            var title = named(site, applicant);
            proposes(room, applicant, title);
            var chair = site.signedIn(Role.CHAIR, "R01", 0);
            assertEquals("[Str[value=" + title + "]]", change(room.secretary, room, "open").list("files").toString());
            assertEquals(KIND, change(chair, room, "open").list("files").toString());
            assertEquals("[Str[value=申报表]]", change(chair, room, "open").list("gone").toString(), "what was never open either");
            signs(chair, room);
            assertEquals(KIND, change(chair, room, "inForce").list("files").toString());
        }
    }

    /** Where pages need no release the title is still none that says whose it is. */
    @Test
    void inADossierThatIsOpenATitleThatSaysWhoseItIsBecomesItsKind() throws Exception {
        try (var site = site(false)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var applicant = first(site, room);
            proposes(room, applicant, named(site, applicant));
            var chair = site.signedIn(Role.CHAIR, "R01", 0);
            assertEquals(KIND, change(chair, room, "open").list("files").toString());
            signs(chair, room);
            var expert = room.experts.getLast();
            assertEquals(KIND, TestSite.json(expert.get("/api/applicants/" + applicant.id().value() + "/score")).object("dossier").list("files").toString());
        }
    }

    @Test
    void anInnocentTitleIsShown() throws Exception {
        try (var site = site(false)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            proposes(room, first(site, room), "补交的证书");
            assertEquals("[Str[value=补交的证书]]", change(site.signedIn(Role.CHAIR, "R01", 0), room, "open").list("files").toString());
        }
    }

    /** "The certificate of another one lay here": whose it is stands in the reason, and no sieve for this applicant would find it. */
    @Test
    void whyADossierIsChangedIsToldToWhoeverDoesNotJudge() throws Exception {
        try (var site = site(false)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            proposes(room, first(site, room), "证书");
            assertEquals(Json.text(REASON), reason(room.secretary, room));
            assertEquals(Json.Null.NULL, reason(site.signedIn(Role.CHAIR, "R01", 0), room));
        }
    }

    @Test
    void whereEverybodyIsToldTheNamesAnywayTheChairReadsWhy() throws Exception {
        try (var site = site(false, MeetingFile.Policy.REAL_NAME)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            proposes(room, first(site, room), "证书");
            assertEquals(Json.text(REASON), reason(site.signedIn(Role.CHAIR, "R01", 0), room));
        }
    }

    @Test
    void whyADossierIsOpenedOrAPageTakenBackIsNotToldEither() throws Exception {
        try (var site = site(true)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var applicant = first(site, room);
            var path = "/api/applicants/" + applicant.id().value();
            HeldRoom.ok(room.secretary.post(path + "/override", "{\"reason\":\"" + REASON + "\"}"), 200);
            HeldRoom.ok(site.signedIn(Role.REGISTRAR, "", 0).post(path + "/override/agreement", "{}"), 200);
            HeldRoom.ok(room.secretary.post(path + "/withdrawal", "{\"document\":\"" + applicant.documents().getFirst().id().value()
                    + "\",\"page\":1,\"reason\":\"" + REASON + "\"}"), 200);
            var chair = site.signedIn(Role.CHAIR, "R01", 0);
            assertEquals(Json.text(REASON), released(room.secretary, room, applicant.id()).object("override").fields().get("reason"));
            assertEquals(Json.Null.NULL, released(chair, room, applicant.id()).object("override").fields().get("reason"));
            assertEquals(Json.text(REASON), HeldRoom.objects(released(room.secretary, room, applicant.id()), "withdrawals").getFirst().fields().get("reason"));
            assertEquals(Json.Null.NULL, HeldRoom.objects(released(chair, room, applicant.id()), "withdrawals").getFirst().fields().get("reason"));
        }
    }
}
