package dev.aisle.algorithms.forecast.ets;

/**
 * Which components a model of exponential smoothing has.
 *
 * @param error additive or multiplicative
 * @param trend none, additive or multiplicative
 * @param damped the trend flattens out; only with a trend
 * @param season none, additive or multiplicative
 */
public record EtsModel(Component error, Component trend, boolean damped, Component season) {
    /** How a component enters. */
    public enum Component {
        NONE('N'),
        ADDITIVE('A'),
        MULTIPLICATIVE('M');

        private final char letter;

        Component(char letter) {
            this.letter = letter;
        }

        private static Component of(char letter) {
            for (Component component : values()) {
                if (component.letter == letter) {
                    return component;
                }
            }
            throw new IllegalArgumentException("spec: expected the letters N, A and M, got " + letter);
        }
    }

    public EtsModel {
        if (error == Component.NONE) {
            throw new IllegalArgumentException("spec: the error is A or M");
        }
        if (damped && trend == Component.NONE) {
            throw new IllegalArgumentException("damped: there is no trend to damp");
        }
    }

    /** From three letters for error, trend and season, such as {@code MAM}. */
    public static EtsModel of(String letters, boolean damped) {
        if (letters.length() != 3) {
            throw new IllegalArgumentException("spec: expected three letters such as MAM, got " + letters);
        }
        return new EtsModel(
                Component.of(letters.charAt(0)),
                Component.of(letters.charAt(1)),
                damped,
                Component.of(letters.charAt(2)));
    }

    /** As R writes it: {@code ETS(M,Ad,M)}. */
    public String label() {
        return "ETS(" + error.letter + "," + trend.letter + (damped ? "d" : "") + "," + season.letter + ")";
    }

    /** Some component multiplies, which only makes sense for values above 0. */
    public boolean needsPositive() {
        return error == Component.MULTIPLICATIVE
                || trend == Component.MULTIPLICATIVE
                || season == Component.MULTIPLICATIVE;
    }

    boolean hasTrend() {
        return trend != Component.NONE;
    }

    boolean seasonal() {
        return season != Component.NONE;
    }

    /** Smoothing parameters: α and what the components add. */
    int smoothing() {
        return 1 + (hasTrend() ? 1 : 0) + (seasonal() ? 1 : 0) + (damped ? 1 : 0);
    }

    /** Starting values that are fitted: level, growth, and all of a season but one. */
    int starts(int period) {
        return 1 + (hasTrend() ? 1 : 0) + (seasonal() ? period - 1 : 0);
    }
}
