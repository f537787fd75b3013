package dev.aisle.algorithms.experiment;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** How much of the level may be spent until a share of the information is in. All of it is spent at 1. */
public interface Spending {
    /**
     * The level spent so far.
     *
     * @param share of the planned information, in (0, 1]
     * @param alpha the whole level of one side
     */
    double at(double share, double alpha);

    /** Like O'Brien and Fleming's: hardly anything early. Lan, DeMets 1983. */
    static Spending obrienFleming() {
        NormalDistribution normal = new NormalDistribution();
        return (share, alpha) ->
                2 * normal.cumulativeProbability(normal.inverseCumulativeProbability(alpha / 2) / Math.sqrt(share));
    }

    /** Like Pocock's: about the same at each look. Lan, DeMets 1983. */
    static Spending pocock() {
        return (share, alpha) -> alpha * Math.log1p((Math.E - 1) * share);
    }

    /**
     * Hwang, Shih, DeCani 1990.
     *
     * @param gamma −4 is near O'Brien and Fleming, 1 near Pocock, 0 spends evenly
     */
    static Spending hwangShihDeCani(double gamma) {
        return (share, alpha) -> gamma == 0 ? alpha * share : alpha * Math.expm1(-gamma * share) / Math.expm1(-gamma);
    }

    /**
     * Kim, DeMets 1987.
     *
     * @param rho above 0; 3 is near O'Brien and Fleming, 1 spends evenly
     */
    static Spending kimDeMets(double rho) {
        return (share, alpha) -> alpha * Math.pow(share, rho);
    }
}
