package conclave.meeting.prepare;

import conclave.meeting.event.Ground;

/**
 * A reason why this expert might have to withdraw from this applicant (回避线索): for a person to look at, not a judgement.
 * One name is not yet one person.
 *
 * @param fact what it was found by: the unit, the title of the work, the name, the words of a declaration
 */
public record Conflict(String expert, String applicant, Sign sign, String fact) {

    /** What was found, the ground of recusal that it speaks for, and how people say it. */
    public enum Sign {
        SAME_UNIT(Ground.SAME_UNIT, "现为同一单位"),
        FORMER_UNIT(Ground.SAME_UNIT, "曾在同一单位"),
        RECOMMENDER(Ground.SAME_UNIT, "所在单位为申报人的推荐单位"),
        SAME_NAME(Ground.OTHER_INTEREST, "姓名相同，可能为同一人"),
        SHARED_WORK(Ground.COAUTHOR, "论文或项目合作者"),
        NAMED_AS_KIN(Ground.KINSHIP, "登记为亲属"),
        DECLARED_KINSHIP(Ground.KINSHIP, "申明有亲属关系"),
        DECLARED_TEACHING(Ground.TEACHER_STUDENT, "申明有师生关系"),
        DECLARED_WORK(Ground.COAUTHOR, "申明为合作者"),
        DECLARED_UNIT(Ground.SAME_UNIT, "申明为同单位"),
        DECLARED_INTEREST(Ground.OTHER_INTEREST, "申明有其他利害关系"),
        RECORDED_KINSHIP(Ground.KINSHIP, "已登记回避（亲属关系）"),
        RECORDED_UNIT(Ground.SAME_UNIT, "已登记回避（同单位）"),
        RECORDED_TEACHING(Ground.TEACHER_STUDENT, "已登记回避（师生关系）"),
        RECORDED_WORK(Ground.COAUTHOR, "已登记回避（合作关系）"),
        RECORDED_INTEREST(Ground.OTHER_INTEREST, "已登记回避（其他利害关系）");

        private final Ground ground;
        private final String chinese;

        Sign(Ground ground, String chinese) {
            this.ground = ground;
            this.chinese = chinese;
        }

        public Ground ground() {
            return ground;
        }

        public String chinese() {
            return chinese;
        }

        /**
         * Whether it takes nobody to look: somebody has said or confirmed it, or both are of one unit today. Names that are alike,
         * years long gone and a unit that only recommended may mean nothing.
         */
        public boolean certain() {
            return switch (this) {
                case SAME_UNIT, DECLARED_KINSHIP, DECLARED_TEACHING, DECLARED_WORK, DECLARED_UNIT, DECLARED_INTEREST, RECORDED_KINSHIP,
                     RECORDED_UNIT, RECORDED_TEACHING, RECORDED_WORK, RECORDED_INTEREST -> true;
                case FORMER_UNIT, RECOMMENDER, SAME_NAME, SHARED_WORK, NAMED_AS_KIN -> false;
            };
        }

        /** It stands in the package already: somebody has confirmed it. */
        public static Sign recorded(Ground ground) {
            return switch (ground) {
                case KINSHIP -> RECORDED_KINSHIP;
                case SAME_UNIT -> RECORDED_UNIT;
                case TEACHER_STUDENT -> RECORDED_TEACHING;
                case COAUTHOR -> RECORDED_WORK;
                case OTHER_INTEREST -> RECORDED_INTEREST;
            };
        }

        static Sign declared(Ground ground) {
            return switch (ground) {
                case KINSHIP -> DECLARED_KINSHIP;
                case SAME_UNIT -> DECLARED_UNIT;
                case TEACHER_STUDENT -> DECLARED_TEACHING;
                case COAUTHOR -> DECLARED_WORK;
                case OTHER_INTEREST -> DECLARED_INTEREST;
            };
        }
    }

    /** The line that a secretary reads. */
    public String chinese() {
        return sign.chinese() + (fact.isEmpty() ? "" : "：" + fact);
    }
}
