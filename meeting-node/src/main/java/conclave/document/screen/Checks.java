package conclave.document.screen;

import java.time.DateTimeException;
import java.time.LocalDate;

/** 校验: what the digits of a number say about themselves. */
final class Checks {

    private static final int[] IDENTITY = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String IDENTITY_CHECKS = "10x98765432";
    private static final String CREDIT = "0123456789abcdefghjklmnpqrtuwxy";
    private static final int[] ORGANISATION = {3, 7, 9, 10, 5, 8, 4, 2};
    /** The provinces of GB/T 2260, and what foreigners' and islanders' papers begin with. */
    private static final String PROVINCES = " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66 71 81 82 83 91 ";
    private static final String REGISTERED = " 11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 54 59 61 62 69 71 72 79 81 89 91 92 93 a1 a9 n1 n2 n3 n9 y1 ";

    private Checks() {
    }

    /** GB 11643: the eighteenth sign for seventeen digits. */
    static char identity(byte[] digits, int from) {
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += digits[from + i] * IDENTITY[i];
        return IDENTITY_CHECKS.charAt(sum % 11);
    }

    static boolean province(int first, int second) {
        return PROVINCES.contains(" " + (char) ('0' + first) + (char) ('0' + second) + " ");
    }

    static boolean date(int year, int month, int day) {
        if (year < 1850 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return false;
        try {
            return LocalDate.of(year, month, day).getDayOfMonth() == day;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** GB 32100, with the outer modulo: a sum that is a multiple of 31 has the check sign 0. */
    static boolean credit(int[] signs, int from) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT.indexOf(signs[from + i]) * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT.indexOf(signs[from + 17]) == (31 - sum % 31) % 31;
    }

    static boolean creditSign(int sign) {
        return CREDIT.indexOf(sign) >= 0;
    }

    /** The first two signs: by whom it was registered, and as what. */
    static boolean registered(int first, int second) {
        return REGISTERED.contains(" " + (char) first + (char) second + " ");
    }

    /** GB 11714: eight signs and one that checks them. */
    static boolean organisation(int[] signs, int from) {
        int sum = 0;
        for (int i = 0; i < 8; i++) sum += Character.digit(signs[from + i], 36) * ORGANISATION[i];
        int check = 11 - sum % 11;
        return signs[from + 8] == (check == 10 ? 'x' : check == 11 ? '0' : '0' + check);
    }

    static boolean luhn(byte[] digits, int from, int many) {
        int sum = 0;
        for (int i = 0; i < many; i++) {
            int digit = digits[from + many - 1 - i];
            int value = i % 2 == 0 ? digit : digit * 2;
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }
}
