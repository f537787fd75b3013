package dev.aisle.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route of the OpenAPI documents is served where it belongs: the shoppers' on the public host, staff's on the internal host alone. */
class RoutesTest {
    private static final Map<String, String> HOSTS = Map.of(
            "event-ingest-service", "events",
            "profile-service", "profiles",
            "recommender-service", "recommendations",
            "campaign-service", "campaigns",
            "privacy-service", "privacy");

    private static String host(String service, String domain) {
        return HOSTS.get(service) + domain + ".shop.example";
    }

    private static JsonNode routes() {
        try {
            return new YAMLMapper()
                    .readTree(ValuesMatrix.PROJECT.resolve(RoutesFile.PLACE).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The routes can't be read", e);
        }
    }

    /** What is wrong, a line each. An Ingress knows no methods: there a path is as public as its most public method. */
    private static Set<String> faults(List<JsonNode> objects, boolean byMethod) {
        Edge edge = new Edge(objects);
        var faults = new TreeSet<String>();
        routes().properties()
                .forEach(service -> Pods.each(service.getValue().path("routes")).forEach(route -> {
                    String name = service.getKey();
                    String path = route.path("example").asText();
                    boolean open = !route.path("public").isEmpty();
                    for (String audience : List.of("public", "internal")) {
                        Pods.each(route.path(audience)).map(JsonNode::asText).forEach(method -> {
                            boolean wanted = audience.equals("public") || (open && !byMethod);
                            if (edge.leadsTo(host(name, ""), method, path)
                                            .filter(name::equals)
                                            .isPresent()
                                    != wanted) {
                                faults.add((wanted ? "not on the public host: " : "on the public host: ") + method + " "
                                        + name + route.path("template").asText());
                            }
                            if (edge.leadsTo(host(name, ".internal"), method, path)
                                    .filter(name::equals)
                                    .isEmpty()) {
                                faults.add("not on the internal host: " + method + " " + name
                                        + route.path("template").asText());
                            }
                        });
                    }
                }));
        return faults;
    }

    private static List<JsonNode> objects(String values) {
        return ValuesMatrix.objects(ValuesMatrix.FOLDER.resolve(values));
    }

    @Test
    void anIngressCoversEveryRouteAndHasNoneOfStaffOnThePublicHost() {
        assertThat(routes()).hasSize(HOSTS.size());
        assertThat(faults(objects("certificates.yaml"), false)).isEmpty();
    }

    @Test
    void soDoTheRoutesOfAGatewayMethodByMethod() {
        assertThat(faults(objects("gateway.yaml"), true)).isEmpty();
    }

    /** The check itself: a path that is missing and a path that is too wide are found. */
    @ParameterizedTest
    @ValueSource(strings = {"certificates.yaml", "gateway.yaml"})
    void aMissingPathAndAWidePathAreFound(String values) throws IOException {
        boolean gateway = values.startsWith("gateway");

        List<JsonNode> missing = replaced(values, "/sourceConfig/?$", "/sourceConfiguration/?$");
        List<JsonNode> wide = replaced(values, "/v1/consents/[^/]+$", "/v1/consents/.+$");

        assertThat(faults(missing, gateway))
                .containsExactly("not on the public host: GET event-ingest-service/sourceConfig{slash}");
        assertThat(faults(wide, gateway))
                .containsExactly("on the public host: GET privacy-service/v1/consents/{pseudonym}/history");
    }

    private static List<JsonNode> replaced(String values, String right, String wrong) throws IOException {
        var all = new ArrayList<JsonNode>();
        for (JsonNode object : objects(values)) {
            all.add(new YAMLMapper().readTree(object.toString().replace(right, wrong)));
        }
        assertThat(all.toString()).contains(wrong);
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"certificates.yaml", "gateway.yaml"})
    void consolesAreForStaffAndWhatAnOperatorReadsIsForNobodyOutside(String values) {
        Edge edge = new Edge(objects(values));

        HOSTS.keySet().forEach(service -> {
            assertThat(edge.leadsTo(host(service, ""), "GET", "/console")).isEmpty();
            assertThat(edge.leadsTo(host(service, ".internal"), "GET", "/console/assets/console.js"))
                    .contains(service);
            for (String path : List.of("/q/health", "/q/metrics", "/q/openapi")) {
                assertThat(edge.leadsTo(host(service, ""), "GET", path)).isEmpty();
                assertThat(edge.leadsTo(host(service, ".internal"), "GET", path))
                        .isEmpty();
            }
        });
    }

    /** What a page loads and an SDK begins with, by name, so that nobody takes it for staff's. */
    @ParameterizedTest
    @ValueSource(strings = {"certificates.yaml", "gateway.yaml"})
    void pagesAndSdksFindWhatTheyBeginWith(String values) {
        Edge edge = new Edge(objects(values));

        Map.of(
                        "events",
                        "/v1/batch /v1/b /beacon/v1/batch/ /pixel/v1/page /sourceConfig/ /mp/collect /cloudevents"
                                + " /v1/projects/k/settings",
                        "recommendations",
                        "/chat.js /v1/recommendations /v1/conversations/c1/messages",
                        "campaigns",
                        "/api/features/k /api/eval/k /sub/k /ofrep/v1/evaluate/flags /ofrep/v1/streams/k"
                                + " /v1/unsubscribe/t",
                        "privacy",
                        "/preferences.js /.well-known/gpc.json /v2/discovery /v2/requests/r1"
                                + " /v1/consents/p/ads_targeted")
                .forEach((host, paths) -> {
                    for (String path : paths.split(" ", -1)) {
                        assertThat(edge.leadsTo(host + ".shop.example", "OPTIONS", path))
                                .as(path)
                                .isPresent();
                    }
                });
    }

    /** The calls and who may make them stand in the endpoints: those that let the storefront in are served, no others. */
    @ParameterizedTest
    @ValueSource(strings = {"certificates.yaml", "gateway.yaml"})
    void theStorefrontsGrpcCallsAreServed(String values) throws IOException {
        Edge edge = new Edge(objects(values));

        for (String endpoint : List.of(
                "profiles profile-service aisle.profile.v1.Profiles people/edge/ProfilesEndpoint",
                "recommendations recommender-service aisle.recommender.v1.Recommender"
                        + " serving/edge/RecommenderEndpoint")) {
            String[] words = endpoint.split(" ", -1);
            Path source = ValuesMatrix.PROJECT.resolve(words[1] + "/src/main/java/dev/aisle/"
                    + words[1].replace("-service", "") + "/" + words[3] + ".java");
            List<MatchResult> calls = Pattern.compile("@RolesAllowed\\(\\{?([^)]*?)}?\\)\\s+public void (\\w+)\\(")
                    .matcher(Files.readString(source))
                    .results()
                    .toList();
            assertThat(calls).hasSizeGreaterThan(2).allSatisfy(call -> {
                String method = call.group(2).substring(0, 1).toUpperCase(Locale.ROOT)
                        + call.group(2).substring(1);
                assertThat(edge.leadsTo(words[0] + "-grpc.shop.example", "/" + words[2] + "/" + method)
                                .isPresent())
                        .as(method)
                        .isEqualTo(call.group(1).contains("Role.STOREFRONT"));
            });
        }
    }

    /** A purpose that the document doesn't name could not be withdrawn through the public host. */
    @Test
    void everyPurposeCanBeWithdrawn() throws IOException {
        Edge edge = new Edge(objects("certificates.yaml"));
        Set<String> purposes = Pattern.compile("^    [A-Z_]+\\(\"([a-z_]+)\"\\)", Pattern.MULTILINE)
                .matcher(Files.readString(ValuesMatrix.PROJECT.resolve(
                        "algorithms/src/main/java/dev/aisle/algorithms/privacy/Purpose.java")))
                .results()
                .map(purpose -> purpose.group(1))
                .collect(Collectors.toSet());

        assertThat(purposes)
                .hasSizeGreaterThan(9)
                .allSatisfy(purpose -> assertThat(
                                edge.leadsTo("privacy.shop.example", "DELETE", "/v1/consents/p1/" + purpose))
                        .as(purpose)
                        .isPresent());
    }
}
