package dev.aisle.assistant.tools;

import dev.aisle.assistant.conversations.domain.Answer;
import dev.aisle.assistant.conversations.domain.AnswerKind;
import dev.aisle.assistant.conversations.domain.Memory.Awaited;
import dev.aisle.assistant.conversations.domain.Source;
import dev.aisle.assistant.conversations.domain.Words;
import dev.aisle.assistant.conversations.usecase.AssistantSettings;
import dev.aisle.assistant.conversations.usecase.Reply;
import dev.aisle.assistant.conversations.usecase.Turn;
import dev.aisle.assistant.tools.Order.Line;
import dev.aisle.assistant.understanding.entities.Entity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says where a shopper's own order is. The shop decides whose it is; whoever isn't logged in is told nothing. */
@Singleton
public class AnswerOrder {
    private static final Pattern NUMBER = Pattern.compile("#?[A-Za-z0-9][A-Za-z0-9_-]{2,63}");

    private final AskOrders askOrders;
    private final ZoneId zone;

    AnswerOrder(AskOrders askOrders, AssistantSettings settings) {
        this.askOrders = askOrders;
        this.zone = settings.handOver().zone();
    }

    /** The order that the text names, or the one spoken of before, or the question which it is. */
    public Reply answer(Turn turn) {
        Words words = turn.words();
        if (!askOrders.ready()) {
            return Reply.of(turn, Answer.of(AnswerKind.ORDER, words.say("order.none"), words.choice("choice.person")));
        }
        if (turn.subject().isEmpty()) {
            return Reply.of(
                    turn, Answer.of(AnswerKind.ORDER, words.say("order.log-in"), words.choice("choice.person")));
        }
        Optional<String> number = named(turn);
        if (number.isEmpty()) {
            return Reply.of(turn, Answer.of(AnswerKind.ORDER, words.say("order.which")))
                    .remembering(memory -> memory.awaiting(Awaited.ORDER_NUMBER));
        }
        return switch (askOrders.ask(number.get(), turn.subject())) {
            case OrderAnswer.Found found ->
                Reply.of(turn, told(found.order(), words))
                        .remembering(memory -> memory.ofOrder(found.order().number())
                                .about(found.order().lines().stream()
                                        .map(Line::productId)
                                        .filter(id -> !id.isEmpty())
                                        .toList()));
            case OrderAnswer.NotTheirs _ ->
                Reply.of(
                        turn,
                        Answer.of(
                                AnswerKind.ORDER,
                                words.say("order.not-found", number.get()),
                                words.choice("choice.person")));
            case OrderAnswer.Unavailable _ ->
                Reply.of(
                        turn,
                        Answer.of(AnswerKind.ORDER, words.say("order.unavailable"), words.choice("choice.person")));
            case OrderAnswer.NotSetUp _ ->
                Reply.of(turn, Answer.of(AnswerKind.ORDER, words.say("order.none"), words.choice("choice.person")));
        };
    }

    /** The order number of a text; empty when it names none and none was spoken of. */
    public static Optional<String> named(Turn turn) {
        Optional<String> entity = turn.named(Entity.Kind.ORDER_NUMBER).stream()
                .map(Entity::value)
                .map(Order::number)
                .flatMap(Optional::stream)
                .findFirst();
        if (entity.isPresent()) {
            return entity;
        }
        if (turn.memory().awaited() == Awaited.ORDER_NUMBER) {
            Matcher matcher = NUMBER.matcher(turn.text());
            while (matcher.find()) {
                Optional<String> number = Order.number(matcher.group());
                if (number.isPresent()) {
                    return number;
                }
            }
        }
        return turn.memory().order().isEmpty()
                ? Optional.empty()
                : Optional.of(turn.memory().order());
    }

    private Answer told(Order order, Words words) {
        List<String> said = new ArrayList<>();
        String status = order.status() == null ? "unknown" : order.status().wireName();
        said.add(words.say("order.status." + status, order.number()));
        add(said, words, "order.delivered", order.deliveredAt());
        if (order.deliveredAt() == null) {
            add(said, words, "order.shipped", order.shippedAt());
            add(said, words, "order.expected", order.expectedAt());
        }
        if (order.shippedAt() == null && order.deliveredAt() == null) {
            add(said, words, "order.placed", order.placedAt());
        }
        if (!order.carrier().isEmpty() && !order.tracking().isEmpty()) {
            said.add(words.say("order.carrier", order.carrier(), order.tracking()));
        }
        if (!order.lines().isEmpty()) {
            said.add(words.say("order.items", items(order, words)));
        }
        List<Source> sources = new ArrayList<>();
        if (!order.url().isEmpty()) {
            sources.add(Source.page(words.say("order.page", order.number()), order.url()));
        }
        if (!order.trackingUrl().isEmpty()) {
            sources.add(Source.page(words.say("order.tracking-page"), order.trackingUrl()));
        }
        return new Answer(AnswerKind.ORDER, String.join(words.say("gap"), said), sources, List.of(), List.of());
    }

    private static String items(Order order, Words words) {
        return order.lines().stream()
                .map(line -> line.quantity() > 1 ? line.quantity() + " × " + line.title() : line.title())
                .collect(Collectors.joining(words.say("comma")));
    }

    private void add(List<String> said, Words words, String key, @Nullable Instant at) {
        if (at != null) {
            String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(words.locale())
                    .format(at.atZone(zone));
            said.add(words.say(key, day));
        }
    }
}
