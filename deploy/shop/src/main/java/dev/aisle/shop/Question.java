package dev.aisle.shop;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** What came over HTTP. */
record Question(HttpExchange exchange, String body) {
    private static final int MOST_BYTES = 256 * 1024;

    static Question of(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
        return new Question(exchange, new String(body, StandardCharsets.UTF_8));
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    /** Path and query as they were sent: what a signature is about. */
    String target() {
        return exchange.getRequestURI().toString();
    }

    /** With its question mark; empty for none. */
    String query() {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? "" : "?" + query;
    }

    String header(String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    /** Whether the browser sends Global Privacy Control. */
    boolean globalPrivacyControl() {
        return header("Sec-GPC").equals("1");
    }

    /** Of the query, or of a form that was sent. */
    String parameter(String name) {
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        return Arrays.stream((query + "&" + body).split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .findFirst()
                .orElse("");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Empty when there is none of that name. */
    String cookie(String name) {
        return Arrays.stream(header("Cookie").split(";", -1))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** Whether a page of this shop has sent it; browsers say so by themselves. */
    boolean fromThisShop() {
        String site = header("Sec-Fetch-Site");
        return site.isEmpty() || site.equals("same-origin") || site.equals("none");
    }
}
