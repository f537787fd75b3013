package dev.aisle.local.client;

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

/** Somebody with every role who is signed in at the local stack's issuer and reads pages. */
public final class SignedInBrowser {
    private static final List<String> ROLES = List.of("marketer", "analyst", "operator", "privacy-officer", "auditor");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** Signs in by a page that asks for it; the session is good for the consoles of all services. */
    public void signIn(URI page) {
        signIn(page, "Eve");
    }

    /** Signs in as somebody with a name. */
    public void signIn(URI page, String name) {
        URI issuer = read(page).uri();
        var claims = Json.object().put("name", name);
        var granted = claims.putObject("realm_access").putArray("roles");
        ROLES.forEach(granted::add);
        var form = "username=eve&claims=" + encoded(Json.write(claims));
        var answer = send(HttpRequest.newBuilder(issuer)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200 || !answer.uri().getPath().startsWith("/console")) {
            throw new CommandFailure("Signing in ended at " + answer.uri() + " with " + answer.statusCode() + ".");
        }
    }

    /** The page at an address, after all redirects. */
    public HttpResponse<String> read(URI page) {
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
