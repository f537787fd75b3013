package dev.aisle.algorithms.privacy.pii;

import java.util.function.Predicate;

/** Numbers that states give persons. Their forms are those of order numbers too, so only who asks for them gets them. */
final class NationalNumbers {
    private static final String NIF_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private NationalNumbers() {}

    static Recogniser usSsn() {
        return of(
                PiiType.US_SSN,
                "\\d{9}|\\d{5}-\\d{4}|\\d{3}-\\d{6}|\\d{3}([-. ])\\d{2}\\1\\d{4}",
                NationalNumbers::isSsn);
    }

    /** No area 000, 666 or 9xx of the numbers ever given, no zero group, and none of those that were printed on samples. */
    private static boolean isSsn(String digits) {
        boolean given = !digits.startsWith("000")
                && !digits.startsWith("666")
                && !digits.startsWith("9")
                && !digits.startsWith("00", 3)
                && !digits.endsWith("0000");
        return given && !digits.equals("078051120") && !digits.equals("123456789") && !CheckDigits.isOneDigit(digits);
    }

    static Recogniser ukNhs() {
        return of(PiiType.UK_NHS, "\\d{3}([- ]?)\\d{3}\\1\\d{4}", CheckDigits::nhs);
    }

    static Recogniser plPesel() {
        return of(
                PiiType.PL_PESEL,
                "\\d{2}(?:[02468][1-9]|[13579][012])(?:0[1-9]|[12]\\d|3[01])\\d{5}",
                CheckDigits::pesel);
    }

    /** Six letters of the name, then year, month letter, day, place and a check letter, which a typing error leaves as telling. */
    static Recogniser itFiscalCode() {
        return of(
                PiiType.IT_FISCAL_CODE,
                "(?i:[A-Z]{6}[0-9LMNP-V]{2}[ABCDEHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z])",
                code -> true);
    }

    static Recogniser esNif() {
        return of(PiiType.ES_NIF, "\\d{7,8}-?[A-Za-z]", nif -> {
            int number = Integer.parseInt(nif.substring(0, nif.length() - 1));
            return NIF_LETTERS.charAt(number % 23) == Character.toUpperCase(nif.charAt(nif.length() - 1));
        });
    }

    static Recogniser deTaxId() {
        return of(PiiType.DE_TAX_ID, "[1-9]\\d{10}", CheckDigits::taxId);
    }

    static Recogniser inAadhaar() {
        return of(PiiType.IN_AADHAAR, "[2-9]\\d{3}([- :]?)\\d{4}\\1\\d{4}", CheckDigits::verhoeff);
    }

    /** By its first letter: citizens S and T, foreigners F, G and M. */
    static Recogniser sgNric() {
        return of(PiiType.SG_NRIC_FIN, "(?i:[STFGM]\\d{7}[A-Z])", number -> true);
    }

    private static Recogniser of(PiiType type, String pattern, Predicate<String> check) {
        return new PatternRecogniser(
                type, makeup -> makeup.digits() >= 7, pattern, found -> check.test(found.replaceAll("[- .:]", "")));
    }
}
