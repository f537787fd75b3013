package dev.aisle.testing;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A browser without a window: signs in to the console of the service under test by the real code flow, and keeps its cookies. {@code
 * ConsoleSession.as("marketer").get("/console/campaigns")}.
 */
public final class ConsoleSession {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int MOST_REDIRECTS = 10;

    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final String identity;
    private String language = "en";

    private ConsoleSession(String identity) {
        this.identity = identity;
    }

    /** Somebody with these roles, who signs in when a page asks for it. */
    public static ConsoleSession as(String... roles) {
        return new ConsoleSession("&roles=" + String.join(",", roles));
    }

    /** The same under a name, where two people must do something. */
    public static ConsoleSession of(String subject, String... roles) {
        return new ConsoleSession("&sub=" + subject + "&roles=" + String.join(",", roles));
    }

    /** The same, whose tokens end after so many seconds. */
    public static ConsoleSession lasting(int seconds, String... roles) {
        return new ConsoleSession("&seconds=" + seconds + "&roles=" + String.join(",", roles));
    }

    /** What the browser prefers: {@code zh}. */
    public ConsoleSession preferring(String language) {
        this.language = language;
        return this;
    }

    /** A page as it came after all redirects. */
    public HttpResponse<String> get(String path) {
        return follow(request(at(path)).GET().build());
    }

    /** The first answer alone, a redirect perhaps. */
    public HttpResponse<String> once(String path) {
        return send(request(at(path)).GET().build());
    }

    /** A form sent by a page of the console, and where that led. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return follow(form(path, fields).header("Sec-Fetch-Site", "same-origin").build());
    }

    /** The same sent by htmx. */
    public HttpResponse<String> htmx(String path, Map<String, String> fields) {
        return follow(form(path, fields)
                .header("Sec-Fetch-Site", "same-origin")
                .header("HX-Request", "true")
                .build());
    }

    /** A form sent from somewhere, with headers that say so. */
    public HttpResponse<String> postFrom(String path, Map<String, String> fields, String... headers) {
        return send(form(path, fields).headers(headers).build());
    }

    /** What a page asks by itself, without anybody's hand. */
    public HttpResponse<String> background(String path) {
        return send(request(at(path)).header("Aisle-Background", "true").GET().build());
    }

    /** The names and values of all cookies. */
    public Map<String, String> cookies() {
        return cookies;
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return request(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> follow(HttpRequest first) {
        HttpResponse<String> answer = send(first);
        for (int i = 0; i < MOST_REDIRECTS && redirects(answer); i++) {
            String location = answer.headers().firstValue("Location").orElseThrow();
            URI next = answer.request().uri().resolve(location);
            URI asked = next.getPath().equals("/authorize") ? URI.create(next + identity) : next;
            answer = send(request(asked).GET().build());
        }
        return answer;
    }

    private static boolean redirects(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 3;
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).header("Accept", "text/html").header("Accept-Language", language);
        if (!cookies.isEmpty() && address.getPath().startsWith("/console")) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private void keep(String cookie) {
        String[] parts = cookie.split(";", 2);
        String name = parts[0].substring(0, parts[0].indexOf('='));
        String value = parts[0].substring(name.length() + 1);
        if (value.isEmpty() || Objects.requireNonNull(parts[1]).contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + RestAssured.port + path);
    }
}
