package conclave.config;

/**
 * How nodes tell each other who is online; where they find each other stands in the cluster file. Nothing that counts a
 * score depends on it.
 *
 * @param shared off: this node counts for itself only
 */
public record PresenceConfig(boolean shared) {

    public static final PresenceConfig DEFAULT = new PresenceConfig(true);

    static PresenceConfig from(Settings settings) {
        return new PresenceConfig(settings.flag("presence.shared", DEFAULT.shared()));
    }
}
