package conclave.appliance.bench;

import conclave.document.render.Launch;
import conclave.document.render.Level;
import conclave.document.render.Limits;
import conclave.document.render.PageOrder;
import conclave.document.render.RenderingProcess;
import conclave.document.render.Troubled;
import conclave.document.text.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** As many rendering processes as a node with two cores keeps, drawing with a fixed mask of six boxes a page. */
final class Painters implements AutoCloseable {

    private static final List<Box> MASK = List.of(new Box(1200, 800, 3600, 960), new Box(5200, 800, 7600, 960), new Box(1200, 2400, 6000, 2560),
            new Box(1200, 5000, 3600, 5160), new Box(6000, 7400, 8000, 8900), new Box(1200, 9000, 3600, 9160));

    private final Launch launch;
    private final RenderingProcess[] processes;

    /** What a pass made of it, and what it could not. */
    record Pass(double seconds, int pages, long bytes, int refused) {
    }

    Painters(Path scratch, int processes) throws IOException {
        this.launch = Launch.likeThisProcess(Files.createDirectories(scratch));
        this.processes = new RenderingProcess[processes];
    }

    Pass paint(List<Binder.Volume> volumes) throws IOException, InterruptedException {
        var queue = new ConcurrentLinkedQueue<>(volumes);
        long began = System.nanoTime();
        var shares = new ArrayList<Future<Pass>>();
        try (var hands = Executors.newFixedThreadPool(processes.length)) {
            for (int i = 0; i < processes.length; i++) {
                int hand = i;
                shares.add(hands.submit(() -> share(hand, queue)));
            }
            int pages = 0;
            long bytes = 0;
            int refused = 0;
            for (var share : shares) {
                pages += share.get().pages();
                bytes += share.get().bytes();
                refused += share.get().refused();
            }
            return new Pass((System.nanoTime() - began) / 1e9, pages, bytes, refused);
        } catch (ExecutionException e) {
            throw new IOException("pages could not be drawn", e.getCause());
        }
    }

    private Pass share(int hand, ConcurrentLinkedQueue<Binder.Volume> queue) throws IOException {
        int pages = 0;
        long bytes = 0;
        int refused = 0;
        for (var volume = queue.poll(); volume != null; volume = queue.poll()) {
            try (var file = Files.newInputStream(volume.file())) {
                ready(hand).open(Files.size(volume.file()), file);
                for (int page = 1; page <= volume.pages(); page++) {
                    var drawn = processes[hand].render(new PageOrder(page, Level.READING, MASK));
                    bytes += drawn.page().bytes().length;
                    if (!drawn.complete()) refused++;
                    pages++;
                }
            } catch (Troubled e) {
                refused += volume.pages();
            }
        }
        return new Pass(0, pages, bytes, refused);
    }

    private RenderingProcess ready(int hand) throws IOException {
        var process = processes[hand];
        if (process != null && process.isAlive() && !process.isWornOut()) return process;
        if (process != null) process.close();
        processes[hand] = RenderingProcess.start(launch, Limits.usual());
        return processes[hand];
    }

    @Override
    public void close() {
        for (var process : processes) {
            if (process != null) process.close();
        }
    }
}
