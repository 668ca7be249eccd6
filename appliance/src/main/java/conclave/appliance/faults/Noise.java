package conclave.appliance.faults;

import conclave.config.Kit;
import conclave.config.Member;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Somebody on the wire speaks to every port of a node: rubbish, words of other languages, lengths that are lies, greetings
 * that are never finished, and ten thousand connections that say nothing at all. No process ends, and scoring goes on.
 */
final class Noise implements Fault {

    private static final int SILENT = 10_000;
    private static final int CONNECT_MS = 5_000;
    private static final int PATIENCE_MS = 2_000;
    private static final double SERVED_WITHIN_SECONDS = 30;

    static void main(String... arguments) throws Exception {
        Suite.run(new Noise(), arguments);
    }

    @Override
    public int usualCycles() {
        return 3;
    }

    @Override
    public double longestSilence() {
        return SERVED_WITHIN_SECONDS;
    }

    @Override
    public void strike(Bout bout) throws Exception {
        var victim = bout.victim();
        var alive = processes(bout);
        var member = Kit.read(bout.ground().folder().resolve("cluster.conf")).value().orElseThrow().member(victim.name()).orElseThrow();
        for (var port : ports(member)) {
            for (var words : words(bout.ground().chance())) say(new InetSocketAddress(member.address(), port), words);
        }
        bout.say(bout.known(victim) + " was spoken to in other languages at " + ports(member).size() + " ports");
        var silent = new ArrayList<SocketChannel>();
        try {
            for (int i = 0; i < SILENT; i++) silent.add(open(new InetSocketAddress(member.address(), ports(member).get(i % ports(member).size())), i));
            bout.say(SILENT + " connections say nothing; " + residentMegabytes(victim) + " MB resident");
            bout.crowd().awaitAcknowledgements(bout.ground().options().rate() * 5);
        } finally {
            for (var one : silent) one.close();
        }
        if (!processes(bout).equals(alive)) bout.ground().account().wrong("a process ended: " + alive + ", then " + processes(bout));
    }

    private static Map<String, Long> processes(Bout bout) {
        var all = new HashMap<String, Long>();
        bout.kit().nodes().forEach(node -> all.put(node.name(), node.pid().orElse(-1L)));
        return all;
    }

    private static List<Integer> ports(Member member) {
        var ports = member.ports();
        return member.server() ? List.of(ports.web(), ports.ledger(), ports.link(), ports.presence()) : List.of(ports.ledger(), ports.link());
    }

    /** Every second one begins a handshake of TLS and leaves it at that. */
    private static SocketChannel open(InetSocketAddress door, int number) throws IOException {
        var channel = SocketChannel.open(door);
        if (number % 2 == 0) channel.write(java.nio.ByteBuffer.wrap(new byte[] {22, 3, 1, 2, 0, 1}));
        return channel;
    }

    private static List<byte[]> words(Random chance) {
        var rubbish = new byte[64 << 10];
        chance.nextBytes(rubbish);
        return List.of(rubbish,
                // Hazelcast's word, its version, and a packet of two gibibytes: on the bare port this ended the process.
                bytes("HZC\u0004\0\0\u00ff\u00ff\u00ff\u00ff\u007f\u00ff\u00ff\u00f0" + "x".repeat(64)),
                // The event bus' own: a message of two gibibytes.
                bytes("\u007f\u00ff\u00ff\u00f0\u0001" + "x".repeat(64)),
                // HTTP/2 without a handshake, with a frame of sixteen mebibytes.
                bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u00ff\u00ff\u00ff\0\0\0\0\0\u0001"),
                bytes("GET /" + "a".repeat(1 << 20) + " HTTP/1.1\r\n\r\n"),
                // A record of TLS that is longer than any may be.
                bytes("\u0016\u0003\u0001\u00ff\u00ff" + "x".repeat(70_000)),
                bytes("\u0016\u0003\u0001\0\u0004\u0001\u00ff\u00ff\u00ff"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A door that closes in the middle of it is all that was wanted. */
    private static void say(InetSocketAddress door, byte[] words) {
        try (var socket = new Socket()) {
            socket.connect(door, CONNECT_MS);
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(words);
            socket.getInputStream().readAllBytes();
        } catch (IOException shut) {
            return;
        }
    }

    private static long residentMegabytes(Trio.Node node) throws IOException {
        var status = java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/" + node.pid().orElse(0L) + "/status"));
        return status.stream().filter(line -> line.startsWith("VmRSS")).mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).sum() >> 10;
    }
}
