package dev.aisle.campaign.shared.recommendations;

/** The access token with which this service speaks to others. */
@FunctionalInterface
public interface ServiceToken {
    /** A token that is valid now; throws when there is none in time. */
    String bearer();
}
