package conclave.seal.bouncycastle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conclave.seal.bouncycastle.Papers.Kind;
import conclave.seal.container.PackageKey;
import conclave.seal.container.PackageType;
import conclave.seal.container.Profile;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.SignerRole;
import conclave.seal.container.Statement;
import conclave.seal.container.Trust;
import conclave.seal.container.Volume;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement is believed when every signature under it holds and every signer may sign it; otherwise it is a refusal of its own kind (R12–R14). */
class StatementSignatureTest {

    private static final BouncyPackages PACKAGES = new BouncyPackages();
    private static final Papers ROOT = Papers.authority(Kind.P256);
    private static final Papers GM_ROOT = Papers.authority(Kind.SM2);
    private static final Papers OFFICE = ROOT.signs(Kind.P256, Kind.P256, "职改办", SignerRole.OFFICE);
    private static final Papers GM_OFFICE = GM_ROOT.signs(Kind.SM2, Kind.SM2, "GM office", SignerRole.OFFICE);
    private static final Trust TRUST = Trust.in(ROOT.certificate(), GM_ROOT.certificate());

    @TempDir
    private Path folder;

    static Statement statement(Profile profile) {
        var sm3 = profile == Profile.GM ? Optional.of("b".repeat(64)) : Optional.<String>empty();
        return new Statement(PackageType.MEETING, "pkg-1", 3, Optional.of("pkg-0"), "mtg-1", "水利高级评审", Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-12-01T00:00:00Z"), profile, List.of(new Volume("P.mpkg", 1000, "a".repeat(64), sm3)), List.of(), "conclave 0.1");
    }

    private static byte[] signed(Profile profile, PackageKey... keys) throws IOException {
        return PACKAGES.signer(List.of(keys)).sign(statement(profile).bytes());
    }

    private static SignedStatement opened(byte[] signature, Trust trust, Instant at) throws Refused {
        return SignedStatement.of(signature, PACKAGES.check(), trust, at);
    }

    private static Reason refusal(byte[] signature, Trust trust) {
        return assertThrows(Refused.class, () -> opened(signature, trust, Papers.NOW)).reason();
    }

    @Test
    void eitherSignatureAndBothTogetherHold() throws IOException {
        assertEquals(statement(Profile.INTERNATIONAL), opened(signed(Profile.INTERNATIONAL, OFFICE.key()), TRUST, Papers.NOW).statement());
        assertEquals(statement(Profile.GM), opened(signed(Profile.GM, GM_OFFICE.key()), TRUST, Papers.NOW).statement());
        var both = opened(signed(Profile.GM, OFFICE.key(), GM_OFFICE.key()), TRUST, Papers.NOW);
        assertEquals(Set.of("职改办", "GM office"), Set.copyOf(both.signatories().stream().map(s -> s.name()).toList()));
    }

    @Test
    void whereOneOfTwoDoesNotHoldNothingHolds() throws IOException {
        assertEquals(Reason.SIGNER_UNTRUSTED, refusal(signed(Profile.GM, OFFICE.key(), GM_OFFICE.key()), Trust.in(ROOT.certificate())));
        assertEquals(Reason.SIGNER_UNTRUSTED, refusal(signed(Profile.GM, OFFICE.key(), GM_OFFICE.key()), Trust.in(GM_ROOT.certificate())));
        assertEquals(Reason.SIGNATURE_PROFILE, refusal(signed(Profile.GM, OFFICE.key()), TRUST));
        assertEquals(Reason.SIGNATURE_PROFILE, refusal(signed(Profile.INTERNATIONAL, GM_OFFICE.key()), TRUST));
    }

    @Test
    void noChangedByteIsBelieved() throws IOException {
        for (var signature : List.of(signed(Profile.INTERNATIONAL, OFFICE.key()), signed(Profile.GM, GM_OFFICE.key()))) {
            for (int i = 0; i < signature.length; i++) {
                var changed = signature.clone();
                changed[i] ^= (byte) (1 << i % 8);
                assertThrows(Refused.class, () -> opened(changed, TRUST, Papers.NOW), "byte " + i + " of " + signature.length);
            }
        }
    }

    @Test
    void cutOrGrownItIsNotRead() throws IOException {
        var signature = signed(Profile.INTERNATIONAL, OFFICE.key());
        for (int length = 0; length < signature.length; length++) {
            assertEquals(Reason.SIGNATURE_FORM, refusal(Arrays.copyOf(signature, length), TRUST));
        }
        assertEquals(Reason.SIGNATURE_FORM, refusal(Arrays.copyOf(signature, signature.length + 1), TRUST));
        assertEquals(Reason.SIGNATURE_SIZE, refusal(new byte[(64 << 10) + 1], TRUST));
    }

    @Test
    void garbageAndNestingAreRefusals() throws IOException {
        long seed = Long.getLong("conclave.seed", 22);
        var random = new Random(seed);
        var sound = signed(Profile.INTERNATIONAL, OFFICE.key());
        for (int round = 0; round < 1_500; round++) {
            var bytes = sound.clone();
            for (int i = 0; i < 3; i++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            if (Arrays.equals(bytes, sound)) continue;
            assertThrows(Refused.class, () -> opened(bytes, TRUST, Papers.NOW), "seed " + seed + ", round " + round);
        }
        var nested = ByteBuffer.allocate(60_000);
        while (nested.hasRemaining()) nested.putShort((short) 0x3080);
        assertEquals(Reason.SIGNATURE_FORM, refusal(nested.array(), TRUST));
    }

    @Test
    void theSignersTimeIsAskedFor() throws IOException {
        var signature = signed(Profile.INTERNATIONAL, OFFICE.key());
        var late = assertThrows(Refused.class, () -> opened(signature, TRUST, Papers.UNTIL.plusSeconds(1)));
        assertEquals(Reason.SIGNER_EXPIRED, late.reason());
        assertTrue(late.chinese().contains("职改办"));
        assertEquals(Reason.SIGNER_EARLY, assertThrows(Refused.class, () -> opened(signature, TRUST, Papers.FROM.minusSeconds(1))).reason());
    }

    @Test
    void whoMayNotSignSuchAPackageIsRefused() throws IOException {
        var node = ROOT.signs(Kind.P256, Kind.P256, "node", SignerRole.NODE);
        assertEquals(Reason.SIGNER_ROLE, refusal(signed(Profile.INTERNATIONAL, node.key()), TRUST));
        var nobody = ROOT.signs(Kind.P256, Kind.P256, "nobody");
        assertEquals(Reason.SIGNER_ROLE, refusal(signed(Profile.INTERNATIONAL, nobody.key()), TRUST));
        assertEquals(Reason.SIGNER_ROLE, refusal(signed(Profile.INTERNATIONAL, OFFICE.key(), node.key()), TRUST));
        var named = new Trust(TRUST.anchors(), Map.of(CmsCheck.print(nobody.certificate()), Set.of(SignerRole.PLATFORM)), Set.of());
        assertEquals(Set.of(SignerRole.PLATFORM), opened(signed(Profile.INTERNATIONAL, nobody.key()), named, Papers.NOW).signatories().getFirst().roles());
    }

    @Test
    void aStrangersAuthorityAndARevokedSignerAreRefused() throws IOException {
        var forged = Papers.authority(Kind.P256).signs(Kind.P256, Kind.P256, "职改办", SignerRole.OFFICE);
        assertEquals(Reason.SIGNER_UNTRUSTED, refusal(signed(Profile.INTERNATIONAL, forged.key()), TRUST));
        assertEquals(Reason.SIGNER_UNTRUSTED, refusal(signed(Profile.INTERNATIONAL, OFFICE.key()), Trust.in()));
        var issuedByASigner = OFFICE.signs(Kind.P256, Kind.P256, "issued by a signer", SignerRole.OFFICE);
        assertEquals(Reason.SIGNER_UNTRUSTED, refusal(signed(Profile.INTERNATIONAL, issuedByASigner.key()), TRUST));
        var revoked = new Trust(TRUST.anchors(), Map.of(), Set.of(CmsCheck.print(OFFICE.certificate())));
        assertEquals(Reason.SIGNER_REVOKED, refusal(signed(Profile.INTERNATIONAL, OFFICE.key()), revoked));
    }

    @Test
    void aSignerMayBeTrustedByItselfOrOverOneBetween() throws IOException {
        assertEquals(1, opened(signed(Profile.INTERNATIONAL, OFFICE.key()), Trust.in(OFFICE.certificate()), Papers.NOW).signatories().size());
        var between = ROOT.between(Kind.P256, Kind.P256).signs(Kind.P256, Kind.P256, "below", SignerRole.PLATFORM);
        assertEquals(1, opened(signed(Profile.INTERNATIONAL, between.key()), TRUST, Papers.NOW).signatories().size());
    }

    @Test
    void weakAlgorithmsAreRefused() throws IOException {
        var old = Papers.authority(Kind.OLD_RSA);
        var under = old.signs(Kind.OLD_RSA, Kind.P256, "under SHA-1", SignerRole.OFFICE);
        assertEquals(Reason.SIGNATURE_ALGORITHM, refusal(signed(Profile.INTERNATIONAL, under.key()), Trust.in(old.certificate())));
        for (var kind : List.of(Kind.RSA, Kind.P384)) {
            var unfit = ROOT.signs(Kind.P256, kind, "unfit", SignerRole.OFFICE);
            assertEquals(Reason.SIGNER_UNFIT, assertThrows(Refused.class, () -> signed(Profile.INTERNATIONAL, unfit.key())).reason());
        }
        var mixed = new PackageKey(OFFICE.key().pkcs8(), ROOT.signs(Kind.P256, Kind.P256, "another", SignerRole.OFFICE).key().chain());
        assertEquals(Reason.SIGNER_UNFIT, assertThrows(Refused.class, () -> signed(Profile.INTERNATIONAL, mixed)).reason());
    }

    @Test
    void opensslVerifiesWhatWeSignAndReadsTheStatement() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed here");
        var signature = Files.write(folder.resolve("P.mpkg.p7s"), signed(Profile.INTERNATIONAL, OFFICE.key()));
        var anchor = Files.writeString(folder.resolve("anchor.pem"), Pem.certificates(List.of(Bouncy.certificate(Bouncy.holder(ROOT.certificate())))));
        var statement = folder.resolve("statement.json");
        assertEquals(0, openssl("cms", "-verify", "-inform", "DER", "-in", signature.toString(), "-CAfile", anchor.toString(), "-purpose", "any",
                "-attime", Long.toString(Papers.NOW.getEpochSecond()), "-out", statement.toString()));
        assertArrayEquals(statement(Profile.INTERNATIONAL).bytes(), Files.readAllBytes(statement));
        var changed = Files.readAllBytes(signature);
        changed[changed.length - 5] ^= 1;
        Files.write(signature, changed);
        assertFalse(openssl("cms", "-verify", "-inform", "DER", "-in", signature.toString(), "-CAfile", anchor.toString(), "-purpose", "any",
                "-attime", Long.toString(Papers.NOW.getEpochSecond()), "-out", statement.toString()) == 0);
    }

    private int openssl(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("/usr/bin/openssl"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("openssl.log").toFile()).start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return process.exitValue();
    }
}
