package dev.aisle.algorithms.customers.rfm;

/** Where a customer stands; {@link LifeCycle} has the rule. */
public enum LifeStage {
    /** One purchase, and still likely to make a second. */
    NEW,
    /** Several purchases, and the silence since is usual for this person. */
    ACTIVE,
    /** Silent for longer than usual for this person: more likely gone than not. */
    AT_RISK,
    /** Silent for so long that a return would be a surprise. */
    LAPSED,
    /** Was lapsed, and the last purchase was the return. */
    WON_BACK
}
