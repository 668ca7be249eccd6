package conclave.meeting.event;

import java.util.List;

/** 会议模式: the stages a meeting goes through, in order; results are rounded once to {@code scale}, HALF_UP. */
public record Mode(String code, int version, String name, String nameEn, int scale, List<Stage> stages) {
    public Mode {
        stages = List.copyOf(stages);
    }
}
