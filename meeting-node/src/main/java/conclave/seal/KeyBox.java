package conclave.seal;

import conclave.seal.KeyStick.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * 密钥箱: the secret files of a data folder lie sealed under one key that is not in the folder. Whoever takes the disk has
 * nothing but noise; a stick, the machine's TPM or two persons' shares bring the key at each start. A box that was opened stays
 * open in this process, as a disk that was mounted does.
 *
 * @param id of this sealing; a folder sealed anew has another
 */
public record KeyBox(Path folder, String id, byte[] check, boolean whole) {

    static final String FILE = "keybox";
    private static final Pattern LINE = Pattern.compile("conclave-keybox/1 ([0-9a-f]{32}) ([0-9a-f]{32}) (whole|begun)");
    private static final int CHECK_BYTES = 16;
    /** The box stands in the data folder, the secrets at most this deep in it. */
    private static final int DEEPEST = 4;
    private static final Map<Path, byte[]> OPEN = new ConcurrentHashMap<>();

    /** Begins a box with a key that was just drawn; it is open in this process, and holds nothing yet. */
    public static KeyBox begin(Path folder, Content content) throws IOException {
        var box = new KeyBox(folder, content.box(), check(content), false);
        box.write();
        box.open(content.key());
        return box;
    }

    /** The folder's box, where it has one. */
    public static Optional<KeyBox> of(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) return Optional.empty();
        var line = LINE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
        if (!line.matches()) throw damaged(file);
        return Optional.of(new KeyBox(folder, line.group(1), HexFormat.of().parseHex(line.group(2)), line.group(3).equals("whole")));
    }

    /** The box that a file lies in. */
    static Optional<KeyBox> around(Path file) throws IOException {
        var folder = file.toAbsolutePath().normalize().getParent();
        for (int i = 0; i < DEEPEST && folder != null; i++, folder = folder.getParent()) {
            var box = of(folder);
            if (box.isPresent()) return box;
        }
        return Optional.empty();
    }

    /** Throws {@link Unusable} for another key; then nothing is open that was not before. */
    public void open(byte[] key) {
        if (key.length != Secret.BYTES || !MessageDigest.isEqual(check, check(new Content(id, key)))) throw other(folder);
        OPEN.put(place(), key.clone());
    }

    public boolean isOpen() {
        return OPEN.containsKey(place());
    }

    /** The key is forgotten; what was read under it is in the hands of whoever read it. */
    public void close() {
        var key = OPEN.remove(place());
        if (key != null) Arrays.fill(key, (byte) 0);
    }

    /** For the shares that are printed, or another stick. */
    public Content content() {
        return new Content(id, key());
    }

    byte[] key() {
        var key = OPEN.get(place());
        if (key == null) throw new Unusable("key.box-closed", "The keys of this data folder are sealed, and the box was not opened.", "folder", folder.toString());
        return key;
    }

    /** From now on a secret that lies there unsealed was put there by somebody else. */
    public KeyBox wholeNow() throws IOException {
        var box = new KeyBox(folder, id, check, true);
        box.write();
        return box;
    }

    public void remove() throws IOException {
        close();
        Files.delete(folder.resolve(FILE));
        OwnerFiles.force(folder);
    }

    private void write() throws IOException {
        var line = "conclave-keybox/1 " + id + " " + HexFormat.of().formatHex(check) + " " + (whole ? "whole" : "begun") + "\n";
        OwnerFiles.write(folder.resolve(FILE), line.getBytes(StandardCharsets.US_ASCII));
    }

    private Path place() {
        return folder.toAbsolutePath().normalize();
    }

    /** Where in the folder a secret lies: one that was moved to another's place is not taken for it. */
    String nameOf(Path file) {
        return place().relativize(file.toAbsolutePath().normalize()).toString().replace(".part/", "/");
    }

    private static byte[] check(Content content) {
        var label = ("conclave key box 1\0" + content.box()).getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(Secret.expand(content.key(), label), CHECK_BYTES);
    }

    private static Unusable damaged(Path file) {
        return new Unusable("key.box-damaged", "The key box " + file + " is damaged.", "file", file.toString());
    }

    private static Unusable other(Path folder) {
        return new Unusable("key.box-other", "This key does not open the box of this data folder.", "folder", folder.toString());
    }

    @Override
    public String toString() {
        return "KeyBox(" + id + ")";
    }
}
