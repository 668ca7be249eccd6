package conclave.appliance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "run", mixinStandardHelpOptions = true,
        description = "启动一个带示例会议的节点；再次启动时从原处继续。"
                + "Starts a node with a sample meeting; started again on the same data it goes on where it was.")
final class RunCommand implements Callable<Integer> {

    @Mixin
    private NodeOptions options;

    @Option(names = "--rooms", paramLabel = "N", description = "示例：会议室数。Rooms of the sample (2).")
    private Integer rooms;

    @Option(names = "--experts", paramLabel = "N", description = "示例：每室专家数。Experts in each room (4).")
    private Integer experts;

    @Option(names = "--applicants", paramLabel = "N", description = "示例：申报人总数。Applicants in all (12).")
    private Integer applicants;

    @Option(names = "--seed", paramLabel = "N", description = "示例：随机种子。Another seed makes other people (1).")
    private Long seed;

    @Option(names = "--mode", paramLabel = "NAME", description = "示例：会议模式，如 defence、panel-score-plenary-ballot。The sample's mode (score-only).")
    private String mode;

    @Option(names = "--alternates", paramLabel = "N", description = "示例：每室候补专家数。Alternates in each room (0).")
    private Integer alternates;

    @Option(names = "--screening", description = "示例：页面须先筛查、放行，专家才能看到；个人信息遮盖。"
            + "The sample's pages are screened and released before experts see them, masked.")
    private boolean screening;

    @Option(names = "--strict", description = "示例：水印烧入每位专家看到的页面，材料只在轮次内开放。"
            + "In the sample each reader's name is burned into the pages, which lie there in rounds only.")
    private boolean strict;

    @Option(names = "--nodes", paramLabel = "N", description = "节点数：1，或 3（两台服务器加一台见证机，各为一个进程）。"
            + "Nodes: 1, or 3: two servers and a witness, each a process of its own (1).")
    private Integer nodes;

    @Option(names = "--until-ready", hidden = true, description = "Stops when it is ready: to train the cache of loaded classes.")
    private boolean untilReady;

    @Override
    public Integer call() throws Exception {
        if (KitProcess.wanted(options.folder(), nodes)) return new KitProcess(options, wishes()).run(nodes);
        return NodeProcess.run(options, new WaitingPackages(new SampleMeeting(wishes())), untilReady);
    }

    private List<String> wishes() {
        var wishes = new ArrayList<String>();
        wish(wishes, "--rooms", rooms);
        wish(wishes, "--experts", experts);
        wish(wishes, "--applicants", applicants);
        wish(wishes, "--seed", seed);
        wish(wishes, "--mode", mode);
        wish(wishes, "--alternates", alternates);
        if (screening) wishes.add("--screening");
        if (strict) wishes.add("--strict");
        return wishes;
    }

    private static void wish(List<String> wishes, String name, Object value) {
        if (value != null) wishes.addAll(List.of(name, value.toString()));
    }
}
