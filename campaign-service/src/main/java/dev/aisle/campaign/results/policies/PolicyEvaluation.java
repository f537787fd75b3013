package dev.aisle.campaign.results.policies;

import dev.aisle.algorithms.offpolicy.OffPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy would have earned.
 *
 * @param told whether there are enough people to tell it
 * @param threshold how many that takes
 * @param n contacts that were judged by
 * @param earned mean reward of what was shown
 * @param estimates of the policy; {@code null} when it isn't told
 * @param words what it means
 */
record PolicyEvaluation(
        String campaign,
        int version,
        boolean told,
        int threshold,
        long n,
        double earned,
        @Nullable OffPolicy estimates,
        List<String> words) {}
