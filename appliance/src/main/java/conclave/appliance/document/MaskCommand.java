package conclave.appliance.document;

import conclave.codec.CanonicalJson;
import conclave.document.mask.FormTemplate;
import conclave.document.mask.MaskPlan;
import conclave.document.mask.MaskTrouble;
import conclave.document.ocr.ScanReader;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.document.render.RenderingProcess;
import conclave.document.render.Trouble;
import conclave.document.render.Troubled;
import conclave.document.screen.Sieve;
import conclave.seal.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave mask}: 0 where every page was made, 1 where one was not; the reason was said. */
@Command(name = "mask", mixinStandardHelpOptions = true, description = {
    "把文件做成遮盖后的页面图：命中的内容涂在图上，不留原文。不能保证无遗漏的页不生成，列出原因。",
    "Makes page pictures with everything found painted over. Pages about which nothing can be promised are not made, and named."})
public final class MaskCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--dictionary", required = true, paramLabel = "FILE", description = "词典（JSON）。What is known of the persons.")
    private Path dictionary;

    @Option(names = "--form", paramLabel = "FILE", description = "表格模板（照片、姓名、公章的固定位置），见 formats/mask.md。Places that every copy of the form carries.")
    private Optional<Path> form = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "结果目录，不得已存在。Where to; must not exist.")
    private Path out;

    @Option(names = "--doubtful", description = "有疑似内容或识别把握不够的页也生成（已由人工看过）。Also pages with something like a hit, or read without certainty: a person has looked.")
    private boolean doubtful;

    @Option(names = "--json", description = "供程序读取：遮盖方案。For programs: the plan.")
    private boolean json;

    @Parameters(paramLabel = "IN", description = "文件（PDF、JPEG、PNG、TIFF、DOCX、XLSX）。The document.")
    private Path in;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            if (!Files.isRegularFile(in) || !Files.isReadable(in)) throw new Troubled(Trouble.NOT_A_PDF);
            var known = DictionaryFile.read(dictionary);
            if (Files.exists(out)) return refused("mask.out-exists", "结果目录已存在：" + out + "。请换一个目录。", "The folder exists already. Name another.");
            var template = form.isPresent() ? Optional.of(FormTemplate.read(Files.readAllBytes(form.get()))) : Optional.<FormTemplate>empty();
            return masked(Sieve.of(known), Sieve.forPictures(known), template);
        } catch (DictionaryFile.Unusable e) {
            return refused(e.code(), e.getMessage(), e.english());
        } catch (MaskTrouble e) {
            return refused("mask.form", "表格模板不能用（" + e.getMessage() + "）。请对照 formats/mask.md 改正。", "The form template cannot be used. Mend it by formats/mask.md.");
        } catch (Troubled e) {
            return refused(e.trouble() == Trouble.ENCRYPTED ? Unmasked.LOCKED : Unmasked.NOT_OPENED);
        }
    }

    private int masked(Sieve typed, Sieve pictures, Optional<FormTemplate> template) throws IOException, MaskTrouble, Troubled, InterruptedException {
        try (var printed = Printed.of(in)) {
            return masked(printed.pages(), typed, pictures, template);
        } catch (Printed.Not e) {
            return refused(Unmasked.NOT_CONVERTED);
        }
    }

    private int masked(Path shown, Sieve typed, Sieve pictures, Optional<FormTemplate> template) throws IOException, MaskTrouble, Troubled,
            InterruptedException {
        var parent = out.toAbsolutePath().getParent();
        var part = Files.createTempDirectory(Files.createDirectories(parent), ".mask");
        var scratch = Files.createTempDirectory("conclave-mask");
        try (var process = RenderingProcess.start(Launch.likeThisProcess(scratch), Limits.usual()); var readings = new DocumentReadings(Optional.of(scans()))) {
            int pages;
            try (var file = Files.newInputStream(shown)) {
                pages = process.open(Files.size(shown), file);
            }
            var draft = new MaskDraft(sha256(), pages, typed, pictures);
            draft.read(shown, readings);
            if (template.isPresent()) draft.lay(template.get());
            var withheld = draft.withheld(doubtful);
            var plan = draft.plan();
            if (plan.isEmpty()) {
                for (int page = 1; page <= pages; page++) withheld.putIfAbsent(page, Unmasked.NO_PLACE);
                return told(MaskPlan.bare(sha256(), pages), withheld);
            }
            new MaskedPages(part, plan.get(), withheld).draw(process);
            Files.write(part.resolve("plan.mask"), plan.get().toBytes());
            Files.writeString(part.resolve("plan.json"), CanonicalJson.text(MaskJson.of(plan.get(), withheld)), StandardCharsets.UTF_8);
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
            return told(plan.get(), withheld);
        } finally {
            Emptied.folder(scratch);
            if (Files.exists(part)) Emptied.folder(part);
        }
    }

    private String sha256() throws IOException {
        try (var file = new DigestInputStream(Files.newInputStream(in), Digests.sha256())) {
            file.transferTo(java.io.OutputStream.nullOutputStream());
            return Digests.hex(file.getMessageDigest().digest());
        }
    }

    private int told(MaskPlan plan, SortedMap<Integer, Unmasked> withheld) {
        var said = spec.commandLine().getErr();
        withheld.forEach((page, why) -> {
            said.println("✗ 第 " + page + " 页：" + why.chinese());
            said.println("  Page " + page + ": " + why.english() + " (" + why.code() + ")");
        });
        int pages = plan.pages().size();
        long boxes = plan.pages().stream().mapToLong(page -> page.boxes().size()).sum();
        if (json) spec.commandLine().getOut().println(CanonicalJson.text(MaskJson.of(plan, withheld)));
        else spec.commandLine().getOut().println("共 " + pages + " 页，生成 " + (pages - withheld.size()) + " 页，遮盖 " + boxes + " 处。 "
                + (pages - withheld.size()) + " of " + pages + " pages made, " + boxes + " places covered.");
        return withheld.isEmpty() ? 0 : 1;
    }

    private Scans scans() throws InterruptedException {
        return new Scans(ScanReader.onThisMachine(), new Pace(spec.commandLine().getErr(), System::nanoTime));
    }

    private int refused(Unmasked why) {
        return refused(why.code(), why.chinese(), why.english());
    }

    private int refused(String code, String chinese, String english) {
        spec.commandLine().getErr().println("✗ " + chinese);
        spec.commandLine().getErr().println("  " + english + " (" + code + ")");
        return 1;
    }
}
