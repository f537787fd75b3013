package dev.aisle.recommender.models.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.aisle.platform.problem.ByteOrderMark;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Reads bodies of orders: none at all is an empty one, and a field that doesn't exist is refused, since {@code dryrun} isn't {@code dryRun}. */
@Singleton
class StrictBody {
    private final ObjectReader reader;

    StrictBody(ObjectMapper json) {
        this.reader = json.reader().with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    <T> T read(@Nullable String body, Class<T> type) {
        try {
            String text = body == null || body.isBlank() ? "{}" : ByteOrderMark.without(body);
            T read = reader.forType(type).readValue(text);
            return read == null ? reader.forType(type).readValue("{}") : read;
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, Response.Status.BAD_REQUEST);
        }
    }
}
