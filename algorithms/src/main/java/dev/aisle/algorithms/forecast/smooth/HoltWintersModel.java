package dev.aisle.algorithms.forecast.smooth;

/**
 * Which parts a smoothing by Holt and Winters has.
 *
 * @param trend a growth per step
 * @param season none, added or multiplied
 */
public record HoltWintersModel(boolean trend, Season season) {
    /** How the season enters. */
    public enum Season {
        NONE,
        ADDITIVE,
        MULTIPLICATIVE
    }

    /** Level only. */
    public static final HoltWintersModel SIMPLE = new HoltWintersModel(false, Season.NONE);

    /** Level and growth. */
    public static final HoltWintersModel HOLT = new HoltWintersModel(true, Season.NONE);

    /** Level, growth and a season that is added. */
    public static final HoltWintersModel ADDITIVE = new HoltWintersModel(true, Season.ADDITIVE);

    /** Level, growth and a season that multiplies. */
    public static final HoltWintersModel MULTIPLICATIVE = new HoltWintersModel(true, Season.MULTIPLICATIVE);

    boolean seasonal() {
        return season != Season.NONE;
    }

    /** Parameters to fit: α, then β and γ as far as they are. */
    int parameters() {
        return 1 + (trend ? 1 : 0) + (seasonal() ? 1 : 0);
    }
}
