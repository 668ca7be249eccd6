package conclave.appliance.report;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.Tried;
import conclave.config.NodeConfig;
import conclave.exchange.MeetingFolder;
import conclave.exchange.result.Ended;
import conclave.exchange.result.NamesFile;
import conclave.main.ConclaveNode;
import conclave.node.Admission;
import conclave.report.Roll;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names are where somebody asked for them and may know them, and in no other byte that leaves. */
final class ReportCommandsTest {

    @TempDir
    static Path place;
    static Path meeting;
    static Roll roll;

    @BeforeAll
    static void aServersFolderOfAMeeting() throws IOException {
        var sample = place.resolve("sample");
        assertEquals(0, Tried.of("package sample --rooms 1 --experts 3 --applicants 1 --seed 5 --out " + sample).code());
        var config = NodeConfig.read(Optional.empty(), Map.of("data", place.resolve("data").toString(), "port", "0")).value().orElseThrow();
        try (var node = ConclaveNode.start(config, _ -> { }, broken -> {
            throw broken;
        }).value().orElseThrow()) {
            var hall = new Admission(node.house()).admit(MeetingFolder.read(sample).meeting().orElseThrow(), sample);
            meeting = node.data().meetings().resolve(hall.id().value());
        }
        roll = Names.open(meeting, Ended.read(meeting.resolve("evidence.jsonl")));
        assertFalse(roll.applicants().isEmpty() || roll.people().isEmpty());
        assertEquals(0, Tried.of("package keys make --name 平台 --role platform " + place.resolve("platform")).code());
        assertEquals(0, Tried.of("package keys make --name 别人 --role office " + place.resolve("other")).code());
        var made = Tried.of("package result --out " + place.resolve("result") + " --names-for " + place.resolve("platform.crt") + " " + meeting);
        assertEquals(0, made.code(), made::text);
    }

    private static List<String> secrets() {
        var secrets = new ArrayList<String>();
        roll.applicants().values().forEach(it -> secrets.addAll(List.of(it.name(), it.unit())));
        roll.people().values().forEach(it -> secrets.add(it.name()));
        secrets.removeIf(one -> one.length() < 4);
        return secrets;
    }

    /** Whatever a file is made of: its bytes, what its parts unpack to, what stands on its pages. */
    private static List<byte[]> readings(Path file) throws IOException {
        var readings = new ArrayList<byte[]>(List.of(Files.readAllBytes(file)));
        if (file.toString().endsWith(".xlsx")) {
            try (var zip = new ZipInputStream(new ByteArrayInputStream(readings.getFirst()))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    var part = new ByteArrayOutputStream();
                    zip.transferTo(part);
                    readings.add(part.toByteArray());
                }
            }
        }
        if (file.toString().endsWith(".pdf")) {
            try (var pdf = Loader.loadPDF(readings.getFirst())) {
                readings.add(new PDFTextStripper().getText(pdf).getBytes(UTF_8));
            }
        }
        return readings;
    }

    private static List<String> named(Path folder) throws IOException {
        var found = new ArrayList<String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                for (var reading : readings(file)) {
                    var text = new String(reading, UTF_8) + new String(reading, UTF_16LE) + new String(reading, UTF_16BE) + new String(reading, Charset.forName("GBK"));
                    if (secrets().stream().anyMatch(text::contains)) found.add(folder.relativize(file).toString());
                }
            }
        }
        return found.stream().distinct().sorted().toList();
    }

    @Test
    void aResultNamesNobodyInTheClearAndThePlatformOpensItsNames() throws IOException {
        var result = place.resolve("result");
        assertTrue(Files.size(result.resolve(NamesFile.SEALED)) > 0);
        assertEquals(List.of(), named(result));
        assertTrue(Files.exists(result.resolve("data/reports/summary.pdf")) && Files.exists(result.resolve("data/reports/completeness.xlsx")));
        assertTrue(Files.readString(result.resolve("manifest-sha256.txt")).contains("data/reports/summary.pdf"));
        var names = place.resolve("names.json");
        var strangers = Tried.of("package names --out " + names + " --key " + place.resolve("other.key") + " " + result);
        assertTrue(strangers.code() == 1 && strangers.text().contains("不是接收方的") && Files.notExists(names), strangers.text());
        var opened = Tried.of("package names --out " + names + " --key " + place.resolve("platform.key") + " " + result);
        assertEquals(0, opened.code(), opened::text);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(names)));
        assertEquals(roll, Names.roll(NamesFile.read(Files.readAllBytes(names))));
        var fontless = Files.createDirectories(place.resolve("fontless"));
        var forms = Tried.of("package reports --fonts " + fontless + " --names " + names + " --out " + place.resolve("forms") + " " + result);
        assertEquals(0, forms.code(), forms::text);
        assertTrue(named(place.resolve("forms")).containsAll(List.of("filing.xlsx", "summary.xlsx")));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("forms"))));
    }

    @Test
    void formsAreTheSameWhereverTheyAreMade() throws IOException {
        var again = place.resolve("again");
        assertEquals(0, Tried.of("package reports --out " + again + " " + place.resolve("result")).code());
        try (var all = Files.list(again)) {
            for (var file : all.toList()) {
                assertEquals(-1, Files.mismatch(file, place.resolve("result/data/reports").resolve(file.getFileName())), file::toString);
            }
        }
        var taken = Tried.of("package reports --out " + again + " " + place.resolve("result"));
        assertTrue(taken.code() == 1 && taken.text().contains("已存在"), taken.text());
    }

    @Test
    void whatIsAskedForWronglyIsSaidAndMakesNothing() throws IOException {
        var none = place.resolve("none");
        assertEquals(2, Tried.of("package reports --out " + none + " " + place).code());
        assertEquals(2, Tried.of("package reports --with-names --out " + none + " " + place.resolve("result")).code(), "a result has no key");
        assertEquals(2, Tried.of("package publicity --out " + none + " " + place.resolve("result")).code(), "a list without names");
        var rehearsal = Tried.of("package publicity --with-names --out " + none + " " + meeting);
        assertTrue(rehearsal.code() == 1 && rehearsal.text().contains("不生成公示名单"), rehearsal.text());
        assertEquals(2, Tried.of("package publicity --with-names --days 4 --out " + none + " " + meeting).code());
        var garbage = Files.writeString(place.resolve("garbage.json"), "{\"format\":");
        assertEquals(2, Tried.of("package reports --names " + garbage + " --out " + none + " " + place.resolve("result")).code());
        assertEquals(2, Tried.of("package filing --objections " + place.resolve("nothing.xlsx") + " --out " + none + " " + place.resolve("result")).code());
        assertEquals(1, Tried.of("package filing --objections " + garbage + " --out " + none + " " + place.resolve("result")).code());
        assertEquals(2, Tried.of("package filing --out " + none + " " + place.resolve("result")).code(), "neither objections nor none");
        var practice = Tried.of("package filing --no-objections --out " + none + " " + place.resolve("result"));
        assertTrue(practice.code() == 1 && practice.text().contains("--rehearsal"), practice.text());
        assertTrue(Files.notExists(none));
        assertEquals(0, Tried.of("package filing --rehearsal --no-objections --out " + place.resolve("practice") + " " + place.resolve("result")).code());
        var bare = Files.createDirectories(place.resolve("bare"));
        Files.copy(meeting.resolve("evidence.jsonl"), bare.resolve("evidence.jsonl"));
        var witness = Tried.of("package result --out " + none + " --names-for " + place.resolve("platform.crt") + " " + bare);
        Files.writeString(bare.resolve("key"), "no key");
        var damaged = Tried.of("package reports --with-names --out " + none + " " + bare);
        assertTrue(damaged.code() == 1 && damaged.text().contains("打不开姓名"), damaged.text());
        Files.write(bare.resolve("evidence.jsonl"), new byte[] {(byte) 0xff, '\n'});
        var torn = Tried.of("package reports --out " + none + " " + bare);
        assertTrue(torn.code() == 1 && torn.text().contains("证据已损坏"), torn.text());
        assertTrue(witness.code() == 2 && witness.text().contains("没有会议密钥") && Files.notExists(none), witness.text());
    }

    @Test
    void withoutFontsThereAreWorkbooksAndItIsSaid() throws IOException {
        var out = place.resolve("workbooks");
        var tried = Tried.of("package reports --fonts " + Files.createDirectories(place.resolve("nofonts")) + " --out " + out + " " + place.resolve("result"));
        assertTrue(tried.code() == 0 && tried.text().contains("fonts-wqy-zenhei"), tried.text());
        try (var all = Files.list(out)) {
            assertTrue(all.allMatch(file -> file.toString().endsWith(".xlsx")));
        }
    }
}
