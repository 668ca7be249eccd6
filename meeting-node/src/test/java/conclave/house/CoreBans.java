package conclave.house;

import java.util.List;

/** What would let two nodes that read the same log come to different meetings. */
final class CoreBans {

    static final List<Ban> ALL = List.of(
            Ban.on("\\bSystem\\s*\\.\\s*\\w+", "the order brings its time, and nothing else of the machine is known"),
            Ban.on("\\b(Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime|Year)\\s*\\.\\s*now\\b", "the order brings its time"),
            Ban.on("\\bClock\\b|\\bjava\\.time\\.Clock", "the order brings its time"),
            Ban.on("\\b(Random|SecureRandom|SplittableRandom|ThreadLocalRandom|RandomGenerator)\\b|\\brandomUUID\\b|\\bMath\\s*\\.\\s*random\\b",
                    "whoever makes the command draws every random value it needs"),
            Ban.on("\\b(float|double|Float|Double|floatValue|doubleValue|StrictMath)\\b|\\b\\d+\\.\\d+[fFdD]?\\b|\\b\\d+[eE]\\d+\\b|\\b\\d+[fFdD]\\b",
                    "BigDecimal, rounded once where the rule says so"),
            Ban.on("\\b(HashMap|HashSet|IdentityHashMap|WeakHashMap|Hashtable|EnumSet\\.copyOf)\\b", "Table, TreeMap or a List: they have one order everywhere"),
            Ban.on("\\b(Set|Map)\\s*\\.\\s*(of|copyOf|ofEntries)\\b", "a List or a TreeMap: sets and maps of the platform have another order in every start"),
            Ban.on("\\b(toSet|toMap|toUnmodifiableSet|toUnmodifiableMap|groupingBy|groupingByConcurrent|toConcurrentMap)\\s*\\(",
                    "a loop into a Table or a TreeMap: their order is ours"),
            Ban.on("\\bgetDefault\\b|\\bto(Lower|Upper)Case\\s*\\(\\s*\\)", "say Locale.ROOT: a Turkish laptop has another i"),
            Ban.on("\\bString\\s*\\.\\s*format\\s*\\((?!\\s*Locale\\b)|\\.\\s*formatted\\s*\\(", "plain concatenation, or a stated Locale"),
            Ban.on("\\bgetBytes\\s*\\(\\s*\\)|\\bdefaultCharset\\b", "say StandardCharsets.UTF_8"),
            Ban.on("\\b(ZoneId|TimeZone|ZoneOffset\\.systemDefault)\\b", "moments are milliseconds; days come with the command"),
            Ban.on("\\b(hashCode|identityHashCode)\\b", "compareTo: hashes differ between machines"),
            Ban.on("\\bparallelStream\\b|\\.\\s*parallel\\s*\\(|\\bThread\\b|\\bsynchronized\\b|\\bvolatile\\b|\\bjava\\.util\\.concurrent\\b", "one thread a meeting"),
            Ban.on("\\bjava\\.(io|net|nio(?!\\.charset)|sql|util\\.logging|lang\\.reflect)\\b|\\bFiles\\s*\\.", "the adapters read, write and log"),
            Ban.on("\\bgetClass\\s*\\(|\\bClass\\s*\\.\\s*forName\\b|\\bforName\\s*\\(", "a sealed type and a switch"),
            // The only default of the core is a method of an interface; a switch names every case, so that a new one does not compile.
            Ban.on("\\bdefault\\s*(->|:)", "name every case: a new event must not compile before somebody has thought of it"),
            Ban.on("\\bcase\\s+(Event|Command|IntakeEvent|SittingEvent|TallyEvent|TransferEvent|IntakeCommand|SittingCommand|TallyCommand|TransferCommand)\\s+_",
                    "a whole family waved through is a default by another name"));

    private CoreBans() {
    }
}
