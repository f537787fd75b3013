package dev.aisle.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Every request of the shop: pages and their forms, files, the side panel's stream, and what the assistant and the two elements ask. */
final class Entrance implements HttpHandler {
    private final Visitors visitors;
    private final Pages pages;
    private final Forms forms;
    private final Assets assets;
    private final Counter counter;
    private final PreferenceGateway preferences;
    private final String policy;
    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    Entrance(
            Visitors visitors,
            Pages pages,
            Forms forms,
            Assets assets,
            Counter counter,
            PreferenceGateway preferences,
            String policy) {
        this.visitors = visitors;
        this.pages = pages;
        this.forms = forms;
        this.assets = assets;
        this.counter = counter;
        this.preferences = preferences;
        this.policy = policy;
        for (Language language : Language.values()) {
            words.put(language, new Words(language));
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Question question = Question.of(exchange);
            exchange.getResponseHeaders().add("Content-Security-Policy", policy);
            exchange.getResponseHeaders().add("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().add("Referrer-Policy", "same-origin");
            if (question.path().matches("/(en|zh)/journal")) {
                stream(question);
            } else {
                send(exchange, answered(question));
            }
        }
    }

    private void stream(Question question) throws IOException {
        Optional<Visitor> visitor = visitors.find(question.cookie(Visitors.COOKIE));
        if (visitor.isEmpty() || !question.fromThisShop()) {
            // By the standard of server-sent events 204 tells a page to ask no more.
            send(question.exchange(), Answer.nothing(204));
            return;
        }
        String last = question.header("Last-Event-ID");
        Language language = Language.of(first(question.path())).orElse(Language.EN);
        new JournalStream(spoken(language), visitor.get().journal())
                .write(question.exchange(), last.matches("\\d{1,9}") ? Long.parseLong(last) : 0);
    }

    private Answer answered(Question question) {
        String path = question.path();
        return switch (first(path)) {
            case "en", "zh" -> inShop(question);
            case "assistant" ->
                path.equals("/assistant/conversations") && question.method().equals("POST")
                        ? visiting(question, visitor -> counter.conversation(question, visitor))
                        : Answer.nothing(404);
            case "preferences" ->
                visiting(
                        question,
                        visitor -> preferences.answer(question, visitor, path.replaceFirst("^/preferences/?", "")));
            case "orders" -> counter.order(question, path.replaceFirst("^/orders/?", ""));
            case "desk" -> question.method().equals("POST") ? counter.handOver(question) : elsewhere(question, "/desk");
            // Addresses in the catalogue are without a language.
            case "", "products" -> elsewhere(question, path);
            default -> assets.file(path.substring(1));
        };
    }

    private static Answer elsewhere(Question question, String path) {
        return Answer.to(
                "/" + Language.preferred(question.header("Accept-Language")).tag() + path);
    }

    /** For who is visiting; a call without a visit is one of nobody. */
    private Answer visiting(Question question, Function<Visitor, Answer> answer) {
        return visitors.find(question.cookie(Visitors.COOKIE))
                .map(visitor -> {
                    visitor.hears(question.globalPrivacyControl());
                    return answer.apply(visitor);
                })
                .orElseGet(() -> Answer.problem(409, "There is no visit: open a page of the shop first."));
    }

    private Answer inShop(Question question) {
        String cookie = question.cookie(Visitors.COOKIE);
        boolean known = visitors.find(cookie).isPresent();
        String current = known ? cookie : visitors.begin();
        Visitor visitor = visitors.find(current).orElseThrow();
        visitor.hears(question.globalPrivacyControl());
        Answer answer = inShop(question, visitor);
        return known || answer.headers().containsKey("Set-Cookie")
                ? answer
                : answer.with("Set-Cookie", Visitors.header(current));
    }

    private Answer inShop(Question question, Visitor visitor) {
        String path = question.path();
        String rest = path.length() > 3 ? path.substring(3) : "/";
        Language language = Language.of(first(path)).orElseThrow();
        visitor.journal().page(question.method(), path);
        Visit visit = new Visit(spoken(language), rest + question.query(), visitor, visitor.pseudonym());
        if (!question.method().equals("POST")) {
            return pages.page(question, visit, rest);
        }
        return question.fromThisShop() ? forms.posted(question, visit, rest.substring(1)) : Answer.nothing(403);
    }

    private Words spoken(Language language) {
        return Objects.requireNonNull(words.get(language));
    }

    private static String first(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(1, end < 0 ? path.length() : end);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body();
        var headers = exchange.getResponseHeaders();
        headers.add("Content-Type", answer.type());
        if (!answer.headers().containsKey("Cache-Control")) {
            headers.add("Cache-Control", "no-store");
        }
        answer.headers().forEach(headers::add);
        boolean empty = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : bytes.length);
        if (!empty) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
