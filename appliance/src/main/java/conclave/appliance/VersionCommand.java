package conclave.appliance;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.config.DataFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

@Command(name = "version", description = "版本。Which version this is.", mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer>, IVersionProvider {

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    /** Stands in the jar's manifest; classes that were never packed have none. */
    private static String number() {
        var packed = VersionCommand.class.getPackage().getImplementationVersion();
        return packed == null ? "unpacked" : packed;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"conclave " + number()};
    }

    @Override
    public Integer call() {
        var said = Json.object().with("version", number()).with("java", Runtime.version().toString())
                .with("dataFormat", new Json.Num(DataFolder.FORMAT));
        System.out.println(json ? CanonicalJson.text(said) : getVersion()[0]);
        return Exit.DONE;
    }
}
