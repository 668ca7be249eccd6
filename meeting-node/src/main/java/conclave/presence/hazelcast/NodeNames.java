package conclave.presence.hazelcast;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/**
 * What the names of nodes mean inside this process. Hazelcast has one address for a member, the same for everybody, and
 * every node reaches the others through an opening of its own; so members go by names, and each process reads them in
 * its own way. Names of ours are never asked for in the hotel's network; all others are looked up as ever.
 */
public final class NodeNames extends InetAddressResolverProvider {

    static final String ENDING = ".conclave.internal";
    private static final Map<String, Deque<InetAddress>> KNOWN = new ConcurrentHashMap<>();

    /** Where another node is found. */
    static void learn(String name, InetAddress address) {
        KNOWN.computeIfAbsent(name, _ -> new ConcurrentLinkedDeque<>()).addFirst(address);
    }

    /** Where this very node is; where several run in one process, as in tests, the others' way to it comes first. */
    static void learnOwn(String name, InetAddress address) {
        KNOWN.computeIfAbsent(name, _ -> new ConcurrentLinkedDeque<>()).addLast(address);
    }

    static void forget(String name, InetAddress address) {
        KNOWN.computeIfPresent(name, (_, all) -> all.remove(address) && all.isEmpty() ? null : all);
    }

    private static Stream<InetAddress> ours(String name) throws UnknownHostException {
        var all = KNOWN.get(name);
        var address = all == null ? null : all.peek();
        if (address == null) throw new UnknownHostException(name + " is no node of this kit");
        return Stream.of(address);
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        var usual = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return host.endsWith(ENDING) ? ours(host) : usual.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return usual.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "conclave";
    }
}
