package conclave.appliance;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "启动一个节点，不带示例会议。Starts a node without a sample meeting.")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private NodeOptions options;

    @Override
    public Integer call() throws Exception {
        return NodeProcess.run(options, new WaitingPackages(Preparation.NONE), false);
    }
}
