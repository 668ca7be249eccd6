package conclave.appliance.prepare;

import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where this machine is found by the others. */
record CrewAddress(String host, int port) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]{1,253}):([1-9][0-9]{0,4})");
    private static final int LAST_PORT = 65_535;

    static Optional<CrewAddress> of(String text, CommandSpec spec) {
        if (text == null) return Optional.empty();
        var parts = FORM.matcher(text);
        if (parts.matches() && Integer.parseInt(parts.group(2)) <= LAST_PORT) return Optional.of(new CrewAddress(parts.group(1), Integer.parseInt(parts.group(2))));
        throw new ParameterException(spec.commandLine(), "--address 请写成 192.168.1.5:7300。Write it as in 192.168.1.5:7300.");
    }
}
