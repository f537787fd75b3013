package dev.aisle.platform.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.Topic;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The jobs before a roll-out, on a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ProvisioningIT {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbc;

    private record Outcome(int code, String text) {}

    @FunctionalInterface
    private interface Job {
        int run(Settings settings, List<String> arguments, PrintStream out);
    }

    private static Outcome run(Job job, Map<String, String> environment, String... arguments) {
        var out = new ByteArrayOutputStream();
        int code = job.run(
                new Settings(environment), List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8));
    }

    private Map<String, String> broker(String... more) {
        var all = new HashMap<>(Map.of("KAFKA_BOOTSTRAP_SERVERS", brokers, "AISLE_TOPICS_REPLICAS", "1"));
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    @Test
    void theTopicsAreMadeOnceAndSetWhereTheyDiffer() throws Exception {
        // Nobody uses this one, so that other tests aren't disturbed.
        var messages = new ConfigResource(ConfigResource.Type.TOPIC, Topic.MESSAGES.topicName());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.incrementalAlterConfigs(Map.of(
                            messages,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();

            Outcome dry = run(ApplyTopics::run, broker(), "--dry-run");
            Outcome first = run(ApplyTopics::run, broker());
            Outcome second = run(ApplyTopics::run, broker());

            assertThat(dry.text()).contains("would be set: aisle.messages.v1: retention.ms=604800000, was 1000");
            assertThat(first.text()).contains("set aisle.messages.v1: retention.ms=604800000, was 1000");
            assertThat(second)
                    .isEqualTo(new Outcome(
                            0, "topics: " + Topic.values().length + " there, 0 made" + System.lineSeparator()));
            assertThat(admin.describeConfigs(List.of(messages))
                            .all()
                            .get()
                            .get(messages)
                            .get("retention.ms")
                            .value())
                    .isEqualTo("604800000");
        }
    }

    @Test
    void anotherNumberOfPartitionsIsRefused() {
        Outcome outcome = run(ApplyTopics::run, broker("AISLE_TOPICS_PARTITIONS", "12"));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text()).contains("has 6 partitions, not 12").hasLineCount(1);
    }

    @Test
    void aDatabaseIsBroughtToItsVersionOnce() throws Exception {
        try (var connection = DriverManager.getConnection(jdbc, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE provisioned");
        }
        var environment = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", jdbc.replace("/postgres?", "/provisioned?"),
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres");

        Outcome dry = run(MigrateDatabase::run, environment, "--dry-run");
        Outcome first = run(MigrateDatabase::run, environment);
        Outcome second = run(MigrateDatabase::run, environment);

        assertThat(dry.text()).contains("would be applied: 0.1 ledger and outbox");
        assertThat(first.text()).matches("schema: [1-9]\\d* migrations applied, now [\\d.]+\\R");
        assertThat(second.text()).startsWith("schema: 0 migrations applied");
    }

    @Test
    void whatFollowsFromARestoreIsDoneOnceForEach() throws Exception {
        try (var connection = DriverManager.getConnection(jdbc, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create table restored (name text primary key, at timestamptz not null default now())");
            statement.execute("create table shelf (emptied int, said text)");
            statement.execute("insert into shelf values (0, '')");
            var login = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", jdbc,
                    "QUARKUS_DATASOURCE_USERNAME", "postgres",
                    "QUARKUS_DATASOURCE_PASSWORD", "postgres");

            assertThat(run(AfterRestore::run, login).text()).contains("AISLE_RESTORE_NAME is not set");
            for (String restore : List.of("r1", "r1", "r2")) {
                var environment = new HashMap<>(login);
                environment.put("AISLE_RESTORE_NAME", restore);
                assertThat(run(AfterRestore::run, environment).code()).isZero();
            }

            try (var shelf = statement.executeQuery("select emptied || said from shelf")) {
                shelf.next();
                assertThat(shelf.getString(1)).isEqualTo("2restored; nothing twice");
            }
        }
    }

    @Test
    void aJobThatCantSaysWhyInALine() {
        Outcome nobody = run(MigrateDatabase::run, Map.of());
        Outcome stranger = run(
                MigrateDatabase::run,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", jdbc.replaceFirst("\\?.*$", ""),
                        "QUARKUS_DATASOURCE_USERNAME", "nobody",
                        "QUARKUS_DATASOURCE_PASSWORD", "planted-password",
                        "AISLE_SCHEMA_CONNECT_RETRIES", "0"));

        assertThat(nobody)
                .isEqualTo(new Outcome(1, "schema: QUARKUS_DATASOURCE_JDBC_URL is not set." + System.lineSeparator()));
        assertThat(stranger.code()).isEqualTo(1);
        assertThat(stranger.text()).hasLineCount(1).contains("nobody").doesNotContain("planted-password");
    }
}
