package conclave.appliance.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a fault takes place: what that takes of this machine, and how the kit is started there. */
enum Setting {

    /** Three processes on loopback, kept up by the kit's own supervisor. */
    LOOPBACK,
    /** The same, with a shim between each process and the system. */
    SHIMMED {
        @Override
        Optional<String> missing() {
            return Shim.missing();
        }

        @Override
        Trio kit(Ground ground) throws Exception {
            ground.shim();
            return super.kit(ground);
        }
    },
    /** The same on disks that nobody else sees. */
    OWN_DISKS {
        @Override
        Optional<String> missing() {
            return Apart.missing();
        }

        @Override
        List<String> namespaces() {
            return List.of("--mount");
        }
    },
    /** Three machines as far as the network goes, with wires of our own between them. */
    OWN_WIRES {
        @Override
        Optional<String> missing() {
            if (Apart.missing().isPresent()) return Apart.missing();
            return Files.isExecutable(Path.of("/usr/sbin/nft")) ? Optional.empty() : Optional.of("没有 nft（apt-get install nftables）。There is no nft.");
        }

        @Override
        List<String> namespaces() {
            return List.of("--mount", "--net");
        }

        @Override
        Trio kit(Ground ground) throws Exception {
            return Scattered.start(ground);
        }
    };

    /** Why it cannot be had on this machine. */
    Optional<String> missing() {
        return Optional.empty();
    }

    /** Which it has for itself, as {@code unshare} calls them. */
    List<String> namespaces() {
        return List.of();
    }

    Trio kit(Ground ground) throws Exception {
        return Trio.start(ground);
    }
}
