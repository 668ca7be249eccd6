package conclave.exchange;

import conclave.exchange.MeetingFile.Applicant;
import java.time.format.DateTimeFormatter;

/** Citizen identification numbers, GB 11643-1999: seventeen digits and a check character. */
public final class IdNumber {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumber() {
    }

    /** The check character of the first seventeen digits. */
    public static char checkCharacter(String seventeen) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += WEIGHTS[i] * (seventeen.charAt(i) - '0');
        return CHECKS.charAt(sum % 11);
    }

    public static boolean valid(String number) {
        return number.matches("[1-9][0-9]{16}[0-9X]") && number.charAt(17) == checkCharacter(number);
    }

    /** A warning only: real numbers with a wrong check character are in circulation, and older ones have fifteen digits. */
    static void check(Applicant applicant, String at, Findings findings) {
        var number = applicant.idNumber();
        var birth = applicant.birth().format(DateTimeFormatter.BASIC_ISO_DATE);
        if (!valid(number)) {
            findings.warning("id-number-check", "file", MeetingFolder.APPLICANTS, "path", at + ".idNumber");
        } else if (!number.substring(6, 14).equals(birth)) {
            findings.warning("id-number-birth-differs", "file", MeetingFolder.APPLICANTS, "path", at + ".idNumber");
        }
    }
}
