package dev.aisle.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.aisle.platform.problem.Problem.FieldError;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What exceptions look like from outside. */
@Singleton
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");

    @ServerExceptionMapper
    public Response map(ConstraintViolationException e) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(fieldOf(violation), violation.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
        String detail = errors.stream()
                .map(error -> error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
        return Problems.answer(new Problem("/problems/invalid-field", "Invalid field", 400, detail, errors));
    }

    @ServerExceptionMapper
    public Response map(MismatchedInputException e) {
        return ofJson(e);
    }

    @ServerExceptionMapper
    public Response map(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return ofJson(json);
        }
        Response given = e.getResponse();
        if (given.hasEntity()) {
            return given;
        }
        int status = given.getStatus();
        return Problems.answer(Problem.of(kindOf(status), status, detailOf(status, e)));
    }

    @ServerExceptionMapper
    public Response map(UnauthorizedException e) {
        Response problem = Problems.answer(Problem.of(
                "not-authenticated", 401, "Send an access token of the issuer as 'Authorization: Bearer …'."));
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response map(ForbiddenException e) {
        return Problems.answer(Problem.of("not-allowed", 403, "The token has none of the roles that this call needs."));
    }

    /** What passes by itself is 503. The last resort is 500: the caller gets a number, the log gets the cause under that number. */
    @ServerExceptionMapper
    public Response map(Exception e) {
        return Outage.of(e)
                .map(told -> Problems.unavailable(told, Outage.RETRY_AFTER_SECONDS))
                .orElseGet(() -> ofOurs(e));
    }

    private static Response ofOurs(Exception e) {
        String incident = UUID.randomUUID().toString();
        LOG.errorf(e, "Unexpected failure, incident %s", incident);
        return Problems.answer(Problem.of(
                "internal-error", 500, "This is our fault. The log explains it under incident " + incident + "."));
    }

    private static Response ofJson(JsonProcessingException e) {
        String field = e instanceof JsonMappingException mapping ? pathOf(mapping) : null;
        String detail = switch (e) {
            case UnrecognizedPropertyException unknown -> noSuchField(unknown);
            case InvalidFormatException amount
            when isWhole(amount.getTargetType()) && amount.getValue() instanceof Number ->
                "expected a whole number; amounts are in minor units (cents), such as 1050 for 10.50";
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null -> "expected " + describe(mismatch.getTargetType());
            default -> "The body is not valid JSON" + where(e) + ".";
        };
        return field == null || field.isEmpty()
                ? Problems.malformed(detail)
                : Problems.invalidFields(List.of(new FieldError(field, detail, pointerOf((JsonMappingException) e))));
    }

    private static String noSuchField(UnrecognizedPropertyException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        return Nearest.noSuchField(
                e.getPropertyName(),
                known == null ? List.of() : known.stream().map(Object::toString).toList());
    }

    private static boolean isWhole(Class<?> type) {
        return type == int.class || type == long.class || type == Integer.class || type == Long.class;
    }

    /** A JSON pointer as a fragment (RFC 6901 section 6): {@code #/lines/0/price}. */
    private static String pointerOf(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? Integer.toString(step.getIndex()) : nameOf(step.getFieldName()))
                .collect(Collectors.joining("/", "#/", ""));
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static String describe(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        return switch (type.getSimpleName()) {
            case "String" -> "a text";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double", "float", "Float", "BigDecimal" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "Instant" -> "an ISO 8601 time such as 2026-11-25T09:00:00Z";
            case "List", "ArrayList", "Set" -> "an array";
            default -> "an object";
        };
    }

    private static String pathOf(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : nameOf(step.getFieldName()))
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    /** A name is repeated only when it looks like one: a caller may have put an identifier there. */
    private static String nameOf(String field) {
        return NAME.matcher(field).matches() ? field : "…";
    }

    /** {@code decisions.subject} of a body, the parameter's name when the parameter itself is wrong. */
    private static String fieldOf(ConstraintViolation<?> violation) {
        String parameter = "";
        List<String> properties = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case PARAMETER -> parameter = node.getName();
                case PROPERTY, CONTAINER_ELEMENT -> properties.add(node.toString());
                default -> {}
            }
        }
        return properties.isEmpty() ? parameter : String.join(".", properties);
    }

    private static String kindOf(int status) {
        return switch (status) {
            case 400 -> "malformed-request";
            case 404 -> "no-such-path";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            default -> "http-" + status;
        };
    }

    private static @Nullable String detailOf(int status, WebApplicationException e) {
        return switch (status) {
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path knows other methods, see the Allow header.";
            case 415 -> "Send application/json.";
            default -> status < 500 ? e.getMessage() : "This is our fault.";
        };
    }
}
