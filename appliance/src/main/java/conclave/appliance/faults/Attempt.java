package conclave.appliance.faults;

/** One question to one server, and what came back: what there is to look at when nobody was served for a while. */
record Attempt(int expert, String server, long began, long ended, String code) {

    boolean during(long from, long to) {
        return began < to && ended > from;
    }

    String line(long origin) {
        return (began - origin) / 1_000_000 + "\t" + (ended - origin) / 1_000_000 + "\t" + expert + "\t" + server + "\t" + code;
    }
}
