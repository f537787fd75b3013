package dev.aisle.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies of requests as they stand or not at all: a field that nobody knows, half a cent for an amount, {@code "10"} for a number or none where one has to be is a mistake, which is told; only a flag
 * may be missing, which is a no. What
 * a service reads elsewhere, such as what a newer version stored, is read by the mapper of Quarkus as before.
 */
@Provider
@Singleton
@ConstrainedTo(RuntimeType.SERVER)
public class StrictBodies implements ContextResolver<ObjectMapper> {
    private final ObjectMapper strict;

    public StrictBodies(ObjectMapper mapper) {
        this.strict = strict(mapper);
    }

    /** Returns a mapper like this one that makes no allowances. */
    static ObjectMapper strict(ObjectMapper mapper) {
        ObjectMapper strict = mapper.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .registerModule(missingFlagsAreOff());
        for (LogicalType type : new LogicalType[] {LogicalType.Integer, LogicalType.Float, LogicalType.Boolean}) {
            for (CoercionInputShape shape : new CoercionInputShape[] {
                CoercionInputShape.String, CoercionInputShape.EmptyString, CoercionInputShape.Boolean
            }) {
                if (type != LogicalType.Boolean || shape != CoercionInputShape.Boolean) {
                    strict.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
                }
            }
        }
        strict.coercionConfigFor(LogicalType.Integer).setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        strict.coercionConfigFor(LogicalType.Boolean)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        return strict;
    }

    private static SimpleModule missingFlagsAreOff() {
        return new SimpleModule("missing-flags")
                .addDeserializer(
                        boolean.class, new NumberDeserializers.BooleanDeserializer(Boolean.class, Boolean.FALSE));
    }

    /** Reads a body that need not be there: none at all is one without fields. */
    public <T> T readOrEmpty(@Nullable String body, Class<T> type) {
        try {
            String text = body == null || body.isBlank() ? "{}" : ByteOrderMark.without(body);
            T read = strict.readValue(text, type);
            return read == null ? strict.readValue("{}", type) : read;
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, Response.Status.BAD_REQUEST);
        }
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return strict;
    }
}
