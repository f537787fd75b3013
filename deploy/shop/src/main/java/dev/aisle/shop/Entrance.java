package dev.aisle.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Every request of the shop: pages, pictures, and what the assistant and its element ask. */
final class Entrance implements HttpHandler {
    private static final String ICON =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><path fill=\"#8a3b12\" d=\"M16 3l13 12h-4v13H7V15H3z\"/>"
                    + "<path fill=\"#ffd9a8\" d=\"M16 14c5 5 3 10 0 10s-5-5 0-10z\"/></svg>";

    private final Pages pages;
    private final Counter counter;
    private final Layout layout;
    private final Shelf shelf;

    Entrance(Pages pages, Counter counter, Layout layout, Shelf shelf) {
        this.pages = pages;
        this.counter = counter;
        this.layout = layout;
        this.shelf = shelf;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Question question = Question.of(exchange);
            send(exchange, question.method().equals("POST") ? posted(question) : asked(question));
        }
    }

    private Answer posted(Question question) {
        String path = question.path();
        if (path.equals("/assistant/conversations")) {
            return counter.conversation(question);
        }
        if (path.equals("/desk")) {
            return counter.handOver(question);
        }
        return Language.of(first(path))
                .filter(language -> path.equals("/" + language.tag() + "/sign-in") && question.fromThisShop())
                .map(language -> signedIn(language, Shopper.of(question.parameter("shopper"))))
                .orElseGet(() -> new Answer(404, "text/plain", "", Map.of()));
    }

    private static Answer signedIn(Language language, Optional<Shopper> shopper) {
        String cookie = "shopper=" + shopper.map(Shopper::alias).orElse("") + "; Path=/; HttpOnly; SameSite=Lax";
        return Answer.to("/" + language.tag() + "/")
                .with("Set-Cookie", shopper.isEmpty() ? cookie + "; Max-Age=0" : cookie);
    }

    private Answer asked(Question question) throws IOException {
        String path = question.path();
        String rest = path.substring(path.indexOf('/', 1) < 0 ? path.length() : path.indexOf('/', 1));
        return switch (first(path)) {
            case "shop.css" -> Answer.file("text/css; charset=utf-8", style());
            case "icon.svg" -> Answer.file("image/svg+xml", ICON);
            case "pictures" -> picture(rest);
            case "orders" -> counter.order(question, rest.isEmpty() ? "" : rest.substring(1));
            case "en", "zh" -> {
                Language language = Language.of(first(path)).orElseThrow();
                yield pages.page(question, language, rest.isEmpty() ? "/" : rest);
            }
            // Addresses in the catalogue are without a language.
            case "", "products" ->
                Answer.to("/"
                        + Language.preferred(question.header("Accept-Language")).tag() + path);
            default -> pages.page(question, Language.preferred(question.header("Accept-Language")), "/nothing");
        };
    }

    private static String first(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(1, end < 0 ? path.length() : end);
    }

    private Answer picture(String rest) {
        String id = rest.replaceAll("^/|\\.svg$", "");
        return shelf.find(id)
                .map(product -> Answer.file("image/svg+xml", Pictures.of(product)))
                .orElseGet(() -> new Answer(404, "text/plain", "", Map.of()));
    }

    private static String style() throws IOException {
        try (InputStream file = Objects.requireNonNull(Entrance.class.getResourceAsStream("shop.css"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.add("Content-Type", answer.type());
        headers.add("Content-Security-Policy", layout.policy());
        headers.add("X-Content-Type-Options", "nosniff");
        headers.add("Referrer-Policy", "same-origin");
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
