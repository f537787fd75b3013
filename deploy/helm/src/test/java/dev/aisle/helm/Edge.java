package dev.aisle.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands between the outside and the services, as rendered: Ingresses with patterns as ingress-nginx reads them, and routes of the Gateway API. */
record Edge(List<JsonNode> objects) {
    /** Returns the service that a request gets to, if it gets to one. */
    Optional<String> leadsTo(String host, String method, String path) {
        return Stream.concat(
                        kind("Ingress").flatMap(ingress -> byIngress(ingress, host, path)),
                        kind("HTTPRoute").flatMap(route -> byRoute(route, host, method, path)))
                .findFirst();
    }

    /** Returns the service that a gRPC call gets to, if it gets to one. */
    Optional<String> leadsTo(String host, String call) {
        String[] parts = call.substring(1).split("/", -1);
        return Stream.concat(
                        kind("Ingress").flatMap(ingress -> byIngress(ingress, host, call)),
                        kind("GRPCRoute")
                                .filter(route -> isOf(route, host))
                                .flatMap(route -> Pods.each(route.at("/spec/rules")))
                                .filter(rule -> Pods.each(rule.path("matches"))
                                        .map(match -> match.path("method"))
                                        .anyMatch(match -> match.path("service")
                                                        .asText()
                                                        .equals(parts[0])
                                                && match.path("method").asText().equals(parts[1])))
                                .map(Edge::backend))
                .findFirst();
    }

    private Stream<JsonNode> kind(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .sorted(Comparator.comparing(TypedModel::name));
    }

    private static Stream<String> byIngress(JsonNode ingress, String host, String path) {
        return Pods.each(ingress.at("/spec/rules"))
                .filter(rule -> rule.path("host").asText().equals(host))
                .flatMap(rule -> Pods.each(rule.at("/http/paths")))
                .filter(each -> switch (each.path("pathType").asText()) {
                    // As ingress-nginx has it: from the beginning, whatever follows, letters of either case.
                    case "ImplementationSpecific" ->
                        Pattern.compile(each.path("path").asText(), Pattern.CASE_INSENSITIVE)
                                .matcher(path)
                                .lookingAt();
                    case "Exact" -> path.equals(each.path("path").asText());
                    default -> isBelow(path, each.path("path").asText());
                })
                .map(each -> each.at("/backend/service/name").asText());
    }

    private static Stream<String> byRoute(JsonNode route, String host, String method, String path) {
        return Stream.of(route)
                .filter(each -> isOf(each, host))
                .flatMap(each -> Pods.each(each.at("/spec/rules")))
                .filter(rule -> Pods.each(rule.path("matches"))
                        .filter(match -> !match.has("method")
                                || match.path("method").asText().equals(method))
                        .map(match -> match.path("path"))
                        .anyMatch(match -> match.path("type").asText().equals("PathPrefix")
                                ? isBelow(path, match.path("value").asText())
                                : Pattern.matches(match.path("value").asText(), path)))
                .map(Edge::backend);
    }

    private static boolean isOf(JsonNode route, String host) {
        return Pods.each(route.at("/spec/hostnames"))
                .anyMatch(name -> name.asText().equals(host));
    }

    private static String backend(JsonNode rule) {
        return rule.at("/backendRefs/0/name").asText();
    }

    private static boolean isBelow(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
