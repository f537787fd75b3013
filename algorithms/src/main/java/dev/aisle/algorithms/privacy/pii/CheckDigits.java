package dev.aisle.algorithms.privacy.pii;

import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/** Check digits of national numbers. */
final class CheckDigits {
    private static final int[] PESEL_WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};

    private CheckDigits() {}

    static boolean isOneDigit(String digits) {
        return digits.chars().distinct().count() == 1;
    }

    /** Modulus 11 with the weights 10 to 2. */
    static boolean nhs(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (10 - i) * digit(digits, i);
        }
        return (11 - sum % 11) % 11 == digit(digits, 9);
    }

    static boolean pesel(String digits) {
        int sum = 0;
        for (int i = 0; i < PESEL_WEIGHTS.length; i++) {
            sum += PESEL_WEIGHTS[i] * digit(digits, i);
        }
        return (10 - sum % 10) % 10 == digit(digits, 10);
    }

    /** ISO/IEC 7064 MOD 11,10; no digit may stand more than three times among the first ten. */
    static boolean taxId(String digits) {
        int product = 10;
        int[] counts = new int[10];
        for (int i = 0; i < 10; i++) {
            int digit = digit(digits, i);
            counts[digit]++;
            int sum = (digit + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
            if (counts[digit] > 3) {
                return false;
            }
        }
        return (11 - product) % 10 == digit(digits, 10);
    }

    /** Verhoeff's, and no palindrome. */
    static boolean verhoeff(String digits) {
        boolean palindrome = new StringBuilder(digits).reverse().toString().equals(digits);
        return !palindrome && VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.isValid(digits);
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
