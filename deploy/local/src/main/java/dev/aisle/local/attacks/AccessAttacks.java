package dev.aisle.local.attacks;

import dev.aisle.local.client.Call;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Attacks on who may call what: forged tokens, and tokens of the wrong role, at every route of the matrix. */
final class AccessAttacks {
    /** Roles of the matrix that a client of the local issuer has alone. */
    static final List<String> ROLES =
            List.of("storefront", "marketer", "analyst", "operator", "privacy-officer", "auditor", "ads:export");

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private static final int SECONDS = 10;

    private AccessAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack("forged-tokens", "No forged token opens any service", AccessAttacks::forgedTokens),
                new Attack(
                        "wrong-roles",
                        "Each route of docs/security/authorisation.txt lets in its roles and nobody else",
                        AccessAttacks::wrongRoles),
                new Attack(
                        "write-key-reads-nothing",
                        "The public write key opens no route that answers anything about people",
                        AccessAttacks::writeKey),
                new Attack(
                        "other-origins",
                        "No answer about people can be read by a page of another origin",
                        AccessAttacks::otherOrigins),
                new Attack(
                        "guessed-mail-links",
                        "A link of a mail that nobody was sent opens nothing",
                        AccessAttacks::mailLinks));
    }

    /**
     * A row of the matrix.
     *
     * @param path  with something of no meaning for each parameter
     * @param roles who may call it
     */
    private record Route(Part part, String method, String path, List<String> roles) {
        static Route of(String line) {
            String[] words = line.split(" ", -1);
            Part part = Part.services().stream()
                    .filter(one -> one.label().equals(words[0]))
                    .findFirst()
                    .orElseThrow();
            String path = words[2].replace("{pseudonym}", "p1.k1." + "B".repeat(32))
                    .replace("{id}", "018f3c1e-0000-7000-8000-000000000001")
                    .replace("{locale}", "en")
                    .replaceAll("\\{[^}]*}", "none");
            return new Route(part, words[1], path, List.of(words).subList(3, words.length));
        }

        String spoken() {
            return part.label() + " " + method + " " + path;
        }
    }

    /** The routes of the APIs; pages of consoles and calls of gRPC are asked in tests of their own. */
    private static List<Route> routes(Target target) throws IOException {
        return Files.readAllLines(target.layout().project().resolve("docs/security/authorisation.txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .filter(line -> !line.contains(" GRPC ") && line.split(" ", -1)[2].startsWith("/v"))
                .map(Route::of)
                .filter(route -> ROLES.containsAll(route.roles().stream()
                        .filter(role -> !role.equals("service"))
                        .toList()))
                .toList();
    }

    private static int status(Target target, HttpClient http, Route route, String token)
            throws IOException, InterruptedException {
        URI address = target.ports().http(route.part()).resolve(route.path());
        boolean body = WITH_BODY.contains(route.method());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .method(route.method(), body ? BodyPublishers.ofString("{") : BodyPublishers.noBody());
        if (body) {
            request.header("Content-Type", "application/json");
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static AttackResult forgedTokens(Target target)
            throws IOException, GeneralSecurityException, InterruptedException {
        Map<String, String> forged = ForgedTokens.of(
                        target.ports().issuer(), target.layout().project())
                .all();
        List<Route> one = new ArrayList<>();
        for (Part part : Part.services()) {
            routes(target).stream()
                    .filter(route -> route.part() == part && route.method().equals("GET"))
                    .findFirst()
                    .ifPresent(one::add);
        }
        List<String> opened = new ArrayList<>();
        try (HttpClient http = client()) {
            for (Route route : one) {
                for (Map.Entry<String, String> token : forged.entrySet()) {
                    int status = status(target, http, route, token.getValue());
                    if (status != 401) {
                        opened.add(route.spoken() + " with a token that is " + token.getKey() + ": " + status);
                    }
                }
            }
        }
        return AttackResult.of(opened, forged.size() + " forged tokens at " + one.size() + " services");
    }

    private static AttackResult wrongRoles(Target target) throws IOException, InterruptedException {
        Map<String, String> tokens = new LinkedHashMap<>();
        for (String role : ROLES) {
            String client = role.replace(':', '-');
            tokens.put(
                    role,
                    target.api()
                            .authorization(Call.get(Part.PRIVACY, "/").as(client))
                            .substring("Bearer ".length()));
        }
        List<String> opened = new ArrayList<>();
        int asked = 0;
        try (HttpClient http = client()) {
            for (Route route : routes(target)) {
                for (Map.Entry<String, String> token : tokens.entrySet()) {
                    if (!route.roles().contains(token.getKey())) {
                        asked++;
                        int status = status(target, http, route, token.getValue());
                        if (status != 403) {
                            opened.add(route.spoken() + " by " + token.getKey() + ": " + status);
                        }
                    }
                }
            }
        }
        return AttackResult.of(opened, asked + " pairs of route and role");
    }

    private static AttackResult writeKey(Target target) throws IOException {
        List<String> opened = new ArrayList<>();
        int asked = 0;
        for (Route route : routes(target)) {
            if (route.method().equals("GET") && !route.roles().contains("everybody")) {
                asked++;
                int status = target.send(Call.get(route.part(), route.path()).fromBrowser())
                        .status();
                if (status != 401) {
                    opened.add(route.spoken() + ": " + status);
                }
            }
        }
        return AttackResult.of(opened, asked + " routes");
    }

    private static AttackResult otherOrigins(Target target) throws IOException {
        List<String> readable = new ArrayList<>();
        for (Part part : Part.services()) {
            for (String path : List.of("/v1/operations", "/v1/profiles/x", "/v1/consents/x", "/v1/recommendations")) {
                String request = "OPTIONS " + path + " HTTP/1.1\r\nHost: "
                        + target.ports().address(part)
                        + "\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Method: GET\r\n"
                        + "Connection: close\r\n\r\n";
                String answer = RawHttp.exchange(target.ports().of(part), request, SECONDS)
                        .toLowerCase(Locale.ROOT);
                if (answer.contains("access-control-allow-credentials: true")
                        || answer.contains("access-control-allow-origin: https://evil.example")) {
                    readable.add(part.label() + " " + path);
                }
            }
        }
        return AttackResult.of(readable, "four paths of five services");
    }

    private static AttackResult mailLinks(Target target) {
        List<String> opened = new ArrayList<>();
        for (String route : List.of("/v1/unsubscribe/", "/v1/mail-clicks/")) {
            for (String token : List.of("a", "A".repeat(43), "eyJhIjoxfQ.x", "%2e%2e", "B".repeat(500))) {
                int status = target.send(Call.get(Part.CAMPAIGN, route + token)).status();
                if (status < 400 || status >= 500) {
                    opened.add(route + token + ": " + status);
                }
            }
        }
        return AttackResult.of(opened, "10 tokens that nobody was sent");
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
}
