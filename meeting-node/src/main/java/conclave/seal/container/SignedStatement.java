package conclave.seal.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A statement whose signatures hold and whose signers may sign for such a package. There is no other way to one than through the check. */
public record SignedStatement(Statement statement, List<Signatory> signatories, byte[] signature) {

    public static SignedStatement read(Path file, SignatureCheck check, Trust trust, Instant at) throws IOException {
        if (!Files.isRegularFile(file)) throw Refused.because(Reason.SIGNATURE_ABSENT, "file", String.valueOf(file.getFileName()));
        try (var in = Files.newInputStream(file)) {
            return of(in.readNBytes(SignatureCheck.LARGEST + 1), check, trust, at);
        }
    }

    public static SignedStatement of(byte[] signature, SignatureCheck check, Trust trust, Instant at) throws Refused {
        if (signature.length > SignatureCheck.LARGEST) throw Refused.because(Reason.SIGNATURE_SIZE, "most", Integer.toString(SignatureCheck.LARGEST));
        var checked = check.check(signature, trust, at);
        var statement = Statement.read(checked.statement());
        for (var signatory : checked.signatories()) {
            if (!signatory.maySign(statement.type())) {
                throw Refused.because(Reason.SIGNER_ROLE, "signer", signatory.name(), "type", statement.type().word());
            }
        }
        if (checked.signatories().stream().noneMatch(signatory -> signatory.profile() == statement.profile())) {
            throw Refused.because(Reason.SIGNATURE_PROFILE, "profile", statement.profile().word());
        }
        if (trust.withdrawn().stream().anyMatch(one -> one.withdraws(statement, checked.signatories()))) {
            throw Refused.because(Reason.REVOKED, "package", statement.packageId());
        }
        if (trust.torn().contains(statement.packageId())) throw Refused.because(Reason.REVOCATION_TORN, "package", statement.packageId());
        return new SignedStatement(statement, checked.signatories(), signature);
    }
}
