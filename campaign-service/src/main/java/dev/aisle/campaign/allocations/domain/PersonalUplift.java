package dev.aisle.campaign.allocations.domain;

import java.util.OptionalDouble;

/** How far an offer raises the probability that a person buys. No attribute of a person may enter that is protected, nor one that stands in for it. */
public interface PersonalUplift {
    /** The uplift, −1 to 1; empty where nothing is known, for which the prior stands. */
    OptionalDouble of(String campaign, String variation, String pseudonym);
}
