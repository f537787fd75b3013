package dev.aisle.profile.people.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.profile.people.usecase.ReadableProfile;
import dev.aisle.profile.people.values.domain.EventCount;
import dev.aisle.profile.people.values.domain.ProfileValues;
import dev.aisle.profile.people.values.domain.Taste;
import dev.aisle.profile.people.values.domain.Taste.Dimension;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A profile as its reader gets it; what no granted purpose allows is not there.
 *
 * @param version how many events it rests on
 * @param counts events by type; needs analytics or personalization
 * @param tastes share of each category among categories and of each brand among brands, 0..1; needs personalization
 * @param values everything that the purpose may read, as message {@code aisle.profile.v1.Profile} has it
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
        @Nullable List<String> segments,
        Map<String, Object> values) {

    static ProfileAnswer of(ReadableProfile readable) {
        ProfileValues values = readable.values();
        boolean personal = readable.purpose() == Purpose.PERSONALIZATION;
        return new ProfileAnswer(
                readable.pseudonym(),
                values.events(),
                values.firstSeen(),
                values.lastSeen(),
                values.orders().list().size(),
                counts(values.counts()),
                personal ? values.recentProducts() : null,
                personal ? shares(values) : null,
                personal ? readable.segments().stream().sorted().toList() : null,
                PlainJson.of(ProfileMessages.message(readable)));
    }

    private static Map<String, Long> counts(Map<String, EventCount> counts) {
        Map<String, Long> answer = new TreeMap<>();
        counts.forEach((type, count) -> answer.put(type, count.count()));
        return answer;
    }

    private static Map<String, Double> shares(ProfileValues values) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (Dimension dimension : List.of(Dimension.CATEGORY, Dimension.BRAND)) {
            String kind = dimension == Dimension.CATEGORY ? "category:" : "brand:";
            for (Taste taste : values.taste(dimension)) {
                shares.put(kind + taste.key(), taste.share());
            }
        }
        return shares;
    }
}
