package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import dev.aisle.campaign.campaigns.domain.InVariation;
import dev.aisle.campaign.placements.domain.Fingerprint;
import dev.aisle.campaign.placements.domain.arbitration.Arbitration;
import dev.aisle.campaign.placements.domain.arbitration.Contender;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who wants a placement now, the best first.
 *
 * @param policyVersion the campaigns in their versions
 * @param longestWindow of their caps per person; empty when none has one
 * @param experiments to which some of them belong
 */
record Roster(
        List<Contender> contenders, String policyVersion, Optional<Duration> longestWindow, Set<String> experiments) {
    private static final int LONGEST = 400;

    static Roster of(List<Contender> contenders) {
        return new Roster(
                contenders.stream().sorted(Arbitration.BEST_FIRST).toList(),
                version(contenders.stream()
                        .map(contender -> contender.campaign().reference())
                        .collect(Collectors.joining(","))),
                contenders.stream()
                        .map(contender -> contender.campaign().frequencyCap())
                        .filter(Objects::nonNull)
                        .map(FrequencyCap::window)
                        .max(Comparator.naturalOrder()),
                contenders.stream()
                        .map(contender -> contender.campaign().only())
                        .filter(Objects::nonNull)
                        .map(InVariation::experiment)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Those whose time it is. */
    Roster at(Instant now) {
        return contenders.stream().allMatch(one -> one.campaign().schedule().covers(now))
                ? this
                : of(contenders.stream()
                        .filter(one -> one.campaign().schedule().covers(now))
                        .toList());
    }

    /** All names of a few; of many a digest, since it goes out with each exposure and the trace has the names. */
    private static String version(String names) {
        return names.length() <= LONGEST ? names : "sha256:" + Fingerprint.of(List.of(names));
    }
}
