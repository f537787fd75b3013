package dev.aisle.algorithms.privacy.pii;

import java.util.Locale;

/** Counts what was found rightly, found wrongly and missed. */
final class PiiScore {
    private int right;
    private int wrong;
    private int missed;

    void add(int rightOnes, int wrongOnes, int missedOnes) {
        right += rightOnes;
        wrong += wrongOnes;
        missed += missedOnes;
    }

    double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    double recall() {
        return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "precision %.3f, recall %.3f (%d right, %d wrong, %d missed)",
                precision(),
                recall(),
                right,
                wrong,
                missed);
    }
}
