package conclave.meeting.event;

import java.util.List;
import java.util.Optional;

/** 会议模式: the stages a meeting goes through, in order; results are rounded once to {@code scale}, HALF_UP. */
public record Mode(String code, int version, String name, String nameEn, int scale, List<Stage> stages) {
    public Mode {
        stages = List.copyOf(stages);
    }

    public Optional<Stage> stage(String named) {
        for (var stage : stages) {
            if (stage.code().equals(named)) return Optional.of(stage);
        }
        return Optional.empty();
    }

    /** Where a stage stands; stages that the mode does not have stand before all. */
    public int place(String named) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).code().equals(named)) return i;
        }
        return -1;
    }
}
