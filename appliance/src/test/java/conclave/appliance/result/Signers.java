package conclave.appliance.result;

import conclave.main.PackageRoom;
import conclave.seal.container.PackageKey;
import conclave.seal.container.PackagePapers.Holder;
import conclave.seal.container.PackagePapers.Kind;
import conclave.seal.container.Revocation;
import conclave.seal.container.SignerRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Keys of those between whom results and answers go, and of those who had better not be believed. */
final class Signers {

    private final Path place;
    private final TreeMap<String, PackageKey> keys = new TreeMap<>();

    private Signers(Path place) {
        this.place = place;
    }

    static Signers in(Path place) throws IOException {
        var signers = new Signers(place);
        signers.make("platform", SignerRole.PLATFORM);
        signers.make("node", SignerRole.NODE);
        signers.make("venue", SignerRole.VENUE);
        signers.make("stranger", SignerRole.PLATFORM);
        return signers;
    }

    private void make(String name, SignerRole role) throws IOException {
        var now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        var key = PackageRoom.papers().make(Kind.EC, new Holder(name, Set.of(role), now.minusSeconds(TimeUnit.DAYS.toSeconds(2)), now.plusSeconds(TimeUnit.DAYS.toSeconds(900))));
        PackageRoom.papers().write(place.resolve(name + ".key"), key, Optional.empty());
        Files.writeString(place.resolve(name + ".crt"), PackageRoom.papers().certificateText(key));
        keys.put(name, key);
    }

    Path revocation(String signer, String packageId, String meeting) throws IOException {
        var bytes = new Revocation(packageId, meeting, "lost", 1_795_000_000_000L).bytes();
        return Files.write(place.resolve(signer + ".revoked.p7s"), PackageRoom.cryptography().signer(List.of(keys.get(signer))).sign(bytes));
    }
}
