package dev.aisle.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The values for a small shop: everything that they make, and what it asks of a cluster. */
class SmallProfileTest {
    private static final BigDecimal CORES = new BigDecimal(3);
    private static final BigDecimal BYTES = new BigDecimal("6e9");

    private static final Map<String, BigDecimal> UNITS = Map.of(
            "Ki",
            BigDecimal.valueOf(1L << 10),
            "Mi",
            BigDecimal.valueOf(1L << 20),
            "Gi",
            BigDecimal.valueOf(1L << 30),
            "k",
            new BigDecimal("1e3"),
            "M",
            new BigDecimal("1e6"),
            "G",
            new BigDecimal("1e9"));

    private static final List<JsonNode> OBJECTS = new Chart(ValuesMatrix.PROJECT)
            .objects(
                    ValuesMatrix.FOLDER.resolve("minimal.yaml"),
                    ValuesMatrix.PROJECT.resolve("deploy/helm/aisle/values-small.yaml"));

    /** What pods ask for, how many there are of them. */
    private record Asked(String name, long pods, JsonNode requests) {
        BigDecimal sum(String resource) {
            return quantity(requests.path(resource).asText()).multiply(BigDecimal.valueOf(pods));
        }
    }

    private static BigDecimal quantity(String text) {
        if (text.endsWith("m")) {
            return new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(3);
        }
        for (var unit : UNITS.entrySet()) {
            if (text.endsWith(unit.getKey())) {
                return new BigDecimal(
                                text.substring(0, text.length() - unit.getKey().length()))
                        .multiply(unit.getValue());
            }
        }
        return new BigDecimal(text);
    }

    /** Of everything that runs all the time, what operators make of their resources among it. */
    private static List<Asked> running() {
        return OBJECTS.stream().flatMap(SmallProfileTest::running).toList();
    }

    private static Stream<Asked> running(JsonNode object) {
        String name = TypedModel.name(object);
        JsonNode spec = object.path("spec");
        return switch (object.path("kind").asText()) {
            case "Deployment", "StatefulSet" ->
                containers(name, spec.path("replicas").asLong(), spec.at("/template/spec"));
            case "KafkaNodePool" ->
                Stream.of(new Asked(name, spec.path("replicas").asLong(), spec.at("/resources/requests")));
            case "Kafka" ->
                Stream.of(new Asked(
                        name + " userOperator", 1, spec.at("/entityOperator/userOperator/resources/requests")));
            case "Cluster" ->
                Stream.of(new Asked(name, spec.path("instances").asLong(), spec.at("/resources/requests")));
            default -> Stream.of();
        };
    }

    private static Stream<Asked> containers(String name, long replicas, JsonNode pod) {
        return Pods.each(pod.path("containers"))
                .map(container -> new Asked(name, replicas, container.at("/resources/requests")));
    }

    private static BigDecimal sum(List<Asked> all, String resource) {
        return all.stream().map(asked -> asked.sum(resource)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<JsonNode> of(String kind) {
        return OBJECTS.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    @Test
    void everyFieldOfEveryObjectIsKnown() {
        var model = new TypedModel();

        assertThat(OBJECTS).hasSizeGreaterThan(20).allSatisfy(model::check);
    }

    @Test
    void whatRunsAllTheTimeAsksForLessThanThreeCoresAndSixGigabytes() {
        List<Asked> all = running();

        assertThat(all).hasSize(9).allSatisfy(asked -> {
            assertThat(asked.pods()).as(asked.name()).isEqualTo(1);
            assertThat(asked.requests().has("cpu") && asked.requests().has("memory"))
                    .as(asked.name())
                    .isTrue();
        });
        assertThat(sum(all, "cpu")).isLessThan(CORES);
        assertThat(sum(all, "memory")).isLessThan(BYTES);
        assertThat(of("HorizontalPodAutoscaler")).isEmpty();
    }

    /** The document says the sums; jobs come on top while they run. */
    @Test
    void theDocumentHasTheSums() throws Exception {
        List<Asked> all = running();
        List<Asked> before = of("Job").stream()
                .flatMap(job -> containers(TypedModel.name(job), 1, job.at("/spec/template/spec")))
                .toList();
        List<Asked> scheduled = of("CronJob").stream()
                .flatMap(job -> containers(TypedModel.name(job), 1, job.at("/spec/jobTemplate/spec/template/spec")))
                .toList();

        assertThat(Files.readString(ValuesMatrix.PROJECT.resolve("docs/operations/several-shops.md")))
                .contains(
                        row("what runs all the time", all),
                        row("jobs before a roll-out", before),
                        row("jobs by the hour, at night and on Sunday", scheduled));
    }

    private static String row(String what, List<Asked> all) {
        return "| %s | %d | %s | %s MiB |"
                .formatted(
                        what,
                        all.size(),
                        sum(all, "cpu").stripTrailingZeros().toPlainString(),
                        sum(all, "memory")
                                .divide(UNITS.get("Mi"))
                                .stripTrailingZeros()
                                .toPlainString());
    }

    @Test
    void oneClusterHoldsFourDatabases() {
        assertThat(of("Cluster")).hasSize(1);
        assertThat(of("Database"))
                .extracting(database -> database.at("/spec/name").asText() + " of "
                        + database.at("/spec/owner").asText() + " in "
                        + database.at("/spec/cluster/name").asText())
                .containsExactlyInAnyOrder(
                        "profile of profile in aisle-db",
                        "recommender of recommender in aisle-db",
                        "campaign of campaign in aisle-db",
                        "privacy of privacy in aisle-db");
        assertThat(of("DatabaseRole"))
                .extracting(role -> role.at("/spec/name").asText() + " by "
                        + role.at("/spec/passwordSecret/name").asText())
                .contains("profile by aisle-profile-db", "privacy by aisle-privacy-db");
    }

    /** More than the server takes would be refused, one after the other. */
    @Test
    void theServicesOpenNoMoreConnectionsThanTheServerTakes() {
        int taken = of("Cluster")
                .getFirst()
                .at("/spec/postgresql/parameters/max_connections")
                .asInt();
        int opened = OBJECTS.stream()
                .flatMap(object -> object.path("data")
                        .path("application.properties")
                        .asText()
                        .lines())
                .filter(line -> line.startsWith("quarkus.datasource.jdbc.max-size="))
                .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf('=') + 1)))
                .sum();

        assertThat(opened).isEqualTo(80).isLessThan(taken - 10);
    }
}
