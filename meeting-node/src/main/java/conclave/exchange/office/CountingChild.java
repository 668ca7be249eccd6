package conclave.exchange.office;

import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.document.render.RenderingProcess;
import conclave.document.render.Troubled;
import java.io.IOException;
import java.nio.file.Path;

/** Opens documents in a child process with little memory and little time, the same that draws pages in a meeting; a new one where it died. */
public final class CountingChild implements PageCounting, AutoCloseable {

    private final Launch launch;
    private RenderingProcess process;

    public CountingChild(Path scratch) {
        this.launch = Launch.likeThisProcess(scratch);
    }

    @Override
    public int pages(long size, Content content) throws Unopened, IOException {
        if (process != null && (process.isWornOut() || !process.isAlive())) close();
        if (process == null) process = RenderingProcess.start(launch, Limits.usual());
        try (var in = content.open()) {
            return process.open(size, in);
        } catch (Troubled e) {
            if (!process.isAlive()) close();
            throw new Unopened(switch (e.trouble()) {
                case NOT_A_PDF, DAMAGED, UNSUPPORTED, PAGE_COUNT, CRASHED, INCOMPLETE -> "文件损坏";
                case ENCRYPTED -> "设有密码";
                case TOO_MANY_PAGES -> "页数过多";
                case TOO_LARGE, OUT_OF_MEMORY -> "内容过大";
                case TIMEOUT -> "打开太久";
            });
        }
    }

    @Override
    public void close() {
        if (process != null) process.close();
        process = null;
    }
}
