package dev.aisle.campaign.results.policies;

import dev.aisle.algorithms.bandits.ContextualArms.Policy;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import dev.aisle.campaign.results.policies.EvaluatePolicy.Question;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a policy would have earned on the log of which campaign. */
record EvaluationBody(
        @NotNull(message = "name a campaign")
        @Pattern(
                regexp = "[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?",
                message = "is not a campaign: 1 to 64 small letters, digits, hyphens")
        String campaign,

        @Min(value = 1, message = "expected a version's number") @Nullable
        Integer version,

        @Pattern(regexp = "clicks|conversion|revenue", message = "expected clicks, conversion or revenue") @Nullable
        String reward,

        @Nullable Duration within,

        @NotNull(message = "say which policy: weights, always, segments or bandit") @Valid
        PolicyBody policy) {

    /** One of four ways to say it. */
    public record PolicyBody(
            @Nullable Map<String, Double> weights,
            @Nullable String always,

            @Size(max = 4, message = "has more than 4 segments") @Nullable
            List<@Valid @NotNull(message = "is null") SegmentBody> segments,

            @Nullable Map<String, Double> otherwise,

            @Pattern(
                    regexp = "thompson|top_two_thompson|linucb",
                    message = "expected thompson, top_two_thompson or linucb")
            @Nullable
            String bandit,

            @DecimalMin(value = "0", message = "expected 0 to 1")
            @DecimalMax(value = "1", message = "expected 0 to 1")
            @Nullable
            Double floor) {
        /** Whether it is said in one way and no other. */
        boolean saidOnce() {
            return Stream.of(weights, always, segments, bandit)
                                    .filter(Objects::nonNull)
                                    .count()
                            == 1
                    && (segments == null) == (otherwise == null);
        }

        private CandidatePolicy toPolicy() {
            if (weights != null) {
                return fixed(weights);
            }
            if (always != null) {
                return new CandidatePolicy.Fixed(Map.of(always, 1.0));
            }
            if (segments != null && otherwise != null) {
                return new CandidatePolicy.BySegment(
                        segments.stream()
                                .map(one -> new CandidatePolicy.SegmentShares(one.segment(), fixed(one.weights())))
                                .toList(),
                        fixed(otherwise));
            }
            return new CandidatePolicy.Bandit(
                    Policy.valueOf(
                            Objects.requireNonNullElse(bandit, "thompson").toUpperCase(Locale.ROOT)),
                    floor == null ? 0 : floor);
        }

        private static CandidatePolicy.Fixed fixed(Map<String, Double> weights) {
            return new CandidatePolicy.Fixed(weights);
        }
    }

    /** Shares of the members of a segment. */
    public record SegmentBody(
            @NotNull(message = "name a segment") String segment,
            @NotNull(message = "name shares") Map<String, Double> weights) {}

    Question toQuestion() {
        return new Question(
                campaign, version, reward == null ? null : Reward.of(reward).orElse(null), within, policy.toPolicy());
    }
}
