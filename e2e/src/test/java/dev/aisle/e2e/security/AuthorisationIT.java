package dev.aisle.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.e2e.console.ConsoleStack;
import dev.aisle.local.attacks.ForgedTokens;
import dev.aisle.local.client.Json;
import dev.aisle.local.stack.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every route of every service, asked by everybody. What the classes say is compared with docs/security/authorisation.txt, where somebody has looked at it, and then the
 * running services are asked: without a token, with forged ones, as each role. Roles that may call are let through with reads only, and with writes whose body can't be
 * read; what they bring about is for the tests of the services.
 */
class AuthorisationIT {
    private static final Path MATRIX = Routes.PROJECT.resolve("docs/security/authorisation.txt");
    private static final List<Route> ROUTES = Routes.all();

    private final WrongAnswers wrong = new WrongAnswers();

    @BeforeAll
    static void start() {
        ConsoleStack.startServices();
    }

    @Test
    void everyRouteHasARowThatSomebodyHasLookedAt() throws Exception {
        List<String> found = ROUTES.stream().map(Route::line).distinct().toList();
        if (Boolean.getBoolean("aisle.authorisation.write")) {
            Files.writeString(
                    MATRIX,
                    "# service, method, path and who may call it; made of the classes by AuthorisationIT with"
                            + " -Daisle.authorisation.write=true, to be looked at in the review.\n"
                            + String.join("\n", found)
                            + "\n");
        }

        List<String> rows = Files.readAllLines(MATRIX).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();

        assertThat(rows).as("docs/security/authorisation.txt").containsExactlyInAnyOrderElementsOf(found);
        assertThat(found).noneMatch(line -> line.endsWith(" " + Route.UNANNOTATED));
    }

    @Test
    void noRouteIsServedThatIsNotInTheMatrix() throws Exception {
        for (Part part : Routes.SERVICES) {
            JsonNode document =
                    Json.read(Routes.get(part, "/q/openapi?format=json", null).body());
            Set<String> served = new TreeSet<>();
            for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
                path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> served.add(method.toUpperCase(Locale.ROOT) + " " + bare(path.getKey())));
            }
            Set<String> known = ROUTES.stream()
                    .filter(route -> route.part() == part)
                    .map(route -> route.method() + " " + bare(route.path()))
                    .collect(Collectors.toSet());
            served.removeIf(route -> route.startsWith("PARAMETERS"));

            assertThat(known).as(part.label()).containsAll(served);
        }
    }

    /** Names of parameters may differ between the document and the class. */
    private static String bare(String path) {
        String one = path.replaceAll("\\{[^}]*}", "{}").replaceAll("(\\{})+", "{}");
        return one.length() > 1 && one.endsWith("/") ? one.substring(0, one.length() - 1) : one;
    }

    @Test
    void noForgedTokenOpensAnything() throws Exception {
        ForgedTokens forged = ForgedTokens.of(ConsoleStack.issuer(), Routes.PROJECT);
        Map<String, String> tokens = new TreeMap<>(forged.all());
        Route readable = ROUTES.stream()
                .filter(route -> route.line().startsWith("privacy-service GET /v1/notices ")
                        || route.line().startsWith("privacy-service GET /v1/consent-rules "))
                .findFirst()
                .orElseThrow();
        assertThat(Routes.ask(readable, forged.right()).statusCode())
                .as("the same token with nothing wrong")
                .isEqualTo(200);

        for (Route route : withRoles()) {
            wrong.expect(route, "nobody", Routes.ask(route, null), 401);
            tokens.forEach((what, token) -> wrong.expect(route, what, Routes.ask(route, token), 401));
        }

        wrong.none();
    }

    @Test
    void everyRouteLetsInItsRolesAndNobodyElse() {
        for (String client : Routes.CLIENTS) {
            String token = ConsoleStack.token(client);
            String role = client.equals("ads-export") ? "ads:export" : client;
            for (Route route : withRoles()) {
                if (!route.roles().contains(role)) {
                    wrong.expect(route, role, Routes.ask(route, token), 403);
                } else if (harmless(route)) {
                    wrong.expectLetIn(route, role, () -> Routes.ask(route, token));
                }
            }
        }

        wrong.none();
    }

    private static List<Route> withRoles() {
        return ROUTES.stream()
                .filter(route -> route.needsRole() && !route.isPage() && !route.isCall())
                .toList();
    }

    private static boolean harmless(Route route) {
        return route.method().equals("GET") && !route.path().contains("stream");
    }
}
