package dev.aisle.profile.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.profile.domain.Segment;
import dev.aisle.profile.usecase.ReadableProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A profile as its reader gets it; what no granted purpose allows is not there.
 *
 * @param counts events by type; needs analytics or personalization
 * @param tastes share of each category and brand in the person's interest, 0..1; needs personalization
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProfileAnswer(
        String pseudonym,
        long version,
        Instant firstSeen,
        Instant lastSeen,
        long purchases,
        Map<String, Long> counts,
        @Nullable List<String> recentProducts,
        @Nullable Map<String, Double> tastes,
        @Nullable List<String> segments) {

    static ProfileAnswer of(ReadableProfile readable) {
        var profile = readable.profile();
        boolean personal = readable.personalization();
        return new ProfileAnswer(
                profile.pseudonym(),
                profile.version(),
                profile.firstSeen(),
                profile.lastSeen(),
                profile.purchases(),
                profile.behaviour().counts(),
                personal ? profile.behaviour().recentProducts() : null,
                personal ? shares(profile.behaviour().tastes()) : null,
                personal ? readable.segments().stream().map(Segment::id).toList() : null);
    }

    private static Map<String, Double> shares(Map<String, Double> weights) {
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        return total <= 0
                ? Map.of()
                : weights.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue() / total));
    }
}
