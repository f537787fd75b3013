package dev.aisle.ingest.rejections.mending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.values.Fault;
import dev.aisle.ingest.shared.values.NullCharacters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an operator mends events: blind, by the paths of fields.
 *
 * @param set path → the new value
 * @param remove paths of fields that go; done before anything is set
 */
public record EventFix(Map<String, JsonNode> set, List<String> remove) {
    /** Changes nothing: the event goes in without its faulty field. */
    public static final EventFix NONE = new EventFix(Map.of(), List.of());

    private static final int MOST = 50;

    public EventFix {
        set = Map.copyOf(set);
        remove = List.copyOf(remove);
    }

    /** An event after the fix, or why it can't be one. */
    public sealed interface Result {}

    public record Fixed(ShopEvent event) implements Result {}

    public record Unfit(Fault fault) implements Result {}

    /** What is wrong with the fix itself, whatever it is used on. */
    public Optional<Fault> fault() {
        if (set.size() + remove.size() > MOST) {
            return Optional.of(new Fault("invalid-field", "fix", "expected at most " + MOST + " fields"));
        }
        return Stream.concat(
                        set.entrySet().stream()
                                .filter(entry -> !mayChange(entry.getKey()) || !mayBe(entry.getValue()))
                                .map(entry -> fault("fix.set", entry.getKey())),
                        remove.stream().filter(path -> !mayChange(path)).map(path -> fault("fix.remove", path)))
                .findFirst();
    }

    private static boolean mayChange(String path) {
        return FieldPath.isPath(path)
                && EventFields.OPEN.contains(FieldPath.of(path).first());
    }

    private static boolean mayBe(JsonNode value) {
        return !value.isNull() && NullCharacters.find(value).isEmpty();
    }

    private static Fault fault(String where, String path) {
        return new Fault(
                "invalid-field",
                FieldPath.isPath(path) ? where + "." + path : where,
                "expected the path of a field below type, sourceName, occurredAt, items, order, search, review, promotion,"
                        + " exposure, list, coupon, message, share, context or properties, such as items[0].price.currency,"
                        + " and a value that isn't null and has no U+0000");
    }

    /** The event as it is after the fix. */
    public Result apply(ShopEvent event) {
        if (set.isEmpty() && remove.isEmpty()) {
            return new Fixed(event);
        }
        ObjectNode json = EventFields.toJson(event);
        remove.forEach(path -> FieldPath.of(path).remove(json));
        for (Map.Entry<String, JsonNode> entry : set.entrySet()) {
            if (!FieldPath.of(entry.getKey()).set(json, entry.getValue())) {
                return unfit(entry.getKey(), "there is nothing in this event to which it could belong");
            }
        }
        try {
            ShopEvent.Builder fixed = ShopEvent.newBuilder();
            JsonFormat.parser().merge(json.toString(), fixed);
            return new Fixed(fixed.build());
        } catch (InvalidProtocolBufferException e) {
            return unfit(
                    "fix",
                    "the event doesn't take the fix: an unknown field or enum value, or a value of another kind");
        }
    }

    private static Unfit unfit(String field, String message) {
        return new Unfit(new Fault("invalid-field", field, message));
    }
}
