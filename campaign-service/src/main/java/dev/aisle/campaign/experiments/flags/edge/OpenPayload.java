package dev.aisle.campaign.experiments.flags.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.experiments.flags.domain.FlagSet;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GrowthBook's payload as everybody may read it, written once a stamp. */
@Singleton
class OpenPayload {
    private final ObjectMapper json;
    private volatile @Nullable Written held;

    OpenPayload(ObjectMapper json) {
        this.json = json;
    }

    /** A payload as text, and its entity tag. */
    record Written(FlagSet set, String text, String tag) {}

    @SuppressWarnings("ReferenceEquality") // The very set that was written.
    Written of(FlagSet set) {
        Written known = held;
        if (known != null && known.set() == set) {
            return known;
        }
        Written fresh = write(set);
        held = fresh;
        return fresh;
    }

    private Written write(FlagSet set) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("status", 200);
        payload.put("features", set.open());
        payload.put("dateUpdated", set.readAt().toString());
        try {
            return new Written(set, json.writeValueAsString(payload), ETags.of(json.writeValueAsString(set.open())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Features are always JSON", e);
        }
    }
}
