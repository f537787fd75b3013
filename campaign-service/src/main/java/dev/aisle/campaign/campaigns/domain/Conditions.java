package dev.aisle.campaign.campaigns.domain;

import dev.aisle.campaign.people.Person;

/**
 * What must be so at the moment beside the audience.
 *
 * @param context whether the page or the cart must hold something, or something must have been seen or bought lately
 */
public record Conditions(Orders orders, boolean context) {
    /** Whether somebody has bought. */
    public enum Orders {
        ANY,
        NONE,
        SOME
    }

    /** What a kind asks for where the definition says nothing: a welcome is for who has not bought, a cross-sell needs something to go with. */
    public static Conditions usual(CampaignKind kind) {
        return switch (kind) {
            case WELCOME -> new Conditions(Orders.NONE, false);
            case CROSS_SELL, UP_SELL -> new Conditions(Orders.ANY, true);
            case REPLENISHMENT, WIN_BACK, REVIEW, SERVICE -> new Conditions(Orders.SOME, false);
            default -> new Conditions(Orders.ANY, false);
        };
    }

    /** Whether the orders are as they must be. */
    public boolean ordersHold(Person person) {
        return switch (orders) {
            case ANY -> true;
            case NONE -> !person.hasBought();
            case SOME -> person.hasBought();
        };
    }

    /** Whether there is something to start from. */
    public boolean contextHolds(Person person, boolean onPage) {
        return !context || onPage || !person.recentItems().isEmpty();
    }
}
