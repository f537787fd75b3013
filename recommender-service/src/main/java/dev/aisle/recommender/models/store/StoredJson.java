package dev.aisle.recommender.models.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Records of this service in columns of JSON. */
@Singleton
public class StoredJson {
    private final ObjectMapper json;

    StoredJson(ObjectMapper json) {
        this.json = json;
    }

    /** As text; {@code null} stays null. */
    public @Nullable String write(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of this service can always be written", e);
        }
    }

    /** From text; {@code null} stays null. */
    public <T> @Nullable T read(@Nullable String text, Class<T> type) {
        return text == null ? null : required(text, type);
    }

    /** From text that is there. */
    public <T> T required(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The table has a " + type.getSimpleName() + " of another version", e);
        }
    }
}
