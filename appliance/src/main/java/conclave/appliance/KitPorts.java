package conclave.appliance;

import conclave.config.Member;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;

/** Four ports side by side that are free on every address of a kit which runs on one machine. */
public final class KitPorts {

    private static final int FEW = 4;
    private static final int TRIES = 200;
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private KitPorts() {
    }

    /** @param web the port that laptops use; 0 for any */
    public static Member.Ports from(int web, List<String> addresses) throws IOException {
        if (web != 0) return ports(web);
        var random = new Random();
        for (int i = 0; i < TRIES; i++) {
            int first = random.nextInt(LOWEST, HIGHEST);
            if (free(first, addresses)) return ports(first);
        }
        throw new IOException("没有连续的空闲端口。No four free ports side by side were found.");
    }

    private static Member.Ports ports(int first) {
        return new Member.Ports(first, first + 1, first + 2, first + 3);
    }

    private static boolean free(int first, List<String> addresses) {
        for (var address : addresses) {
            for (int port = first; port < first + FEW; port++) {
                try (var probe = new ServerSocket()) {
                    probe.bind(new InetSocketAddress(address, port));
                } catch (IOException taken) {
                    return false;
                }
            }
        }
        return true;
    }
}
