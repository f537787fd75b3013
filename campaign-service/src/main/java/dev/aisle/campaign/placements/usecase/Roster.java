package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.placements.domain.arbitration.Contender;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who wants a placement now.
 *
 * @param policyVersion the campaigns in their versions
 */
record Roster(List<Contender> contenders, String policyVersion) {
    static Roster of(List<Contender> contenders) {
        return new Roster(
                List.copyOf(contenders),
                contenders.stream()
                        .map(contender -> contender.campaign().reference())
                        .collect(Collectors.joining(",")));
    }

    /** Those whose time it is. */
    Roster at(Instant now) {
        return contenders.stream().allMatch(one -> one.campaign().schedule().covers(now))
                ? this
                : of(contenders.stream()
                        .filter(one -> one.campaign().schedule().covers(now))
                        .toList());
    }

    /** The longest window of their caps per person; empty when none has one. */
    Optional<Duration> longestWindow() {
        return contenders.stream()
                .map(contender -> contender.campaign().frequencyCap())
                .filter(Objects::nonNull)
                .map(cap -> cap.window())
                .max(Comparator.naturalOrder());
    }
}
