package dev.aisle.profile.people.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.profile.v1.EventCount;
import dev.aisle.contracts.profile.v1.Profile;
import dev.aisle.contracts.profile.v1.Taste;
import dev.aisle.profile.people.usecase.ReadableProfile;
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
        @JsonSerialize(using = PlainJson.class) Profile values) {

    static ProfileAnswer of(ReadableProfile readable) {
        Profile values = ProfileMessages.message(readable);
        boolean personal = readable.purpose() == Purpose.PERSONALIZATION;
        return new ProfileAnswer(
                readable.pseudonym(),
                values.getEvents(),
                readable.values().firstSeen(),
                readable.values().lastSeen(),
                values.getPurchases(),
                counts(values.getCountsMap()),
                personal ? values.getRecentProductsList() : null,
                personal ? shares(values) : null,
                personal ? readable.segments().stream().sorted().toList() : null,
                values);
    }

    private static Map<String, Long> counts(Map<String, EventCount> counts) {
        Map<String, Long> answer = new TreeMap<>();
        counts.forEach((type, count) -> answer.put(type, count.getCount()));
        return answer;
    }

    private static Map<String, Double> shares(Profile values) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (Taste taste : values.getTastes().getCategoriesList()) {
            shares.put("category:" + taste.getKey(), taste.getShare());
        }
        for (Taste taste : values.getTastes().getBrandsList()) {
            shares.put("brand:" + taste.getKey(), taste.getShare());
        }
        return shares;
    }
}
