package conclave.seal.bouncycastle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import conclave.seal.bouncycastle.Papers.Kind;
import conclave.seal.container.PackageKey;
import conclave.seal.container.Profile;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.Revocation;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.SignerRole;
import conclave.seal.container.Trust;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A package is revoked by who signed it and by nobody else; what cannot be read revokes nothing. */
class RevocationTest {

    private static final BouncyPackages PACKAGES = new BouncyPackages();
    private static final Papers ROOT = Papers.authority(Kind.P256);
    private static final Papers OFFICE = ROOT.signs(Kind.P256, Kind.P256, "职改办", SignerRole.OFFICE);
    private static final Trust TRUST = Trust.in(ROOT.certificate());
    private static final String ID = "pkg-1";

    private static byte[] revocation(String packageId, PackageKey... keys) throws IOException {
        return PACKAGES.signer(List.of(keys)).sign(new Revocation(packageId, "mtg-1", "介质遗失", 1_795_000_000_000L).bytes());
    }

    private static Revocation.Signed read(byte[] bytes, Trust trust) throws Refused {
        return Revocation.read(bytes, PACKAGES.check(), trust, Papers.NOW);
    }

    private static Optional<Reason> refusal(Trust trust, byte[] revocation) throws IOException {
        return refusal(trust.without(List.of(read(revocation, trust)), Set.of()));
    }

    private static Optional<Reason> refusal(Trust trust) throws IOException {
        var signature = PACKAGES.signer(List.of(OFFICE.key())).sign(StatementSignatureTest.statement(Profile.INTERNATIONAL).bytes());
        try {
            SignedStatement.of(signature, PACKAGES.check(), trust, Papers.NOW);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.reason());
        }
    }

    @Test
    void whoSignedItRevokesItAlsoWithARenewedCertificate() throws IOException {
        assertEquals(Optional.of(Reason.REVOKED), refusal(TRUST, revocation(ID, OFFICE.key())));
        var renewed = ROOT.signs(Kind.P256, Kind.P256, "职改办", SignerRole.OFFICE);
        assertEquals(Optional.of(Reason.REVOKED), refusal(TRUST, revocation(ID, renewed.key())));
        var itself = Trust.in(OFFICE.certificate());
        assertEquals(Optional.of(Reason.REVOKED), refusal(itself, revocation(ID, OFFICE.key())));
    }

    @Test
    void nobodyElseDoesThoughTheyMaySignSuchPackages() throws IOException {
        var platform = ROOT.signs(Kind.P256, Kind.P256, "另一单位", SignerRole.PLATFORM, SignerRole.OFFICE);
        assertEquals(Optional.empty(), refusal(TRUST, revocation(ID, platform.key())));
        var otherRoot = Papers.authority(Kind.P256);
        var namesake = otherRoot.signs(Kind.P256, Kind.P256, "职改办", SignerRole.OFFICE);
        var both = Trust.in(ROOT.certificate(), otherRoot.certificate());
        assertEquals(Optional.empty(), refusal(both, revocation(ID, namesake.key())), "the same name of another authority");
        var demoted = ROOT.signs(Kind.P256, Kind.P256, "职改办", SignerRole.VENUE);
        assertEquals(Optional.empty(), refusal(TRUST, revocation(ID, demoted.key())), "who may not sign meetings any more");
        assertEquals(Optional.empty(), refusal(TRUST, revocation("pkg-2", OFFICE.key())), "another package");
    }

    @Test
    void aForgedOneIsNoneAndNoChangedByteIsBelieved() throws IOException {
        var forged = Papers.authority(Kind.P256).signs(Kind.P256, Kind.P256, "职改办", SignerRole.OFFICE);
        assertEquals(Reason.SIGNER_UNTRUSTED, assertThrows(Refused.class, () -> read(revocation(ID, forged.key()), TRUST)).reason());
        long seed = Long.getLong("conclave.seed", System.nanoTime());
        var random = new Random(seed);
        var sound = revocation(ID, OFFICE.key());
        for (int run = 0; run < 40; run++) {
            var bytes = sound.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            assertThrows(Refused.class, () -> read(bytes, TRUST), "seed " + seed + ", run " + run);
        }
    }

    @Test
    void whereATornOneBearsThePackagesNameSomebodyLooksFirst() throws IOException {
        assertEquals(Optional.of(Reason.REVOCATION_TORN), refusal(TRUST.without(List.of(), Set.of(ID))));
        assertEquals(Optional.empty(), refusal(TRUST.without(List.of(), Set.of("pkg-2"))));
    }
}
