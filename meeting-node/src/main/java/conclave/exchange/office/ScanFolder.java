package conclave.exchange.office;

import conclave.exchange.workbook.Spot;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** Everything below a folder that may be somebody's document; a zip in it counts as a folder of its own name. No link is followed. */
final class ScanFolder extends SimpleFileVisitor<Path> implements AutoCloseable {

    static final int MOST = 100_000;
    private static final int DEEPEST = 12;

    private final Path root;
    private final Slips slips;
    private final ArrayList<Scan> scans = new ArrayList<>();
    private final ArrayList<ZipFolder> zips = new ArrayList<>();

    private ScanFolder(Path root, Slips slips) {
        this.root = root;
        this.slips = slips;
    }

    /** @param place a folder, or a zip */
    static ScanFolder of(Path place, Slips slips) {
        var folder = new ScanFolder(place, slips);
        try {
            if (Files.isDirectory(place)) Files.walkFileTree(place, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, folder);
            else folder.zip(place, "");
        } catch (IOException e) {
            slips.error(Slip.FILE_UNREADABLE, place.getFileName().toString(), Spot.FILE, "");
        }
        folder.scans.sort(Comparator.comparing(Scan::name));
        return folder;
    }

    List<Scan> scans() {
        return List.copyOf(scans);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        var name = root.relativize(file).toString().replace('\\', '/');
        if (Scan.litter(name)) return FileVisitResult.CONTINUE;
        if (scans.size() >= MOST) {
            slips.error(Slip.TOO_MANY_FILES, "", Spot.FILE, "", MOST);
            return FileVisitResult.TERMINATE;
        }
        if (!attributes.isRegularFile()) slips.error(Slip.LINK_REFUSED, name, Spot.FILE, "");
        else if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) zip(file, name.substring(0, name.length() - 4) + "/");
        else scans.add(new Scan(name, attributes.size(), () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        slips.error(Slip.FILE_UNREADABLE, root.relativize(file).toString(), Spot.FILE, "");
        return FileVisitResult.CONTINUE;
    }

    private void zip(Path file, String prefix) {
        try {
            var zip = ZipFolder.open(file);
            zips.add(zip);
            for (var scan : zip.scans()) scans.add(new Scan(prefix + scan.name(), scan.bytes(), scan.opening()));
            if (scans.size() > MOST) slips.error(Slip.TOO_MANY_FILES, file.getFileName().toString(), Spot.FILE, "", MOST);
        } catch (ZipFolder.Refused e) {
            slips.error(e.slip(), file.getFileName().toString(), Spot.FILE, "", e.fact());
        } catch (IOException e) {
            slips.error(Slip.FILE_UNREADABLE, file.getFileName().toString(), Spot.FILE, "");
        }
    }

    @Override
    public void close() throws IOException {
        for (var zip : zips) zip.close();
    }
}
