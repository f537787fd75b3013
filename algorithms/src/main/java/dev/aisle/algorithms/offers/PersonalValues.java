package dev.aisle.algorithms.offers;

/** What each offer is worth at each person: incremental profit {@code p₁(m − d) − p₀m} and expected cost {@code p₁d}. */
public final class PersonalValues {
    private PersonalValues() {}

    /**
     * The table for an allocation.
     *
     * @param chances row-major {@code people × arms}, arm 0 without an offer: {@link ResponseClasses#chances}
     * @param margins what a purchase of each person earns without a discount
     * @param discounts what each offer takes off it, one an arm but the first
     */
    public static OfferTable of(double[] chances, double[] margins, double[] discounts) {
        int offers = discounts.length;
        int arms = offers + 1;
        if (chances.length != margins.length * arms) {
            throw new IllegalArgumentException(
                    "chances: expected " + arms + " for each of " + margins.length + " people, were " + chances.length);
        }
        double[] value = new double[margins.length * offers];
        double[] cost = new double[value.length];
        for (int person = 0; person < margins.length; person++) {
            double anyway = chances[person * arms];
            for (int offer = 0; offer < offers; offer++) {
                double offered = chances[person * arms + offer + 1];
                value[person * offers + offer] =
                        offered * (margins[person] - discounts[offer]) - anyway * margins[person];
                cost[person * offers + offer] = offered * discounts[offer];
            }
        }
        return new OfferTable(offers, value, cost);
    }
}
