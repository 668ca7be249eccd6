package conclave.appliance.faults;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same suite once more, in namespaces of its own: what it mounts and which links it lays nobody else sees, and all
 * of it is gone with its last process.
 */
final class Apart {

    private static final String SIGN = "CONCLAVE_FAULTS_APART";

    private Apart() {
    }

    static boolean inside() {
        return System.getenv(SIGN) != null;
    }

    static Optional<String> missing() {
        return System.getProperty("user.name").equals("root") ? Optional.empty()
                : Optional.of("需要 root 权限（挂载、网络命名空间）。It takes root, for mounts and network namespaces.");
    }

    static int again(Fault fault, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add("unshare");
        command.addAll(fault.setting().namespaces());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), fault.getClass().getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put(SIGN, "1");
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
        return process.waitFor();
    }
}
