package dev.aisle.algorithms.privacy.anonymity;

/**
 * What a table must keep.
 *
 * @param k each row looks like at least k − 1 others
 * @param l each group of rows that look alike has at least l different sensitive values; 1 for no such rule
 * @param suppressionLimit the share of rows that may be left out, from 0 to 1
 * @see <a href="https://doi.org/10.1142/S0218488502001648">Sweeney 2002, k-anonymity</a>
 * @see <a href="https://doi.org/10.1145/1217299.1217302">Machanavajjhala et al. 2007, distinct l-diversity</a>
 */
public record AnonymityRules(int k, int l, double suppressionLimit) {
    public AnonymityRules {
        if (k < 1 || l < 1 || !(suppressionLimit >= 0 && suppressionLimit <= 1)) {
            throw new IllegalArgumentException("expected k ≥ 1, l ≥ 1 and a limit from 0 to 1");
        }
    }
}
