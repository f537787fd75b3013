package dev.aisle.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the chart gives to Prometheus is of its own installation, and every alert says which one that is. */
class MonitoringTest {
    private static final Chart CHART = new Chart(ValuesMatrix.PROJECT);

    @TempDir
    Path folder;

    @Test
    void rulesAskForThisInstallationAloneAndCarryItsNamespaceAndShop() throws IOException {
        List<JsonNode> rules = rules(values("tenant: lamps\n"));

        assertThat(rules).hasSizeGreaterThan(60).allSatisfy(rule -> {
            assertThat(rule.path("expr").asText())
                    .as(rule.toString())
                    .doesNotContain("=~\".*\"")
                    .contains("namespace=\"" + Chart.NAMESPACE + "\"");
            assertThat(rule.at("/labels/namespace").asText()).isEqualTo(Chart.NAMESPACE);
            assertThat(rule.at("/labels/shop").asText()).isEqualTo("lamps");
        });
    }

    @Test
    void runbooksAreWhereTheirValueSays() throws IOException {
        List<JsonNode> alerts =
                rules(values("monitoring: {rules: true, runbooks: \"https://docs.lamps.example/books\"}\n")).stream()
                        .filter(rule -> rule.has("alert"))
                        .toList();

        assertThat(alerts)
                .isNotEmpty()
                .allSatisfy(
                        alert -> assertThat(alert.at("/annotations/runbook_url").asText())
                                .matches("https://docs\\.lamps\\.example/books/\\w+\\.html"));
    }

    @Test
    void brokersAndDatabasesHaveAlertsAndScrapesWhereTheChartMakesThem() throws IOException {
        List<JsonNode> own = CHART.objects(values(""));
        List<JsonNode> foreign = CHART.objects(Files.writeString(folder.resolve("foreign.yaml"), """
                oidc: {issuer: "https://issuer.example/realms/aisle"}
                kafka: {bootstrapServers: "kafka.example:9093"}
                postgresql: {host: db.example}
                monitoring: {rules: true, serviceMonitors: true}
                """));

        assertThat(names(own, "PrometheusRule")).contains("aisle-kafka", "aisle-postgresql");
        assertThat(names(own, "PodMonitor")).containsExactlyInAnyOrder("aisle-kafka", "aisle-postgresql");
        assertThat(names(foreign, "PrometheusRule"))
                .contains("aisle-operations", "aisle-cluster")
                .doesNotContain("aisle-kafka", "aisle-postgresql");
        assertThat(names(foreign, "PodMonitor")).isEmpty();
    }

    @Test
    void everyServiceIsAskedFromOutsideByTheWayOfItsShopAndOnlyThenIsSilenceAnOutage() throws IOException {
        String ingress = """
                ingress:
                  enabled: true
                  className: nginx
                  hosts:
                    eventIngest: events.lamps.example
                    profile: profile.lamps.example
                    recommender: recommender.lamps.example
                    campaign: campaign.lamps.example
                    privacy: privacy.lamps.example
                """;
        List<JsonNode> asked = CHART.objects(values(ingress));
        List<JsonNode> notAsked = CHART.objects(values("monitoring: {rules: true, serviceMonitors: true}\n"));

        assertThat(names(asked, "Probe"))
                .containsExactlyInAnyOrder(
                        "event-ingest-service",
                        "profile-service",
                        "recommender-service",
                        "campaign-service",
                        "privacy-service");
        assertThat(asked)
                .filteredOn(object -> object.path("kind").asText().equals("Probe"))
                .allSatisfy(probe -> {
                    assertThat(probe.at("/spec/targets/staticConfig/static/0").asText())
                            .matches("https://\\w+\\.lamps\\.example/v1/.+");
                    assertThat(probe.at("/spec/jobName").asText()).isEqualTo("aisle-probe");
                    assertThat(probe.at("/spec/targets/staticConfig/labels/service")
                                    .asText())
                            .isEqualTo(probe.at("/metadata/name").asText());
                });
        assertThat(names(asked, "PrometheusRule")).contains("aisle-availability");
        assertThat(names(notAsked, "PrometheusRule")).doesNotContain("aisle-availability");
        assertThat(names(notAsked, "Probe")).isEmpty();
    }

    /** Prometheus's own tool; where it isn't there, this says how to get it. */
    @Test
    void promtoolFindsTheRenderedRulesSound() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool", "check", "rules"));
        for (JsonNode object : CHART.objects(values(""))) {
            if (object.path("kind").asText().equals("PrometheusRule")) {
                Path file = folder.resolve(object.at("/metadata/name").asText() + ".rules.yaml");
                new YAMLMapper().writeValue(file.toFile(), object.path("spec"));
                command.add(file.toString());
            }
        }
        Process tool;
        try {
            tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            abort("promtool is not there (apt-get install prometheus): " + e.getMessage());
            return;
        }
        String said = tool.inputReader().lines().collect(Collectors.joining("\n"));
        assertThat(tool.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(tool.exitValue()).as(said).isZero();
    }

    /** The values with operators, and more of them. */
    private Path values(String more) throws IOException {
        String operators = Files.readString(ValuesMatrix.FOLDER.resolve("operators.yaml"));
        String kept = operators
                .lines()
                .filter(line -> more.isEmpty() || !line.startsWith(more.substring(0, more.indexOf(':') + 1)))
                .collect(Collectors.joining("\n", "", "\n"));
        return Files.writeString(folder.resolve("values.yaml"), kept + more);
    }

    private static List<JsonNode> rules(Path values) {
        List<JsonNode> all = new ArrayList<>();
        CHART.objects(values).stream()
                .filter(object -> object.path("kind").asText().equals("PrometheusRule"))
                .forEach(object -> object.at("/spec/groups")
                        .forEach(group -> group.path("rules").forEach(all::add)));
        return all;
    }

    private static List<String> names(List<JsonNode> objects, String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .map(object -> object.at("/metadata/name").asText())
                .toList();
    }
}
