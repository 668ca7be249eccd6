package conclave.ledger;

import conclave.codec.Json;
import conclave.ledger.ratis.RatisLedgers;
import conclave.ledger.ratis.RatisOptions;
import conclave.seal.SigningKey;
import conclave.seal.bouncycastle.SwiftSigner;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Numbers, not promises: run by hand with one argument, an empty folder on the disk to be measured. */
final class LedgerBench {

    private static final int SECONDS = 5;

    private LedgerBench() {
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        rawSyncs(folder);
        ledger(folder);
        evidence(folder);
        whole(folder);
        rawSyncs(folder);
        Runtime.getRuntime().halt(0);
    }

    private static void rawSyncs(Path folder) throws Exception {
        var file = folder.resolve("raw");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(4 << 20));
            channel.force(true);
            channel.position(0);
            var times = new ArrayList<Long>();
            for (long end = System.nanoTime() + 2_000_000_000L; System.nanoTime() < end; ) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(300));
                channel.force(false);
                times.add(System.nanoTime() - start);
            }
            print("raw write + fdatasync of 300 B", times.size() / 2, times);
        }
        Files.delete(file);
    }

    private static void ledger(Path folder) throws Exception {
        var id = new LedgerId(UUID.randomUUID());
        var options = new RatisOptions(folder.resolve("ratis"), "bench", "127.0.0.1", 0, Optional.empty(), (_, reason) -> System.out.println(reason));
        var entry = new byte[300];
        long begun = System.nanoTime();
        try (var ledgers = new RatisLedgers(options); var ledger = ledgers.found(id, (_, _) -> { })) {
            System.out.printf("start of the server and founding of a ledger to leading: %d ms%n", (System.nanoTime() - begun) / 1_000_000);
            load(400, _ -> ledger.append(entry), 4);
            for (int submitters : new int[] {1, 16, 64, 400}) load("ledger, 300 B, " + submitters + " submitters", submitters, _ -> ledger.append(entry));
            System.out.println("entries: " + ledger.applied());
        }
        begun = System.nanoTime();
        try (var ledgers = new RatisLedgers(options)) {
            long started = System.nanoTime();
            try (var ledger = ledgers.open(id, (_, _) -> { })) {
                System.out.printf("server %d ms, replay of %d entries to leading: %d ms%n", (started - begun) / 1_000_000, ledger.applied(), (System.nanoTime() - started) / 1_000_000);
            }
        }
    }

    private static Json.Obj event(long number) {
        return Json.object().with("type", "ScoreSubmitted").with("round", "rd-5m2k9q7t").with("expert", "ex-7f3k2m9q")
                .with("item", "ap-" + (10_000 + number % 2000)).with("sheet", "ss-1").with("revision", 1 + number % 3)
                .with("at", 1_790_000_000_000L + number).with("total", "8" + number % 10 + ".50");
    }

    private static void evidence(Path folder) {
        int lines = 200_000;
        var file = folder.resolve("evidence.jsonl");
        for (var what : List.of("writing", "checking", "checking")) {
            long start = System.nanoTime();
            try (var evidence = Evidence.open(file, "mt-bench")) {
                for (int i = 0; i < lines; i++) evidence.write(event(i));
                evidence.caughtUp();
            }
            System.out.printf("evidence, %s %d lines of %d B: %d ms%n", what, lines, file.toFile().length() / lines, (System.nanoTime() - start) / 1_000_000);
        }
        long start = System.nanoTime();
        try (var evidence = Evidence.open(file, "mt-bench")) {
            for (int i = 0; i < lines; i++) evidence.write(event(i));
            evidence.caughtUp();
            long replayed = System.nanoTime();
            Notary.open(folder.resolve("roots.jsonl"), "mt-bench", evidence, signer(), System::currentTimeMillis, System.out::println).close();
            System.out.printf("roots over %d lines that had none: %d ms (after a replay of %d ms)%n", lines, (System.nanoTime() - replayed) / 1_000_000, (replayed - start) / 1_000_000);
        }
    }

    private static SwiftSigner signer() {
        return new SwiftSigner(SigningKey.fresh());
    }

    /** Entry to receipt: what a submitted score goes through behind the web, one command in each entry. */
    private static void whole(Path folder) throws Exception {
        var options = new RatisOptions(folder.resolve("ratis"), "bench", "127.0.0.1", 0, Optional.empty(), (_, reason) -> System.out.println(reason));
        var evidence = Evidence.open(folder.resolve("whole.jsonl"), "mt-bench");
        evidence.caughtUp();
        var notary = Notary.open(folder.resolve("whole-roots.jsonl"), "mt-bench", evidence, signer(), System::currentTimeMillis, System.out::println);
        var asked = new ConcurrentHashMap<Long, CompletableFuture<Receipt>>();
        try (var ledgers = new RatisLedgers(options)) {
            var ledger = ledgers.found(new LedgerId(UUID.randomUUID()), (_, entry) -> {
                long number = ByteBuffer.wrap(entry).getLong();
                var answer = asked.remove(number);
                notary.receipt(evidence.write(event(number))).thenAccept(answer::complete);
            });
            var numbers = new AtomicLong();
            LongFunction<CompletableFuture<?>> submit = _ -> {
                long number = numbers.incrementAndGet();
                var answer = new CompletableFuture<Receipt>();
                asked.put(number, answer);
                ledger.append(ByteBuffer.allocate(300).putLong(number).array());
                return answer;
            };
            load(400, submit, 4);
            for (int submitters : new int[] {1, 16, 64, 400}) load("entry to receipt, " + submitters + " submitters", submitters, submit);
        }
        notary.close();
        evidence.close();
        System.out.printf("evidence %d MB, roots %d MB%n", Files.size(folder.resolve("whole.jsonl")) >> 20, Files.size(folder.resolve("whole-roots.jsonl")) >> 20);
    }

    private static void load(String what, int submitters, LongFunction<CompletableFuture<?>> submit) throws Exception {
        var times = load(submitters, submit, SECONDS);
        print(what, times.size() / SECONDS, times);
    }

    private static List<Long> load(int submitters, LongFunction<CompletableFuture<?>> submit, int seconds) throws Exception {
        Queue<List<Long>> all = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < submitters; i++) {
            long submitter = i;
            threads.add(Thread.ofVirtual().start(() -> {
                var times = new ArrayList<Long>();
                for (long start; (start = System.nanoTime()) < end; times.add(System.nanoTime() - start)) submit.apply(submitter).join();
                all.add(times);
            }));
        }
        for (var thread : threads) thread.join();
        var times = new ArrayList<Long>();
        all.forEach(times::addAll);
        return times;
    }

    private static void print(String what, long perSecond, List<Long> times) {
        Collections.sort(times);
        System.out.printf("%-40s %8d/s   p50 %7.2f ms   p99 %7.2f ms%n", what, perSecond,
                times.get(times.size() / 2) / 1e6, times.get(times.size() * 99 / 100) / 1e6);
    }
}
