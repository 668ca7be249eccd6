package conclave.main;

import conclave.seal.bouncycastle.BouncyPackages;
import conclave.seal.bouncycastle.KeyPapers;
import conclave.seal.container.PackageCryptography;
import conclave.seal.container.PackagePapers;

/** Hands out what packages are sealed, signed and certified with. */
public final class PackageRoom {

    private PackageRoom() {
    }

    public static PackageCryptography cryptography() {
        return new BouncyPackages();
    }

    public static PackagePapers papers() {
        return new KeyPapers();
    }
}
