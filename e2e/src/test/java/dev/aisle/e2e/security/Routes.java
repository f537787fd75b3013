package dev.aisle.e2e.security;

import dev.aisle.e2e.console.ConsoleStack;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every route of the five services, and how one is asked. */
final class Routes {
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    static final List<Part> SERVICES = Part.services();
    /** The issuer's clients, each with the role that it is named by. */
    static final List<String> CLIENTS = List.of(
            "storefront", "marketer", "analyst", "operator", "privacy-officer", "auditor", "ads-export", "nobody");

    static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Routes() {}

    /** What the classes of all services declare. */
    static List<Route> all() {
        return SERVICES.stream()
                .flatMap(part -> CompiledRoutes.of(PROJECT, part).stream())
                .sorted(Route.ORDER)
                .toList();
    }

    static URI at(Route route) {
        return ConsoleStack.at(route.part(), filled(route.path()));
    }

    /** Something for each parameter, of a form that is read and means nothing. */
    static String filled(String path) {
        return path.replace("{pseudonym}", "p1.k1." + "B".repeat(32))
                .replace("{id}", "018f3c1e-0000-7000-8000-000000000001")
                .replace("{locale}", "en")
                .replace("{call}", "track")
                .replace("{slash}", "")
                .replaceAll("\\{[^}]*}", "none");
    }

    /** Asks it with a token, or with none; a write has a body that can't be read. */
    static HttpResponse<String> ask(Route route, @Nullable String token) {
        HttpRequest.Builder request = request(at(route), token);
        return send(
                WRITES.contains(route.method())
                        ? request.header("Content-Type", route.takes())
                                .method(route.method(), BodyPublishers.ofString("]"))
                        : request.method(route.method(), BodyPublishers.noBody()));
    }

    static HttpResponse<String> get(Part part, String path, @Nullable String token) {
        return send(request(ConsoleStack.at(part, path), token));
    }

    private static HttpRequest.Builder request(URI address, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "*/*");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(Duration.ofSeconds(90)).build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
