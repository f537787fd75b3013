package dev.aisle.platform.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aisle.contracts.Topic;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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

    /** A broker has a change a moment after the controller has promised it. */
    private static void awaitRetention(Admin admin, ConfigResource topic, String millis) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Objects.requireNonNull(admin.describeConfigs(List.of(topic))
                                .all()
                                .get()
                                .get(topic))
                        .get("retention.ms")
                        .value()
                        .equals(millis));
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
            awaitRetention(admin, messages, "1000");

            Outcome dry = run(ApplyTopics::run, broker(), "--dry-run");
            Outcome first = run(ApplyTopics::run, broker());
            awaitRetention(admin, messages, "604800000");
            Outcome second = run(ApplyTopics::run, broker());

            assertThat(dry.text()).contains("would be set: aisle.messages.v1: retention.ms=604800000, was 1000");
            assertThat(first.text()).contains("set aisle.messages.v1: retention.ms=604800000, was 1000");
            assertThat(second)
                    .isEqualTo(new Outcome(
                            0, "topics: " + Topic.values().length + " there, 0 made" + System.lineSeparator()));
        }
    }

    /** The name of a shop holds for a whole process, so each is one. */
    private static String job(Class<?> main, Map<String, String> environment) throws Exception {
        var job = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName())
                .redirectErrorStream(true);
        job.environment().putAll(environment);
        var process = job.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private String topicsOf(String shop) throws Exception {
        return job(ApplyTopics.class, broker("AISLE_SHOP", shop));
    }

    @Test
    void twoShopsHaveTheirOwnTopicsOnOneBroker() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            Set<String> before = admin.listTopics().names().get();

            String lamps = topicsOf("lamps");
            String shoes = topicsOf("shoes-eu");

            assertThat(lamps).contains("topics: 0 there, " + Topic.values().length + " made");
            assertThat(shoes).contains("topics: 0 there, " + Topic.values().length + " made");
            Set<String> wanted = new TreeSet<>(before);
            for (Topic topic : Topic.values()) {
                wanted.add("lamps." + topic.topicName());
                wanted.add("shoes-eu." + topic.topicName());
            }
            // The broker tells of a topic a moment after it has promised it.
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrderElementsOf(wanted));
        }
    }

    @Test
    void aNameThatNoShopCanHaveIsRefusedWithTheReason() throws Exception {
        assertThat(topicsOf("Lamps & Co")).contains("AISLE_SHOP: expected a letter");
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

    /** Each shop's role owns its database; by itself PostgreSQL would let every role in. */
    @Test
    void aShopsRoleDoesNotGetIntoTheDatabaseOfAnother() throws Exception {
        try (var connection = DriverManager.getConnection(jdbc, "postgres", "postgres");
                var statement = connection.createStatement()) {
            for (String shop : List.of("lamps", "shoes_eu")) {
                statement.execute("create role " + shop + "_profile login password 'secret'");
                statement.execute("create database " + shop + "_profile owner " + shop + "_profile");
            }
        }
        String lamps = jdbc.replaceFirst("/postgres\\?.*", "/lamps_profile");
        var settings = new Settings(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", lamps,
                "QUARKUS_DATASOURCE_USERNAME", "lamps_profile",
                "QUARKUS_DATASOURCE_PASSWORD", "secret"));

        MigrateDatabase.keepToItsOwner(settings, "");
        DriverManager.getConnection(lamps, "shoes_eu_profile", "secret").close();
        MigrateDatabase.keepToItsOwner(settings, "lamps");

        DriverManager.getConnection(lamps, "lamps_profile", "secret").close();
        assertThatThrownBy(() -> DriverManager.getConnection(lamps, "shoes_eu_profile", "secret"))
                .hasMessageContaining("permission denied for database \"lamps_profile\"");
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
