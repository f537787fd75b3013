package dev.aisle.privacy.rights.request.edge;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.platform.problem.Problems;
import dev.aisle.privacy.rights.request.domain.CorrectableField;
import dev.aisle.privacy.rights.request.domain.NewRequest;
import dev.aisle.privacy.rights.request.domain.RequestDetails;
import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.rights.request.domain.Verification;
import dev.aisle.privacy.rights.request.usecase.RequestsConfig;
import dev.aisle.privacy.shared.people.SubjectReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a request whose form is right: in the words of the domain, or why it asks for nothing that exists. */
@ApplicationScoped
public class RequestReading {
    private static final String DEFAULT_REGULATION = "gdpr";
    private static final Pattern JURISDICTION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final String PURPOSES = Arrays.stream(Purpose.values())
            .filter(purpose -> purpose != Purpose.NECESSARY)
            .map(Purpose::wireName)
            .collect(Collectors.joining(", "));

    private final RequestsConfig config;

    RequestReading(RequestsConfig config) {
        this.config = config;
    }

    /** What a body says. */
    public sealed interface Reading {
        /** It can be understood. */
        record Understood(NewRequest request) implements Reading {}

        /** It can't; the answer says where and what would be. */
        record Refused(Response answer) implements Reading {}
    }

    public Reading read(RequestBody body) {
        RequestType type = RequestType.ofWireName(body.type()).orElse(null);
        if (type == null) {
            return refused("unknown-type", "type", "known are " + RequestType.NAMES);
        }
        String regulation = body.regulation() == null ? DEFAULT_REGULATION : body.regulation();
        if (!config.deadlines().containsKey(regulation)) {
            return refused(
                    "unknown-regulation",
                    "regulation",
                    "known are "
                            + String.join(", ", new TreeSet<>(config.deadlines().keySet())));
        }
        Verification verification = verification(body.verification());
        if (verification == null) {
            return refused("unknown-verification", "verification", "known are caller, code");
        }
        if (body.startsAt() != null && body.startsAt().isAfter(Instant.now().plus(config.longestUndo()))) {
            return refused("too-late", "startsAt", "expected a time within " + config.longestUndo());
        }
        Response wrong = wrongDetails(type, body);
        return wrong != null
                ? new Reading.Refused(wrong)
                : new Reading.Understood(new NewRequest(
                        SubjectReference.of(body.subject()),
                        type,
                        regulation,
                        verification,
                        details(type, body),
                        body.startsAt()));
    }

    private static @Nullable Verification verification(@Nullable String name) {
        return switch (name) {
            case null -> Verification.CALLER;
            case "caller" -> Verification.CALLER;
            case "code" -> Verification.CODE;
            default -> null;
        };
    }

    private static @Nullable Response wrongDetails(RequestType type, RequestBody body) {
        return switch (type) {
            case OBJECTION -> wrongPurposes(body.purposes());
            case RECTIFICATION -> wrongCorrections(body.corrections());
            case ERASURE, ACCESS, PORTABILITY, RESTRICTION -> null;
        };
    }

    private static @Nullable Response wrongPurposes(@Nullable List<String> purposes) {
        if (purposes == null || purposes.isEmpty()) {
            return Problems.invalidField("purposes", "expected at least one of " + PURPOSES);
        }
        boolean known = purposes.stream()
                .allMatch(name -> Purpose.ofWireName(name)
                        .filter(purpose -> purpose != Purpose.NECESSARY)
                        .isPresent());
        return known ? null : Problems.unprocessable("unknown-purpose", "purposes", "known are " + PURPOSES);
    }

    private static @Nullable Response wrongCorrections(@Nullable Map<String, String> corrections) {
        if (corrections == null || corrections.isEmpty()) {
            return Problems.invalidField(
                    "corrections", "expected at least one field; correctable are " + CorrectableField.NAMES);
        }
        String jurisdiction = corrections.get(CorrectableField.JURISDICTION.fieldName());
        if (jurisdiction != null && !JURISDICTION.matcher(jurisdiction).matches()) {
            return Problems.invalidField("corrections.jurisdiction", "expected a country such as DE or US-CA");
        }
        for (CorrectableField field : CorrectableField.values()) {
            String value = corrections.get(field.fieldName());
            String problem = value == null
                    ? null
                    : field.vaultField().map(kept -> kept.problemOf(value)).orElse(null);
            if (problem != null) {
                return Problems.invalidField("corrections." + field.fieldName(), problem);
            }
        }
        String ageBand = corrections.get(CorrectableField.AGE_BAND.fieldName());
        boolean known = ageBand == null
                || Arrays.stream(AgeBand.values())
                        .anyMatch(band -> band.wireName().equals(ageBand));
        return known
                ? null
                : Problems.unprocessable("unknown-age-band", "corrections.ageBand", "known are child, teen, adult");
    }

    /** What can't be corrected may be an identifier: of that only the field's name goes on. */
    private static RequestDetails details(RequestType type, RequestBody body) {
        return switch (type) {
            case OBJECTION ->
                new RequestDetails(
                        body.purposes() == null
                                ? List.of()
                                : body.purposes().stream()
                                        .distinct()
                                        .map(name -> Purpose.ofWireName(name).orElseThrow())
                                        .toList(),
                        Map.of());
            case RECTIFICATION -> {
                Map<String, String> kept = new HashMap<>();
                if (body.corrections() != null) {
                    body.corrections()
                            .forEach((field, value) -> kept.put(
                                    field, CorrectableField.ofName(field).isPresent() ? value : ""));
                }
                yield new RequestDetails(List.of(), kept);
            }
            case ERASURE, ACCESS, PORTABILITY, RESTRICTION -> RequestDetails.NONE;
        };
    }

    private static Reading refused(String kind, String field, String message) {
        return new Reading.Refused(Problems.unprocessable(kind, field, message));
    }
}
