package dev.aisle.privacy.rights.opendsr.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aisle.privacy.rights.opendsr.reading.OpenDsrReading.Refused;
import dev.aisle.privacy.rights.opendsr.reading.OpenDsrReading.Understood;
import dev.aisle.privacy.rights.request.domain.RequestType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request of OpenDSR 2.0. Total: whatever the bytes are, it gives an answer and throws nothing. Fields that it doesn't know,
 * extensions of other processors among them (7.1.2), are passed over.
 *
 * @see <a href="https://github.com/opengdpr/OpenDSR/blob/master/specification.md">OpenDSR specification</a>
 */
public final class OpenDsrReader {
    /** By which regulations a request can be made (7.1.1). */
    public static final Set<String> REGULATIONS = Set.of("ccpa", "gdpr");

    private static final String LATEST_VERSION = "2.0";
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final int MOST_CALLBACKS = 10;
    /** 1.1: lower case and version 4. */
    private static final Pattern UUID_V4 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private static final Pattern VERSION = Pattern.compile("[0-2](\\.[0-9]{1,3}){0,2}");
    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(20_000)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private OpenDsrReader() {}

    /**
     * Reads a body.
     *
     * @param firstVersion whether it came by an address of version 1, whose bodies had no regulation
     */
    public static OpenDsrReading read(byte[] body, boolean firstVersion, Instant now) {
        JsonNode root = parse(body);
        if (root == null || !root.isObject()) {
            return new Refused("body", "expected one JSON object");
        }
        try {
            return new Understood(request(root, firstVersion, now));
        } catch (WrongField e) {
            return new Refused(e.field(), e.words());
        }
    }

    private static @Nullable JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return null;
        }
    }

    private static OpenDsrRequest request(JsonNode root, boolean firstVersion, Instant now) {
        String version = version(root, firstVersion);
        String id = text(root, "subject_request_id");
        WrongField.unless(
                UUID_V4.matcher(id).matches(), "subject_request_id", "expected a UUID of version 4 in lower case");
        IdentityReader.Identities identities = IdentityReader.read(root.path("subject_identities"));
        checkTime(text(root, "submitted_time"), now);
        return new OpenDsrRequest(
                UUID.fromString(id),
                type(text(root, "subject_request_type")),
                regulation(root, firstVersion || version.charAt(0) < '2'),
                version,
                identities.subjects(),
                identities.unmatchable(),
                callbacks(root.path("status_callback_urls")));
    }

    private static String version(JsonNode root, boolean firstVersion) {
        if (!root.has("api_version")) {
            return firstVersion ? "1.0" : LATEST_VERSION;
        }
        String version = text(root, "api_version");
        WrongField.unless(
                VERSION.matcher(version).matches(), "api_version", "expected a version up to " + LATEST_VERSION);
        return version;
    }

    private static RequestType type(String name) {
        return RequestType.ofWireName(name)
                .filter(type -> type == RequestType.ERASURE || type.isExport())
                .orElseThrow(() -> new WrongField("subject_request_type", "expected erasure, access or portability"));
    }

    private static String regulation(JsonNode root, boolean optional) {
        if (optional && !root.has("regulation")) {
            return "gdpr";
        }
        String regulation = text(root, "regulation");
        WrongField.unless(REGULATIONS.contains(regulation), "regulation", "expected gdpr or ccpa");
        return regulation;
    }

    private static void checkTime(String time, Instant now) {
        try {
            Instant submitted = OffsetDateTime.parse(time).toInstant();
            WrongField.unless(
                    submitted.isBefore(now.plus(CLOCK_SKEW)), "submitted_time", "expected a time that has been");
        } catch (DateTimeParseException e) {
            throw new WrongField("submitted_time", "expected a time of RFC 3339 such as 2026-11-25T09:00:00Z");
        }
    }

    private static List<URI> callbacks(JsonNode urls) {
        WrongField.unless(
                urls.isMissingNode() || (urls.isArray() && urls.size() <= MOST_CALLBACKS),
                "status_callback_urls",
                "expected an array of at most " + MOST_CALLBACKS + " addresses");
        List<URI> addresses = new ArrayList<>();
        for (JsonNode url : urls) {
            URI address = url.isTextual() ? CallbackAddress.parse(url.textValue()) : null;
            if (address == null) {
                throw new WrongField("status_callback_urls", CallbackAddress.EXPECTED);
            }
            addresses.add(address);
        }
        return addresses;
    }

    private static String text(JsonNode parent, String field) {
        JsonNode value = parent.path(field);
        WrongField.unless(value.isTextual(), field, value.isMissingNode() ? "is missing" : "expected a text");
        return value.textValue();
    }
}
