package dev.aisle.ingest.protocols.ga4;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.ingest.door.domain.Body;
import dev.aisle.ingest.door.domain.Document;
import dev.aisle.ingest.door.domain.Reading;
import dev.aisle.ingest.protocols.ga4.ValidationMessage.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Google's validation server would find wrong with a request.
 *
 * @see <a href="https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events#limitations">Limitations</a>
 * @see <a href="https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference#reserved_names">Reserved names</a>
 */
final class MeasurementChecks {
    private static final int MOST_PARAMETERS = 25;
    private static final int MOST_ITEMS = 200;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_VALUE = 100;
    /** Parameters that may be longer than the others. */
    private static final Map<String, Integer> LONGER =
            Map.of("page_title", 300, "page_referrer", 420, "page_location", 1_000);

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern RESERVED_PREFIX = Pattern.compile("^(_|firebase_|ga_|google_|gtag\\.).*");
    private static final Set<String> RESERVED = Set.of(
            "ad_activeview",
            "ad_click",
            "ad_exposure",
            "ad_query",
            "ad_reward",
            "adunit_exposure",
            "app_clear_data",
            "app_exception",
            "app_install",
            "app_remove",
            "app_store_refund",
            "app_update",
            "app_upgrade",
            "dynamic_link_app_open",
            "dynamic_link_app_update",
            "dynamic_link_first_open",
            "error",
            "firebase_campaign",
            "first_open",
            "first_visit",
            "in_app_purchase",
            "notification_dismiss",
            "notification_foreground",
            "notification_open",
            "notification_receive",
            "notification_send",
            "os_update",
            "session_start",
            "user_engagement");

    private final List<ValidationMessage> messages = new ArrayList<>();

    private MeasurementChecks() {}

    /** Everything that is wrong; empty when nothing is. */
    public static List<ValidationMessage> of(byte[] bytes) {
        MeasurementChecks checks = new MeasurementChecks();
        switch (Document.read(bytes)) {
            case Document.Unreadable unreadable -> checks.add("", message(unreadable.why()), Code.VALUE_INVALID);
            case Document.Json json
            when !json.root().isObject() ->
                checks.add("", "The body is not a JSON object with events.", Code.VALUE_INVALID);
            case Document.Json json -> checks.request(json.root());
        }
        return List.copyOf(checks.messages);
    }

    /** What the door found wrong with an item, which is stricter about shops than Google is. */
    public static ValidationMessage of(Reading.Rejection rejection) {
        String field = rejection.fault().field();
        Code code = rejection.fault().code().startsWith("missing") ? Code.VALUE_REQUIRED : Code.VALUE_INVALID;
        return new ValidationMessage(
                MeasurementParameters.fieldPath(rejection.index(), field),
                rejection.fault().message(),
                code);
    }

    private static String message(Body why) {
        return switch (why) {
            case Body.Malformed malformed -> malformed.message();
            case Body.TooLarge tooLarge -> tooLarge.message();
            case Body.Parsed ignored -> "";
        };
    }

    private void request(JsonNode root) {
        if (!root.hasNonNull("client_id") && !root.hasNonNull("app_instance_id")) {
            add("client_id", "A client_id or an app_instance_id is required.", Code.VALUE_REQUIRED);
        }
        timestamp("", root);
        userProperties(root.path("user_properties"));
        JsonNode events = root.path("events");
        if (!events.isArray() || events.isEmpty()) {
            add("events", "At least one event is required.", Code.VALUE_REQUIRED);
            return;
        }
        if (events.size() > MeasurementReader.MOST_EVENTS) {
            add("events", "A request has at most 25 events.", Code.EXCEEDED_MAX_ENTITIES);
            return;
        }
        for (int i = 0; i < events.size(); i++) {
            event("events[" + i + "]", events.path(i));
        }
    }

    private void event(String path, JsonNode event) {
        if (!event.isObject()) {
            add(path, "An event is an object with name and params.", Code.VALUE_INVALID);
            return;
        }
        timestamp(path + ".", event);
        name(path + ".name", event.path("name").asText());
        JsonNode params = event.path("params");
        if (!params.isMissingNode() && !params.isObject()) {
            add(path + ".params", "params is an object.", Code.VALUE_INVALID);
            return;
        }
        if (params.size() > MOST_PARAMETERS) {
            add(path + ".params", "An event has at most 25 parameters.", Code.EXCEEDED_MAX_ENTITIES);
        }
        params.properties().forEach(entry -> parameter(path + ".params", entry));
        if (params.hasNonNull("value") && !params.hasNonNull("currency")) {
            add(path + ".params.currency", "A value needs its currency.", Code.VALUE_REQUIRED);
        }
        if (params.path("items").size() > MOST_ITEMS) {
            add(path + ".params.items", "An event has at most 200 items.", Code.EXCEEDED_MAX_ENTITIES);
        }
    }

    private void name(String path, String name) {
        if (name.isEmpty()) {
            add(path, "An event needs a name.", Code.VALUE_REQUIRED);
        } else if (RESERVED.contains(name)
                || (NAME.matcher(name).matches()
                        && RESERVED_PREFIX.matcher(name).matches())) {
            add(path, "This name is reserved for events that Google collects itself.", Code.NAME_RESERVED);
        } else if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            add(
                    path,
                    "A name begins with a letter and has up to 40 letters, digits and underscores.",
                    Code.NAME_INVALID);
        }
    }

    private void parameter(String path, Map.Entry<String, JsonNode> parameter) {
        String name = parameter.getKey();
        boolean harmless = name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
        String place = harmless ? path + "." + name : path;
        if (RESERVED_PREFIX.matcher(name).matches()) {
            add(place, "Names of parameters don't begin with _, firebase_, ga_, google_ or gtag.", Code.NAME_RESERVED);
        } else if (!harmless) {
            add(
                    place,
                    "A name begins with a letter and has up to 40 letters, digits and underscores.",
                    Code.NAME_INVALID);
        }
        int longest = LONGER.getOrDefault(name, LONGEST_VALUE);
        if (parameter.getValue().isTextual() && parameter.getValue().asText().length() > longest) {
            add(place, "A value has at most " + longest + " characters.", Code.VALUE_OUT_OF_BOUNDS);
        }
    }

    private void userProperties(JsonNode properties) {
        if (properties.size() > MOST_PARAMETERS) {
            add("user_properties", "A request has at most 25 user properties.", Code.EXCEEDED_MAX_ENTITIES);
        }
    }

    private void timestamp(String path, JsonNode from) {
        if (from.hasNonNull("timestamp_micros")
                && Micros.read(from.path("timestamp_micros")).isEmpty()) {
            add(path + "timestamp_micros", "A time is a whole number of microseconds since 1970.", Code.VALUE_INVALID);
        }
    }

    private void add(String fieldPath, String description, Code code) {
        messages.add(new ValidationMessage(fieldPath, description, code));
    }
}
