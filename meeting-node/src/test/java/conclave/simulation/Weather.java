package conclave.simulation;

/** What befalls the nodes and what lies between them. Some meetings have a quiet day, some a storm. */
final class Weather {

    private static final long THREE_DAYS = 3 * 86_400_000L;

    private final Scene scene;
    private final int lost;
    private final int late;
    private final int answersLost;
    private final long pause;
    private final boolean lasting;
    private final long ends;
    private boolean over;
    private String slow = "";

    Weather(Scene scene) {
        this.scene = scene;
        var dice = scene.dice();
        lost = dice.upTo(60);
        late = dice.upTo(40);
        answersLost = dice.upTo(120);
        pause = dice.between(300, 4_000);
        lasting = dice.chance(80);
        ends = dice.between(10_000, 22_000) + (lasting ? 30_000 : 0);
    }

    void begin() {
        watch();
        turn();
    }

    boolean over() {
        return over;
    }

    boolean losesMessage() {
        return !over && scene.dice().chance(lost);
    }

    boolean losesAnswer() {
        return !over && scene.dice().chance(answersLost);
    }

    /** Milliseconds on the wire; now and then something lies about until nobody reckons with it any more. */
    long travel() {
        return !over && scene.dice().chance(late) ? scene.dice().between(500, 6_000) : scene.dice().between(0, 5);
    }

    /** Milliseconds until a majority has an entry. */
    long spreading() {
        return !over && scene.dice().chance(late) ? scene.dice().between(20, 400) : scene.dice().between(1, 8);
    }

    /** Just now the leader has taken an entry that nobody else has. */
    void atTheWorstMoment(Station leader) {
        if (over || !scene.dice().chance(30)) return;
        scene.agenda().after(scene.dice().between(0, 3), () -> {
            if (!over) befall(leader);
        });
    }

    /** How far behind the log a node reads. */
    long lag(Station station, boolean leads) {
        return station.name.equals(slow) ? scene.dice().between(0, 2_500) : scene.dice().between(0, leads ? 3 : 40);
    }

    /** Somebody is elected a while after nobody leads; who leads may be asked to hand over as well. */
    private void watch() {
        scene.agenda().after(scene.dice().between(150, 700), () -> {
            var candidates = scene.kit().couldLead();
            if (!scene.log().led() && !candidates.isEmpty()) scene.log().elect(scene.dice().one(candidates));
            if (!over || !scene.log().led()) watch();
        });
    }

    private void turn() {
        scene.agenda().after(scene.dice().between(20, 2 * pause), () -> {
            if (scene.agenda().now() >= ends) {
                clear();
                return;
            }
            befall(scene.dice().one(scene.kit().all()));
            turn();
        });
    }

    private void befall(Station station) {
        var dice = scene.dice();
        var history = scene.history();
        var agenda = scene.agenda();
        if (!station.up()) return;
        switch (dice.upTo(8)) {
            case 0, 1 -> {
                history.fault(agenda, "crash", station);
                crash(station);
            }
            case 2, 3 -> {
                if (station.cut()) return;
                history.fault(agenda, "cut off", station);
                station.cutOff();
                agenda.after(lasting ? dice.between(15_000, 30_000) : dice.between(200, 8_000), station::heal);
            }
            case 4 -> {
                history.fault(agenda, "frozen", station);
                station.freeze(dice.between(300, 6_000));
            }
            case 5 -> {
                var candidates = scene.kit().couldLead();
                if (!candidates.isEmpty()) scene.log().elect(dice.one(candidates));
            }
            case 6 -> {
                history.fault(agenda, "other time", station);
                station.setClock(dice.between(0, 2) * THREE_DAYS - THREE_DAYS + dice.between(-90_000, 90_000));
            }
            default -> rare(station);
        }
    }

    private void rare(Station station) {
        if (scene.dice().chance(700)) {
            slow = station.name;
        } else {
            scene.history().fault(scene.agenda(), "power cut of all", station);
            scene.kit().all().stream().filter(Station::up).forEach(this::crash);
        }
    }

    private void crash(Station station) {
        station.crash();
        scene.agenda().after(scene.dice().between(100, 4_000), () -> {
            if (!station.up()) station.start();
        });
    }

    /** From here on nothing befalls anybody: whatever is possible must come about. */
    private void clear() {
        over = true;
        slow = "";
        for (var station : scene.kit().all()) {
            station.heal();
            station.freeze(0);
            if (!station.up()) station.start();
        }
        scene.history().note(scene.agenda(), () -> "the weather clears");
    }
}
