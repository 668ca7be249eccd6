package conclave.appliance;

import conclave.audit.Signatory;
import conclave.config.Kit;
import conclave.config.Member;
import conclave.seal.Signatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Whose signatures under a record count: the nodes of the cluster files, and single public keys. */
public record KitKeys(CommandSpec spec, boolean json) {

    /** Nothing where a cluster file cannot be read; why was said. */
    public Optional<List<Signatory>> of(List<Path> clusters, List<Path> keys) throws IOException {
        var kit = new ArrayList<Signatory>();
        for (var file : clusters) {
            var read = Kit.read(file);
            Spoken.say(read.findings(), json);
            if (read.value().isEmpty()) return Optional.empty();
            for (var member : read.value().get().members()) enter(kit, member.name(), key(member));
        }
        for (var file : keys) {
            var key = Files.readAllBytes(file);
            enter(kit, Signatures.id(key), key);
        }
        return Optional.of(kit);
    }

    /** Who stands in two files is one node; another one of the same name stood in its place, and is told apart by its key. */
    private static void enter(List<Signatory> kit, String name, byte[] key) {
        var id = Signatures.id(key);
        if (kit.stream().anyMatch(node -> node.id().equals(id))) return;
        kit.add(new Signatory(kit.stream().anyMatch(node -> node.name().equals(name)) ? name + "/" + id : name, key));
    }

    private byte[] key(Member member) {
        try {
            return Base64.getUrlDecoder().decode(member.key());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(),
                    "集群文件中节点 " + member.name() + " 的公钥不正确。The key of the node " + member.name() + " is none.");
        }
    }
}
