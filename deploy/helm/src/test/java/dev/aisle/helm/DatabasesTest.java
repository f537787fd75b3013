package dev.aisle.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The databases that the chart makes: what a failover keeps, what is backed up, and what comes back by a restore. */
class DatabasesTest {
    private static final String PLUGIN = "barman-cloud.cloudnative-pg.io";

    private static List<JsonNode> objects(String values, String kind) {
        return ValuesMatrix.objects(ValuesMatrix.FOLDER.resolve(values)).stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    private static Set<String> names(List<JsonNode> objects) {
        return objects.stream()
                .map(object -> object.at("/metadata/name").asText())
                .collect(Collectors.toSet());
    }

    @Test
    void aCommitWaitsForASecondServer() {
        assertThat(objects("operators.yaml", "Cluster")).hasSize(4).allSatisfy(cluster -> {
            JsonNode synchronous = cluster.at("/spec/postgresql/synchronous");
            assertThat(synchronous.path("method").asText()).isEqualTo("any");
            assertThat(synchronous.path("number").asInt()).isEqualTo(1);
            assertThat(synchronous.path("dataDurability").asText()).isEqualTo("required");
            assertThat(synchronous.path("failoverQuorum").asBoolean()).isTrue();
        });
    }

    @Test
    void eachDatabaseIsBackedUpUnderItsOwnName() {
        List<JsonNode> clusters = objects("restored.yaml", "Cluster");
        List<JsonNode> backups = objects("restored.yaml", "ScheduledBackup");

        assertThat(clusters).allSatisfy(cluster -> {
            JsonNode plugin = cluster.at("/spec/plugins/0");
            assertThat(plugin.path("name").asText()).isEqualTo(PLUGIN);
            assertThat(plugin.path("isWALArchiver").asBoolean()).isTrue();
            assertThat(plugin.at("/parameters/serverName").asText())
                    .isEqualTo(cluster.at("/metadata/name").asText());
            assertThat(names(objects("restored.yaml", "ObjectStore")))
                    .contains(plugin.at("/parameters/barmanObjectName").asText());
        });
        assertThat(backups).allSatisfy(backup -> {
            assertThat(backup.at("/spec/method").asText()).isEqualTo("plugin");
            assertThat(backup.at("/spec/pluginConfiguration/name").asText()).isEqualTo(PLUGIN);
        });
        assertThat(backups.stream()
                        .map(backup -> backup.at("/spec/cluster/name").asText()))
                .containsExactlyInAnyOrderElementsOf(names(clusters));
    }

    @Test
    void aRestoreMakesNewClustersOutOfTheBackupsOfThoseBefore() {
        assertThat(names(objects("restored.yaml", "Cluster")))
                .containsExactlyInAnyOrder("profile-db-r2", "recommender-db-r2", "campaign-db-r2", "privacy-db-r2");
        assertThat(objects("restored.yaml", "Cluster")).allSatisfy(cluster -> {
            String database = cluster.at("/metadata/name").asText().replace("-db-r2", "");
            JsonNode recovery = cluster.at("/spec/bootstrap/recovery");
            JsonNode origin = cluster.at("/spec/externalClusters/0");
            assertThat(cluster.at("/spec/bootstrap").has("initdb")).isFalse();
            assertThat(recovery.path("source").asText())
                    .isEqualTo(origin.path("name").asText());
            assertThat(recovery.at("/recoveryTarget/targetTime").asText()).isEqualTo("2026-11-27T17:00:00Z");
            assertThat(recovery.path("database").asText()).isEqualTo(database);
            assertThat(origin.at("/plugin/parameters/serverName").asText()).isEqualTo(database + "-db-r1");
        });
    }

    /** Nothing may go on with a database that was put back beside: neither a service nor a job, nor a policy that lets it. */
    @Test
    void afterARestoreEverythingGoesToTheNewClusters() {
        String all = ValuesMatrix.objects(ValuesMatrix.FOLDER.resolve("restored.yaml")).stream()
                .filter(object -> !object.path("apiVersion").asText().contains("cnpg.io"))
                .map(JsonNode::toString)
                .collect(Collectors.joining("\n"));

        for (String database : List.of("profile", "recommender", "campaign", "privacy")) {
            String cluster = database + "-db-r2";
            assertThat(all)
                    .contains(
                            cluster + "-rw:5432",
                            "\"" + cluster + "-app\"",
                            "\"" + cluster + "-ca\"",
                            "{\"cnpg.io/cluster\":\"" + cluster + "\"}");
        }
        assertThat(all).doesNotContainPattern("-db(-r1)?-(rw|app|ca)\\b").doesNotContainPattern("-db(-r1)?\"");
    }

    @Test
    void whatARestoreAsksForIsDoneByAJobBeforeTheRollOut() {
        assertThat(objects("restored.yaml", "Job"))
                .filteredOn(job -> job.at("/metadata/name").asText().equals("campaign-service-restored-r2"))
                .singleElement()
                .satisfies(job -> assertThat(
                                job.at("/spec/template/spec/containers/0").toString())
                        .contains(
                                "dev.aisle.platform.provisioning.AfterRestore",
                                "{\"name\":\"AISLE_RESTORE_NAME\",\"value\":\"r2\"}",
                                "campaign-db-r2-rw"));
        assertThat(names(objects("operators.yaml", "Job"))).noneMatch(name -> name.contains("restored"));
    }

    @Test
    void nothingRunsWhenItIsStopped() {
        for (String kind : List.of("Deployment", "StatefulSet")) {
            assertThat(objects("stopped.yaml", kind))
                    .isNotEmpty()
                    .allSatisfy(object ->
                            assertThat(object.at("/spec/replicas").asInt(-1)).isZero());
        }
        assertThat(objects("stopped.yaml", "CronJob"))
                .isNotEmpty()
                .allSatisfy(
                        job -> assertThat(job.at("/spec/suspend").asBoolean()).isTrue());
        for (String kind : List.of("Job", "HorizontalPodAutoscaler", "ScaledObject")) {
            assertThat(objects("stopped.yaml", kind)).as(kind).isEmpty();
        }
        assertThat(names(objects("stopped.yaml", "Cluster"))).contains("campaign-db-r1");
    }

    @Test
    void eachDatabaseIsWrittenAnewWeekly() {
        assertThat(objects("operators.yaml", "CronJob"))
                .filteredOn(job -> job.at("/metadata/name").asText().endsWith("-rewrite"))
                .hasSize(4)
                .allSatisfy(job -> {
                    JsonNode container = job.at("/spec/jobTemplate/spec/template/spec/containers/0");
                    String database = job.at("/metadata/name").asText().replace("-service-rewrite", "") + "-db-rw:5432";
                    assertThat(job.at("/spec/schedule").asText()).matches("\\d+ \\d+ \\* \\* \\d");
                    assertThat(container.toString())
                            .contains(
                                    "dev.aisle.platform.provisioning.RewriteTables",
                                    database,
                                    "{\"name\":\"AISLE_REWRITE_LONGEST_LOCK_SECONDS\",\"value\":\"20\"}");
                });
    }

    @Test
    void whatIsStoredIsComparedHourlyByALoginThatMayOnlyRead() {
        assertThat(objects("operators.yaml", "CronJob"))
                .filteredOn(job -> job.at("/metadata/name").asText().endsWith("-reconcile"))
                .hasSize(4)
                .allSatisfy(job -> {
                    JsonNode pod = job.at("/spec/jobTemplate/spec/template/spec");
                    String name = job.at("/metadata/name").asText().replace("-service-reconcile", "");
                    assertThat(job.at("/spec/schedule").asText()).matches("\\d+ \\* \\* \\* \\*");
                    assertThat(pod.at("/containers/0").toString())
                            .contains("dev.aisle.platform.provisioning.Reconcile", "KAFKA_BOOTSTRAP_SERVERS")
                            .contains(name.equals("event-ingest") ? "\"door\"" : name + "-db-rw:5432");
                    assertThat(pod.toString().contains("aisle.sealing.keys")).isEqualTo(!name.equals("event-ingest"));
                });
    }
}
