package dev.aisle.profile.models;

import java.util.Locale;

/** Kinds of models, each with its parameters. */
public enum ModelKind {
    /** How often people buy and when they stop. */
    LIFETIME(Parameters.Lifetime.class),
    /** What a purchase is worth. */
    SPEND(Parameters.Spend.class),
    /** Quintiles of recency, frequency and money. */
    RFM(Parameters.Rfm.class),
    /** How the inclination to buy with a coupon is spread. */
    COUPON(Parameters.Coupon.class),
    /** After how long people buy again, by category. */
    REPLENISHMENT(Parameters.Replenishments.class),
    /** Demand to be expected, by category. */
    FORECAST(Parameters.Demand.class);

    private final Class<? extends Parameters> parameters;

    ModelKind(Class<? extends Parameters> parameters) {
        this.parameters = parameters;
    }

    /** The type of the parameters. */
    public Class<? extends Parameters> parameters() {
        return parameters;
    }

    /** As it stands in tables and addresses. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
