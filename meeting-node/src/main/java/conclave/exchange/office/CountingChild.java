package conclave.exchange.office;

import conclave.document.render.Conversion;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.document.render.NotConverted;
import conclave.document.render.RenderingProcess;
import conclave.document.render.Swelling;
import conclave.document.render.Trouble;
import conclave.document.render.Troubled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens documents in a child process with little memory and little time, the same that draws pages in a meeting; a new one where it died. */
public final class CountingChild implements PageCounting, AutoCloseable {

    private final Launch launch;
    private final Supplier<Optional<Conversion>> conversion;
    private RenderingProcess process;

    /** @param conversion asked when the first office file comes */
    public CountingChild(Path scratch, Supplier<Optional<Conversion>> conversion) {
        this.launch = Launch.likeThisProcess(scratch);
        this.conversion = conversion;
    }

    @Override
    public int pages(long size, Content content) throws Unopened, IOException {
        if (process != null && (process.isWornOut() || !process.isAlive())) close();
        if (process == null) process = RenderingProcess.start(launch, Limits.usual());
        try {
            return isOffice(content) ? printed(size, content) : counted(size, content);
        } catch (Troubled e) {
            if (!process.isAlive()) close();
            throw new Unopened(switch (e.trouble()) {
                case NOT_A_PDF, DAMAGED, UNSUPPORTED, PAGE_COUNT, CRASHED, INCOMPLETE -> "文件损坏";
                case ENCRYPTED -> "设有密码";
                case TOO_MANY_PAGES -> "页数过多";
                case TOO_LARGE, OUT_OF_MEMORY -> "内容过大";
                case TIMEOUT -> "打开太久";
                case NOT_CONVERTED -> "LibreOffice 打不开";
            });
        }
    }

    private int counted(long size, Content content) throws Troubled, IOException {
        try (var in = content.open()) {
            return process.open(size, in);
        }
    }

    private static boolean isOffice(Content content) throws IOException {
        try (var in = content.open()) {
            return Conversion.isOffice(in.readNBytes(Conversion.HEAD));
        }
    }

    private int printed(long size, Content content) throws Troubled, Unopened, IOException {
        try (var in = content.open()) {
            if (Swelling.in(process, size, in)) throw new Troubled(Trouble.TOO_LARGE);
        }
        var printer = conversion.get().orElseThrow(() -> new Unopened("本机没有安装 LibreOffice"));
        try (var in = content.open(); var made = printer.convert(size, in); var pdf = Files.newInputStream(made.pdf())) {
            return process.open(Files.size(made.pdf()), pdf);
        } catch (NotConverted e) {
            throw new Troubled(Trouble.NOT_CONVERTED);
        }
    }

    @Override
    public void close() {
        if (process != null) process.close();
        process = null;
    }
}
