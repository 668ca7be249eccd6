package conclave.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a node knows and nobody else: the pepper of personal codes, the secret of cookies, the key it signs with.
 * All made together on the first start, or none; a folder in which one is missing is never completed with new ones.
 */
public record NodeKeys(Secret pepper, Secret cookies, SigningKey signing) {

    private static final String PEPPER = "pepper";
    private static final String COOKIES = "cookies";

    /**
     * @param folder   the node's own folder; the keys come into its sub-folder {@code keys}
     * @param newIsFine true only where no meeting was ever held, since new keys would orphan its codes and signatures
     */
    public static NodeKeys at(Path folder, boolean newIsFine) throws IOException {
        var keys = folder.resolve("keys");
        if (!Files.exists(keys)) {
            if (!newIsFine) throw Unusable.absent(keys);
            found(keys, null);
        }
        return new NodeKeys(Secret.open(keys.resolve(PEPPER), PEPPER), Secret.open(keys.resolve(COOKIES), COOKIES),
                SigningKey.open(keys.resolve("signing.p8"), keys.resolve("signing.pub")));
    }

    /**
     * Makes the keys of a further server of the kit, in a folder that has none: codes and cookies are good at each
     * server, but each signs with its own key.
     */
    public NodeKeys another(Path folder) throws IOException {
        found(folder.resolve("keys"), this);
        return at(folder, false);
    }

    public CodeBook codeBook() {
        return new CodeBook(pepper);
    }

    public Stamp stamp(String purpose) {
        return new Stamp(cookies, purpose);
    }

    private static void found(Path keys, NodeKeys elder) throws IOException {
        var part = keys.resolveSibling(keys.getFileName() + ".part");
        clear(part);
        OwnerFiles.makeFolder(part);
        var pepper = elder == null ? Secret.fresh() : elder.pepper;
        var cookies = elder == null ? Secret.fresh() : elder.cookies;
        pepper.keep(part.resolve(PEPPER), PEPPER);
        cookies.keep(part.resolve(COOKIES), COOKIES);
        SigningKey.found(part.resolve("signing.p8"), part.resolve("signing.pub"));
        Files.move(part, keys, StandardCopyOption.ATOMIC_MOVE);
        OwnerFiles.force(OwnerFiles.folderOf(keys));
    }

    /** What an interrupted first start left behind was never used by anyone. */
    private static void clear(Path part) throws IOException {
        if (!Files.exists(part)) return;
        List<Path> left;
        try (var files = Files.list(part)) {
            left = files.toList();
        }
        for (var file : left) KeyFile.destroy(file);
        Files.delete(part);
    }

    @Override
    public String toString() {
        return "NodeKeys(" + signing.id() + ", not shown)";
    }
}
