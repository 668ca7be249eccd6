package conclave.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.mask.MaskBox;
import conclave.document.mask.MaskPlan;
import conclave.document.mask.PageMask;
import conclave.document.render.Limits;
import conclave.document.render.Picture;
import conclave.document.screen.Kind;
import conclave.seal.Digests;
import conclave.seal.Stamp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prepared pages on their way: what comes out is what went in, and what lies is not taken. */
class PortfolioTest {

    private static final String SALT = "5a".repeat(32);
    private static final String BASIS = HexFormat.of().formatHex(new Stamp(HexFormat.of().parseHex(SALT)).of(new byte[] {1}));

    @TempDir
    private Path folder;
    private DrawingDesk office;
    private DrawingDesk venue;
    private DocumentRef document;
    private Screened screened;
    private byte[] file;

    @BeforeEach
    void prepare() throws Exception {
        office = new DrawingDesk(Files.createDirectories(folder.resolve("office")), Limits.usual());
        venue = new DrawingDesk(Files.createDirectories(folder.resolve("venue")), Limits.usual());
        document = office.add(PdfFixtures.text(2), 2);
        var plan = MaskPlan.bare(document.id().sha256(), 2).with(2, PageMask.BARE.with(MaskBox.of(Kind.NAME, 1000, 1000, 5000, 2000)));
        var marks = new TreeMap<>(Map.of(2, new Screened.Mark(Map.of(Kind.NAME, 3, Kind.PHONE, 1), 2, true, false)));
        screened = new Screened(plan, marks, List.of(Hint.read("2 FOUND 97 NAME 1000 1000 5000 2000"), Hint.read("2 NEAR 60 PHONE 1000 3000 5000 3200"),
                Hint.read("2 UNCLEAR 41 - 1000 4000 1200 4200")));
        office.drawAll(document);
        var out = new ByteArrayOutputStream();
        office.rendering.prepared().bind(document, SALT, BASIS, screened, out);
        file = out.toByteArray();
    }

    @AfterEach
    void close() throws IOException {
        office.close();
        venue.close();
    }

    /** The venue has not even the original: whatever it shows was prepared. */
    @Test
    void whatWasPreparedIsShownWhereNothingWasDrawn() throws Exception {
        assertEquals(2, take(file));
        for (int page = 1; page <= 2; page++) {
            for (var size : List.of(PageSize.PAGE, PageSize.THUMBNAIL)) {
                var here = venue.unmasked.page(document, page, size).get(5, TimeUnit.SECONDS);
                assertTrue(Arrays.equals(office.unmasked.page(document, page, size).get(5, TimeUnit.SECONDS).bytes(), here.bytes()));
                if (page == 1) assertTrue(Arrays.equals(here.bytes(), released(venue, page, size)), "nothing is painted over: it is as people saw it");
            }
        }
        assertTrue(venue.processes.isEmpty(), "nothing was drawn");
        assertThrows(Exception.class, () -> released(venue, 2, PageSize.PAGE), "what is painted over is painted here, whatever an office sends");
        assertEquals(Optional.of(screened), venue.rendering.prepared().screened(document, _ -> List.of("another", BASIS)));
        assertEquals(Optional.empty(), venue.rendering.prepared().screened(document, _ -> List.of("another")));
        assertEquals(Optional.empty(), venue.rendering.prepared().screened(new DocumentRef(document.id(), 3), _ -> List.of(BASIS)), "of other pages");
        var head = PreparedPages.head(new ByteArrayInputStream(file));
        assertEquals(List.of((long) file.length, 2L, 1L), List.of(head.bytes(), (long) head.pages(), (long) head.marked()));
    }

    /** As offices bound it before: with pictures on which the masks are painted. Read, held against what it says, and dropped. */
    @Test
    void whatAnEarlierVersionHasPaintedIsReadAndNotKept() throws Exception {
        assertFalse(text().contains("\nmasked "), "nothing is drawn that nobody has use for");
        var earlier = earlierVersion();
        assertTrue(earlier.length > file.length);
        assertEquals(2, take(earlier));
        assertTrue(Arrays.equals(office.page(document, 2).bytes(), venue.unmasked.page(document, 2, PageSize.PAGE).get(5, TimeUnit.SECONDS).bytes()));
        assertThrows(Exception.class, () -> released(venue, 2, PageSize.PAGE));
        assertEquals(Optional.of(screened), venue.rendering.prepared().screened(document, _ -> List.of(BASIS)));
    }

    private byte[] earlierVersion() throws Exception {
        office.rendering.enqueueReleased(document, screened.plan());
        assertTrue(office.done.poll(30, TimeUnit.SECONDS) != null, "drawn under the plan");
        var head = PortfolioHead.read(new ByteArrayInputStream(file));
        var plates = new ArrayList<Portfolio.Plate>();
        var pictures = new ByteArrayOutputStream();
        for (int page = 1; page <= 2; page++) {
            plates.add(head.plates().get(page - 1));
            plates.add(painted(page));
            pictures.write(office.page(document, page).bytes());
            pictures.write(office.unmasked.page(document, page, PageSize.THUMBNAIL).get(5, TimeUnit.SECONDS).bytes());
            pictures.write(released(office, page, PageSize.PAGE));
            pictures.write(released(office, page, PageSize.THUMBNAIL));
        }
        var out = new ByteArrayOutputStream();
        out.write(PortfolioHead.bytes(new Portfolio(head.document(), head.recipes(), Optional.empty(), head.earlier(), plates)));
        pictures.writeTo(out);
        return out.toByteArray();
    }

    private Portfolio.Plate painted(int page) throws Exception {
        return new Portfolio.Plate(Shelf.RELEASED, page, true, screened.plan().page(page).digest(), print(page, PageSize.PAGE), print(page, PageSize.THUMBNAIL));
    }

    private Portfolio.Print print(int page, PageSize size) throws Exception {
        var picture = office.rendering.picture(Shelf.RELEASED, document, screened.plan().pages(), page, size).get(30, TimeUnit.SECONDS);
        var coding = Arrays.stream(Picture.Coding.values()).filter(one -> one.mediaType().equals(picture.mediaType())).findFirst().orElseThrow();
        return new Portfolio.Print(new PageRecord.Stored(coding, picture.width(), picture.height(), Digests.hex(Digests.sha256(picture.bytes()))), picture.bytes().length);
    }

    /** No byte of a picture and none of what is said of it can be another. */
    @Test
    void noByteOfItCanBeChanged() throws Exception {
        var head = new String(file, StandardCharsets.ISO_8859_1).indexOf("\n\n") + 2;
        var random = new Random(11);
        for (int i = 0; i < 150; i++) {
            int at = i < 100 ? random.nextInt(head) : head + random.nextInt(file.length - head);
            var changed = file.clone();
            changed[at] ^= (byte) (1 + random.nextInt(255));
            var where = "seed 11, byte " + at;
            try {
                take(changed);
                assertTrue(at < head, where);
            } catch (NotAPortfolio refused) {
                continue;
            }
            assertSame(changed, where);
        }
        for (int cut : List.of(0, 1, head - 1, head, file.length - 1)) assertThrows(NotAPortfolio.class, () -> take(Arrays.copyOf(file, cut)), "cut at " + cut);
        assertThrows(NotAPortfolio.class, () -> take(Arrays.copyOf(file, file.length + 1)), "one byte more");
    }

    /** What passes with a change in its head is another statement of the same form, and gives no other picture to any page. */
    private void assertSame(byte[] changed, String where) throws Exception {
        var head = PortfolioHead.read(new ByteArrayInputStream(changed));
        for (var plate : head.plates()) {
            assertTrue(PortfolioHead.read(new ByteArrayInputStream(file)).plates().stream()
                    .anyMatch(one -> one.picture().equals(plate.picture()) && one.thumbnail().equals(plate.thumbnail())), where);
        }
    }

    /** Of the first picture and of its thumbnail: width, height and bytes, each one more than is ever drawn here. */
    @Test
    void picturesLargerThanAnythingThatIsDrawnHereAreNotTaken() {
        var line = Stream.of(text().split("\n")).filter(one -> one.startsWith("plain 1 ")).findFirst().orElseThrow();
        int[][] beyond = {{5, 16_001}, {6, 16_001}, {7, (16 << 20) + 1}, {10, 2_001}, {11, 2_001}, {12, (512 << 10) + 1}};
        for (var one : beyond) {
            var words = line.split(" ");
            assertTrue(Integer.parseInt(words[one[0]]) < one[1], "word " + one[0]);
            words[one[0]] = Integer.toString(one[1]);
            var refused = assertThrows(NotAPortfolio.class, () -> take(text().replace(line, String.join(" ", words)).getBytes(StandardCharsets.ISO_8859_1)), "word " + one[0]);
            assertTrue(refused.getMessage().contains(one[0] % 5 == 2 ? "bytes" : "pixels"), refused.getMessage());
        }
    }

    @Test
    void whatLiesIsLeftAsideAndNeverShown() throws Exception {
        assertAside("2 UNCLEAR 41 - 1000", "2 UNCLEAR 41 - 1300");
        assertAside("2 UNCLEAR 41 -", "2 UNCLEAR 41 NAME");
        assertAside("2 NEAR 60", "3 NEAR 60");
        assertAside("hints 3", "hints 2");
        assertAside("prepared pages 2", "prepared pages 1");
        assertAside("recipes plain-2 masked-2", "recipes plain-9 masked-2");
        assertAside("document " + document.id(), "document " + "0".repeat(64));
        assertAside("\npages 2\nrecipes", "\npages 3\nrecipes");
        assertThrows(NotAPortfolio.class, () -> venue.rendering.prepared().take(new ByteArrayInputStream(file), _ -> false, true), "a document of another meeting");
        file = earlierVersion();
        assertAside("\n2 NAME 1000", "\n2 NAME 1200");
        assertAside("\n2 NAME 1000 1000 5000 2000", "\n2 UNIT 1000 1000 5000 2000");
        var masked = text().indexOf("masked 2 ");
        assertThrows(NotAPortfolio.class, () -> take((text().substring(0, masked) + "masked 1 " + text().substring(masked + 9)).getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(Optional.empty(), venue.rendering.prepared().screened(new DocumentRef(new DocumentId("0".repeat(64)), 2), _ -> List.of(BASIS)));
    }

    /** A picture of the right digest that is no picture. */
    @Test
    void aBrokenPictureIsNone() throws Exception {
        var whole = office.page(document, 1).bytes();
        assertTrue(PictureShape.of(Picture.Coding.WEBP, whole).isPresent() || whole[0] != 'R');
        var cut = Arrays.copyOf(whole, whole.length - 1);
        var random = new Random(5);
        for (var coding : Picture.Coding.values()) {
            assertEquals(Optional.empty(), PictureShape.of(coding, cut), coding.name());
            for (int i = 0; i < 2_000; i++) {
                var noise = new byte[random.nextInt(64)];
                random.nextBytes(noise);
                if (noise.length > 12) System.arraycopy(whole, 0, noise, 0, random.nextInt(13));
                PictureShape.of(coding, noise);
            }
        }
    }

    @Test
    void noiseIsRefusedAndNothingElse() {
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            var noise = new StringBuilder("conclave prepared pages 1\n");
            for (int k = random.nextInt(12); k > 0; k--) {
                noise.append(List.of("document ", document.id().sha256(), "\n", "pages ", "2", "plan 99999999", "marks ", " ", "-", "screened ", SALT, "999999999999")
                        .get(random.nextInt(12)));
            }
            assertThrows(NotAPortfolio.class, () -> take(noise.toString().getBytes(StandardCharsets.ISO_8859_1)), "seed 7, " + i);
        }
        assertThrows(NotAPortfolio.class, () -> take("x".repeat(5_000).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void whatBecameOfAPackageIsKnownAfterARestart() throws Exception {
        var told = new TakenOver(3, 120, new TreeMap<>(Map.of(NotAPortfolio.Aside.DAMAGED, 2, NotAPortfolio.Aside.OTHER_PRINT, 1)));
        assertEquals(Optional.empty(), venue.rendering.prepared().told());
        venue.rendering.prepared().tell(told);
        venue.close();
        venue = new DrawingDesk(folder.resolve("venue"), Limits.usual());
        assertEquals(Optional.of(told), venue.rendering.prepared().told());
        for (var other : List.of("", "x y", "1", "3 120\nLATER 4", "3 120\nDAMAGED")) assertEquals(Optional.empty(), TakenOver.read(other.getBytes(StandardCharsets.US_ASCII)), other);
    }

    /** A venue that has begun by itself keeps what it has. */
    @Test
    void whatTheVenueHasDrawnStays() throws Exception {
        try (var original = office.originals.open(document.id())) {
            venue.originals.keep(original, 1 << 20);
        }
        venue.drawAll(document);
        int drawn = venue.begun.size();
        take(file);
        assertTrue(Arrays.equals(office.page(document, 1).bytes(), venue.page(document, 1).bytes()));
        assertEquals(drawn, venue.begun.size());
        assertFalse(venue.rendering.prepared().holds(new DocumentId("1".repeat(64))));
    }

    private void assertAside(String what, String instead) throws Exception {
        var lie = text().replace(what, instead);
        assertFalse(lie.equals(text()), what);
        assertThrows(NotAPortfolio.class, () -> take(lie.getBytes(StandardCharsets.ISO_8859_1)), instead);
        assertThrows(Exception.class, () -> venue.unmasked.page(document, 1, PageSize.PAGE).get(30, TimeUnit.SECONDS), instead);
    }

    private String text() {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private int take(byte[] bytes) throws NotAPortfolio, IOException {
        return venue.rendering.prepared().take(new ByteArrayInputStream(bytes), document::equals, true);
    }

    private byte[] released(DrawingDesk desk, int page, PageSize size) throws Exception {
        return desk.rendering.picture(Shelf.RELEASED, document, screened.plan().pages(), page, size).get(5, TimeUnit.SECONDS).bytes();
    }
}
