package dev.aisle.campaign.campaigns.edge;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A field of the form and its place in a definition. What a field can't say (an audience of many parts) stands in it as JSON; what can't be read is
 * written as it was typed, so that the check of the definition tells what is wrong there.
 *
 * @param place JSON pointer
 */
record EditField(String name, String place, Form form) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** How a value is written in the form. */
    enum Form {
        TEXT,
        NUMBER,
        /** 5 for 0.05. */
        PERCENT,
        /** 14 for P14D. */
        DAYS,
        /** Separated by commas. */
        LIST,
        /** A moment of UTC as {@code datetime-local} writes it. */
        MOMENT,
        /** {@code 500 EUR}. */
        MONEY,
        /** A segment's id, or JSON. */
        AUDIENCE
    }

    static final List<EditField> ALL = List.of(
            new EditField("name", "/name", Form.TEXT),
            new EditField("description", "/description", Form.TEXT),
            new EditField("kind", "/kind", Form.TEXT),
            new EditField("metric", "/goal/metric", Form.TEXT),
            new EditField("within", "/goal/within", Form.DAYS),
            new EditField("audience", "/audience", Form.AUDIENCE),
            new EditField("trigger", "/trigger/type", Form.TEXT),
            new EditField("after", "/trigger/after", Form.TEXT),
            new EditField("trigger_segment", "/trigger/segment", Form.TEXT),
            new EditField("placements", "/placements", Form.LIST),
            new EditField("channels", "/channels", Form.LIST),
            new EditField("priority", "/priority", Form.NUMBER),
            new EditField("holdout", "/holdout", Form.PERCENT),
            new EditField("start", "/schedule/start", Form.MOMENT),
            new EditField("end", "/schedule/end", Form.MOMENT),
            new EditField("times", "/caps/perPerson/times", Form.NUMBER),
            new EditField("window", "/caps/perPerson/window", Form.DAYS),
            new EditField("total", "/caps/total", Form.NUMBER),
            new EditField("value", "/value", Form.MONEY),
            new EditField("budget", "/budget", Form.MONEY),
            new EditField("cost", "/cost", Form.MONEY),
            new EditField("coupon", "/variations/0/coupon", Form.TEXT),
            new EditField("title_en", "/variations/0/content/en/title", Form.TEXT),
            new EditField("body_en", "/variations/0/content/en/body", Form.TEXT),
            new EditField("subject_en", "/variations/0/content/en/subject", Form.TEXT),
            new EditField("text_en", "/variations/0/content/en/text", Form.TEXT),
            new EditField("title_zh", "/variations/0/content/zh/title", Form.TEXT),
            new EditField("body_zh", "/variations/0/content/zh/body", Form.TEXT),
            new EditField("subject_zh", "/variations/0/content/zh/subject", Form.TEXT),
            new EditField("text_zh", "/variations/0/content/zh/text", Form.TEXT));

    /** Whether something that is said of a place is said of this field. */
    boolean holds(String finding) {
        return finding.equals(place) || finding.startsWith(place + "/");
    }

    /** What the form shows of a definition. */
    String read(JsonNode definition) {
        JsonNode node = definition.at(place);
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        return switch (form) {
            case TEXT -> plain(node);
            case NUMBER -> plain(node);
            case PERCENT ->
                node.isNumber()
                        ? node.decimalValue()
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString()
                        : plain(node);
            case DAYS -> days(node);
            case LIST ->
                node.isArray()
                        ? StreamSupport.stream(node.spliterator(), false)
                                .map(EditField::plain)
                                .collect(Collectors.joining(", "))
                        : plain(node);
            case MOMENT -> moment(node);
            case MONEY ->
                node.isObject()
                        ? node.path("amount").asText() + " "
                                + node.path("currency").asText()
                        : plain(node);
            case AUDIENCE ->
                node.size() == 1 && node.path("segment").isTextual()
                        ? node.path("segment").asText()
                        : plain(node);
        };
    }

    /** Puts what was typed into a definition; nothing takes the place away. */
    void write(ObjectNode definition, String typed) {
        String text = typed.strip();
        JsonNode value = text.isEmpty() ? MissingNode.getInstance() : value(form == Form.TEXT ? typed : text);
        put(definition, JsonPointer.compile(place), value);
    }

    private JsonNode value(String text) {
        return switch (form) {
            case TEXT -> TextNode.valueOf(text);
            case NUMBER -> number(text, 0);
            case PERCENT -> number(text, -2);
            case DAYS -> TextNode.valueOf(text.matches("[0-9]{1,6}") ? "P" + text + "D" : text);
            case LIST -> {
                ArrayNode list = NODES.arrayNode();
                Arrays.stream(text.split("[,，\\s]+", -1))
                        .filter(part -> !part.isEmpty())
                        .forEach(list::add);
                yield list;
            }
            case MOMENT ->
                TextNode.valueOf(
                        text.matches("[0-9T:-]{16}")
                                ? text + ":00Z"
                                : text.matches("[0-9T:-]{19}") ? text + "Z" : text);
            case MONEY -> money(text);
            case AUDIENCE -> audience(text);
        };
    }

    private static String plain(JsonNode node) {
        return node.isValueNode() ? node.asText() : node.toString();
    }

    private static String days(JsonNode node) {
        try {
            Duration span = Duration.parse(node.asText());
            return span.isPositive() && span.equals(Duration.ofDays(span.toDays()))
                    ? String.valueOf(span.toDays())
                    : node.asText();
        } catch (DateTimeException e) {
            return node.asText();
        }
    }

    private static String moment(JsonNode node) {
        try {
            String utc = OffsetDateTime.parse(node.asText())
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime()
                    .toString();
            return utc.length() > 19 ? utc.substring(0, 19) : utc;
        } catch (DateTimeException e) {
            return node.asText();
        }
    }

    private static JsonNode number(String text, int scale) {
        try {
            BigDecimal number = new BigDecimal(text).scaleByPowerOfTen(scale).stripTrailingZeros();
            if (Math.abs((long) number.scale()) > 20) {
                return TextNode.valueOf(text);
            }
            return number.scale() <= 0 && number.precision() - number.scale() <= 18
                    ? NODES.numberNode(number.longValueExact())
                    : JSON.readTree(number.toPlainString());
        } catch (ArithmeticException | NumberFormatException | JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    private static JsonNode money(String text) {
        String currency = text.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
        String amount = text.replaceAll("[A-Za-z\\s]", "");
        ObjectNode money = NODES.objectNode();
        money.set("amount", number(amount, 0));
        money.put("currency", currency);
        return money;
    }

    private static JsonNode audience(String text) {
        if (!text.startsWith("{")) {
            return TextNode.valueOf(text);
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    /** Sets a value with all that is above it, or takes it away with all that is empty then. */
    private static void put(ObjectNode into, JsonPointer at, JsonNode value) {
        String name = at.getMatchingProperty();
        if (at.tail().matches()) {
            if (value.isMissingNode()) {
                into.remove(name);
            } else {
                into.set(name, value);
            }
            return;
        }
        JsonNode child = into.path(name);
        if (child.isArray() && at.tail().mayMatchElement()) {
            JsonNode element = child.path(at.tail().getMatchingIndex());
            if (element instanceof ObjectNode object) {
                put(object, at.tail().tail(), value);
            }
            return;
        }
        if (value.isMissingNode() && !child.isObject()) {
            return;
        }
        ObjectNode object = child instanceof ObjectNode there ? there : NODES.objectNode();
        put(object, at.tail(), value);
        if (object.isEmpty()) {
            into.remove(name);
        } else {
            into.set(name, object);
        }
    }
}
