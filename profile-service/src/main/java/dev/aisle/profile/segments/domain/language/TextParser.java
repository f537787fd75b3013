package dev.aisle.profile.segments.domain.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.aisle.profile.segments.domain.language.Token.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the text form into the JSON form, by recursive descent. It knows the grammar; what the words mean is read from the JSON form. */
final class TextParser {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=");
    private static final List<String> TESTS = List.of(
            "value", "count", "products", "revenue", "did", "since_first", "since_last", "in", "sequence", "not");
    private static final int DEEPEST = 40;

    private final String source;
    private final List<Token> tokens;
    private final Places places;
    private int next;
    private int depth;

    TextParser(String source, Places places) {
        this.source = source;
        this.places = places;
        this.tokens = Tokens.of(source);
    }

    JsonNode parse() {
        JsonNode rule = any();
        if (peek().kind() != Kind.END) {
            throw wrong(
                    peek(),
                    "Expected and, or, or the end, not " + peek().shown() + ".",
                    peek().is(")") ? "There is a ) too many." : null);
        }
        return rule;
    }

    private JsonNode any() {
        return joined("or", "any", this::all);
    }

    private JsonNode all() {
        return joined("and", "all", this::unary);
    }

    private JsonNode joined(String word, String field, Supplier<JsonNode> part) {
        int offset = peek().offset();
        JsonNode first = part.get();
        if (!peek().is(word)) {
            return first;
        }
        ArrayNode parts = places.put(JSON.arrayNode(), offset).add(first);
        while (peek().is(word)) {
            take();
            parts.add(part.get());
        }
        return places.put(JSON.objectNode(), offset).set(field, parts);
    }

    private JsonNode unary() {
        Token token = take();
        if (++depth > DEEPEST) {
            throw wrong(token, "Rules are nested too deep.", "Make a segment of the inner part.");
        }
        JsonNode rule;
        if (token.is("not")) {
            rule = object(token).set("not", unary());
        } else if (token.is("(")) {
            rule = any();
            expect(")");
        } else {
            rule = test(token);
        }
        depth--;
        return rule;
    }

    private JsonNode test(Token token) {
        if (token.kind() != Kind.WORD) {
            throw wrong(
                    token, "Expected a test, not " + token.shown() + ".", "Known: " + String.join(", ", TESTS) + ".");
        }
        return switch (token.text()) {
            case "value" -> value(token);
            case "did" -> object(token).set("did", inParentheses(() -> events(true)));
            case "count", "products", "revenue" -> {
                ObjectNode node = object(token).set(token.text(), inParentheses(() -> events(true)));
                yield compared(node).set("operand", literal());
            }
            case "since_first", "since_last" -> {
                ObjectNode node = object(token).set(token.text(), inParentheses(() -> events(true)));
                yield compared(node).set("operand", span());
            }
            case "in" -> {
                expect("segment");
                yield object(token).set("segment", text("the id of a segment in quotes"));
            }
            case "sequence" -> sequence(token);
            default -> throw unknownTest(token);
        };
    }

    private InvalidRuleException unknownTest(Token token) {
        String suggestion;
        if (EventTypes.ofWord(token.text()).isPresent()) {
            suggestion = "Did you mean did(" + token.text() + ")?";
        } else if (COMPARISONS.contains(peek().text())) {
            suggestion = "Did you mean value(" + token.text() + ") " + peek().text() + " …?";
        } else {
            suggestion = Nearest.among(token.text(), TESTS);
        }
        return wrong(token, "The test " + token.shown() + " is unknown.", suggestion);
    }

    private JsonNode value(Token token) {
        ObjectNode node = object(token).set("value", inParentheses(() -> word("the name of a value")));
        return compared(node).set("operand", literal());
    }

    private ObjectNode compared(ObjectNode node) {
        Token op = take();
        if (op.kind() != Kind.SIGN || !COMPARISONS.contains(op.text())) {
            throw wrong(op, "Expected a comparison, not " + op.shown() + ".", "Known: = != < <= > >=");
        }
        return node.set("op", places.put(new TextNode(op.text()), op.offset()));
    }

    private JsonNode sequence(Token token) {
        ObjectNode node = object(token);
        expect("(");
        ArrayNode steps = places.put(JSON.arrayNode(), peek().offset());
        steps.add(step());
        while (peek().is("->")) {
            take();
            steps.add(step());
        }
        node.set("sequence", steps);
        window(node);
        expect(")");
        return node;
    }

    private JsonNode step() {
        ObjectNode step = object(peek());
        boolean absent = peek().is("not");
        if (absent) {
            take();
        }
        step.set("events", events(false));
        if (absent) {
            step.set("absent", BooleanNode.TRUE);
        }
        if (peek().is("within")) {
            take();
            step.set("within", span());
        }
        return step;
    }

    private ObjectNode events(boolean windowed) {
        ObjectNode node = object(peek());
        if (peek().is("any")) {
            take();
        } else {
            ArrayNode types = places.put(JSON.arrayNode(), peek().offset());
            types.add(word("the name of an event, or any"));
            while (peek().is("|")) {
                take();
                types.add(word("the name of an event"));
            }
            node.set("types", types);
        }
        if (peek().is("where")) {
            take();
            ArrayNode where = places.put(JSON.arrayNode(), peek().offset());
            where.add(condition());
            while (peek().is("and")) {
                take();
                where.add(condition());
            }
            node.set("where", where);
        }
        if (windowed) {
            window(node);
        }
        return node;
    }

    private JsonNode condition() {
        ObjectNode node = object(peek());
        node.set("property", word("the property of an event"));
        Token op = take();
        boolean known = op.is("in") || op.is("under") || COMPARISONS.contains(op.text());
        if (!known || op.kind() == Kind.TEXT) {
            throw wrong(op, "Expected a comparison, not " + op.shown() + ".", "Known: = != < <= > >= in under");
        }
        node.set("op", places.put(new TextNode(op.text()), op.offset()));
        if (!op.is("in")) {
            return node.set("operand", literal());
        }
        return node.set("operand", inParentheses(() -> {
            ArrayNode choices = places.put(JSON.arrayNode(), peek().offset());
            choices.add(literal());
            while (peek().is(",")) {
                take();
                choices.add(literal());
            }
            return choices;
        }));
    }

    private void window(ObjectNode node) {
        if (peek().is("in")) {
            take();
            expect("last");
            node.set("last", span());
        }
    }

    private JsonNode span() {
        Token amount = take();
        if (amount.kind() != Kind.NUMBER || !amount.text().matches("[0-9]{1,6}")) {
            throw wrong(amount, "Expected a span of time, not " + amount.shown() + ".", "Write one such as 7 days.");
        }
        Token unit = take();
        Optional<Duration> span =
                unit.kind() == Kind.WORD ? Spans.ofWords(Long.parseLong(amount.text()), unit.text()) : Optional.empty();
        if (span.isEmpty()) {
            throw wrong(
                    unit,
                    "Expected a unit of time, not " + unit.shown() + ".",
                    Nearest.among(unit.text(), List.of("minutes", "hours", "days", "weeks")));
        }
        return places.put(new TextNode(Spans.iso(span.get())), amount.offset());
    }

    private JsonNode literal() {
        Token token = take();
        JsonNode node = switch (token.kind()) {
            case TEXT -> new TextNode(token.text());
            case NUMBER -> new DecimalNode(new BigDecimal(token.text()));
            case WORD -> flag(token);
            default -> null;
        };
        if (node == null) {
            throw wrong(
                    token,
                    "Expected a number, a text in quotes, true or false, not " + token.shown() + ".",
                    token.kind() == Kind.WORD ? "Did you mean \"" + token.text() + "\"?" : null);
        }
        return token.kind() == Kind.WORD ? node : places.put(node, token.offset());
    }

    private static @Nullable JsonNode flag(Token token) {
        return switch (token.text()) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> null;
        };
    }

    private JsonNode word(String expected) {
        Token token = take();
        if (token.kind() != Kind.WORD) {
            throw wrong(token, "Expected " + expected + ", not " + token.shown() + ".", null);
        }
        return places.put(new TextNode(token.text()), token.offset());
    }

    private JsonNode text(String expected) {
        Token token = take();
        if (token.kind() != Kind.TEXT) {
            throw wrong(
                    token,
                    "Expected " + expected + ", not " + token.shown() + ".",
                    token.kind() == Kind.WORD ? "Did you mean \"" + token.text() + "\"?" : null);
        }
        return places.put(new TextNode(token.text()), token.offset());
    }

    private <T extends JsonNode> T inParentheses(Supplier<T> inner) {
        expect("(");
        T node = inner.get();
        expect(")");
        return node;
    }

    private ObjectNode object(Token token) {
        return places.put(JSON.objectNode(), token.offset());
    }

    private void expect(String sign) {
        Token token = take();
        if (!token.is(sign)) {
            throw wrong(token, "Expected " + sign + ", not " + token.shown() + ".", null);
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    private InvalidRuleException wrong(Token token, String message, @Nullable String suggestion) {
        return Places.problem(source, token.offset(), message, suggestion);
    }
}
