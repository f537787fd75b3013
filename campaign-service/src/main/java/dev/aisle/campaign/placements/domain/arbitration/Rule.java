package dev.aisle.campaign.placements.domain.arbitration;

import java.util.Arrays;
import java.util.Optional;

/** What keeps a campaign from somebody, in the order in which it is looked at. */
public enum Rule {
    /** Personalization isn't allowed. */
    CONSENT("consent"),
    /** Nobody started it, or it is paused or over. */
    STATE("state"),
    /** It isn't for this placement. */
    PLACEMENT("placement"),
    /** It isn't its time. */
    SCHEDULE("schedule"),
    /** The person isn't in the audience. */
    AUDIENCE("audience"),
    /** The person has ordered and must not have, or the other way round. */
    ORDERS("orders"),
    /** Nothing lies on the page or in the past to start from. */
    CONTEXT("context"),
    /** Nothing of its budget was allocated to the person. */
    ALLOCATION("allocation"),
    /** The person said that it isn't for him or her. */
    UNWANTED("not-for-me"),
    /** The person got it often enough. */
    PERSON_CAP("cap-per-person"),
    /** The person got campaigns often enough, whichever. */
    CONTACT_CAP("cap-over-all"),
    /** It was given as often as it may be at all. */
    TOTAL("cap-total"),
    /** Its money is spent. */
    BUDGET("budget"),
    /** The coupon that it offers is spent, used up or over. */
    COUPON("coupon"),
    /** As was measured, it costs more than it brings. */
    LOSS("loss"),
    /** It belongs to an experiment, and the person isn't in its variation. */
    EXPERIMENT("experiment"),
    /** Another one has the placement for itself. */
    EXCLUSIVE("exclusive"),
    /** Another one is expected to bring more. */
    VALUE("value"),
    /** Another one that is expected to bring as much has the higher priority, or the lower id. */
    PRIORITY("priority"),
    /** The person is in the comparison group. */
    HOLDOUT("holdout");

    private final String code;

    Rule(String code) {
        this.code = code;
    }

    /** The name in what is kept and on the wire. */
    public String code() {
        return code;
    }

    /** The rule of that name. */
    public static Optional<Rule> of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }
}
