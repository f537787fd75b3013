package dev.aisle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What holds at the edge of every route in the OpenAPI document of the service whose tests run. One run names every route that breaks a rule. */
public final class EdgeRules implements AutoCloseable {
    private static final String PROBLEM = "application/problem+json";
    private static final String NOT_TAKEN = "application/x-nobody-takes-this";
    private static final List<String> WITH_BODY = List.of("POST", "PUT", "PATCH");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> broken = new ArrayList<>();

    private record Route(String verb, String path) {
        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    /**
     * Fails where a rule is broken.
     *
     * @param withTokensOfTheirOwn routes ({@code POST /v1/conversations/{id}/messages}) that ask for no role, so that everybody may know what they take
     */
    public static void holdEverywhere(Collection<String> withTokensOfTheirOwn)
            throws IOException, InterruptedException {
        try (EdgeRules rules = new EdgeRules()) {
            List<Route> routes = routes();
            for (Route route : routes) {
                rules.tokensThatCannotBeVerified(route);
                rules.zeroBytes(route);
                if (WITH_BODY.contains(route.verb()) && !withTokensOfTheirOwn.contains(route.toString())) {
                    rules.contentTypes(route);
                }
            }
            assertThat(routes).isNotEmpty();
            assertThat(rules.broken).isEmpty();
        }
    }

    private static List<Route> routes() {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        List<Route> routes = new ArrayList<>();
        paths.forEach((path, verbs) -> verbs.keySet().stream()
                .filter(Predicate.not("parameters"::equals))
                .forEach(verb -> routes.add(new Route(verb.toUpperCase(Locale.ROOT), path.replace("{slash}", "")))));
        return routes;
    }

    /** It is said in a problem document and by {@code error="invalid_token"} (RFC 6750). */
    private void tokensThatCannotBeVerified(Route route) throws IOException, InterruptedException {
        for (String token : List.of("abc", TestTokens.withRoles("operator") + "x")) {
            HttpResponse<String> answer = call(route, "none", "application/json", token);
            String challenge = answer.headers().firstValue("www-authenticate").orElse("");
            check(route + " with a wrong token", answer, 401, "/problems/invalid-token");
            if (!challenge.contains("error=\"invalid_token\"")) {
                broken.add(route + " with a wrong token: WWW-Authenticate " + challenge);
            }
        }
    }

    private void zeroBytes(Route route) throws IOException, InterruptedException {
        String token = TestTokens.withRoles("operator", "storefront", "service");
        if (route.path().contains("{")) {
            check(
                    route + " of %00",
                    call(route, "a%00", "application/json", token),
                    400,
                    "/problems/malformed-request");
        }
    }

    /** Who may not call a route hears that, and nothing of what it takes. */
    private void contentTypes(Route route) throws IOException, InterruptedException {
        for (String token : new String[] {null, TestTokens.withRoles()}) {
            HttpResponse<String> refused = call(route, "none", null, token);
            // Routes that ask for a key instead of a role refuse in their own words, and may look at the type first.
            if (refused.body().contains("/problems/not-")) {
                HttpResponse<String> answer = call(route, "none", NOT_TAKEN, token);
                check(route + " of another type", answer, refused.statusCode(), "/problems/not-");
            }
        }
    }

    private void check(String what, HttpResponse<String> answer, int status, String type) {
        String contentType = answer.headers().firstValue("content-type").orElse("none");
        if (answer.statusCode() != status
                || !contentType.equals(PROBLEM)
                || !answer.body().contains(type)) {
            broken.add(what + ": " + answer.statusCode() + " " + contentType + " " + answer.body());
        }
    }

    private HttpResponse<String> call(
            Route route, String parameter, @Nullable String contentType, @Nullable String token)
            throws IOException, InterruptedException {
        String path = route.path().replaceAll("\\{[^}]+}", parameter);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .method(
                        route.verb(),
                        WITH_BODY.contains(route.verb()) ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        if (contentType != null && WITH_BODY.contains(route.verb())) {
            request.header("Content-Type", contentType);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }
}
