package dev.aisle.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.helm.Pods.Pod;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every pod of the chart keeps to, whatever the values. */
class PolicyTest {
    static List<Path> matrix() {
        return ValuesMatrix.all();
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void podsAreRestricted(Path values) {
        assertThat(Pods.of(ValuesMatrix.objects(values))).isNotEmpty().allSatisfy(pod -> {
            JsonNode security = pod.spec().path("securityContext");
            assertThat(security.path("runAsNonRoot").asBoolean()).as(pod.name()).isTrue();
            assertThat(security.path("runAsUser").asInt()).as(pod.name()).isPositive();
            assertThat(security.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(pod.spec().has("hostNetwork")
                            || pod.spec().has("hostPID")
                            || pod.spec().has("hostIPC"))
                    .as(pod.name())
                    .isFalse();
            assertThat(Pods.each(pod.spec().path("volumes")).filter(volume -> volume.has("hostPath")))
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void containersMayDoNothingThatTheyNeedNot(Path values) {
        assertThat(Pods.of(ValuesMatrix.objects(values)))
                .allSatisfy(pod -> assertThat(pod.containers()).isNotEmpty().allSatisfy(container -> {
                    JsonNode security = container.path("securityContext");
                    assertThat(security.path("privileged").asBoolean(true)).isFalse();
                    assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                            .isFalse();
                    assertThat(security.path("readOnlyRootFilesystem").asBoolean())
                            .isTrue();
                    assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
                    assertThat(security.at("/capabilities/add").isMissingNode()).isTrue();
                }));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void everyImageHasAVersion(Path values) {
        assertThat(Pods.of(ValuesMatrix.objects(values)))
                .allSatisfy(pod -> assertThat(pod.containers())
                        .allSatisfy(
                                container -> assertThat(container.path("image").asText())
                                        .matches("(\\S+/)?aisle-[a-z-]+:[\\w.-]+")
                                        .doesNotEndWith(":latest")));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void everyContainerHasRequestsAndLimitsAndAHeapThatFits(Path values) {
        assertThat(Pods.of(ValuesMatrix.objects(values)))
                .allSatisfy(pod -> assertThat(pod.containers()).allSatisfy(container -> {
                    for (String kind : List.of("requests", "limits")) {
                        assertThat(container.at("/resources/" + kind + "/cpu").asText())
                                .isNotEmpty();
                        assertThat(container
                                        .at("/resources/" + kind + "/memory")
                                        .asText())
                                .isNotEmpty();
                    }
                    long heap = Pods.each(container.path("args"))
                            .map(JsonNode::asText)
                            .filter(arg -> arg.startsWith("-Xmx"))
                            .mapToLong(arg -> bytes(arg.substring(4)))
                            .findFirst()
                            .orElse(0);
                    assertThat(heap).as(pod.name() + ": a heap without a bound").isPositive();
                    assertThat(heap)
                            .as(pod.name())
                            .isLessThan(bytes(container
                                            .at("/resources/limits/memory")
                                            .asText())
                                    * 85
                                    / 100);
                }));
    }

    /** What a JVM kept of a service's start needs the service's heap: one with less ends at once. */
    @ParameterizedTest
    @MethodSource("matrix")
    void whatIsNotTheServiceStartsWithoutItsCache(Path values) {
        assertThat(Pods.of(ValuesMatrix.objects(values)).stream()
                        .flatMap(pod -> pod.containers().stream())
                        .map(container -> Pods.each(container.path("args"))
                                .map(JsonNode::asText)
                                .toList()))
                .allSatisfy(args -> assertThat(args.contains("@/app/service.args") || args.contains("-XX:AOTMode=off"))
                        .as(args.toString())
                        .isTrue());
    }

    private static long bytes(String text) {
        long number = Long.parseLong(text.replaceAll("\\D.*$", ""));
        return switch (text.replaceAll("^\\d+", "").toLowerCase(Locale.ROOT)) {
            case "m", "mi" -> number << 20;
            case "g", "gi" -> number << 30;
            case "k", "ki" -> number << 10;
            default -> throw new AssertionError("Not a size: " + text);
        };
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void nobodyHasATokenOfTheApiButSparksDriver(Path values) {
        List<JsonNode> objects = ValuesMatrix.objects(values);
        boolean executors =
                objects.stream().anyMatch(object -> object.path("kind").asText().equals("Role"));

        assertThat(Pods.of(objects))
                .allSatisfy(pod -> assertThat(
                                pod.spec().path("automountServiceAccountToken").asBoolean(true))
                        .as(pod.name())
                        .isEqualTo(executors && pod.name().endsWith("aisle-training")));
        assertThat(objects.stream()
                        .filter(object -> object.path("kind").asText().equals("ServiceAccount")))
                .allSatisfy(account -> assertThat(
                                account.path("automountServiceAccountToken").asBoolean(true))
                        .isFalse());
        assertThat(objects.stream()
                        .filter(object -> object.path("kind").asText().equals("RoleBinding")))
                .allSatisfy(binding ->
                        assertThat(binding.at("/subjects/0/name").asText()).endsWith("aisle-training"));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void servicesAreProbedWhereTheyAnswer(Path values) {
        List<JsonNode> objects = ValuesMatrix.objects(values);
        // A kubelet has no certificate: where every caller must show one, it sees that the port is open.
        boolean mutual = objects.toString().contains("aisle.tls.clients=required");

        assertThat(Pods.of(objects).stream().filter(Pod::isService)).hasSize(6).allSatisfy(pod -> {
            JsonNode container = pod.spec().at("/containers/0");
            for (var probe : Map.of("startup", "started", "readiness", "ready", "liveness", "live")
                    .entrySet()) {
                JsonNode asked = container.path(probe.getKey() + "Probe");
                assertThat(asked.path("periodSeconds").asInt()).isPositive();
                assertThat(asked.at("/httpGet/path").asText()).isEqualTo(mutual ? "" : "/q/health/" + probe.getValue());
                assertThat(asked.has("tcpSocket")).isEqualTo(mutual);
            }
            assertThat(pod.spec().path("terminationGracePeriodSeconds").asInt()).isGreaterThan(40);
        });
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void everyPortIsNamedInAPolicyAndEveryPodHasOne(Path values) {
        List<JsonNode> objects = ValuesMatrix.objects(values);
        List<JsonNode> policies = objects.stream()
                .filter(object -> object.path("kind").asText().equals("NetworkPolicy"))
                .toList();
        if (policies.isEmpty()) {
            assertThat(values.getFileName().toString()).isEqualTo("bare.yaml");
            return;
        }

        assertThat(Pods.of(objects)).allSatisfy(pod -> {
            List<JsonNode> own = policies.stream()
                    .filter(policy -> selects(policy, pod))
                    .filter(policy -> policy.at("/spec/podSelector/matchLabels").has("app.kubernetes.io/name"))
                    .toList();
            assertThat(own).as(pod.name()).hasSize(1);
            Set<String> open = own.stream()
                    .flatMap(policy -> Pods.each(policy.at("/spec/ingress")))
                    .flatMap(rule -> Pods.each(rule.path("ports")))
                    .map(port -> port.path("port").asText())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> listening = pod.containers().stream()
                    .flatMap(container -> Pods.each(container.path("ports")))
                    .map(port -> port.path("name").asText().equals("web")
                            ? "web"
                            : port.path("containerPort").asText())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(open).as(pod.name()).isEqualTo(listening);
        });
        assertThat(policies)
                .allSatisfy(policy -> assertThat(Pods.each(policy.at("/spec/ingress"))
                                .filter(rule ->
                                        !rule.has("from") || rule.path("from").isEmpty()))
                        .as("open to everybody: " + TypedModel.name(policy))
                        .isEmpty());
    }

    private static boolean selects(JsonNode policy, Pod pod) {
        JsonNode wanted = policy.at("/spec/podSelector/matchLabels");
        return wanted.properties().stream()
                .allMatch(label -> label.getValue().equals(pod.labels().get(label.getKey())));
    }

    /** Operators hand labels on to the pods that they make; our policies must not take those for services. */
    @Test
    void noPolicyReachesAnOperatorsPods() {
        assertThat(ValuesMatrix.objects(ValuesMatrix.FOLDER.resolve("operators.yaml")))
                .filteredOn(object -> object.path("apiVersion")
                        .asText()
                        .matches("(kafka.strimzi.io|postgresql.cnpg.io|barmancloud.cnpg.io)/.*"))
                .hasSize(17)
                .allSatisfy(object -> assertThat(object.at("/metadata/labels").has("app.kubernetes.io/part-of"))
                        .isFalse());
    }

    /** The arrows of the architecture, once more and by hand: who may call whom. */
    @Test
    void callsGoAlongTheArrowsOnly() {
        List<JsonNode> objects = ValuesMatrix.objects(ValuesMatrix.FOLDER.resolve("minimal.yaml"));

        assertThat(calls(objects))
                .containsExactlyInAnyOrder(
                        "event-ingest-service → profile-service",
                        "event-ingest-service → recommender-service",
                        "event-ingest-service → campaign-service",
                        "event-ingest-service → privacy-service",
                        "recommender-service → campaign-service",
                        "recommender-service → privacy-service",
                        "campaign-service → profile-service",
                        "campaign-service → recommender-service",
                        "campaign-service → privacy-service",
                        "privacy-service → event-ingest-refine",
                        "privacy-service → profile-service",
                        "privacy-service → recommender-service",
                        "privacy-service → campaign-service",
                        "aisle-training → recommender-service");
    }

    /** Calls that both ends allow; one that only one end allows is a mistake. */
    private static Set<String> calls(List<JsonNode> objects) {
        var out = new TreeSet<String>();
        var in = new TreeSet<String>();
        for (JsonNode policy : objects) {
            if (!policy.path("kind").asText().equals("NetworkPolicy")) {
                continue;
            }
            String name = policy.at("/spec/podSelector/matchLabels/app.kubernetes.io~1name")
                    .asText();
            Pods.each(policy.at("/spec/egress"))
                    .flatMap(rule -> Pods.each(rule.path("to")))
                    .map(peer -> peer.at("/podSelector/matchLabels/app.kubernetes.io~1name")
                            .asText())
                    .filter(other -> !other.isEmpty())
                    .forEach(other -> out.add(name + " → " + other));
            Pods.each(policy.at("/spec/ingress"))
                    .flatMap(rule -> Pods.each(rule.path("from")))
                    .map(peer -> peer.at("/podSelector/matchLabels/app.kubernetes.io~1name")
                            .asText())
                    .filter(other -> !other.isEmpty())
                    .forEach(other -> in.add(other + " → " + name));
        }
        assertThat(out).isEqualTo(in);
        return out;
    }
}
