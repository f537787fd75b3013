package dev.aisle.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.helm.Chart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart's pods as the engine gets them. */
class PodDocumentTest {
    private static final Path MOUNTED = Path.of("/mounted");

    @TempDir
    static Path folder;

    private static List<JsonNode> objects;
    private static ChartPods chart;

    @BeforeAll
    static void render() throws IOException {
        try (InputStream in = ContainerTrial.class.getResourceAsStream("values.yaml")) {
            assertThat(in).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{issuer}", "http://10.213.78.12:8080/aisle")
                    .replace("{tag}", "1.2.3")
                    .replace("{trusted}\n", "    []\n");
            objects = RenderedChart.objects(Chart.project(), Files.writeString(folder.resolve("values.yaml"), text));
        }
        chart = ChartPods.of(objects);
    }

    private static List<JsonNode> documents(String workload) {
        String image = workload.equals("profile-service") ? "localhost/other:2" : "";
        return Chart.parse(
                new PodDocument(chart, Map.of("kafka", "10.0.0.1")).of(workload, workload + "-7", image, MOUNTED));
    }

    @Test
    void everyWorkloadOfTheChartIsThere() {
        assertThat(chart.services().keySet())
                .containsExactlyInAnyOrder(
                        "event-ingest-service",
                        "event-ingest-refine",
                        "profile-service",
                        "recommender-service",
                        "campaign-service",
                        "privacy-service");
        assertThat(chart.jobs()).hasSize(5);
        assertThat(chart.replicas("event-ingest-service")).isEqualTo(2);
        assertThat(chart.rolls("recommender-service")).isTrue();
        assertThat(chart.rolls("event-ingest-refine")).isFalse();
    }

    @Test
    void whatTheChartSaysOfSecurityAndLimitsStays() {
        for (String workload : chart.services().keySet()) {
            JsonNode pod = documents(workload).getLast().path("spec");
            JsonNode before = chart.workload(workload).at("/spec/template/spec");

            assertThat(pod.path("securityContext")).isEqualTo(before.path("securityContext"));
            for (String field : List.of("securityContext", "resources", "args", "env", "ports", "volumeMounts")) {
                assertThat(pod.at("/containers/0/" + field))
                        .as(workload + " " + field)
                        .isEqualTo(before.at("/containers/0/" + field));
            }
            assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isEqualTo(chart.graceSeconds(workload));
        }
    }

    /** Podman would give all pods one and the same. */
    @Test
    void everyPodHasAnEmptyFolderOfItsOwn() {
        for (String workload : chart.services().keySet()) {
            JsonNode volumes = documents(workload).getLast().at("/spec/volumes");

            assertThat(volumes.findParents("emptyDir")).as(workload).isEmpty();
            assertThat(volumes.findValuesAsText("path")).as(workload).contains("/mounted/tmp");
        }
    }

    @Test
    void probesAreAskedFromOutsideSinceAnImageHasNoCurl() {
        assertThat(documents("campaign-service")
                        .getLast()
                        .at("/spec/containers/0")
                        .has("readinessProbe"))
                .isFalse();

        Probe probe = Probe.of(chart.container("campaign-service"), "readinessProbe");

        assertThat(probe.path()).isEqualTo("/q/health/ready");
        assertThat(probe.port()).isEqualTo(8080);
        assertThat(probe.period()).isPositive();
    }

    @Test
    void secretsAreFoldersAndEverythingElseComesAlong() {
        List<JsonNode> all = documents("recommender-service");

        assertThat(all.stream().map(each -> each.path("kind").asText()))
                .containsExactly("ConfigMap", "PersistentVolumeClaim", "Pod");
        assertThat(all.getLast().at("/spec/volumes").findValues("hostPath"))
                .extracting(path -> path.path("path").asText())
                .contains("/mounted/secrets");
        assertThat(all.getLast().at("/spec/volumes").findParents("projected")).isEmpty();
        assertThat(all.getLast().at("/spec/hostAliases/0/hostnames/0").asText()).isEqualTo("kafka");
    }

    @Test
    void aStatefulSetsPodHasItsClaimAndAnotherImageIsTaken() {
        assertThat(documents("event-ingest-refine").stream()
                        .map(each -> each.at("/metadata/name").asText()))
                .contains("state-event-ingest-refine-0", "aisle-event-archive", "event-ingest-refine-7");
        assertThat(documents("profile-service")
                        .getLast()
                        .at("/spec/containers/0/image")
                        .asText())
                .isEqualTo("localhost/other:2");
    }

    @Test
    void whatTheEngineHasNothingLikeIsNamed() {
        assertThat(ChartPods.notExercised(objects)).contains("NetworkPolicy", "ServiceAccount", "PodDisruptionBudget");
    }

    @Test
    void quantitiesOfMemoryAreRead() {
        assertThat(ChartPods.bytes("1536Mi")).isEqualTo(1_610_612_736L);
        assertThat(ChartPods.bytes("3Gi")).isEqualTo(3L << 30);
        assertThat(ChartPods.memoryLimit(chart.container("privacy-service"))).isPositive();
    }
}
