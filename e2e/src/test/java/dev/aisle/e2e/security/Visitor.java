package dev.aisle.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Somebody at the consoles, signed in with one role or not at all, without a browser. */
final class Visitor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final CookieManager cookies;
    private final HttpClient http;

    /** Who keeps what a page gives. */
    Visitor() {
        this(CookiePolicy.ACCEPT_ORIGINAL_SERVER);
    }

    private Visitor(CookiePolicy policy) {
        this.cookies = new CookieManager(null, policy);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Somebody new at each page. */
    static Visitor withoutCookies() {
        return new Visitor(CookiePolicy.ACCEPT_NONE);
    }

    /** Signs in by a page that asks for it; the session is good for the consoles of all services. */
    void signIn(URI page, String role) {
        URI issuer = at(page, send(HttpRequest.newBuilder(page)));
        String form = "username=visitor&claims="
                + URLEncoder.encode("{\"realm_access\":{\"roles\":[\"" + role + "\"]}}", StandardCharsets.UTF_8);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(issuer)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        for (URI next = at(issuer, answer); answer.statusCode() / 100 == 3 && !next.equals(page); ) {
            answer = send(HttpRequest.newBuilder(next));
            next = answer.statusCode() / 100 == 3 ? at(next, answer) : next;
        }
        assertThat(session()).as("the session of " + role).isNotEmpty();
    }

    private static URI at(URI asked, HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").map(asked::resolve).orElse(asked);
    }

    /** The answer to a page or a form of the consoles' own. */
    HttpResponse<String> ask(String method, URI page) {
        HttpRequest.Builder request = HttpRequest.newBuilder(page)
                .header("Accept", "text/html, */*;q=0.8")
                .header("Sec-Fetch-Site", "same-origin");
        return send(
                method.equals("GET")
                        ? request
                        : request.header("Content-Type", "application/x-www-form-urlencoded")
                                .method(method, BodyPublishers.ofString("a=b")));
    }

    /** What the session is kept by; another name for a password. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("q_session"))
                .map(cookie -> cookie.getValue())
                .reduce("", String::concat);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return once(request);
        } catch (IOException _) {
            // Who refuses a form before it has read it may close the connection, which a browser asks for anew.
            return again(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private HttpResponse<String> once(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> again(HttpRequest.Builder request) {
        try {
            return once(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
