package dev.aisle.campaign.campaigns.worth;

import java.util.OptionalDouble;

/** What was measured of campaigns. Where nobody knows anything, the prior stands in. */
public interface MeasuredEffects {
    /** By how much giving a campaign raises the probability of a success, −1 to 1; empty when it wasn't measured. Called now and then, not for each decision. */
    OptionalDouble uplift(String campaign);
}
