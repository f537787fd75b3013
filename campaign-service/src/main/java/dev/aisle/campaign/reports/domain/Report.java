package dev.aisle.campaign.reports.domain;

import java.util.List;
import java.util.Optional;

/**
 * What a version of a campaign achieved.
 *
 * @param arms empty when one of them has too few people
 * @param cost empty when it has neither coupons nor messages that cost something, or of another currency
 * @param words the same in sentences that the figures allow
 */
public record Report(
        String campaign,
        int version,
        int threshold,
        boolean told,
        String currency,
        List<Arm> arms,
        Optional<Effect> effect,
        Optional<Responses> responses,
        Optional<Cost> cost,
        List<String> words) {
    public Report {
        arms = List.copyOf(arms);
        words = List.copyOf(words);
    }
}
