package conclave.appliance.sample;

import conclave.exchange.MeetingFile.Kind;
import conclave.exchange.Presets;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * How large a sample, of which kind, beginning when, and where it is put. Equal options and seed give equal bytes.
 *
 * @param mode       one of the modes that come with the program: by which stages the rooms walk
 * @param alternates experts in each room who wait until a seat becomes free
 * @param screening  whether pages are screened and released first, and names hidden from experts
 * @param strict     whether pages bear their readers' names burned in, and lie there in rounds only
 */
public record SampleOptions(int rooms, int expertsPerRoom, int alternates, int applicants, long seed, Kind kind, String mode,
                            LocalDate startDate, Path folder, boolean screening, boolean strict) {

    public static final String USUAL_MODE = "score-only";
    public static final int MOST_ALTERNATES = 3;

    public static final int MOST_ROOMS = 20;
    public static final int MOST_EXPERTS = 20;
    public static final int MOST_APPLICANTS = 2_000;

    public SampleOptions {
        require("rooms", rooms, 1, MOST_ROOMS);
        require("experts", expertsPerRoom, 1, MOST_EXPERTS);
        require("alternates", alternates, 0, MOST_ALTERNATES);
        if (!Presets.MODES.contains(mode)) throw new IllegalArgumentException("mode must be one of " + String.join(", ", Presets.MODES) + ", not " + mode);
        require("applicants", applicants, rooms, MOST_APPLICANTS);
    }

    /** The small meeting that everybody starts with. */
    public static SampleOptions standard(LocalDate startDate, Path folder) {
        return new SampleOptions(2, 4, 12, 1, Kind.REHEARSAL, startDate, folder);
    }

    /** Scores only, nobody waiting for a seat. */
    public SampleOptions(int rooms, int expertsPerRoom, int applicants, long seed, Kind kind, LocalDate startDate, Path folder) {
        this(rooms, expertsPerRoom, 0, applicants, seed, kind, USUAL_MODE, startDate, folder);
    }

    /** Nothing is screened. */
    public SampleOptions(int rooms, int expertsPerRoom, int alternates, int applicants, long seed, Kind kind, String mode, LocalDate startDate, Path folder) {
        this(rooms, expertsPerRoom, alternates, applicants, seed, kind, mode, startDate, folder, false, false);
    }

    private static void require(String what, int value, int least, int most) {
        if (value >= least && value <= most) return;
        throw new IllegalArgumentException(what + " must be from " + least + " to " + most + ", not " + value);
    }
}
