package conclave.appliance;

/** What the command tells whoever called it. These numbers never change their meaning. */
final class Exit {

    static final int DONE = 0;
    /** The reason was said on stderr. */
    static final int NOT_DONE = 1;
    /** Records cannot be trusted any more; the data folder is kept as it is. */
    static final int BROKEN = 3;
    /** The records are sound, the process could not go on with them: whoever watches over it starts it again. */
    static final int AGAIN = 4;

    private Exit() {
    }
}
