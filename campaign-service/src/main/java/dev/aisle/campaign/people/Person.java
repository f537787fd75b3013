package dev.aisle.campaign.people;

import java.util.List;
import java.util.Map;

/**
 * What campaigns need to know of a person.
 *
 * @param segments for each segment that anything was said about: whether the person is in it
 * @param purchases orders of which this service heard
 * @param recentItems products seen or bought, the latest first
 */
public record Person(Map<String, Boolean> segments, long purchases, List<String> recentItems) {
    /** Has just come, or has not bought for as long as the profile says so. */
    public static final String NEW_VISITOR = "new-visitor";

    private static final String BUYER = "buyer";

    public Person {
        segments = Map.copyOf(segments);
        recentItems = List.copyOf(recentItems);
    }

    /** Whether the person is in a segment. As long as nothing was said about somebody, who never bought is new. */
    public boolean isIn(String segment) {
        Boolean said = segments.get(segment);
        if (said != null) {
            return said;
        }
        return segment.equals(NEW_VISITOR) && segments.isEmpty() && !hasBought();
    }

    /** Whether there was ever a purchase, as far as anybody knows. */
    public boolean hasBought() {
        return purchases > 0 || segments.getOrDefault(BUYER, false);
    }
}
