package dev.aisle.profile.analysis.domain.trend;

/** What one person did with a category in a span. */
record Deeds(double views, double purchases, double units, double revenue) {
    static final Deeds VIEW = new Deeds(1, 0, 0, 0);

    static Deeds order(double units, double revenue) {
        return new Deeds(0, 1, units, revenue);
    }

    /** With more of the same person. */
    Deeds plus(Deeds more) {
        return new Deeds(views + more.views, purchases + more.purchases, units + more.units, revenue + more.revenue);
    }
}
