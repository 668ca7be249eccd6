package conclave.appliance.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A network of our own: each node in a namespace with an address of its own, and between them a place that all packets
 * pass, where the laptops are. There they can be dropped in silence, in one direction or in both.
 */
final class Wires {

    private static final String MANY = "10.77.0.0/16";

    private Wires() {
    }

    /** Run in a network namespace of this process's own. */
    static void laid() throws IOException, InterruptedException {
        Files.createDirectories(Path.of("/run/netns"));
        Commands.run("mount", "-t", "tmpfs", "none", "/run/netns");
        Commands.run("ip", "link", "set", "lo", "up");
        for (var node : Trio.NAMES) lay(node);
        Files.writeString(Path.of("/proc/sys/net/ipv4/ip_forward"), "1");
    }

    private static void lay(String node) throws IOException, InterruptedException {
        Commands.run("ip", "netns", "add", node);
        Commands.run("ip", "link", "add", "to-" + node, "type", "veth", "peer", "name", "wired", "netns", node);
        Commands.run("ip", "address", "add", here(node) + "/24", "dev", "to-" + node);
        Commands.run("ip", "link", "set", "to-" + node, "up");
        within(node, "ip", "link", "set", "lo", "up");
        within(node, "ip", "address", "add", address(node) + "/24", "dev", "wired");
        within(node, "ip", "link", "set", "wired", "up");
        within(node, "ip", "route", "add", "default", "via", here(node));
    }

    static String address(String node) {
        return "10.77." + (1 + Trio.NAMES.indexOf(node)) + ".2";
    }

    private static String here(String node) {
        return "10.77." + (1 + Trio.NAMES.indexOf(node)) + ".1";
    }

    static List<String> into(String node) {
        return List.of("ip", "netns", "exec", node);
    }

    static void within(String node, String... command) throws IOException, InterruptedException {
        var all = new java.util.ArrayList<>(into(node));
        all.addAll(List.of(command));
        Commands.run(all.toArray(String[]::new));
    }

    /** What this node says to the others is lost; laptops still hear it. */
    static void mute(String node) throws IOException, InterruptedException {
        Commands.run("ip", "rule", "add", "iif", "to-" + node, "to", MANY, "blackhole");
    }

    /** What the others say to this node is lost. */
    static void deafen(String node) throws IOException, InterruptedException {
        for (var other : Trio.NAMES) {
            if (!other.equals(node)) Commands.run("ip", "rule", "add", "iif", "to-" + other, "to", address(node), "blackhole");
        }
    }

    /** All packets pass again. */
    static void mend() throws IOException, InterruptedException {
        Commands.run("ip", "rule", "flush");
        Commands.run("ip", "rule", "add", "pref", "32766", "lookup", "main");
    }

    /** So many kilobits a second at most, so many milliseconds in the queue, and some of a hundred packets lost. */
    static void spoil(int kilobits, int millis, int lost) throws IOException, InterruptedException {
        for (var node : Trio.NAMES) {
            Commands.run("tc", "qdisc", "replace", "dev", "to-" + node, "root", "tbf", "rate", kilobits + "kbit", "burst", "16kb", "latency", millis + "ms");
            within(node, "tc", "qdisc", "replace", "dev", "wired", "root", "tbf", "rate", kilobits + "kbit", "burst", "16kb", "latency", millis + "ms");
        }
        Commands.run("nft", "add table ip lossy; add chain ip lossy forward { type filter hook forward priority 0; }; "
                + "add rule ip lossy forward numgen random mod 100 < " + lost + " drop");
    }

    /** The laptops' Wi-Fi: what they send is lost, from now on. */
    static void hush() throws IOException, InterruptedException {
        Commands.run("nft", "add table ip air; add chain ip air out { type filter hook output priority 0; }; "
                + "add rule ip air out ip daddr " + MANY + " drop");
    }

    /** The access point has started anew and knows none of the connections that went through it. */
    static void forget() throws IOException, InterruptedException {
        Commands.run("nft", "flush chain ip air out; add rule ip air out ip daddr " + MANY + " meta l4proto tcp reject with tcp reset");
    }

    static void speak() throws IOException, InterruptedException {
        Commands.run("nft", "delete", "table", "ip", "air");
    }

    static void clean() throws IOException, InterruptedException {
        for (var node : Trio.NAMES) {
            Commands.run("tc", "qdisc", "del", "dev", "to-" + node, "root");
            within(node, "tc", "qdisc", "del", "dev", "wired", "root");
        }
        Commands.run("nft", "delete", "table", "ip", "lossy");
    }
}
