package dev.aisle.profile.people.domain;

/** How far a look at everybody is that goes by the characters of pseudonyms. It counts nobody: a count would tell how many people are known. */
public final class PseudonymOrder {
    private static final String ALPHABET = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final int DIGITS = 3;
    /** Finer steps would tell where a page ends, which moves with each person before it. */
    private static final int STEPS = 20;

    private PseudonymOrder() {}

    /**
     * About which share of the people lie before a pseudonym or the beginning of one: they are spread evenly behind their key's name.
     *
     * @return 0 of nothing, else 0.05 to 0.95 in twentieths, rounded up
     */
    public static double share(String pseudonym) {
        String spread = pseudonym.substring(pseudonym.lastIndexOf('.') + 1);
        if (spread.isEmpty()) {
            return 0;
        }
        double share = 0;
        double part = 1;
        for (int i = 0; i < Math.min(DIGITS, spread.length()); i++) {
            part /= ALPHABET.length();
            share += part * Math.max(0, ALPHABET.indexOf(spread.charAt(i)));
        }
        return Math.min(STEPS - 1, Math.floor(share * STEPS) + 1) / STEPS;
    }
}
