package dev.aisle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Calls of the routes that the service's own OpenAPI document names: {@code GET /v1/consents/{pseudonym}}. */
public final class RouteCalls {
    private static final String JSON = "application/json";
    private static final int UNAVAILABLE = 503;
    private static final int CALLERS = 6;
    private static final Pattern OTHER_PARAMETER = Pattern.compile("\\{[^}]+}");
    /** Sends bytes as they are, whatever their type is called. */
    private static final RestAssuredConfig RAW = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private static final String[] EVERY_ROLE = {
        "storefront", "marketer", "analyst", "operator", "privacy-officer", "auditor", "service", "ads:export"
    };

    private final Map<String, String> parameters;
    private final Map<String, String> contentTypes;

    private RouteCalls(Map<String, String> parameters, Map<String, String> contentTypes) {
        this.parameters = parameters;
        this.contentTypes = contentTypes;
    }

    /**
     * Calls of the service whose tests run.
     *
     * @param parameters what stands for {@code {name}} in paths; a pseudonym and {@code {id}} are known, the rest is {@code none}
     */
    public static RouteCalls with(Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "pseudonym", "p1.test.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB", "id", "018f3c1e-0000-7000-8000-000000000001"));
        all.putAll(parameters);
        return new RouteCalls(all, Map.of());
    }

    /** The same, where routes that don't take JSON get another content type. */
    RouteCalls sending(Map<String, String> contentTypeOfRoutes) {
        return new RouteCalls(parameters, contentTypeOfRoutes);
    }

    /** Every route of the service. */
    static Set<String> routes() {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        Set<String> routes = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method -> !"parameters".equals(method))
                .forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return routes;
    }

    /** The answer to a call with an empty JSON object where a body is expected. */
    Response call(RequestSpecification caller, String route) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        path = OTHER_PARAMETER.matcher(path).replaceAll("none");
        RequestSpecification request = List.of("POST", "PUT", "PATCH").contains(method)
                ? caller.config(RAW)
                        .contentType(contentTypes.getOrDefault(route, JSON))
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                : caller;
        return request.urlEncodingEnabled(false).request(method, path);
    }

    /**
     * Fails where a route answers with a fault of ours while the database or the broker is away. 503 is none when it says when to ask again.
     *
     * @return how many routes answered so
     */
    public int saysNowhereThatItIsOurFault() {
        Set<String> faults = new ConcurrentSkipListSet<>();
        AtomicInteger unavailable = new AtomicInteger();
        // Each of them waits for what isn't there.
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> calls = new ArrayList<>();
            for (String route : routes()) {
                calls.add(callers.submit(() -> {
                    Response answer = call(RestAssured.given().auth().oauth2(TestTokens.withRoles(EVERY_ROLE)), route);
                    if (answer.statusCode() == UNAVAILABLE && answer.header("Retry-After") != null) {
                        unavailable.incrementAndGet();
                    } else if (answer.statusCode() >= 500) {
                        faults.add(route + ": " + answer.statusCode() + " " + answer.asString());
                    }
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while calling routes", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A route gave no answer: " + e.getCause(), e);
        }
        assertThat(faults).isEmpty();
        return unavailable.get();
    }
}
