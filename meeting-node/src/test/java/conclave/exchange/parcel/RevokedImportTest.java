package conclave.exchange.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.seal.container.Profile;
import conclave.seal.container.Revocation;
import conclave.seal.container.Signatory;
import conclave.seal.container.SignerRole;
import conclave.seal.container.Statement;
import conclave.seal.container.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was revoked is not taken, what takes its place is, and what was taken before stays as it is. */
class RevokedImportTest {

    @TempDir
    private Path temp;
    private Office office;
    private Venue venue;

    @BeforeEach
    void begin() throws IOException {
        office = new Office(temp);
        venue = new Venue(temp);
    }

    private static Desk without(String packageId, String print) {
        var signer = new Signatory("office", print, Profile.INTERNATIONAL, Set.of(SignerRole.OFFICE), new byte[0], Optional.empty());
        var revoked = new Revocation.Signed(new Revocation(packageId, "mtg-1", "lost", 1), List.of(signer));
        var desk = Office.desk();
        return new Desk(desk.check(), Trust.in().without(List.of(revoked), Set.of()), desk.opening(), desk.suites(), desk.at(), false, Optional.empty());
    }

    private Path inPlaceOf(String lost, String name, String id, long sequence) throws IOException {
        office.purpose = "a test" + Statement.replacing(lost);
        return office.next(name, id, sequence, lost);
    }

    @Test
    void onlyForWhoSignedItAndOnlyThatPackage() throws IOException {
        var lost = office.build("A");
        venue.refused("package.revoked", lost, without("pkg-1", "0".repeat(64)));
        venue.taken(lost);
        var another = office.next("B", "pkg-2", 2, "pkg-1");
        assertEquals(Outcome.Taken.class, venue.bring(another, without("pkg-2", "1".repeat(64))).getClass());
    }

    @Test
    void whatIsHereAlreadyStays() throws IOException {
        var first = office.build("A");
        venue.taken(first);
        venue.refused("import.revoked-late", first, without("pkg-1", "0".repeat(64)));
    }

    @Test
    void itsSuccessorIsTakenWhereTheLostOneNeverCame() throws IOException {
        var lost = office.build("A");
        venue.taken(inPlaceOf("pkg-1", "B", "pkg-2", 2));
        venue.refused("import.rollback", lost, Office.desk());
    }

    @Test
    void alsoWhereTheOneBeforeTheLostOneCame() throws IOException {
        venue.taken(office.build("A"));
        var lost = office.next("B", "pkg-2", 2, "pkg-1");
        venue.taken(inPlaceOf("pkg-2", "C", "pkg-3", 3));
        venue.refused("import.rollback", lost, Office.desk());
        venue.refused("import.predecessor-missing", inPlaceOf("pkg-1", "D", "pkg-4", 4), Office.desk());
    }

    @Test
    void andNotOverTheServersShoulder() throws IOException {
        venue.taken(office.build("A"));
        try (var shelf = Shelf.open(venue.data)) {
            shelf.journal().begun("pkg-1", "mtg-x", Office.TODAY);
        }
        venue.refused("import.already-open", inPlaceOf("pkg-2", "C", "pkg-3", 3), Office.desk());
    }
}
