package conclave.seal.bouncycastle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conclave.seal.bouncycastle.Papers.Kind;
import conclave.seal.container.ContainerReader;
import conclave.seal.container.ContainerWriter;
import conclave.seal.container.Envelope;
import conclave.seal.container.PackageKey;
import conclave.seal.container.Profile;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.Unwrapping;
import conclave.seal.container.VolumeNames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may open a package, can; nobody else, and whatever is done to the envelope is a refusal (R12, R14, R24). */
class KeyEnvelopeTest {

    private static final BouncyPackages PACKAGES = new BouncyPackages();
    private static final Papers EC = Papers.authority(Kind.P256).signs(Kind.P256, Kind.P256, "EC");
    private static final Papers P384 = Papers.authority(Kind.P256).signs(Kind.P256, Kind.P384, "P384");
    private static final Papers SM2 = Papers.authority(Kind.SM2).signs(Kind.SM2, Kind.SM2, "SM2");
    private static final Papers RSA = Papers.authority(Kind.RSA).signs(Kind.RSA, Kind.RSA, "RSA");

    @TempDir
    private Path folder;

    @Test
    void everyRecipientOpensAndEachByItself() throws IOException {
        for (var profile : Profile.values()) {
            var envelope = PACKAGES.envelopeFor(profile, List.of(EC.certificate(), SM2.certificate(), RSA.certificate(), P384.certificate()));
            var name = profile.word();
            try (var writer = ContainerWriter.create(folder, name, envelope, PACKAGES.of(profile), VolumeNames.USUAL_SIZE)) {
                writer.payload().write(new byte[100_000]);
                writer.finish();
            }
            for (var papers : List.of(EC, SM2, RSA, P384)) {
                try (var reader = ContainerReader.open(VolumeNames.find(folder.resolve(name + ".mpkg")), PACKAGES.with(List.of(papers.key())), PACKAGES)) {
                    assertArrayEquals(new byte[100_000], reader.payload().readAllBytes());
                }
            }
        }
    }

    @Test
    void aKeyThatItWasNotSealedForDoesNotOpen() throws IOException {
        var envelope = PACKAGES.envelopeFor(Profile.INTERNATIONAL, List.of(EC.certificate()));
        var with = PACKAGES.with(List.of(SM2.key(), RSA.key()));
        assertEquals(Reason.NO_RECIPIENT, refusal(with, Profile.INTERNATIONAL, envelope.kind(), envelope.bytes()));
        assertEquals(Reason.NO_RECIPIENT, refusal(PACKAGES.with(List.of()), Profile.INTERNATIONAL, envelope.kind(), envelope.bytes()));
        var stranger = new PackageKey(P384.key().pkcs8(), EC.key().chain());
        assertEquals(Reason.ENVELOPE, refusal(PACKAGES.with(List.of(stranger)), Profile.INTERNATIONAL, envelope.kind(), envelope.bytes()));
    }

    @Test
    void noChangedByteOfAnEnvelopeIsMoreThanARefusalOrAnotherKey() throws IOException {
        for (var papers : List.of(EC, SM2, RSA)) {
            var bytes = PACKAGES.envelopeFor(Profile.GM, List.of(papers.certificate())).bytes();
            var with = PACKAGES.with(List.of(papers.key()));
            for (int i = 0; i < bytes.length; i += papers == RSA ? 11 : 2) {
                var changed = bytes.clone();
                changed[i] ^= (byte) (1 << (i / 2) % 8);
                try {
                    assertEquals(Envelope.KEY_BYTES, with.contentKey(Envelope.Kind.RECIPIENTS, Profile.GM, changed).length);
                } catch (Refused refused) {
                    assertTrue(refused.code().startsWith("envelope."), refused.code());
                }
            }
        }
    }

    @Test
    void garbageAndNestingAreRefusals() throws IOException {
        long seed = Long.getLong("conclave.seed", 21);
        var random = new Random(seed);
        var with = PACKAGES.with(List.of(EC.key(), SM2.key()));
        var sound = PACKAGES.envelopeFor(Profile.INTERNATIONAL, List.of(EC.certificate())).bytes();
        for (int round = 0; round < 400; round++) {
            var bytes = round % 2 == 0 ? new byte[random.nextInt(200)] : sound.clone();
            if (round % 2 == 0) random.nextBytes(bytes);
            else for (int i = 0; i < 4; i++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            var given = bytes;
            try {
                with.contentKey(Envelope.Kind.RECIPIENTS, Profile.INTERNATIONAL, given);
            } catch (Refused refused) {
                assertTrue(refused.code().startsWith("envelope."), "seed " + seed + " " + refused.code());
            }
        }
        for (byte[] pattern : new byte[][] {{0x30, (byte) 0x80}, {0x24, (byte) 0x80}, {0x30, (byte) 0x82, 0, 4}}) {
            var nested = ByteBuffer.allocate(Envelope.LARGEST);
            while (nested.remaining() >= pattern.length) nested.put(pattern);
            assertEquals(Reason.ENVELOPE, refusal(with, Profile.INTERNATIONAL, Envelope.Kind.RECIPIENTS, nested.array()));
        }
    }

    @Test
    void oldAlgorithmsAndWeakKeysAreNotTaken() throws Exception {
        var weak = Papers.authority(Kind.RSA).signs(Kind.RSA, Kind.WEAK_RSA, "weak").certificate();
        assertEquals(Reason.RECIPIENT_UNFIT, assertThrows(Refused.class, () -> PACKAGES.envelopeFor(Profile.INTERNATIONAL, List.of(weak))).reason());
        assertEquals(Reason.RECIPIENT_UNFIT,
                assertThrows(Refused.class, () -> PACKAGES.envelopeFor(Profile.INTERNATIONAL, List.of(new byte[] {1, 2, 3}))).reason());
        var generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(Bouncy.certificate(Bouncy.holder(RSA.certificate())))
                .setProvider(Bouncy.PROVIDER));
        var old = generator.generate(new CMSProcessableByteArray(CMSObjectIdentifiers.data, new byte[32]),
                new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).setProvider(Bouncy.PROVIDER).build()).toASN1Structure().getEncoded("DER");
        var with = PACKAGES.with(List.of(RSA.key()));
        assertEquals(Reason.ENVELOPE_ALGORITHM, refusal(with, Profile.INTERNATIONAL, Envelope.Kind.RECIPIENTS, old));
        var gm = PACKAGES.envelopeFor(Profile.GM, List.of(RSA.certificate())).bytes();
        assertEquals(Reason.ENVELOPE_ALGORITHM, refusal(with, Profile.INTERNATIONAL, Envelope.Kind.RECIPIENTS, gm));
    }

    @Test
    void aPassphraseOpensHoweverItWasTyped() throws IOException {
        for (var profile : Profile.values()) {
            var envelope = PACKAGES.envelopeFor(profile, "密钥信封 Abc-1234".toCharArray());
            for (var typed : List.of("密钥信封 Abc-1234", " 密钥信封\u3000Ａｂｃ-１２３４ ")) {
                assertEquals(Envelope.KEY_BYTES, PACKAGES.with(typed.toCharArray()).contentKey(envelope.kind(), profile, envelope.bytes()).length);
            }
            assertEquals(Reason.PASSPHRASE, refusal(PACKAGES.with("密钥信封 Abc-1235".toCharArray()), profile, envelope.kind(), envelope.bytes()));
        }
    }

    @Test
    void whatAPassphraseCostsIsBoundedBeforeItIsSpent() throws IOException {
        var cheap = PassphraseEnvelope.fresh(PACKAGES.of(Profile.GM), "long enough".toCharArray(), new PassphraseEnvelope.Cost(1, 1, 8 << 10));
        var with = PACKAGES.with("long enough".toCharArray());
        assertEquals(Envelope.KEY_BYTES, with.contentKey(cheap.kind(), Profile.GM, cheap.bytes()).length);
        for (int i = 0; i < cheap.bytes().length; i += i < 12 ? 1 : 9) {
            var changed = cheap.bytes();
            changed[i] ^= (byte) 0x80;
            var reason = refusal(with, Profile.GM, cheap.kind(), changed);
            var expected = i == 0 || i == 2 || i == 3 ? Reason.ENVELOPE : i < 12 && i != 10 && i != 11 ? Reason.PASSPHRASE_COST : Reason.PASSPHRASE;
            assertEquals(expected, reason, "byte " + i);
        }
        assertEquals(Reason.ENVELOPE, refusal(with, Profile.GM, cheap.kind(), new byte[5]));
        assertEquals(Reason.PASSPHRASE_SHORT, assertThrows(Refused.class, () -> PACKAGES.envelopeFor(Profile.GM, "kurz".toCharArray())).reason());
    }

    @Test
    void aPassphraseIsNoKeyAndAKeyNoPassphrase() throws IOException {
        var sealed = PACKAGES.envelopeFor(Profile.INTERNATIONAL, List.of(EC.certificate()));
        assertEquals(Reason.KEY_WANTED, refusal(PACKAGES.with("some words here".toCharArray()), Profile.INTERNATIONAL, sealed.kind(), sealed.bytes()));
        assertEquals(Reason.PASSPHRASE_WANTED, refusal(PACKAGES.with(List.of(EC.key())), Profile.INTERNATIONAL, Envelope.Kind.PASSPHRASE, new byte[88]));
    }

    @Test
    void opensslOpensWhatWeSealedForRsaAndEc() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed here");
        for (var papers : List.of(EC, RSA, P384)) {
            var envelope = PACKAGES.envelopeFor(Profile.INTERNATIONAL, List.of(SM2.certificate(), papers.certificate()));
            var sealed = Files.write(folder.resolve("envelope.der"), envelope.bytes());
            var key = Files.writeString(folder.resolve("key.pem"), KeyText.block("PRIVATE KEY", papers.key().pkcs8()));
            var certificate = Files.writeString(folder.resolve("certificate.pem"), KeyText.block("CERTIFICATE", papers.certificate()));
            var opened = folder.resolve("content-key");
            var process = new ProcessBuilder("/usr/bin/openssl", "cms", "-decrypt", "-inform", "DER", "-in", sealed.toString(), "-inkey", key.toString(),
                    "-recip", certificate.toString(), "-binary", "-out", opened.toString()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("openssl.log").toFile()).start();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0, () -> papers.name().toString());
            assertArrayEquals(PACKAGES.with(List.of(papers.key())).contentKey(envelope.kind(), Profile.INTERNATIONAL, envelope.bytes()), Files.readAllBytes(opened));
        }
    }

    private static Reason refusal(Unwrapping with, Profile profile, Envelope.Kind kind, byte[] bytes) {
        return assertThrows(Refused.class, () -> with.contentKey(kind, profile, bytes)).reason();
    }
}
