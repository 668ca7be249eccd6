package conclave.appliance.result;

import conclave.appliance.pack.Said;
import conclave.codec.JsonFields;
import conclave.exchange.parcel.Complaint;
import conclave.exchange.parcel.Packing;
import conclave.main.PackageRoom;
import conclave.seal.container.PackageKey;
import conclave.seal.container.PackageType;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.Revocation;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.Trust;
import conclave.seal.container.VolumeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The revocation of a package that was built here and is recorded nowhere: by its id alone, or by a copy of it that was kept. */
record BuiltRevocation(List<PackageKey> keys, Trust trust, Path out, String reason) {

    /** For whoever has no authority above them: they are believed as themselves. */
    static Trust itself(List<PackageKey> keys) {
        return Trust.in(keys.stream().map(PackageKey::certificate).toArray(byte[][]::new));
    }

    static boolean isFile(String given) {
        return given.endsWith(".mpkg") || given.endsWith(VolumeNames.signature(""));
    }

    int of(String packageId, String meeting, Said said) {
        return told(packageId, meeting, Optional.empty(), said);
    }

    /** Its signature is enough; the volumes may be lost. */
    int of(Path copy, Said said) {
        var now = Instant.now();
        try {
            var signature = copy.toString().endsWith(".mpkg") ? copy.resolveSibling(VolumeNames.signature(VolumeNames.nameOf(copy))) : copy;
            var signed = SignedStatement.read(signature, PackageRoom.cryptography().check(), trust, now);
            return told(signed.statement().packageId(), signed.statement().meeting(), Optional.of(signed), said);
        } catch (Refused refused) {
            return said.refused(refused.reason() == Reason.SIGNER_UNTRUSTED ? others() : Packing.complaint(refused));
        } catch (IOException broken) {
            return said.refused(Packing.complaint(broken));
        }
    }

    private int told(String packageId, String meeting, Optional<SignedStatement> signed, Said said) {
        var place = Files.isDirectory(out) ? out.resolve(RevokeCommand.file(packageId)) : out;
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return said.refused(complaint("revoke.exists", place + " 已存在，没有覆盖：请换一个名称。", "The file exists and was not overwritten: choose another name."));
        }
        try {
            var signature = PackageRoom.cryptography().signer(keys).sign(new Revocation(packageId, meeting, reason, Instant.now().toEpochMilli()).bytes());
            var held = Revocation.read(signature, PackageRoom.cryptography().check(), trust, Instant.now());
            if (signed.isPresent() && !held.withdraws(signed.get().statement(), signed.get().signatories())) return said.refused(others());
            if (Arrays.stream(PackageType.values()).noneMatch(type -> held.withdraws(packageId, type))) {
                return said.refused(complaint(Reason.SIGNER_ROLE.code(), Reason.SIGNER_ROLE.chinese(), Reason.SIGNER_ROLE.english()));
            }
            if (place.toAbsolutePath().getParent() != null) Files.createDirectories(place.toAbsolutePath().getParent());
            Files.write(place, signature, StandardOpenOption.CREATE_NEW);
        } catch (IOException reason) {
            return said.refused(Packing.complaint(reason));
        }
        return said.done(List.of("✓ 数据包 " + packageId + " 的作废声明已签名：" + place + "。The revocation is signed.",
                "  请另行交给会场，放进数据目录的 revoked 文件夹，或在导入时用 --revoked 给出。它只对同一私钥（或同一机构签发的同名证书）所签的数据包有效。",
                "  Take it to the venue, into the folder revoked of its data folder, or give it with --revoked. It counts against what the same key has signed.",
                "  请用 conclave package build … --replaces " + packageId + " 重新制作。Then build the package again."),
                new JsonFields().put("package", packageId).put("meeting", meeting).put("already", false).put("file", place.toString()));
    }

    static Complaint others() {
        return complaint("revoke.other-signer", "这个数据包不是用给出的私钥签名的，只有签名的一方能作废。请改用制作时的私钥；证书换过的，用 --trust 给出签发机构的证书。",
                "The package was not signed with this key, and only who signed it revokes it. Give the key it was built with; where the certificate was renewed, name its authority's with --trust.");
    }

    private static Complaint complaint(String code, String chinese, String english) {
        return new Complaint(code, chinese, english, new TreeMap<>(), List.of());
    }
}
