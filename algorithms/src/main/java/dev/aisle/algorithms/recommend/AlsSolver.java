package dev.aisle.algorithms.recommend;

/**
 * How {@link ImplicitAls} solves a row's equations: exactly, or by some steps of conjugate gradients from where the row stood before. The
 * objective is the same; steps are cheaper and come as far in a few more iterations.
 *
 * @param steps of conjugate gradients, ≥ 1; 0 for exactly
 * @see <a href="https://doi.org/10.1145/2043932.2043987">Takács, Pilászy, Tikk 2011</a>
 */
public record AlsSolver(int steps) {
    /** Every row by its normal equations. */
    public static final AlsSolver EXACT = new AlsSolver(0);

    private static final String STEPS = "cg:";

    /** Checks the number. */
    public AlsSolver {
        if (steps < 0) {
            throw new IllegalArgumentException("solver: expected steps ≥ 0, was " + steps);
        }
    }

    /** The solver in words: {@code exact}, or {@code cg:3} for three steps. */
    public static AlsSolver parse(String text) {
        if (text.equals("exact")) {
            return EXACT;
        }
        if (text.startsWith(STEPS) && text.substring(STEPS.length()).matches("[1-9][0-9]{0,3}")) {
            return new AlsSolver(Integer.parseInt(text.substring(STEPS.length())));
        }
        throw new IllegalArgumentException("solver: expected exact or cg:STEPS such as cg:3, was " + text);
    }

    /** Whether rows are solved exactly. */
    public boolean exact() {
        return steps == 0;
    }

    @Override
    public String toString() {
        return exact() ? "exact" : STEPS + steps;
    }
}
