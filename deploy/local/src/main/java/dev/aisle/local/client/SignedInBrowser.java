package dev.aisle.local.bench.consoles;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody with every role who is signed in at the local stack's issuer and reads pages. */
final class Browser {
    private static final List<String> ROLES = List.of("marketer", "analyst", "operator", "privacy-officer", "auditor");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** Signs in by a page that asks for it; the session is good for the consoles of all services. */
    void signIn(URI page) {
        URI issuer = read(page).uri();
        var roles = ROLES.stream().map(role -> '"' + role + '"').collect(Collectors.joining(","));
        var form = "username=eve&claims=" + encoded("{\"realm_access\":{\"roles\":[" + roles + "]}}");
        var answer = send(HttpRequest.newBuilder(issuer)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200 || !answer.uri().getPath().startsWith("/console")) {
            throw new CommandFailure("Signing in ended at " + answer.uri() + " with " + answer.statusCode() + ".");
        }
    }

    /** The page at an address, after all redirects. */
    HttpResponse<String> read(URI page) {
        return send(HttpRequest.newBuilder(page).header("Accept", "text/html"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CommandFailure("No answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
